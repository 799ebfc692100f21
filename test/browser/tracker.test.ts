import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parsePlainDate } from '../../src/model/index.ts'
import { serveTracker } from '../../src/site/index.ts'
import { parseContent } from '../../src/tracker/index.ts'
import { aTracker, build, RIVER_TRACKER } from '../builders/tracker.ts'
import { expectAccessible, hasChromium, launchBrowser, openPage } from './browser.ts'

const folder = join(import.meta.dirname, '../../trackers/kinship-england')

/** One address of each layout; lists that look alike are tried once. */
const KINDS = [
  '/',
  '/topics/allowances',
  '/topics/recognition/timeline',
  '/recommendations/rec-allowance',
  '/commitments/kinship-allowance',
  '/left-out?group=sgo-other',
  '/left-out/weekly-allowance',
  '/promises',
  '/deadlines',
  '/organisations/kinship',
  '/indicators/children-england-2011',
  '/sources',
  '/sources/SEED2',
  '/search?q=special+gaurdian',
  '/search?q=zebra',
  '/method',
  '/topics/allowances?as_at=2024-06-30',
  '/?as_at=1990-01-01',
]

describe.runIf(hasChromium && existsSync(folder))('the tracker in a browser', { timeout: 120_000 }, () => {
  let browser: Browser
  let server: Awaited<ReturnType<typeof serveTracker>>
  beforeAll(async () => {
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.yaml'),
    )
    const content = parseContent(
      paths.sort().map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })),
    )
    ;[browser, server] = await Promise.all([
      launchBrowser(),
      serveTracker({
        ...build(content),
        today: () => parsePlainDate('2026-11-21')!,
        host: '127.0.0.1',
        port: 0,
      }),
    ])
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  const at = (path: string) => new URL(path, server.url).href

  it.each(KINDS)('%s breaks no rule of accessibility and asks for nothing elsewhere', async (path) => {
    const { page, context, complaints } = await openPage(browser, server.url)
    await page.goto(at(path))
    await expectAccessible(page)
    await page.setViewportSize({ width: 320, height: 800 })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, 'wider than 320').toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
    await context.close()
  })

  it('shows the evidence in the margin of a wide page, and under the claim of a narrow one', async () => {
    const { page, context } = await openPage(browser, server.url, { javaScriptEnabled: false })
    await page.goto(at('/commitments/kinship-allowance'))
    const source = page.locator('#v1 .note a').first()
    expect(await source.isVisible()).toBe(true)
    await page.setViewportSize({ width: 360, height: 800 })
    expect(await source.isVisible()).toBe(false)
    await page.locator('#v1 .note summary').click()
    expect(await source.isVisible()).toBe(true)
    await source.click()
    expect(await page.locator('h1').innerText()).not.toBe('')
    expect(page.url()).toContain('/sources/')
    await context.close()
  })

  it('lights one column for a situation, without a script', async () => {
    const { page, context } = await openPage(browser, server.url, { javaScriptEnabled: false })
    await page.goto(at('/left-out'))
    await page.selectOption('#group', 'informal')
    await page.getByRole('button', { name: 'Show' }).first().click()
    expect(page.url()).toContain('group=informal')
    expect(await page.locator('td.mine').count()).toBeGreaterThan(5)
    await page.locator('td.mine a').first().click()
    expect(await page.locator(':target').innerText()).toContain('Informal care')
    await context.close()
  })

  it('goes back to a day and stays there', async () => {
    const { page, context } = await openPage(browser, server.url, { javaScriptEnabled: false })
    await page.goto(at('/topics/allowances'))
    await page.fill('#as-at', '2023-06-30')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.getByRole('link', { name: 'Deadlines' }).first().click()
    expect(page.url()).toContain('as_at=2023-06-30')
    expect(await page.locator('.past').innerText()).toContain('30 June 2023')
    await context.close()
  })

  it('is reached by keyboard: skip link, navigation, search, and the box that scrolls', async () => {
    const { page, context } = await openPage(browser, server.url)
    await page.setViewportSize({ width: 600, height: 800 })
    await page.goto(at('/left-out'))
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the page')
    const reached = new Set<string>()
    for (let step = 0; step < 14; step += 1) {
      await page.keyboard.press('Tab')
      reached.add(
        await page.evaluate(() => `${document.activeElement?.tagName}.${document.activeElement?.className}`),
      )
    }
    expect([...reached]).toEqual(
      expect.arrayContaining(['INPUT.', 'BUTTON.', 'A.', 'SELECT.', 'SECTION.scroll']),
    )
    await context.close()
  })

  it('prints its address and day, and its evidence', async () => {
    const { page, context } = await openPage(browser, server.url)
    await page.goto(at('/commitments/kinship-allowance'))
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.printed').innerText()).toContain(
      '/commitments/kinship-allowance as of 21 November 2026',
    )
    expect(await page.locator('#v1 .note a').first().isVisible()).toBe(true)
    expect(await page.locator('.find').isVisible()).toBe(false)
    await context.close()
  })

  it('folds the search away on a phone, and opens it without a script', async () => {
    const { page, context } = await openPage(browser, server.url, {
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    })
    await page.goto(at('/'))
    expect(await page.locator('#q').isVisible()).toBe(false)
    await page.locator('.find-box summary').click()
    await page.fill('#q', 'allowance')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?q=allowance*')
    expect(await page.locator('#q').isVisible()).toBe(true)
    await context.close()
  })

  it('answers in the first screen of a phone', async () => {
    const { page, context } = await openPage(browser, server.url, { viewport: { width: 360, height: 740 } })
    const bottomOf = async (what: string) => {
      const box = await page.locator(what).first().boundingBox()
      return (box?.y ?? Number.POSITIVE_INFINITY) + (box?.height ?? 0)
    }
    await page.goto(at('/topics/allowances'))
    expect(await bottomOf('.answer')).toBeLessThan(740)
    await page.goto(at('/'))
    expect(await bottomOf('.ways li:nth-child(3)')).toBeLessThan(740)
    expect(await bottomOf('header')).toBeLessThan(140)
    await context.close()
  })

  it('shows all groups of who is left out on a phone without scrolling aside', async () => {
    const { page, context } = await openPage(browser, server.url, { viewport: { width: 360, height: 740 } })
    await page.goto(at('/left-out'))
    const [inside, seen] = await page
      .locator('.matrix')
      .evaluate((table) => [table.scrollWidth, table.parentElement?.clientWidth ?? 0])
    expect(inside).toBeLessThanOrEqual(seen ?? 0)
    const cells = page.locator('.matrix tbody tr').first().locator('td')
    const tops = await cells.evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().top))
    expect(tops).toHaveLength(9)
    expect(new Set(tops).size).toBe(1)
    await context.close()
  })

  it.each(['/who-gains', '/who-gains/zones-2026', '/who-gains?support=child-benefit'])(
    '%s has its tables on a phone without scrolling aside, each number beneath its name',
    async (path) => {
      const { page, context } = await openPage(browser, server.url, { viewport: { width: 360, height: 740 } })
      await page.goto(at(path))
      const boxes = await page
        .locator('.scroll')
        .evaluateAll((all) => all.map((box) => box.scrollWidth - box.clientWidth))
      expect(boxes.length).toBeGreaterThan(0)
      expect(Math.max(...boxes)).toBeLessThanOrEqual(0)
      await expectAccessible(page)
      await context.close()
    },
  )

  it('keeps half a disc half where colours are forced', async () => {
    const { page, context } = await openPage(browser, server.url, { forcedColors: 'active' })
    await page.goto(at('/topics/allowances'))
    const fill = await page
      .locator('.verdict.half-disc')
      .first()
      .evaluate((mark) => getComputedStyle(mark, '::before').backgroundImage)
    expect(fill).toContain('linear-gradient')
    await context.close()
  })

  it('prints on A4 with nothing cut off', async () => {
    const { page, context } = await openPage(browser, server.url, { viewport: { width: 688, height: 1000 } })
    await page.emulateMedia({ media: 'print' })
    for (const path of ['/left-out', '/topics/allowances', '/commitments/kinship-allowance', '/promises']) {
      await page.goto(at(path))
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(over, path).toBeLessThanOrEqual(0)
    }
    await context.close()
  })

  it('lets text be twice its size', async () => {
    const { page, context } = await openPage(browser, server.url, { viewport: { width: 360, height: 740 } })
    for (const path of [
      '/',
      '/topics/allowances',
      '/commitments/kinship-allowance',
      '/left-out',
      '/method',
    ]) {
      await page.goto(at(path))
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '225%'
      })
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(over, path).toBeLessThanOrEqual(0)
    }
    await context.close()
  })
})

describe.runIf(hasChromium)('a tracker in a language of long words', { timeout: 60_000 }, () => {
  it('breaks them where a narrow page ends, and keeps its five axes side by side on a wide one', async () => {
    const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
    const long = RIVER_TRACKER.replaceAll('Sewage in rivers', `Sewage ${word}`)
      .replaceAll('label: Good', `label: ${word}`)
      .replace('title: Rivers', `title: ${word}`)
      .replaceAll('name: Boaters', `name: Boaters ${word}`)
    const [browser, server] = await Promise.all([
      launchBrowser(),
      serveTracker({
        ...aTracker(long),
        today: () => parsePlainDate('2026-11-21')!,
        host: '127.0.0.1',
        port: 0,
      }),
    ])
    try {
      for (const width of [320, 1280]) {
        const page = await browser.newPage({ viewport: { width, height: 700 } })
        for (const path of [
          '/',
          '/topics/sewage',
          '/promises',
          '/left-out?group=boaters',
          '/left-out/alerts',
        ]) {
          await page.goto(new URL(path, server.url).href)
          const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect(`${path} at ${width}: ${over}`).toBe(`${path} at ${width}: 0`)
        }
      }
    } finally {
      await browser.close()
      await server.close()
    }
  })
})
