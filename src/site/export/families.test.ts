import { expect, it } from 'vitest'
import { familyOf, joinFamilies } from './families.ts'
import type { PageNote, Read } from './notes.ts'

const note = (...reads: Read[]): PageNote => ({ file: '', reads, links: [], ids: [] })

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
})

it('each of a family rests on what any looked at, also one that only uses what another made', () => {
  const looked: Read = ['type conflict now', 'a']
  const pages = new Map([
    ['/conflicts.json', note(['head', 'h'], looked)],
    ['/conflicts.csv', note(['head', 'h'])],
    ['/topics/x', note(['record topic x now', 'b'])],
    ['/topics/x.csv', note(['record topic x now', 'b'])],
  ])
  joinFamilies(pages)
  expect(pages.get('/conflicts.csv')?.reads).toEqual([['head', 'h'], looked])
  expect(pages.get('/topics/x.csv')?.reads).toEqual([['record topic x now', 'b']])
})
