import { describe, expect, it } from 'vitest'
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
  it.each(['/promises.svg', '/topics/sewage.svg', '/commitments/stop-spills.svg'])(
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

  it('before the first promise says that there is none', async () => {
    const { text } = await get('/promises.svg?as_at=2022-07-01')
    expect(text).toContain('No promise was found.')
    expect(text).toContain('as of 1 July 2022')
  })
})
