/** A real browser, a real local page, and an eye on everything the browser asks for or complains of. */
import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { expect } from 'vitest'
import { printedAddress, startCommand } from '../integration/cli-process.ts'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
export const hasChromium = existsSync(chromiumPath)

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath, args: FLAGS })

export interface WatchedPage {
  readonly page: Page
  readonly context: BrowserContext
  /** Addresses asked for, outside `allowed`; console errors; dialogs: all empty when all is well. */
  readonly complaints: readonly string[]
}

export async function openPage(
  browser: Browser,
  allowed: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(allowed) && !url.startsWith('data:')) complaints.push(`asked for ${url}`)
  })
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return { page, context, complaints }
}

export interface LocalPage {
  readonly url: string
  stop(): Promise<void>
}

export async function startLocalPage(cwd: string): Promise<LocalPage> {
  const child = startCommand(['serve'], { cwd, environment: { PORT: '0' } })
  const url = await printedAddress(child)
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

/** No rule of axe is broken, at phone and desk width, in light and dark; and nothing is wider than the window. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(
        violations.map(({ id, nodes }) => `${id} at ${width} ${colorScheme}: ${nodes[0]?.html}`),
      ).toEqual([])
    }
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, `wider than ${width}`).toBeLessThanOrEqual(0)
  }
}
