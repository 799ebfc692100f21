import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTracker, RIVER_TRACKER } from '../../../test/builders/tracker.ts'
import { parsePlainDate } from '../../model/index.ts'
import type { OpenServer } from '../open-server.ts'
import { createTrackerSite } from './app.tsx'
import { serveTracker } from './serve-tracker.ts'

const options = { reader: aTracker(RIVER_TRACKER).reader, today: () => parsePlainDate('2026-01-31')! }
const site = createTrackerSite(options)
const ask = (path: string, init: RequestInit = {}) => site.request(`http://rivers.example${path}`, init)

/** One of each kind of answer: pages, what others may show, files, answers for programs, mistakes. */
const PAGES = [
  '/',
  '/topics/sewage',
  '/search?q=river',
  '/changes',
  '/what-applies',
  '/nothing',
  '/?as_at=x',
  '/tracker.css',
]
const SHARED = [
  '/topics/sewage.csv',
  '/topics/sewage.svg',
  '/changes.atom',
  '/deadlines.ics',
  '/api/v1',
  '/api/v1/nothing',
]
const CARDS = ['/embed/topics/sewage']

describe('every answer says what it may do', () => {
  test.each([...PAGES, ...SHARED, ...CARDS])('%s', async (path) => {
    const { headers } = await ask(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'/)
    expect(policy).not.toMatch(/unsafe-|\*(?!$)/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  })

  test.each(PAGES)('%s is shown by no other site', async (path) => {
    const { headers } = await ask(path)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })

  test.each([...SHARED, ...CARDS])('%s may be shown by any', async (path) => {
    expect((await ask(path)).headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  })

  test.each(CARDS)('%s may stand in a frame', async (path) => {
    expect((await ask(path)).headers.get('content-security-policy')).toContain('frame-ancestors *')
  })
})

describe('pages are only read', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is refused in words', async (method) => {
    for (const path of ['/', '/topics/sewage', '/nothing', '/tracker.css', '/what-applies']) {
      const answer = await ask(path, { method })
      expect([path, answer.status, answer.headers.get('allow')]).toEqual([path, 405, 'GET, HEAD, OPTIONS'])
      expect(await answer.text()).toContain('This page can only be read')
    }
  })

  test('OPTIONS says what is allowed, and HEAD is GET without the page', async () => {
    const allowed = await ask('/topics/sewage', { method: 'OPTIONS' })
    expect([allowed.status, allowed.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS'])
    const [whole, head] = [await ask('/topics/sewage'), await ask('/topics/sewage', { method: 'HEAD' })]
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(whole.headers))
  })
})

describe('a page that the asker has is not sent again', () => {
  test.each(['/topics/sewage', '/deadlines?as_at=2025-01-01', '/topics/sewage.csv', '/changes.atom'])(
    '%s',
    async (path) => {
      const tag = (await ask(path)).headers.get('etag') ?? ''
      for (const known of [tag, `"other", ${tag}`, `W/${tag}`, '*']) {
        const answer = await ask(path, { headers: { 'If-None-Match': known } })
        if (known === '*' && path.includes('.')) continue // the library's tags know no star
        expect([known, answer.status, await answer.text()]).toEqual([known, 304, ''])
      }
      expect((await ask(path, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200)
    },
  )
})

describe('an address that is not quite one', () => {
  test.each([
    ['/topics/sewage/', '/topics/sewage'],
    ['/deadlines//?page=1', '/deadlines?page=1'],
    ['//topics///sewage', '/topics/sewage'],
    ['//evil.example/x', '/evil.example/x'],
    ['//evil.example//', '/evil.example'],
  ])('%s leads to %s', async (path, to) => {
    const answer = await ask(path)
    expect([answer.status, answer.headers.get('location')]).toEqual([301, to])
  })

  test.each([
    '/%',
    '/%zz',
    '/topics/%ff',
    '/topics/%00',
    '/topics/%2e%2e%2f',
    '/topics/sewage%2F',
    '/topics/%0d%0aSet-Cookie:a=b',
    '/TOPICS/sewage',
    '/topics/__proto__',
    '/data/constructor',
    '/topics/sewage/__proto__',
    `/${'a'.repeat(10_000)}`,
    `/topics/${'%3C'.repeat(3_000)}`,
    `/commitments/${'a'.repeat(10_000)}`,
  ])('%.40s is told to lead nowhere', async (path) => {
    const answer = await ask(path)
    const html = await answer.text()
    expect(answer.status).toBe(404)
    expect(html).toContain('There is nothing at this address')
    expect(Buffer.byteLength(html)).toBeLessThan(10_000)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test.each(['/?as_at=%00', '/?as_at=%', '/compare?path=//evil.example', '/compare?path=%'])(
    '%s is a mistake that is explained',
    async (path) => {
      const answer = await ask(path)
      expect([answer.status, (await answer.text()).includes('<h1')]).toEqual([400, true])
    },
  )

  test.each([
    '/search?q=%',
    '/search?q=%00%ff',
    '/deadlines?page=-1',
    '/deadlines?page=1e99',
    '/recommendations?page=%00',
  ])('%s is answered as far as it can be', async (path) => {
    expect((await ask(path)).status).toBe(200)
  })
})

describe('on a port', () => {
  let server: OpenServer
  beforeAll(async () => {
    server = await serveTracker({ ...options, host: '127.0.0.1', port: 0 })
  })
  afterAll(() => server.close())

  async function send(text: string): Promise<string> {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += String(chunk)
    })
    socket.write(text)
    await once(socket, 'close')
    return answer
  }
  const first = async (line: string, more = '') =>
    (await send(`${line} HTTP/1.1\r\nHost: rivers.example\r\n${more}Connection: close\r\n\r\n`)).split(
      '\r\n',
    )[0]

  test.each([
    ['GET /topics/sewage', 'HTTP/1.1 200 OK'],
    ['GET /topics/sewage', 'HTTP/1.1 200 OK'],
    ['GET http://elsewhere.example/topics/sewage', 'HTTP/1.1 200 OK'],
    ['TRACE /', 'HTTP/1.1 405 Method Not Allowed'],
    ['GET /topics/\u0000', 'HTTP/1.1 400 Bad Request'],
    ['GET *', 'HTTP/1.1 400 Bad Request'],
    [`GET /search?q=${'%C3%A9'.repeat(10_000)}`, 'HTTP/1.1 200 OK'],
    [`GET /${'a'.repeat(80_000)}`, 'HTTP/1.1 431 Request Header Fields Too Large'],
  ])('%.50s: %s', async (line, status) => {
    expect(await first(line)).toBe(status)
  })

  test('a kept page has the headers of the one made', async () => {
    const [made, kept] = [await fetch(`${server.url}promises`), await fetch(`${server.url}promises`)]
    const told = ({ headers }: Response) =>
      [...headers].filter(([name]) => !['date', 'keep-alive', 'connection'].includes(name))
    expect(told(kept)).toEqual(told(made))
    const refused = await fetch(`${server.url}promises`, { method: 'POST' })
    expect(refused.status).toBe(405)
  })
})
