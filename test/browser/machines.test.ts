import { createServer, type Server } from 'node:http'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parsePlainDate } from '../../src/model/index.ts'
import { serveTracker } from '../../src/site/index.ts'
import { hostileTracker } from '../builders/hostile.ts'
import { aTracker, RIVER_TRACKER } from '../builders/tracker.ts'
import { expectAccessible, hasChromium, launchBrowser, openPage } from './browser.ts'

const today = () => parsePlainDate('2026-02-01')!
const serve = (reader: Parameters<typeof serveTracker>[0]['reader']) =>
  serveTracker({ reader, today, host: '127.0.0.1', port: 0 })

/** A site of somebody else that shows a card. */
async function serveHost(card: string): Promise<{ server: Server; url: string }> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><title>Host</title><iframe src="${card}" width="360" height="420" title="card"></iframe>`,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/` }
}

describe.runIf(hasChromium)('what is for machines, in a browser', () => {
  let browser: Browser
  let plain: Awaited<ReturnType<typeof serveTracker>>
  let hostile: Awaited<ReturnType<typeof serveTracker>>
  beforeAll(async () => {
    ;[browser, plain, hostile] = await Promise.all([
      launchBrowser(),
      serve(aTracker(RIVER_TRACKER).reader),
      serve(hostileTracker().reader),
    ])
  })
  afterAll(async () => {
    await Promise.all([browser.close(), plain.close(), hostile.close()])
  })

  it.each(['data', 'data/deadlines', 'embed/topics/sewage', 'embed/commitments/stop-spills'])(
    '%s breaks no rule of accessibility, and its blocks of data are no script to the page policy',
    async (path) => {
      const { page, context, complaints } = await openPage(browser, plain.url)
      await page.goto(plain.url + path)
      await expectAccessible(page)
      expect(complaints).toEqual([])
      await context.close()
    },
    120_000,
  )

  it.each([
    'data',
    'left-out',
    'topics/sewage',
    'embed/topics/sewage',
    'promises.svg',
    'topics/sewage.svg',
    'changes.atom',
    'changes.rss',
    'changes.feed.json',
    'deadlines.json',
    'api/v1/topics',
    'deadlines.csv-metadata.json',
  ])('%s of a hostile tracker runs nothing', async (path) => {
    const { page, context, complaints } = await openPage(browser, hostile.url)
    // Some of these are files to a browser: it takes them and shows nothing, which is as well.
    const response = await page.goto(hostile.url + path).catch((error: Error) => {
      if (!/Download is starting/.test(error.message)) throw error
      return null
    })
    if (response) expect(response.status()).toBe(200)
    await page.waitForTimeout(100)
    // A file has no icon, and some of them make a browser look for one.
    expect(complaints.filter((each) => !each.includes('404'))).toEqual([])
    await context.close()
  })

  it('a chart alone is drawn, with its meaning', async () => {
    const { page, context, complaints } = await openPage(browser, plain.url)
    await page.goto(`${plain.url}promises.svg`)
    const drawn = await page.evaluate(() => {
      const root = document.documentElement
      const line = document.querySelector('.line.lead path')
      return {
        root: root.nodeName,
        title: document.querySelector('title')?.textContent,
        stroke: line && getComputedStyle(line).strokeWidth,
        background: getComputedStyle(document.querySelector('.ground') ?? root).fill,
      }
    })
    expect(drawn).toEqual({
      root: 'svg',
      title: 'Promises over time',
      stroke: expect.stringMatching(/^2\.\dpx$/),
      background: 'rgb(250, 248, 242)',
    })
    expect(complaints).toEqual([])
    await context.close()
  })

  it('feeds and charts are XML to a browser too', async () => {
    const { page, context } = await openPage(browser, hostile.url)
    await page.goto(`${hostile.url}about`)
    for (const path of ['changes.atom', 'changes.rss', 'topics/sewage.svg', 'promises.svg']) {
      const text = await (await fetch(hostile.url + path)).text()
      const problem = await page.evaluate(
        (xml) =>
          new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')?.textContent ??
          null,
        text,
      )
      expect(problem, path).toBeNull()
    }
    await context.close()
  })

  it('a card stands in the frame of another site, and leads to the tracker', async () => {
    const { server, url } = await serveHost(`${plain.url}embed/topics/sewage`)
    const { page, context } = await openPage(browser, url, { javaScriptEnabled: false })
    await page.goto(url)
    const card = page.frameLocator('iframe')
    expect(await card.locator('h1').innerText()).toBe('Sewage in rivers')
    const [opened] = await Promise.all([context.waitForEvent('page'), card.locator('h1 a').click()])
    await opened.waitForLoadState()
    expect(opened.url()).toBe(`${plain.url}topics/sewage`)
    await context.close()
    server.close()
  })

  it('pages stand in no frame of other sites', async () => {
    const { server, url } = await serveHost(`${plain.url}topics/sewage`)
    const { page, context } = await openPage(browser, url)
    await page.goto(url)
    // The browser's own page of refusal stands there instead.
    expect(await page.frameLocator('iframe').locator('body').innerText()).not.toContain('Sewage')
    await context.close()
    server.close()
  })

  it('another site may read the API', async () => {
    const { server, url } = await serveHost('about:blank')
    const { page, context } = await openPage(browser, url)
    await page.goto(url)
    const total = await page.evaluate(
      async (address) => (await (await fetch(address)).json()).total,
      `${plain.url}api/v1/topics`,
    )
    expect(total).toBe(2)
    await context.close()
    server.close()
  })
})
