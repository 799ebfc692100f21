import { describe, expect, it } from 'vitest'
import { crawl, elementsOf, textOf } from '../../../../test/builders/crawl.ts'
import { validate } from '../../../../test/builders/json-schema.ts'
import { readCsv } from '../../../../test/builders/read-csv.ts'
import { readXml } from '../../../../test/builders/read-xml.ts'
import { aTracker, RIVER_TRACKER } from '../../../../test/builders/tracker.ts'
import { parsePlainDate } from '../../../model/index.ts'
import { createTrackerSite } from '../app.tsx'

const { reader } = aTracker(RIVER_TRACKER)
const site = createTrackerSite({ reader, today: () => parsePlainDate('2026-02-01')! })
const get = async (path: string, init: RequestInit = {}) => {
  const response = await site.request(`https://rivers.example${path}`, init)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, text }
}

describe('a table', () => {
  it('is found beside its page as CSV, described and named for a folder of downloads', async () => {
    const { status, headers, text } = await get('/deadlines.csv')
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(headers.get('link')).toBe(
      '</deadlines.csv-metadata.json>; rel="describedby"; type="application/csvm+json"',
    )
    expect(headers.get('content-disposition')).toBe('attachment; filename="rivers-deadlines-2026-02-01.csv"')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(readCsv(text).map(([id]) => id)).toEqual([
      'deadline',
      'law-2024',
      'count-2023',
      'trial-2025',
      'ladders-someday',
    ])
  })

  it('has metadata that names it', async () => {
    const { headers, text } = await get('/deadlines.csv-metadata.json')
    expect(headers.get('content-type')).toBe('application/csvm+json; charset=utf-8')
    expect(JSON.parse(text).url).toBe('https://rivers.example/deadlines.csv')
  })

  it('is the same as JSON, on the same day and with the filters of the page', async () => {
    const { text } = await get('/left-out.json?group=boaters&as_at=2024-01-01')
    expect(JSON.parse(text)).toMatchObject({
      schema: 'holdfast/table@1',
      asAt: '2024-01-01',
      page: 'https://rivers.example/left-out?group=boaters&as_at=2024-01-01',
    })
    expect(JSON.parse(text).rows).toHaveLength(2)
    expect((await get('/left-out.csv?group=boaters&as_at=2024-01-01')).headers.get('link')).toContain(
      '</left-out.csv-metadata.json?group=boaters&as_at=2024-01-01>',
    )
  })

  it.each([
    ['/left-out.csv?group=boters', 'there is no group of that id'],
    ['/left-out.json?group=boaters&as_at=1900-01-01', 'there is no group of that id on that day'],
    ['/deadlines.csv?standing=late-ish', 'Use one of: kept, late,'],
    ['/topics/sewage.csv?strength=strong', 'Use one of: in-force,'],
    ['/data/asks.csv?state=opened', 'Use one of: open,'],
    ['/data/timeline.csv?what=said', 'Use one of: recommended,'],
    ['/changes.csv?type=topics', 'Use one of: tracker,'],
    ['/organisations.csv-metadata.json?kind=club', 'Use one of: government,'],
  ])('that is narrowed by what cannot be says so, and is not empty: %s', async (path, words) => {
    const { status, text } = await get(path)
    expect([status, JSON.parse(text).code]).toEqual([400, 'parameter_invalid'])
    expect(JSON.parse(text).detail).toContain(words)
  })

  it('that nothing meets is empty, and a filter without a value is none', async () => {
    expect(readCsv((await get('/data/decisions.csv?reply=rejected')).text)).toHaveLength(1)
    expect((await get('/left-out.csv?group=')).text).toBe((await get('/left-out.csv')).text)
  })

  it.each([
    '/api/v1/deadlines',
    '/api/v1/changes',
    '/search.json?q=sewage',
    '/deadlines.csv',
    '/deadlines.json',
    '/changes.atom',
    '/deadlines.ics',
    '/promises.svg',
    '/topics/sewage.svg',
    '/embed/topics/sewage',
    '/oembed?url=/topics/sewage',
  ])('is what was recorded by then, as every answer is: %s', async (path) => {
    const by = (place: number) => get(`${path}${path.includes('?') ? '&' : '?'}recorded_by=${place}`)
    const { size } = await reader.readHead()
    const [first, last, now] = [await by(1), await by(size), await get(path)]
    expect([now.status, last.status]).toEqual([200, 200])
    expect(first.text).not.toBe(last.text)
    expect(`${first.text} `).not.toContain('Sewage in rivers')
    expect((await get(`${path}${path.includes('?') ? '&' : '?'}recorded_by=1999-01-01`)).status).toBe(404)
  })

  it('of changes holds all that was recorded', async () => {
    const { text } = await get('/changes.json')
    expect(JSON.parse(text).rows.length).toBe((await reader.readHead()).size)
    expect(JSON.parse((await get('/changes.json?as_at=2026-01-30')).text).rows).toEqual([])
  })

  it('is told only to those who do not have it', async () => {
    const tag = (await get('/sources.csv')).headers.get('etag')!
    expect((await get('/sources.csv', { headers: { 'If-None-Match': tag } })).status).toBe(304)
  })

  it.each([
    ['/deadlines.csv?as_at=soon', 400, 'day_invalid'],
    ...[
      '/deadlines.csv',
      '/deadlines.ics',
      '/changes.atom',
      '/topics/sewage.rss',
      '/promises.svg',
      '/embed/topics/sewage',
    ].map((path): [string, number, string] => [`${path}?as_at=2999-01-01`, 400, 'day_invalid']),
    ['/deadlines.csv?colour=red', 400, 'parameter_unknown'],
  ])('%s is told what is wrong', async (path, status, code) => {
    const answer = await get(path)
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([status, code])
  })

  it('cannot be written', async () => {
    expect((await get('/deadlines.csv', { method: 'POST' })).status).toBe(405)
  })

  it.each(['/nothing.csv', '/topics/none.csv', '/topics/none.svg', '/about.csv', '/.csv', '/deadlines.svg'])(
    '%s that is none gets the page that says so',
    async (path) => {
      const { status, headers, text } = await get(path)
      expect([status, headers.get('content-type')?.toLowerCase()]).toEqual([404, 'text/html; charset=utf-8'])
      expect(text).toContain('There is nothing at this address')
    },
  )

  it('leaves the search as it was', async () => {
    expect(JSON.parse((await get('/search.json?q=ladders')).text).results[0].url).toBe(
      '/commitments/fish-ladders',
    )
  })
})

