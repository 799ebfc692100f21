import { expect, it } from 'vitest'
import type { TrackerState } from '../../tracker/index.ts'
import { listEverything } from './everything-list.ts'

const FIRST = [
  'River',
  'river',
  'Élan',
  'salmon',
  'Salmon 2',
  'Salmon 10',
  '“Weir”',
  '£9 million',
  '12 weirs',
  '2 weirs',
]

function listOf(titles: readonly string[]) {
  const found = titles.map((title, at) => ({ type: 'topic' as const, id: `t-${at}`, title }))
  // Names of topics are all that is read of the state.
  const topic = new Map(found.map(({ id, title }) => [id, { id, body: { title } }]))
  return listEverything({ records: { topic } } as unknown as TrackerState, found)
}

const titles = Array.from({ length: 1500 }, (_, at) => `${FIRST[at % FIRST.length]} ${(at * 7919) % 1009}`)
const namesOf = (list: ReturnType<typeof listOf>) =>
  list.flatMap(({ parts }) => parts.flatMap(({ listed }) => listed.map(({ title }) => title)))

it('has everything once, in the order of a dictionary, numbers by their size', () => {
  const list = listOf(titles)
  const collator = new Intl.Collator('en-GB', { numeric: true })
  const bare = (title: string) => title.replace(/^[^\p{L}\p{N}]+/u, '')
  const inOrder = [...titles].sort((one, other) => collator.compare(bare(one), bare(other)))
  expect([...namesOf(list)].sort()).toEqual([...titles].sort())
  for (const { letter, count, parts } of list) {
    const own = parts.flatMap(({ listed }) => listed.map(({ title }) => bare(title)))
    expect(own).toHaveLength(count)
    const isOwn = new Set(own)
    const wanted = inOrder.map(bare).filter((title) => isOwn.has(title))
    expect(own.map((title) => title.toLowerCase())).toEqual(wanted.map((title) => title.toLowerCase()))
    expect(letter).toMatch(/^([A-Z]|0–9)$/)
  }
})

it('has parts that fit a page', () => {
  for (const { parts } of listOf(titles))
    for (const { listed } of parts) expect(listed.length).toBeLessThanOrEqual(120)
})

it('keeps nearly all parts as they are where one name changes', () => {
  const keysOf = (list: ReturnType<typeof listOf>) =>
    list.flatMap(({ parts }) => parts.map((part) => JSON.stringify(part)))
  const before = new Set(keysOf(listOf(titles)))
  let changed = 0
  for (let at = 0; at < 12; at += 1) {
    const other = titles.map((title, each) => (each === at * 97 ? `Anew ${title}` : title))
    changed += keysOf(listOf(other)).filter((key) => !before.has(key)).length
  }
  expect(changed / 12).toBeLessThan(4)
})
