import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeFolder, RIVERS_REPORT, RIVERS_RESPONSE } from '../integration/cli-process.ts'
import {
  expectAccessible,
  hasChromium,
  type LocalPage,
  launchBrowser,
  openPage,
  startLocalPage,
} from './browser.ts'

describe.runIf(hasChromium)('the local page in a browser', { timeout: 60_000 }, () => {
  let browser: Browser
  let local: LocalPage
  let folder: string
  beforeAll(async () => {
    folder = makeFolder()
    ;[browser, local] = await Promise.all([launchBrowser(), startLocalPage(folder)])
  })
  afterAll(async () => {
    await browser.close()
    await local.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const file = (name: string) => join(folder, name)
  const open = (options = {}) => openPage(browser, local.url, options)

  async function choose(page: Page, report: string, response?: string, task?: string) {
    await page.goto(local.url)
    await page.setInputFiles('#report', file(report))
    if (response !== undefined) await page.setInputFiles('#response', file(response))
    if (task !== undefined) await page.check(`input[value=${task}]`)
    await page.getByRole('button', { name: 'Start' }).click({ noWaitAfter: true })
  }

  it.each([true, false])(
    'compares two documents and gives the result as files (script: %s)',
    async (javaScriptEnabled) => {
      const { page, context, complaints } = await open({ javaScriptEnabled })
      await choose(page, 'report.md', 'response.md', 'compare')
      await page.waitForURL('**/result/*')
      expect(await page.locator('h1').innerText()).toContain('Of 3 recommendations')
      for (const [label, words] of [
        ['JSON', '"schema": "holdfast/comparison@1"'],
        ['CSV', 'no-response'],
        ['HTML', '<!doctype html>'],
      ] as const) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: label, exact: true }).click(),
        ])
        expect(download.suggestedFilename()).toBe(`report-answers.${label.toLowerCase()}`)
        expect(readFileSync(await download.path(), 'utf8')).toContain(words)
      }
      expect(complaints).toEqual([])
      await context.close()
    },
  )

  it('shows how far it is, and takes the reader on', async () => {
    const { page, context, complaints } = await open()
    // Long enough that its reading lasts: work that is over by the next request goes straight to its result.
    const weeks = Array.from(
      { length: 6_000 },
      (_, week) => `In week ${week} the river stood at ${week * 7} metres.`,
    )
    writeFileSync(file('long.txt'), `${weeks.join(' ')}\n\nWe will plant trees. We will mend the weir.\n`)
    await choose(page, 'long.txt')
    await page.waitForURL('**/work/*', { waitUntil: 'commit' })
    await page.locator('.steps li:visible').waitFor()
    await page.waitForURL('**/result/*')
    expect(await page.locator('h1').innerText()).toContain('commitments')
    await page.goBack()
    expect(page.url()).toBe(local.url)
    expect(complaints).toEqual([])
    await context.close()
  })

  it('takes two dropped files, the reply second, and asks to compare them', async () => {
    const { page, context, complaints } = await open()
    await page.goto(local.url)
    const held = await page.evaluateHandle(
      ([report, response]) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([response ?? ''], 'government-response.md'))
        transfer.items.add(new File([report ?? ''], 'rivers.md'))
        return transfer
      },
      [RIVERS_REPORT, RIVERS_RESPONSE],
    )
    await page.dispatchEvent('h1', 'drop', { dataTransfer: held })
    expect(await page.locator('input[value=compare]').isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Start' }).click()
    await page.waitForURL('**/result/*')
    expect(await page.locator('.pair').innerText()).toMatch(
      /REPORT\s+Rivers[\s\S]*RESPONSE\s+Government response/i,
    )
    expect(complaints).toEqual([])
    await context.close()
  })

  it('says which of three dropped files it did not take', async () => {
    const { page, context, complaints } = await open()
    await page.goto(local.url)
    const held = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      for (const name of ['a.md', 'reply.md', 'c.md']) transfer.items.add(new File(['words'], name))
      return transfer
    })
    await page.dispatchEvent('h1', 'drop', { dataTransfer: held })
    expect(await page.getByRole('status').innerText()).toContain(
      '3 documents were dropped, and two are the most: a.md and reply.md were taken.',
    )
    await page.setInputFiles('#report', file('report.md'))
    expect(await page.getByRole('status').innerText()).toBe('')
    expect(complaints).toEqual([])
    await context.close()
  })

  it('comes back to the form with what is wrong', async () => {
    const { page, context } = await open({ javaScriptEnabled: false })
    await choose(page, 'report.md', undefined, 'compare')
    expect(await page.getByRole('alert').innerText()).toContain('needs two documents')
    expect(await page.locator('form').count()).toBe(1)
    await context.close()
  })

  it('says what is wrong with a document', async () => {
    const { page, context } = await open()
    await choose(page, 'broken.pdf')
    await page.waitForURL('**/result/*')
    expect(await page.locator('main').innerText()).toContain('broken.pdf')
    await expectAccessible(page)
    await context.close()
  })

  it('works with the keyboard alone', async () => {
    const { page, context } = await open()
    await page.goto(local.url)
    await page.setInputFiles('#report', file('report.md'))
    await page.setInputFiles('#response', file('response.md'))
    await page.locator('#report').focus()
    const reached: string[] = []
    for (let index = 0; index < 4; index++) {
      await page.keyboard.press('Tab')
      reached.push(
        await page.evaluate(
          () => document.activeElement?.getAttribute('name') ?? document.activeElement?.tagName ?? '',
        ),
      )
      if (reached.at(-1) === 'BUTTON') break
    }
    expect(reached).toEqual(['response', 'task', 'BUTTON'])
    await page.keyboard.press('Enter')
    await page.waitForURL('**/result/*')
    await page.locator('#show-all').focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('tbody:visible').count()).toBeLessThan(3)
    await context.close()
  })

  it('forgets a result when told to', async () => {
    const { page, context } = await open()
    await choose(page, 'response.md')
    await page.waitForURL('**/result/*')
    const address = page.url()
    await page.getByRole('button', { name: 'Forget it now' }).click()
    await page.waitForURL(local.url)
    expect((await page.goto(address))?.status()).toBe(404)
    await context.close()
  })

  describe('breaks no rule of accessibility', () => {
    it.each(['', 'nowhere'])('at /%s', async (path) => {
      const { page, context } = await open()
      await page.goto(local.url + path)
      await expectAccessible(page)
      await context.close()
    })

    it.each([
      ['read', undefined],
      ['compare', 'response.md'],
    ])('in the result of %s', async (task, response) => {
      const { page, context } = await open()
      await choose(page, 'report.md', response, task)
      await page.waitForURL('**/result/*')
      await expectAccessible(page)
      await context.close()
    })
  })
})
