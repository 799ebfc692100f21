// A tracker much larger than the flagship, held whole: its pages stay as light, and all of it can still be reached.
import { describe, expect, it } from 'vitest'
import { parsePlainDate } from '../../src/model/index.ts'
import { createTrackerSite } from '../../src/site/index.ts'
import { createMemoryReader, foldEvents, listRecords, type TrackerEvent } from '../../src/tracker/index.ts'
import { type CrawledPage, crawl } from '../builders/crawl.ts'
import { aTracker, RIVER_TRACKER } from '../builders/tracker.ts'
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

describe('what is said or compared far more often than in most trackers', async () => {
  const many = Array.from({ length: 40 }, (_, at) => at)
  const versions = many.map(
    (at) =>
      `      - { on: ${2020 + Math.floor(at / 10)}-0${1 + (at % 9)}, government: first, strength: ${at % 2 ? 'fund' : 'pilot'}, text: 'Said for time ${at}, in a sentence of the usual length.', money: { pounds: ${(at * 37) % 11}000000 }, places: { most: ${1 + ((at * 5) % 7)} }, cites: [{ source: PLAN }] }`,
  )
  const ordered = versions.sort()
  const groups = many
    .slice(0, 18)
    .map(
      (at) =>
        `  - { id: people-${at}, order: ${at + 10}, name: A group of people with number ${at}, plain: They fish. }`,
    )
  const supports = many
    .slice(0, 20)
    .map(
      (at) =>
        `  - { id: help-${at}, order: ${at + 10}, topic: fish, name: Help of kind ${at}, plain: It helps. }`,
    )
  const { reader } = aTracker(
    RIVER_TRACKER,
    `commitments:\n  - id: often\n    title: A promise said often\n    topics: [fish]\n    by: office\n    versions:\n${ordered.join('\n')}`,
    `groups:\n${groups.join('\n')}\nsupports:\n${supports.join('\n')}`,
  )
  const pages = await crawl(createTrackerSite({ reader, today: () => parsePlainDate('2026-11-22')! }))
  const pathsOf = (start: string) => [...pages.keys()].filter((path) => path.startsWith(start))

  it('weighs no more than a page may', () => {
    expect(tooHeavy(pages)).toEqual([])
  })

  it('has each version on one page of its promise, and its place on the first', () => {
    const paths = pathsOf('/commitments/often').filter((path) => !path.includes('then'))
    expect(paths.length).toBeGreaterThan(1)
    const told = paths.map((path) => pages.get(path)?.html ?? '')
    for (const at of many) {
      expect(
        told.filter((html) => html.includes(`Said for time ${at}, in a sentence`)).length,
      ).toBeGreaterThan(0)
      expect(told[0]).toContain(` id="v${at + 1}"`)
    }
    expect(told[0]).toContain('<a href="#versions">28 times before</a>')
  })

  it('has each kind of help in a row of the table', () => {
    const rows = pathsOf('/left-out').filter((path) => /^\/left-out(\?page=\d)?$/.test(path))
    expect(rows).toEqual(['/left-out', '/left-out?page=2'])
    const html = rows.map((path) => pages.get(path)?.html).join()
    for (const at of many.slice(0, 20)) expect(html).toContain(`>Help of kind ${at}</a>`)
    expect(pages.get('/left-out?group=people-3')?.html).toContain(
      'All groups and all kinds of help side by side',
    )
  })
})
