// Nothing but content and the rulebook knows what kinship care is: the program's words for it are few, each with a reason,
// and a tracker of another field shows none of them on any page.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parsePlainDate } from '../../src/model/index.ts'
import { createTrackerSite } from '../../src/site/index.ts'
import { parseContent } from '../../src/tracker/index.ts'
import { crawl, textOf } from '../builders/crawl.ts'
import { build } from '../builders/tracker.ts'
import { readSourceFiles, root } from './source-files.ts'

const OF_THE_FIELD = /kinship|guardian|\bsgo\b|foster|\bcarers?\b/i

/** Where the field may be named, and why. A path that ends in "/" allows the folder. */
const ALLOWED: readonly (readonly [path: string, why: string])[] = [
  [
    'src/rules/',
    'what a family says of itself is the contract of the rulebook, which is of kinship care in England',
  ],
  ['src/api/entitlement', 'answers the questions of that rulebook'],
  ['src/site/checker/', 'asks the questions of that rulebook'],
  ['src/site/reach/', 'shows who would gain by that rulebook'],
  [
    'src/cli/',
    'puts the parts together: which tracker and rulebook come with Holdfast, and examples in the help',
  ],
  ['src/reading/groups/defaults.ts', 'the vocabulary in use when nobody brings another'],
  ['src/reading/subjects.ts', 'everyday words for people, as in any public document'],
  ['src/tracker/coverage-from-rules/', 'sets the groups of that tracker beside the cases of that rulebook'],
  ['src/site/tracker/by-rules/', 'shows who is left out by that rulebook'],
]

/** Comments may explain with an example from any field. */
const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '')

const files = readSourceFiles('src').filter(({ path }) => !path.includes('.test.'))
const naming = files.filter(({ text }) => OF_THE_FIELD.test(withoutComments(text))).map(({ path }) => path)

describe('the program', () => {
  it('names no policy field outside content and rulebook, but where there is a reason', () => {
    expect(naming.filter((path) => !ALLOWED.some(([allowed]) => path.startsWith(allowed)))).toEqual([])
  })

  it('has a reason for nothing that no longer names it', () => {
    const there = ALLOWED.filter(([allowed]) => files.some(({ path }) => path.startsWith(allowed)))
    expect(there.filter(([allowed]) => !naming.some((path) => path.startsWith(allowed)))).toEqual([])
  })
})

describe('a tracker of another field', async () => {
  const folder = join(root, 'trackers/horizon-redress')
  const content = parseContent(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.yaml'))
      .sort()
      .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })),
  )
  const site = createTrackerSite({ ...build(content), today: () => parsePlainDate('2026-11-22')! })
  const pages = await crawl(site)

  it('has every page, and none speaks of the first one', () => {
    expect(pages.size).toBeGreaterThan(80)
    for (const [path, { status, html }] of pages) {
      expect(status, path).toBe(200)
      expect(OF_THE_FIELD.exec(textOf(html))?.[0], path).toBeUndefined()
    }
  })

  it.each(['/what-applies', '/what-applies/cover-your-tracks', '/who-gains', '/who-gains.csv'])(
    'has no %s, because it names no rulebook, and says so',
    async (path) => {
      const response = await site.request(path)
      expect(response.status).toBe(404)
      expect(textOf(await response.text())).toContain('This tracker has no rulebook')
    },
  )
})
