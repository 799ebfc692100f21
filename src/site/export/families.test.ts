import { expect, it } from 'vitest'
import { familyOf, joinFamilies } from './families.ts'
import type { PageNote, Read } from './notes.ts'
import { createTexts, rowOf, textsOf } from './texts.ts'

const texts = createTexts()
const note = (...reads: Read[]): PageNote => ({
  file: '',
  targetNumber: 0,
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
const pagesOf = () =>
  new Map([
    ['/conflicts.json', note(['head', 'h'], looked)],
    ['/conflicts.csv', note(['head', 'h'])],
    ['/topics/x', note(['record topic x now', 'b'])],
    ['/topics/x.csv', note(['record topic x now', 'b'])],
  ])
const readsOf = (pages: ReadonlyMap<string, PageNote>, target: string) =>
  textsOf(texts, pages.get(target)?.reads ?? rowOf(texts, []))

it('each of a family rests on what any looked at, also one that only uses what another made', () => {
  const pages = pagesOf()
  joinFamilies(pages, new Set(pages.keys()), texts)
  expect(readsOf(pages, '/conflicts.csv')).toEqual(['head', 'h', ...looked])
  expect(readsOf(pages, '/topics/x.csv')).toEqual(['record topic x now', 'b'])
})

it('one made beside others that are kept rests on what they looked at', () => {
  const pages = pagesOf()
  joinFamilies(pages, new Set(['/conflicts.csv']), texts)
  expect(readsOf(pages, '/conflicts.csv')).toEqual(['head', 'h', ...looked])
})

it('families that are kept stay as they are', () => {
  const pages = pagesOf()
  joinFamilies(pages, new Set(['/topics/x']), texts)
  expect(readsOf(pages, '/conflicts.csv')).toEqual(['head', 'h'])
})

it('an answer that one of them was asked for is shared, wherever it stands among what was read', () => {
  const days: Read = ['days', '']
  const answer: Read = ['answer standings now', 'c']
  const pages = new Map([
    ['/topics', note(days, answer, ['head', 'h'])],
    ['/topics.csv', note(days, ['head', 'h'])],
  ])
  joinFamilies(pages, new Set(['/topics.csv']), texts)
  expect(readsOf(pages, '/topics.csv')).toEqual([...answer, ...days, 'head', 'h'])
})
