// Every page of the trackers that come with Holdfast: none is too heavy, no link is broken, no claim lacks its evidence.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parsePlainDate } from '../../src/model/index.ts'
import { createTrackerSite } from '../../src/site/index.ts'
import { parseContent } from '../../src/tracker/index.ts'
import { type CrawledPage, crawl, elementsOf, textOf } from '../builders/crawl.ts'
import { build } from '../builders/tracker.ts'
import { faultsIn } from '../builders/valid-html.ts'

/** What a page may weigh, without its one style sheet. */
const LIMIT = 30_000

const folder = join(import.meta.dirname, '../../trackers')
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

function siteOf(name: string) {
  const paths = readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.yaml'),
  )
  const content = parseContent(
    paths.sort().map((path) => ({ path, text: readFileSync(join(folder, name, path), 'utf8') })),
  )
  return createTrackerSite({ ...build(content), today: () => parsePlainDate('2026-11-21')! })
}

const heaviest = (pages: ReadonlyMap<string, CrawledPage>) =>
  [...pages].sort(([, one], [, other]) => other.bytes - one.bytes)

describe.each(names)('the pages of %s', { timeout: 240_000 }, async (name) => {
  const site = siteOf(name)
  const pages = await crawl(site)

  it('weigh less than they may, at present and as they stood on a day', async () => {
    const past = await crawl(site, '/?as_at=2026-06-30')
    const all = heaviest(new Map([...pages, ...past]))
    const [path, page] = all[0]!
    console.info(`note: ${all.length} pages of ${name}; the largest is ${path} with ${page.bytes} bytes`)
    expect(
      all.filter(([, { bytes }]) => bytes >= LIMIT).map(([each, { bytes }]) => `${each} ${bytes}`),
    ).toEqual([])
  })

  it('weigh less than they may with the longest addresses, and each cell can still be reached', async () => {
    const groups = [...pages.keys()].filter((path) => path.startsWith('/left-out?group='))
    for (const path of groups) {
      const html = await (await site.request(`${path}&as_at=2026-11-21&recorded_by=2026-11-21`)).text()
      expect([path, Buffer.byteLength(html) < LIMIT]).toEqual([path, true])
      const matrix = elementsOf(html, 'table')[0]?.html ?? ''
      const rows = elementsOf(matrix, 'tr').slice(1)
      expect(rows.filter(({ html: row }) => elementsOf(row, 'a').length < 2)).toEqual([])
    }
    expect(groups.length).toBeGreaterThan(3)
  })

  it('lead only to pages and places that are there', () => {
    const ids = new Map(
      [...pages].map(([path, { html }]) => [
        path,
        new Set(elementsOf(html).map(({ attributes }) => attributes.id)),
      ]),
    )
    const broken = [...pages].flatMap(([path, page]) =>
      page.links
        .filter(
          ({ path: to, fragment }) =>
            pages.get(to)?.status !== 200 || (fragment && !ids.get(to)?.has(fragment)),
        )
        .map(({ path: to, fragment }) => `${path} → ${to}#${fragment}`),
    )
    expect(broken).toEqual([])
  })

  it('are valid HTML', async () => {
    const faults: string[] = []
    for (const [path, { html }] of pages) faults.push(...(await faultsIn(html, path)))
    expect(faults).toEqual([])
  })

  it('lead to no error as the record stood before all it tells', async () => {
    const oldest = await crawl(site, '/?as_at=2019-12-31')
    const failed = [...oldest].filter(([, { status }]) => status !== 200)
    expect(failed.map(([path, { status }]) => `${path} ${status}`)).toEqual([])
  })

  it('give every claim its evidence', () => {
    const bare = [...pages].flatMap(([path, { html }]) =>
      elementsOf(html)
        .filter(({ attributes }) => attributes.class?.split(' ')[0] === 'claim')
        .filter(
          (claim) =>
            !/href="(\/sources\/|https?:)/.test(claim.html) &&
            !claim.html.includes('Nobody has checked this'),
        )
        .map((claim) => `${path}: ${textOf(claim.html).slice(0, 80)}`),
    )
    expect(bare).toEqual([])
  })
})
