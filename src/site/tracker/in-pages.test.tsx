import { expect, test } from 'vitest'
import { pageOf } from './in-pages.tsx'

const entry = (name: string, bytes: number, group = '') => ({ group, markup: name.padEnd(bytes, '.') })
const namesOn = ({ groups }: ReturnType<typeof pageOf>) =>
  [...groups].map(([group, shown]) => [group, shown.map((each) => String(each).replaceAll('.', ''))])

const entries = [
  entry('a', 10_000, 'x'),
  entry('b', 11_000, 'x'),
  entry('c', 2_000, 'x'),
  entry('d', 50_000, 'y'),
  entry('e', 10, 'y'),
]

test('a page carries as many entries as fit it, under their headings', () => {
  expect(namesOn(pageOf(entries, 1))).toEqual([['x', ['a', 'b']]])
  expect(namesOn(pageOf(entries, 2))).toEqual([['x', ['c']]])
  expect(namesOn(pageOf(entries, 3))).toEqual([['y', ['d']]])
  expect(namesOn(pageOf(entries, 4))).toEqual([['y', ['e']]])
})

test('weighed are bytes, as they are sent', () => {
  expect(pageOf([entry('<', 1), { group: '', markup: '<'.repeat(6_000) }], 1).pages).toBe(2)
  expect(pageOf([entry('a', 1), { group: '', markup: '–'.repeat(8_000) }], 1).pages).toBe(2)
})

test('the first page has the places of what stands on later ones, and less room for it', () => {
  const many = Array.from({ length: 100 }, (_, at) => ({ ...entry('a', 1_000), id: `place-${at}` }))
  const first = pageOf(many, 1)
  const shown = first.groups.get('')?.length ?? 0
  expect(first.elsewhere).toEqual(many.slice(shown).map(({ id }) => id))
  expect(shown).toBeLessThan(22)
  expect(pageOf(many, 2).elsewhere).toEqual([])
})

test('a page beyond the last is the last, and no entries are one page', () => {
  expect(pageOf(entries, 99)).toMatchObject({ page: 4, pages: 4 })
  expect(pageOf([], 3)).toEqual({ groups: new Map(), page: 1, pages: 1, elsewhere: [] })
})
