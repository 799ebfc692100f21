// A tracker much larger than the flagship, held whole: its pages stay as light, and all of it can still be reached.
import { describe, expect, it } from 'vitest'
import { parsePlainDate } from '../../src/model/index.ts'
import { createTrackerSite } from '../../src/site/index.ts'
import { createMemoryReader, foldEvents, listRecords, type TrackerEvent } from '../../src/tracker/index.ts'
import { type CrawledPage, crawl } from '../builders/crawl.ts'
import { generateRecord } from '../measures/generated-record.ts'

const LIMIT = 30_000
const STATEMENTS = 1_000

const eventsOf = (statements: number) =>
  [...generateRecord(statements)].flat().map(({ by, action, type, id, reason, body }, at): TrackerEvent => {
    return { sequence: at + 1, recordedAt: '2026-01-31T00:00:00.000Z', by, action, type, id, reason, body }
  })
const siteOf = (events: readonly TrackerEvent[]) =>
  createTrackerSite({ reader: createMemoryReader({ events }), today: () => parsePlainDate('2026-11-22')! })

const events = eventsOf(STATEMENTS)
const site = siteOf(events)
const state = foldEvents(events)

const tooHeavy = (pages: ReadonlyMap<string, CrawledPage>) =>
  [...pages].filter(([, { bytes }]) => bytes >= LIMIT).map(([path, { bytes }]) => `${path} ${bytes}`)

describe(`the pages of ${STATEMENTS} statements`, { timeout: 240_000 }, async () => {
  const pages = await crawl(site)

  it('weigh less than they may, at present and as they stood on a day', async () => {
    expect(pages.size).toBeGreaterThan(400)
    expect(tooHeavy(pages)).toEqual([])
    const past = new Map<string, CrawledPage>()
    for (const path of [...pages.keys()].filter((each) =>
      /^\/(topics|deadlines|recommendations)/.test(each),
    )) {
      const answer = await site.request(`${path}${path.includes('?') ? '&' : '?'}as_at=2026-06-30`)
      const html = await answer.text()
      past.set(path, { status: answer.status, html, bytes: Buffer.byteLength(html), links: [], files: [] })
    }
    expect(tooHeavy(past)).toEqual([])
  })

  it('lead to every date, ask and recommendation', () => {
    const all = [...pages.values()].map(({ html }) => html).join('\n')
    const missing = [
      ...listRecords(state, 'deadline').filter(({ id }) => !all.includes(`<div class="claim" id="${id}">`)),
      ...listRecords(state, 'ask').filter(
        ({ id, act }) => !all.includes(` id="${id}"`) || !all.includes(act),
      ),
      ...listRecords(state, 'recommendation').filter(({ id }) => !pages.has(`/recommendations/${id}`)),
    ]
    expect(missing.map(({ id }) => id)).toEqual([])
  })

  it('have the places that dates and asks are linked at', () => {
    const missing = [...pages.values()]
      .flatMap(({ links }) => links)
      .filter(({ path, fragment }) => /^\/(deadlines|topics\/[^/]+)$/.test(path) && fragment !== '')
      .filter(({ path, fragment }) => !pages.get(path)?.html.includes(` id="${fragment}"`))
    expect(missing).toEqual([])
  })
})

/** The most that is held whole is some five thousand events. */
const LARGEST_HELD = 4_500

describe(`the promises of ${LARGEST_HELD} statements`, { timeout: 120_000 }, () => {
  it('stand on pages that weigh no more, each topic on one of them', async () => {
    const held = eventsOf(LARGEST_HELD)
    const largest = siteOf(held)
    const topics: string[] = []
    for (let page = 1, pages = 2; page <= pages; page++) {
      const html = await (await largest.request(`/promises?page=${page}`)).text()
      expect(Buffer.byteLength(html)).toBeLessThan(LIMIT)
      pages = Number(/Page \d+ of (\d+)/.exec(html)?.[1] ?? 1)
      topics.push(...[...html.matchAll(/<figcaption><a href="\/topics\/([^"]+)"/g)].map(([, id = '']) => id))
    }
    expect(topics.length).toBeGreaterThan(14)
    expect(topics.sort()).toEqual(
      listRecords(foldEvents(held), 'topic')
        .map(({ id }) => id)
        .sort(),
    )
  })
})
