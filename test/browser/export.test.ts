// An export as people open it: from a disk, and below a path of any plain host.
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { exportTo, newFolder } from '../builders/exported.ts'
import { aTracker, RIVER_TRACKER } from '../builders/tracker.ts'
import { expectAccessible, hasChromium, launchBrowser, openPage } from './browser.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
}

/** A host that knows nothing but files, below /some/path/. */
function startHost(folder: string): Promise<Server> {
  const server = createServer(({ url = '' }, response) => {
    const path = new URL(url, 'http://host').pathname.replace(/^\/some\/path\//, '')
    try {
      const body = readFileSync(join(folder, path))
      response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'text/plain' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

describe.skipIf(!hasChromium)('an export in a browser', () => {
  let folder: string
  let browser: Browser
  let host: Server
  const roots: Record<string, string> = {}
  beforeAll(async () => {
    folder = newFolder()
    await exportTo(folder, aTracker(RIVER_TRACKER).events, { days: ['2024-12-31'] })
    browser = await launchBrowser()
    host = await startHost(folder)
    roots['a disk'] = `${pathToFileURL(folder).href}/`
    roots['a sub-path'] = `http://127.0.0.1:${(host.address() as AddressInfo).port}/some/path/` // it listens on a port
  })
  afterAll(async () => {
    host?.close()
    await browser?.close()
    await rm(folder, { recursive: true, force: true })
  })

  it.each(['a disk', 'a sub-path'])('leads from page to page and finds, from %s', async (from) => {
    const root = roots[from] ?? ''
    const { page, context, complaints } = await openPage(browser, root)
    await page.goto(`${root}index.html`)
    await page.getByRole('link', { name: 'Sewage in rivers' }).first().click()
    expect(await page.locator('h1').innerText()).toBe('Sewage in rivers')
    await page.goto(`${root}left-out/index.html`)
    await page.getByRole('link', { name: 'Boaters' }).first().click()
    expect(page.url()).toContain('group=boaters')
    await page.goto(`${root}search/index.html`)
    await page.fill('#look-for', 'sewge in rivres')
    await page.getByRole('button', { name: 'Search' }).last().click()
    await page.locator('ol.hits li').first().waitFor()
    expect(page.url()).toContain('q=sewge')
    await page.locator('ol.hits a').first().click()
    expect(await page.locator('h1').innerText()).toBe('Sewage in rivers')
    expect(complaints).toEqual([])
    await context.close()
  })

  it('finds nothing kindly, and keeps what was typed as words', async () => {
    const root = roots['a disk'] ?? ''
    const { page, context, complaints } = await openPage(browser, root)
    const markup = '<img src=x onerror=alert(1)>'
    for (const [query, said] of [
      ['zzzzz', /Nothing found/],
      // Of its words "alert" is known; the others are told as they were typed.
      [markup, markup],
      ['<img zzzzz>', /Nothing found|<img zzzzz>/],
      ['x'.repeat(500), /too long/],
    ] as const) {
      await page.goto(`${root}search/index.html?q=${encodeURIComponent(query)}`)
      expect(await page.locator('main img').count()).toBe(0)
      const heading = await page.locator('h1').innerText()
      if (typeof said === 'string') expect(heading).toContain(said)
      else expect(heading).toMatch(said)
    }
    expect(complaints).toEqual([])
    await context.close()
  })

  it('has a list of everything where there is no script', async () => {
    const root = roots['a disk'] ?? ''
    const { page, context } = await openPage(browser, root, { javaScriptEnabled: false })
    await page.goto(`${root}search/index.html`)
    await page.getByRole('link', { name: 'from A to Z' }).click()
    await page.getByRole('link', { name: /^S \(/ }).click()
    await page.getByRole('link', { name: 'Sewage in rivers' }).first().click()
    expect(await page.locator('h1').innerText()).toBe('Sewage in rivers')
    await context.close()
  })

  it('is accessible on the pages that only a copy has', async () => {
    const root = roots['a disk'] ?? ''
    const { page, context } = await openPage(browser, root)
    for (const path of [
      'search/index.html?q=river',
      'everything/index.html',
      'this-copy/index.html',
      'as-at/index.html',
    ]) {
      await page.goto(`${root}${path}`)
      await expectAccessible(page)
    }
    await context.close()
  })
})
