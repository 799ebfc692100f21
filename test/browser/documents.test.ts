import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentText } from '../../src/model/index.ts'
import { parsePlainDate } from '../../src/model/index.ts'
import { serveTracker } from '../../src/site/index.ts'
import { createMemoryReader, type TrackerEvent } from '../../src/tracker/index.ts'
import { aDocument, addCopy } from '../builders/evidence.ts'
import { aTracker, RIVER_TRACKER } from '../builders/tracker.ts'
import { expectAccessible, hasChromium, launchBrowser, openPage } from './browser.ts'

const LINES = Array.from(
  { length: 120 },
  (_, at) => `Line ${at + 1} tells of a river, its fish and a long-unbroken-${'word'.repeat(30)}.`,
)
const LETTER = `# Opening <img src=x onerror=alert(1)>
We ask that you stop the spills now.
${LINES.join('\n')}
# The second chapter
${LINES.join('\n')}`

const { events, state } = aTracker(RIVER_TRACKER)
const letter = aDocument(LETTER)
const copied = addCopy(events, 'LETTER', letter).events
const correction: TrackerEvent = {
  sequence: copied.length + 1,
  recordedAt: '2026-02-03T10:00:00.000Z',
  by: 'an editor',
  action: 'corrected',
  type: 'topic',
  id: 'sewage',
  reason: 'A reader told us.',
  body: { ...state.records.topic.get('sewage')!.body, whyItMatters: 'Few people swim there.' },
}
const texts = new Map<string, DocumentText>([[letter.sha256, letter]])
const copy = `/documents/${'a'.repeat(16)}`

describe.runIf(hasChromium)('copies and changes in a browser', () => {
  let browser: Browser
  let server: Awaited<ReturnType<typeof serveTracker>>
  beforeAll(async () => {
    ;[browser, server] = await Promise.all([
      launchBrowser(),
      serveTracker({
        reader: createMemoryReader({ events: [...copied, correction] }),
        texts: { readText: async (hash) => texts.get(hash) ?? null },
        today: () => parsePlainDate('2026-02-05')!,
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

  it.each([
    '/documents',
    copy,
    `${copy}?q=second`,
    `${copy}/1?q=river`,
    `${copy}/2`,
    '/changes',
    '/changes?show=corrections',
    '/changes/topic/sewage',
    '/compare',
    '/compare?path=/topics/sewage&from=2023-06-30&to=2024-12-31',
    '/compare?path=nowhere',
    '/topics/sewage?recorded_by=2026-01-31',
  ])('%s breaks no rule of accessibility and asks for nothing elsewhere', async (path) => {
    const { page, context, complaints } = await openPage(browser, server.url)
    const response = await page.goto(at(path))
    await expectAccessible(page)
    await page.setViewportSize({ width: 320, height: 800 })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, 'wider than 320').toBeLessThanOrEqual(0)
    // A page that says what is wrong with what was asked answers 400, which the browser notes.
    expect(complaints.filter((each) => response?.status() !== 400 || !each.includes('400'))).toEqual([])
    await context.close()
  })

  it('lead from a claim to its words in one click, and from the words to the claim', async () => {
    const { page, context } = await openPage(browser, server.url, { javaScriptEnabled: false })
    await page.goto(at('/recommendations/rec-stop'))
    await page.getByRole('link', { name: 'See the words' }).first().click()
    expect(await page.locator('mark:target').innerText()).toContain('stop the spills')
    await page.locator('mark:target .back').click()
    await page
      .locator(':target')
      .getByRole('link', { name: /^Recommendation:/ })
      .click()
    expect(page.url()).toContain('/recommendations/rec-stop')
    await context.close()
  })

  it('compares a page with itself from the foot of it, without a script', async () => {
    const { page, context } = await openPage(browser, server.url, { javaScriptEnabled: false })
    await page.goto(at('/topics/sewage'))
    await page.fill('#as-at', '2023-06-30')
    await page.getByRole('button', { name: 'Compare with today' }).click()
    expect(await page.locator('h1').innerText()).toBe('Then and now: Sewage in rivers')
    expect(await page.locator('ins').count()).toBeGreaterThan(1)
    await context.close()
  })
})