describe('a chart', () => {
  it.each(['/promises.svg', '/left-out.svg', '/topics/sewage.svg', '/commitments/stop-spills.svg'])(
    '%s stands alone',
    async (path) => {
      const { status, headers, text } = await get(path)
      expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8'])
      const names = readXml(text).map(({ name }) => name)
      expect(names.slice(0, 4)).toEqual(['svg', 'title', 'desc', 'style'])
      expect(text).not.toMatch(
        /var\(--(?!paper|ink|quiet|line|edge|accent|tint|strong-tint|yes|part|no|serif|sans)/,
      )
      expect(text).not.toMatch(/href="\/|<script|url\(/)
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
    },
  )

  it('of who is left out has a shape and a word for each pair, by the day that is asked for', async () => {
    const { text } = await get('/left-out.svg')
    const words = [...text.matchAll(/<text class="cell"[^>]*>([^<]+)/g)].map(([, word]) => word)
    expect(words).toEqual(['In', 'Out', 'Not looked at', 'Not looked at'])
    expect(text).toContain('class="yes"')
    expect(text).toContain('class="no"')
    const before = await get('/left-out.svg?as_at=2022-01-01')
    expect(before.status).toBe(200)
    expect(before.text).toContain('Nobody has compared groups of people here yet.')
    expect((await get('/left-out.svg?as_at=never')).status).toBe(400)
  })

  it('before the first promise says that there is none', async () => {
    const { text } = await get('/promises.svg?as_at=2022-07-01')
    expect(text).toContain('No promise was found.')
    expect(text).toContain('as of 1 July 2022')
  })
})

describe('the pages', async () => {
  const pages = await crawl(site)

  it('lead only to files that are there', async () => {
    const files = new Set([...pages.values()].flatMap((page) => page.files))
    expect(files.size).toBeGreaterThan(60)
    for (const path of files) expect((await get(path)).status, path).toBe(200)
  })

  it('name feeds, tables and cards that are there in their heads', async () => {
    for (const [path, { html }] of pages)
      for (const { attributes } of elementsOf(html, 'link'))
        if (attributes.rel === 'alternate') {
          const { status, headers } = await get(attributes.href ?? '')
          expect([status, headers.get('content-type')?.split(';')[0]], `${path}: ${attributes.href}`).toEqual(
            [200, attributes.type?.replace('json+oembed', 'json')],
          )
        }
  })

  it('with a table or a chart offer it', () => {
    for (const path of [
      '/deadlines',
      '/left-out',
      '/promises',
      '/topics/sewage',
      '/indicators/spills',
      '/sources',
      '/commitments/stop-spills',
    ])
      expect(pages.get(path)?.files, path).toEqual(expect.arrayContaining([`${path}.csv`, `${path}.json`]))
    expect(pages.get('/promises')?.files).toContain('/promises.svg')
    expect(pages.get('/about')?.files.filter((file) => file.startsWith('/about'))).toEqual([])
  })

  it('keep to the day asked for in what they offer', async () => {
    const { text } = await get('/deadlines?as_at=2024-06-30')
    expect(text).toContain('href="/deadlines.csv?as_at=2024-06-30"')
    expect(text).toContain('href="/deadlines.ics?as_at=2024-06-30"')
  })
})

it('what a page as it was recorded offers, keeps to that too', async () => {
  const { text } = await get('/deadlines?recorded_by=2026-01-31')
  const files = elementsOf(text, 'a')
    .map(({ attributes }) => attributes.href ?? '')
    .filter((href) => /^\/deadlines\.\w+\?recorded_by=2026-01-31$/.test(href))
  expect(files).toHaveLength(3)
  for (const file of files) expect((await get(file)).status, file).toBe(200)
})

describe('the data page', () => {
  it('counts the rows of every dataset as its files have them', async () => {
    const { text } = await get('/data')
    for (const row of elementsOf(text, 'tr').slice(1)) {
      const [csv] = elementsOf(row.html, 'a')
        .map(({ attributes }) => attributes.href ?? '')
        .filter((href) => href.endsWith('.csv'))
      const rows = readCsv((await get(csv!)).text).length - 1
      expect(elementsOf(`<table>${row.html}</table>`, 'td').map(({ html }) => textOf(html))[0], csv).toBe(
        String(rows),
      )
    }
  })

  it('has a page a dataset with every column', async () => {
    const { status, text } = await get('/data/deadlines')
    expect(status).toBe(200)
    expect(textOf(text)).toContain('standing_daysDays early, late, overdue or left')
    expect((await get('/data/none')).status).toBe(404)
  })

  it('describes the datasets as schema.org does, in a block that no text can end', async () => {
    const named = aTracker(
      RIVER_TRACKER.replace('title: Rivers', 'title: "</script><script>alert(1)</script>"'),
    )
    const hostile = createTrackerSite({
      reader: named.reader,
      today: () => parsePlainDate('2026-02-01')!,
      address: 'https://rivers.example',
    })
    const html = await (await hostile.request('/data')).text()
    const blocks = elementsOf(html, 'script')
    expect(blocks.map(({ attributes }) => attributes.type)).toEqual(['application/ld+json'])
    const block = JSON.parse(textOf(blocks[0]!.html.replace(/^<script[^>]*>|<\/script>$/g, '')))
    expect(block).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'DataCatalog',
      name: '</script><script>alert(1)</script>',
      url: 'https://rivers.example/data',
    })
    for (const { url } of block.dataset) {
      const own = elementsOf(await (await hostile.request(url)).text(), 'script')
      const dataset = JSON.parse(textOf(own[0]!.html.replace(/^<script[^>]*>|<\/script>$/g, '')))
      expect(validate(DATASET, dataset).errors, url).toEqual([])
    }
  })
})

/** What those who search for datasets ask of one: name, description of 50 to 5,000 characters, where to get it. */
const DATASET = {
  type: 'object',
  required: ['@type', 'name', 'description', 'url', 'distribution', 'dateModified'],
  properties: {
    '@type': { const: 'Dataset' },
    name: { type: 'string', minLength: 3 },
    description: { type: 'string', minLength: 50, maxLength: 5000 },
    url: { type: 'string', format: 'uri' },
    license: { type: 'string', format: 'uri' },
    dateModified: { type: 'string', format: 'date' },
    temporalCoverage: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d/\\d{4}-\\d\\d-\\d\\d$' },
    distribution: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['@type', 'encodingFormat', 'contentUrl'],
        properties: { '@type': { const: 'DataDownload' }, contentUrl: { type: 'string', format: 'uri' } },
      },
    },
  },
}
