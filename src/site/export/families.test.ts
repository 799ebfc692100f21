import { expect, it } from 'vitest'
import { familyOf, joinFamilies } from './families.ts'
import type { PageNote, Read } from './notes.ts'
import { createPages, type Pages } from './pages.ts'
import { createTexts, rowOf, textsOf } from './texts.ts'

const texts = createTexts()
const note = (target: string, reads: readonly Read[]): PageNote => ({
  file: '',
  targetNumber: texts.numberOf(target),
  fileNumber: 0,
  reads: rowOf(texts, reads.flat()),
  links: rowOf(texts, []),
  said: null,
  ids: rowOf(texts, []),
})

it('a page and its tables on one day are a family', () => {
  const family = familyOf('/conflicts')
  for (const target of [
    '/conflicts.csv',
    '/conflicts.json',
    '/conflicts.csv-metadata.json',
    '/conflicts?page=2',
  ])
    expect(familyOf(target)).toBe(family)
  expect(familyOf('/conflicts?as_at=2024-12-31')).not.toBe(family)
  expect(familyOf('/conflicts/one')).not.toBe(family)
  expect(familyOf('/changes?part=2')).not.toBe(familyOf('/changes'))
})

const looked: Read = ['type conflict now', 'a']
function pagesWith(reads: Readonly<Record<string, readonly Read[]>>): Pages {
  const pages = createPages(texts)
  for (const [target, of] of Object.entries(reads)) pages.set(texts.numberOf(target), note(target, of))
  return pages
}
const pagesOf = () =>
  pagesWith({
    '/conflicts.json': [['head', 'h'], looked],
    '/conflicts.csv': [['head', 'h']],
    '/topics/x': [['record topic x now', 'b']],
    '/topics/x.csv': [['record topic x now', 'b']],
  })
const numbersOf = (...targets: string[]) => new Set(targets.map(texts.numberOf))
const readsOf = (pages: Pages, target: string) =>
  textsOf(texts, pages.get(texts.numberOf(target))?.reads ?? rowOf(texts, []))

it('each of a family rests on what any looked at, also one that only uses what another made', () => {
  const pages = pagesOf()
  joinFamilies(pages, new Set(Array.from(pages, ({ targetNumber }) => targetNumber)), texts)
  expect(readsOf(pages, '/conflicts.csv')).toEqual(['head', 'h', ...looked])
  expect(readsOf(pages, '/topics/x.csv')).toEqual(['record topic x now', 'b'])
})

it('one made beside others that are kept rests on what they looked at', () => {
  const pages = pagesOf()
  joinFamilies(pages, numbersOf('/conflicts.csv'), texts)
  expect(readsOf(pages, '/conflicts.csv')).toEqual(['head', 'h', ...looked])
})

it('families that are kept stay as they are', () => {
  const pages = pagesOf()
  joinFamilies(pages, numbersOf('/topics/x'), texts)
  expect(readsOf(pages, '/conflicts.csv')).toEqual(['head', 'h'])
})

it('an answer that one of them was asked for is shared, wherever it stands among what was read', () => {
  const days: Read = ['days', '']
  const answer: Read = ['answer standings now', 'c']
  const pages = pagesWith({ '/topics': [days, answer, ['head', 'h']], '/topics.csv': [days, ['head', 'h']] })
  joinFamilies(pages, numbersOf('/topics.csv'), texts)
  expect(readsOf(pages, '/topics.csv')).toEqual([...answer, ...days, 'head', 'h'])
})
