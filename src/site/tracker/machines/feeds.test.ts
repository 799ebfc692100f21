import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { problemsOfAtom, problemsOfRss } from '../../../../test/builders/feeds.ts'
import { validate } from '../../../../test/builders/json-schema.ts'
import { readXml } from '../../../../test/builders/read-xml.ts'
import { aTracker, RIVER_TRACKER } from '../../../../test/builders/tracker.ts'
import { parsePlainDate } from '../../../model/index.ts'
import { createMemoryReader, type TrackerEvent } from '../../../tracker/index.ts'
import { createTrackerSite } from '../app.tsx'

const { events } = aTracker(RIVER_TRACKER)
const siteOf = (all: readonly TrackerEvent[]) =>
  createTrackerSite({
    reader: createMemoryReader({ events: all }),
    today: () => parsePlainDate('2026-02-01')!,
  })
const site = siteOf(events)
const get = async (path: string, from = site, host = 'rivers.example') => {
  const response = await from.request(`https://${host}${path}`)
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../test/schemas/json-feed-1.1.json'), 'utf8'),
)
const idsOf = (json: string): string[] => JSON.parse(json).items.map(({ id }: { id: string }) => id)

const FEEDS = [
  '/changes',
  '/topics/sewage',
  '/topics/fish',
  '/search?q=spills',
  '/search?q=zebra',
  '/search',
  '/changes?as_at=2023-06-01',
  '/changes?as_at=1990-01-01',
]
const withSuffix = (path: string, suffix: string) => path.replace(/(\?|$)/, `.${suffix}$1`)

describe.each(FEEDS)('the feed of %s', (path) => {
  it('is valid Atom', async () => {
    const { status, headers, text } = await get(withSuffix(path, 'atom'))
    expect([status, headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8'])
    expect(problemsOfAtom(text)).toEqual([])
  })
  it('is valid RSS', async () => {
    const { status, headers, text } = await get(withSuffix(path, 'rss'))
    expect([status, headers.get('content-type')]).toEqual([200, 'application/rss+xml; charset=utf-8'])
    expect(problemsOfRss(text)).toEqual([])
  })
  it('is valid JSON Feed, with the same entries', async () => {
    const { status, headers, text } = await get(withSuffix(path, 'feed.json'))
    expect([status, headers.get('content-type')]).toEqual([200, 'application/feed+json; charset=utf-8'])
    expect(validate(schema, JSON.parse(text)).errors).toEqual([])
    const atom = readXml((await get(withSuffix(path, 'atom'))).text)
    const ids = atom
      .filter(({ name, within }) => name === 'id' && within.length === 2)
      .map((each) => each.text)
    expect(idsOf(text)).toEqual(ids)
  })
})

describe('the checks', () => {
  it('would catch a feed that is wrong', async () => {
    const { text } = await get('/changes.atom')
    expect(problemsOfAtom(text.replace(/<updated>[^<]*/, '<updated>yesterday'))).not.toEqual([])
    expect(problemsOfAtom(text.replaceAll('rel="self"', 'rel="other"'))).not.toEqual([])
    expect(() => problemsOfAtom(text.replace('</feed>', ''))).toThrow()
    const rss = (await get('/changes.rss')).text
    expect(problemsOfRss(rss.replace(/<guid isPermaLink="false">/, '<guid>'))).not.toEqual([])
  })
})

describe('an entry', () => {
  it('tells what happened, when, and what it rests on', async () => {
    const { text } = await get('/topics/sewage.feed.json')
    const entry = JSON.parse(text).items.find(({ url }: { url: string }) => url.endsWith('#v3'))
    expect(entry).toEqual({
      id: expect.stringMatching(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      ),
      url: 'https://rivers.example/commitments/stop-spills#v3',
      title: 'Promise: Fewer spills (1 October 2024)',
      content_html:
        '<p>A trial will stop spills in two rivers.</p><p>It was so: 1 October 2024.</p><p>It rests on:</p><ul><li><a href="https://rivers.example/sources/SPEECH">A speech on rivers</a>, Water Office</li></ul>',
      content_text:
        'A trial will stop spills in two rivers.\nIt was so: 1 October 2024.\nA speech on rivers, Water Office: https://rivers.example/sources/SPEECH',
      summary: 'A trial will stop spills in two rivers.',
      date_published: '2026-01-31T00:00:00.000Z',
      date_modified: '2026-01-31T00:00:00.000Z',
      authors: [{ name: 'The Water Office' }],
      tags: ['Sewage in rivers'],
    })
  })

  it('keeps its id wherever the site is and whatever is added', async () => {
    const before = idsOf((await get('/changes.feed.json')).text)
    expect(idsOf((await get('/changes.feed.json', site, 'elsewhere.example')).text)).toEqual(before)
    expect(new Set(before).size).toBe(before.length)
  })

  it('of a correction comes first, with its reason, and the thing corrected is new again', async () => {
    const one = events.find(({ id }) => id === 'spills-budget')!
    const corrected: TrackerEvent = {
      ...one,
      sequence: events.length + 1,
      action: 'corrected',
      reason: 'The day was wrong.',
      recordedAt: '2026-02-03T10:00:00.000Z',
    }
    const { items } = JSON.parse((await get('/changes.feed.json', siteOf([...events, corrected]))).text)
    expect(
      items
        .slice(0, 2)
        .map(({ title, date_modified }: { title: string; date_modified: string }) => [title, date_modified]),
    ).toEqual([
      ['Corrected: What happened: Money was set aside.', '2026-02-03T10:00:00.000Z'],
      ['What happened: Fewer spills (1 June 2023)', '2026-02-03T10:00:00.000Z'],
    ])
    expect(items[0].content_text).toContain('The day was wrong.')
  })
})

it.each(['/topics/none.atom', '/about.atom', '/deadlines.rss', '/topics/sewage/timeline.atom'])(
  '%s is no feed',
  async (path) => {
    expect((await get(path)).status).toBe(404)
  },
)
it('a search that is too long is told so', async () => {
  expect((await get(`/search.atom?q=${'x'.repeat(10_000)}`)).status).toBe(400)
})
