import { describe, expect, it } from 'vitest'
import { aTracker, RIVER_TRACKER } from '../../../test/builders/tracker.ts'
import { parsePlainDate } from '../../model/index.ts'
import type { TrackerHead, TrackerReader } from '../../tracker/index.ts'
import { createTrackerSite } from './app.tsx'
import { isKnown } from './deliver.ts'
import { createKeptPages, keepable } from './kept-pages.ts'
import { pageKeyOf } from './page-key.ts'

describe('the key of a page', () => {
  it.each([
    ['/topics/a', '/topics/a'],
    ['/', '/'],
    ['http://evil.example/topics/a?as_at=2024-01-01', '/topics/a?as_at=2024-01-01'],
    ['/c?then=1&now=2', '/c?now=2&then=1'],
    ['/c?now=2&then=1', '/c?now=2&then=1'],
  ])('of %s is %s: no host, one order', (url, key) => expect(pageKeyOf(url)).toBe(key))

  it.each([
    '/?utm_source=x',
    '/search?q=a',
    '/?as_at=2024-01-01&as_at=2025-01-01',
    `/?year=${'9'.repeat(400)}`,
    '/?__proto__=1',
  ])('of %s is none: it is answered and not kept', (url) => expect(pageKeyOf(url)).toBeNull())
})

describe('kept pages', () => {
  const page = keepable('x'.repeat(1000))
  it('gives what was kept for this version, and forgets all of it with the next', () => {
    const pages = createKeptPages()
    expect(pages.find('1', '/a')).toBeNull()
    pages.keep('1', '/a', page)
    expect(pages.find('1', '/a')).toBe(page)
    expect(pages.find('2', '/a')).toBeNull()
    expect(pages.find('1', '/a')).toBeNull()
    expect(pages.size).toBe(0)
  })
  it('does not keep what was made from an older version', () => {
    const pages = createKeptPages()
    pages.find('2', '/a')
    pages.keep('1', '/a', page)
    expect(pages.find('2', '/a')).toBeNull()
  })
  it('stays within its bytes, and lets go of what was used least lately', () => {
    const pages = createKeptPages(10_000)
    pages.find('1', '')
    for (let at = 0; at < 100; at++) {
      pages.keep('1', `/${at}`, page)
      pages.find('1', '/0')
    }
    expect(pages.size).toBeLessThanOrEqual(10_000)
    expect(pages.find('1', '/0')).toBe(page)
    expect(pages.find('1', '/50')).toBeNull()
    pages.keep('1', '/large', keepable('x'.repeat(9000)))
    expect(pages.find('1', '/large')).toBeNull()
  })
})

describe('a tag', () => {
  it.each(['"a"', 'W/"a"', '"x", "a"', '*'])('is known from %s', (header) =>
    expect(isKnown(header, '"a"')).toBe(true),
  )
  it.each([null, '', '"b"', 'a'])('is not known from %s', (header) =>
    expect(isKnown(header, '"a"')).toBe(false),
  )
})

describe('a site that keeps pages', () => {
  const one = aTracker(RIVER_TRACKER)
  const other = aTracker(RIVER_TRACKER.replaceAll('Sewage in rivers', 'Sewage in all rivers'))
  let day = '2026-02-01'
  let head: Partial<TrackerHead> = {}
  let now: TrackerReader = one.reader
  const reader: TrackerReader = {
    readHead: async () => ({ ...(await now.readHead()), ...head }),
    peekHead: () => null,
    readPart: async (need, asAt) => {
      const part = await now.readPart(need, asAt)
      return { ...part, head: { ...part.head, ...head } }
    },
    search: (query, asAt) => now.search(query, asAt),
    readEvents: (asked) => now.readEvents(asked),
    readLog: (asked) => now.readLog(asked),
    readHistory: (type, id) => now.readHistory(type, id),
  }
  const pages = createKeptPages()
  const site = createTrackerSite({ reader, today: () => parsePlainDate(day)!, keptPages: pages })
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await site.request(path, { headers })
    return { status: response.status, headers: response.headers, html: await response.text() }
  }

  it('gives the same page again, or only word that it is the same', async () => {
    const first = await get('/topics/sewage')
    expect(await get('/topics/sewage')).toMatchObject({ status: 200, html: first.html })
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[\w-]{22}"$/)
    expect(await get('/topics/sewage', { 'if-none-match': tag })).toMatchObject({ status: 304, html: '' })
    expect((await get('/topics/sewage', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('shows what was written since, at once', async () => {
    expect((await get('/')).html).toContain('Sewage in rivers')
    now = other.reader
    head = { size: 999 }
    expect((await get('/')).html).toContain('Sewage in all rivers')
    now = one.reader
    head = {}
  })

  it('counts deadlines anew on a new day', async () => {
    day = '2025-06-30'
    expect((await get('/deadlines')).html).not.toContain('1 is overdue')
    day = '2026-02-01'
    expect((await get('/deadlines')).html).toContain('1 is overdue')
  })

  it('gives days of the past their own pages', async () => {
    const then = (await get('/commitments/stop-spills?as_at=2023-06-01')).html
    expect(then).not.toBe((await get('/commitments/stop-spills')).html)
    expect((await get('/commitments/stop-spills?as_at=2023-06-01')).html).toBe(then)
  })

  it('keeps nothing of a host or of names that no page reads, and no page that is an answer to a mistake', async () => {
    const before = pages.size
    const { html } = await get('http://evil.example/topics/fish?x=%3Cscript%3E')
    expect(html).not.toContain('evil.example')
    expect(html).not.toContain('<script')
    for (const path of ['/none', '/?as_at=never', '/?as_at=1900-01-01', '/search?q=a']) await get(path)
    expect(pages.size).toBe(before)
  })

  it('goes on with a banner while the record is away, and keeps no page with it', async () => {
    const fine = (await get('/topics/fish')).html
    head = { staleSince: '2026-01-31T10:20:30.000Z' }
    for (const path of ['/topics/fish', '/topics/sewage/timeline']) {
      const { status, headers, html } = await get(path)
      expect(status).toBe(200)
      expect(html).toContain('as of 31 January 2026</strong>, 10:20 UTC')
      expect(headers.get('cache-control')).toBe('no-store')
    }
    head = {}
    expect((await get('/topics/fish')).html).toBe(fine)
    expect((await get('/topics/sewage/timeline')).html).not.toContain('cannot reach')
  })
})
