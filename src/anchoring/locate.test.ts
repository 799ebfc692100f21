import { describe, expect, it } from 'vitest'
import type { Block } from '../model/index.ts'
import { locate } from './locate.ts'

const LINES: readonly (readonly [
  kind: Block['kind'],
  words: string,
  level?: number | undefined,
  number?: string,
])[] = [
  ['heading', 'Bus passes for carers', 1],
  ['paragraph', 'Passes are free.'],
  ['heading', '5. Money', 2, '5'],
  ['paragraph', 'The county pays.', undefined, '5.1'],
  ['heading', 'What comes next', 3],
  ['paragraph', 'Recommendation 12: keep the passes.'],
  ['heading', 'Schools', 2],
  ['heading', 'What comes next', 3],
  ['table-row', 'Table 2: passes by year'],
]
const text = LINES.map(([, words]) => words).join('\n')
const blocks: Block[] = LINES.map(([kind, words, level, number], at) => {
  const start = LINES.slice(0, at).reduce((sum, [, each]) => sum + each.length + 1, 0)
  return {
    kind,
    start,
    end: start + words.length,
    ...(level === undefined ? {} : { level }),
    ...(number === undefined ? {} : { number }),
  }
})
const pages = [
  { number: 1, label: 'iv', start: 0, end: 40 },
  { number: 2, label: '1', start: 40, end: 90 },
  { number: 3, label: '2', start: 90, end: text.length },
]
const find = (locator: string, paged = true) => {
  const found = locate({ text, blocks, pages: paged ? pages : null }, locator)
  return found && { kind: found.kind, words: text.slice(found.start, found.end) }
}

describe('a place named in words', () => {
  it.each([
    ['section 5', '5. Money'],
    ['Section 5, opening', '5. Money'],
    ['paragraph 5.1', 'The county pays.'],
    ['recommendation 12', 'Recommendation 12: keep the passes.'],
    ['table 2', 'Table 2: passes by year'],
    ['bus passes', 'Bus passes for carers'],
    ['Schools, what comes next', 'What comes next'],
    ['Schools, no such part', 'Schools'],
  ])('%s is "%s"', (locator, words) => {
    expect(find(locator)).toEqual({ kind: 'section', words })
  })

  it('goes by the printed number of a page where there is one, and by its place in the file elsewhere', () => {
    expect(locate({ text, blocks, pages }, 'p. 1')).toMatchObject({ kind: 'page', end: 90 })
    expect(locate({ text, blocks, pages }, 'p. iv')).toMatchObject({ start: 0 })
    expect(locate({ text, blocks, pages }, 'pp. 3-4')).toMatchObject({ kind: 'page', start: 117 })
  })

  it.each([
    'section 50',
    'p. 99',
    'p. 1 of nowhere at all',
    'What comes next',
    'recommendation 1',
    '',
    '…',
    'table 9',
  ])('"%s" is nowhere, or in more than one place: nothing is guessed', (locator) => {
    expect(find(locator, false)).toBeNull()
  })
})
