// Pages go to a connection by a shorter way than to whoever asks the site without a port: both give the same answer.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parsePlainDate } from '../../src/model/index.ts'
import { createTrackerSite, serveTracker } from '../../src/site/index.ts'
import { parseContent } from '../../src/tracker/index.ts'
import { elementsOf } from '../builders/crawl.ts'
import { build } from '../builders/tracker.ts'

const folder = join(import.meta.dirname, '../../trackers/kinship-england')
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.yaml'),
)
const content = parseContent(
  paths.sort().map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })),
)
const options = { reader: build(content).reader, today: () => parsePlainDate('2026-11-21')! }
const site = createTrackerSite(options)
let server: Awaited<ReturnType<typeof serveTracker>>

beforeAll(async () => {
  server = await serveTracker({ ...options, host: '127.0.0.1', port: 0 })
})
afterAll(() => server.close())

/** What the server says of the connection, which the site knows nothing of. */
const CONNECTION = new Set(['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding'])

async function told(answer: Response) {
  const headers = [...answer.headers].filter(([name]) => !CONNECTION.has(name))
  return { status: answer.status, headers: Object.fromEntries(headers), body: await answer.text() }
}

async function both(path: string, init: RequestInit = {}) {
  const url = new URL(path, server.url)
  const served = await told(await fetch(url, { ...init, redirect: 'manual' }))
  return { served, asked: await told(await site.request(url.href, init)) }
}

const OTHERS = [
  '/nothing',
  '/topics/none',
  '/?as_at=never',
  '/topics//reform/',
  '/search?q=allowance',
  '/compare',
]

/** The front page, what it leads to, and what that leads to. */
async function pathsNear(path: string, steps: number): Promise<Set<string>> {
  if (steps === 0) return new Set([path])
  const html = await (await site.request(path)).text()
  const near = elementsOf(html, 'a').flatMap(({ attributes: { href = '' } }) =>
    /^\/[^#]*$/.test(href) && !/who-gains.*support=/.test(href) ? [href] : [],
  )
  const further = await Promise.all([...new Set(near)].map((each) => pathsNear(each, steps - 1)))
  return new Set([path, ...further.flatMap((each) => [...each])])
}

it('every page, made anew and kept, and every answer that is no page', { timeout: 120_000 }, async () => {
  const near = [...(await pathsNear('/', 2))]
  expect(near.length).toBeGreaterThan(150)
  for (const path of [...near, ...OTHERS, ...near.slice(0, 40)]) {
    const { served, asked } = await both(path)
    expect(served, path).toEqual(asked)
  }
})

it.each(['/topics/recognition', '/what-applies', '/nothing'])(
  '%s to who asks for its head alone, or has it',
  async (path) => {
    for (const at of [path, `${path}?anew=1`]) {
      const head = await both(at, { method: 'HEAD' })
      expect(head.served).toEqual(head.asked)
      expect(head.served.body).toBe('')
      const etag = head.served.headers.etag
      if (etag === undefined) continue
      const known = await both(at, { headers: { 'if-none-match': etag } })
      expect(known.served).toEqual(known.asked)
      expect(known.served.status).toBe(304)
    }
  },
)

it('says nothing of one page on another', async () => {
  const policyOf = async (path: string) => (await both(path)).served.headers['content-security-policy']
  const before = await policyOf('/topics/recognition?anew=2')
  expect(await policyOf('/what-applies?anew=1')).toContain("script-src 'self'")
  expect(await policyOf('/topics/recognition?anew=3')).toBe(before)
})
