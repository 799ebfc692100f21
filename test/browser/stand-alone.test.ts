import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeFolder, runCommand } from '../integration/cli-process.ts'
import { expectAccessible, hasChromium, launchBrowser, openPage } from './browser.ts'

describe.runIf(hasChromium)('a page that stands alone, in a browser', { timeout: 60_000 }, () => {
  let browser: Browser
  let folder: string
  const address = (name: string) => pathToFileURL(join(folder, name)).href

  beforeAll(async () => {
    folder = makeFolder()
    writeFileSync(
      join(folder, 'evil.html'),
      `<title>&lt;script&gt;alert(1)&lt;/script&gt;</title><h1>&lt;img src=x onerror=alert(2)&gt;</h1>
       <p>We will &lt;script&gt;alert(3)&lt;/script&gt; publish a plan by &lt;b onmouseover=alert(4)&gt;May 2030.</p>`,
    )
    const address = `https://elm.example/${'addresswithoutbreak'.repeat(10)}`
    writeFileSync(
      join(folder, 'wide.md'),
      `# ${address}\n\nRecommendation 1: The council should publish ${address} by May.\n`,
    )
    writeFileSync(
      join(folder, 'wide-reply.md'),
      `# Reply\n\nRecommendation 1: We accept it, see ${address} for more. We will publish ${address} by May.\n`,
    )
    browser = await launchBrowser()
    await Promise.all([
      runCommand(['compare', 'report.md', 'response.md', '-o', 'answers.html'], { cwd: folder }),
      runCommand(['read', 'response.md', 'report.md', '-o', 'reading.html'], { cwd: folder }),
      runCommand(['read', 'evil.html', '-o', 'evil-reading.html'], { cwd: folder }),
      runCommand(['compare', 'wide.md', 'wide-reply.md', '-o', 'wide.html'], { cwd: folder }),
    ])
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(['answers.html', 'reading.html', 'evil-reading.html'])(
    '%s loads nothing else, says nothing, and breaks no rule',
    async (name) => {
      const { page, context, complaints } = await openPage(browser, address(name))
      await page.goto(address(name))
      await expectAccessible(page)
      expect(complaints).toEqual([])
      await context.close()
    },
  )

  it.each([1280, 800, 360])('keeps words without a break in their column, at %i', async (width) => {
    const { page, context } = await openPage(browser, address('wide.html'), {
      viewport: { width, height: 700 },
    })
    await page.goto(address('wide.html'))
    const claims = await page.locator('.claims').boundingBox()
    const table = await page.locator('.answers').boundingBox()
    expect(table?.width).toBeLessThanOrEqual((claims?.width ?? 0) + 1)
    await context.close()
  })

  it('filters without a script', async () => {
    const { page, context } = await openPage(browser, address('answers.html'), { javaScriptEnabled: false })
    await page.goto(address('answers.html'))
    const rows = page.locator('tbody[data-is]:visible')
    expect(await rows.count()).toBe(3)
    await page.locator('#show-rejected').check()
    expect(await rows.count()).toBe(1)
    expect(await rows.innerText()).toContain('Rejected')
    await page.locator('#show-all').check()
    expect(await rows.count()).toBe(3)
    await context.close()
  })

  it.each([1280, 360])('leads from a claim to its words, and back, at %i', async (width) => {
    const { page, context } = await openPage(browser, address('answers.html'), {
      viewport: { width, height: 700 },
      javaScriptEnabled: false,
    })
    await page.goto(address('answers.html'))
    const link = page.getByRole('link', { name: '£2 million' })
    const href = (await link.getAttribute('href')) ?? ''
    await link.click()
    const place = page.locator(href)
    expect(await place.innerText()).toBe('£2 million')
    const box = await place.boundingBox()
    expect(box?.y).toBeGreaterThanOrEqual(0)
    expect(box?.y).toBeLessThan(700)
    // Side by side on a desk: the claim is still there beside its words.
    const claim = await link.boundingBox()
    if (width > 1000) expect(claim?.y).toBeLessThan(700)
    await page.locator(`mark:has(${href}) .back`).last().click()
    expect(page.url()).toContain('#r1')
    await context.close()
  })

  it('prints its findings on A4, without the documents', async () => {
    const { page, context } = await openPage(browser, address('answers.html'))
    await page.goto(address('answers.html'))
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.sources').isVisible()).toBe(false)
    expect(await page.locator('table').isVisible()).toBe(true)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.subarray(0, 4).toString()).toBe('%PDF')
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
    expect(pages).toBeLessThanOrEqual(3)
    await context.close()
  })

  it('keeps its meaning in forced colours', async () => {
    const { page, context } = await openPage(browser, address('answers.html'), { forcedColors: 'active' })
    await page.goto(address('answers.html'))
    expect(await page.locator('tbody .decision').allInnerTexts()).toEqual(
      ['Accepted', 'Rejected', 'No answer'].map((word) => expect.stringContaining(word)),
    )
    await context.close()
  })
})
