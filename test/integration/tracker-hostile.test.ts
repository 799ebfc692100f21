// A tracker whose every text is hostile, through every format there is: each stays whole and holds it as text.
import { describe, expect, it } from 'vitest'
import { listTablePaths } from '../../src/api/tracker/index.ts'
import { parsePlainDate } from '../../src/model/index.ts'
import { createTrackerSite } from '../../src/site/index.ts'
import { crawl, elementsOf, textOf } from '../builders/crawl.ts'
import { problemsOfAtom, problemsOfRss } from '../builders/feeds.ts'
import { hostileTracker } from '../builders/hostile.ts'
import { readCalendar } from '../builders/read-calendar.ts'
import { readCsv } from '../builders/read-csv.ts'
import { readXml } from '../builders/read-xml.ts'
import { standpointOf } from '../builders/standpoint.ts'

const tracker = hostileTracker()
const site = createTrackerSite({ reader: tracker.reader, today: () => parsePlainDate('2026-02-01')! })
const get = async (path: string) => {
  const response = await site.request(`https://rivers.example${path}`)
  expect(response.status, path).toBe(200)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
}
const paths = listTablePaths(standpointOf(tracker))

/** What would run, or break out of where it stands. */
function dangersOf(html: string): string[] {
  return elementsOf(html).flatMap(({ name, attributes }) => {
    const isData = name === 'script' && attributes.type === 'application/ld+json'
    const isOurs = name === 'script' && /^\/[\w.-]+\.js$/.test(attributes.src ?? '')
    return [
      ...(['script', 'img', 'object', 'embed', 'x'].includes(name) && !isData && !isOurs
        ? [`<${name}>`]
        : []),
      ...Object.entries(attributes)
        .filter(([key, value]) => key.startsWith('on') || /^\s*javascript:/i.test(value))
        .map(([key]) => `${name} ${key}`),
    ]
  })
}

it('there is hostile text in all fields', () => {
  expect(tracker.fields).toBeGreaterThan(80)
})

it('every page holds it as text', async () => {
  for (const [path, { html, status }] of await crawl(site)) {
    expect(status, path).toBe(200)
    expect(dangersOf(html), path).toEqual([])
    for (const { html: block } of elementsOf(html, 'script').filter(({ attributes }) => attributes.type))
      expect(() => JSON.parse(textOf(block.replace(/^<script[^>]*>|<\/script>$/g, ''))), path).not.toThrow()
  }
})

describe('tables', () => {
  it.each(paths)('%s runs no formula and breaks no format', async (path) => {
    const cells = readCsv(await get(`${path}.csv`)).flat()
    expect(cells.filter((cell) => /^[\s\u0000\uFEFF]*[=+\-@\t\r]/.test(cell))).toEqual([])
    const { rows } = JSON.parse(await get(`${path}.json`))
    expect(Array.isArray(rows)).toBe(true)
    expect(JSON.parse(await get(`${path}.csv-metadata.json`)).tableSchema.columns.length).toBeGreaterThan(2)
  })
})

it.each(['/promises', '/topics/sewage', '/commitments/stop-spills'])(
  'the chart of %s stays XML',
  async (path) => {
    const names = readXml(await get(`${path}.svg`)).map(({ name }) => name)
    expect(names.filter((name) => ['script', 'foreignObject', 'img', 'x'].includes(name))).toEqual([])
  },
)

it.each(['/changes', '/topics/sewage', '/search?q=spills'])(
  'the feeds of %s stay valid, and their HTML harmless',
  async (path) => {
    const [own, query] = path.split('?')
    const at = (suffix: string) => get(`${own}.${suffix}${query === undefined ? '' : `?${query}`}`)
    const atom = await at('atom')
    expect(problemsOfAtom(atom)).toEqual([])
    for (const { name, text } of readXml(atom)) if (name === 'content') expect(dangersOf(text)).toEqual([])
    const rss = await at('rss')
    expect(problemsOfRss(rss)).toEqual([])
    for (const { name, text, within } of readXml(rss))
      if (name === 'description' && within.length > 2) expect(dangersOf(text)).toEqual([])
    const { items } = JSON.parse(await at('feed.json'))
    expect(items.length).toBeGreaterThan(0)
    for (const { content_html, title } of items) {
      expect(dangersOf(content_html)).toEqual([])
      expect(title).not.toMatch(/[\u0000-\u001F\u202A-\u202E\u2066-\u2069]/)
    }
  },
)

it('the calendar has the same events, with it in their words', async () => {
  const { events } = readCalendar(await get('/deadlines.ics'))
  expect(events).toHaveLength(3)
  expect(events[0]?.DESCRIPTION).toContain('BEGIN:VEVENT')
})

it('the card and its code hold it as text', async () => {
  expect(dangersOf(await get('/embed/topics/sewage'))).toEqual([])
  const { html, title } = JSON.parse(await get('/oembed?url=/topics/sewage'))
  expect(dangersOf(html)).toEqual([])
  expect(elementsOf(html, 'iframe')[0]?.attributes.title).toBe(title)
})

it('the API and its description stay JSON', async () => {
  const { lists } = JSON.parse(await get('/api/v1'))
  for (const { address } of lists) JSON.parse(await get(new URL(address).pathname))
  expect(JSON.parse(await get('/api/v1/openapi.json')).openapi).toBe('3.1.1')
})

it('the MCP endpoint answers in JSON', async () => {
  const body = {
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: 'get_topic', arguments: { id: 'sewage' } },
  }
  const response = await site.request('https://rivers.example/mcp', {
    method: 'POST',
    body: JSON.stringify(body),
  })
  const { result } = (await response.json()) as { result: { content: { text: string }[] } }
  expect(JSON.parse(result.content[1]!.text).title).toContain('</script>')
})
