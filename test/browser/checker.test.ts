// The checker as a carer has it: the whole way in a real browser, with an eye on everything that could give an answer away.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parsePlainDate } from '../../src/model/index.ts'
import { answerSituation, readEnglandRulebook } from '../../src/rules/index.ts'
import { serveTracker } from '../../src/site/index.ts'
import { readFlagship } from '../builders/flagship.ts'
import { build } from '../builders/tracker.ts'
import { makeFamilies } from '../measures/families.ts'
import { readScenarios } from '../rules/scenarios.ts'
import { expectAccessible, hasChromium, launchBrowser, openPage } from './browser.ts'

/** By question: the label to choose, or what to write. Anything not named is answered with "I don't know". */
type Answers = Readonly<Record<string, string | readonly string[]>>

const GUARDIAN: Answers = {
  'Has a court made an order about where the child lives?': 'Yes, a court has made an order',
  'What kind of order is it?': 'Special guardianship order',
  'Has the child ever been in the care of a council?': 'Yes',
  "Are the child's parents alive?": 'Yes, both are alive',
  'How old is the child?': ['9'],
  'Which council do you live in?': ['Leeds'],
  'Do you get Universal Credit, or have you asked for it?': 'No',
  'Do you work for pay?': 'Yes, for an employer',
}

const INFORMAL: Answers = {
  'Has a court made an order about where the child lives?': 'No',
  'Are you a foster carer for this child?': 'No, our family or friends agreed it',
  'What are you to the child?': 'Grandmother or grandfather',
  "Are the child's parents alive?": 'Yes, both are alive',
  'How old is the child?': ['7'],
  'Do you get Universal Credit, or have you asked for it?': 'No',
}

const title = (page: Page) => page.locator('#checker h1')
const next = (page: Page) => page.getByRole('button', { name: 'Continue' }).click()

async function start(page: Page, address: string, children = 1): Promise<void> {
  await page.goto(address)
  await page.selectOption('#how-many', String(children))
  await page.getByRole('button', { name: 'Start', exact: true }).click()
}

/** Answers the page that is shown; several children get the same answer. */
async function answer(page: Page, answers: Answers): Promise<string> {
  const asked = await title(page).innerText()
  for (const set of await page.locator('form.question fieldset').all()) {
    const given = answers[asked] ?? "I don't know"
    if (typeof given === 'string') {
      const council = set.locator('select')
      if (given === "I don't know" && (await council.count()) > 0) await council.selectOption('unknown')
      else await choose(set, given)
    } else if ((await set.locator('select').count()) > 0) await set.locator('select').selectOption([...given])
    else for (const [at, text] of given.entries()) await set.locator('input[type=text]').nth(at).fill(text)
  }
  await next(page)
  return asked
}

/** A label may go on in smaller words. */
async function choose(set: Locator, label: string): Promise<void> {
  const exact = set.getByLabel(label, { exact: true })
  await ((await exact.count()) > 0 ? exact : set.getByLabel(label)).first().check()
}

const isAsking = async (page: Page) => (await page.locator('form.question').count()) > 0

/** From the first question to the answers; what was asked, in order. */
async function walk(page: Page, answers: Answers): Promise<string[]> {
  const asked: string[] = []
  while (await isAsking(page)) {
    asked.push(await answer(page, answers))
    expect(asked.length).toBeLessThan(30)
  }
  return asked
}

const outcomeOf = async (page: Page, support: string) =>
  page.locator(`.outcome[data-support="${support}"]`).first().getAttribute('data-outcome')

async function tabTo(page: Page, selector: string): Promise<void> {
  const isThere = () => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)
  for (let presses = 0; presses < 40 && !(await isThere()); presses++) await page.keyboard.press('Tab')
  expect(await isThere(), `${selector} is reached by Tab`).toBe(true)
}

/** Everything that a browser keeps of a page, besides the page. */
async function readKept(page: Page, context: BrowserContext) {
  const inPage = await page.evaluate(async () => ({
    address: location.href,
    title: document.title,
    referrer: document.referrer,
    historyState: history.state,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys().catch(() => []),
    workers: 'serviceWorker' in navigator ? (await navigator.serviceWorker.getRegistrations()).length : 0,
    name: window.name,
  }))
  return { ...inPage, cookies: await context.cookies() }
}

/** A walk takes some forty steps of the browser, which a busy machine makes slow. */
const PATIENCE = 300_000

describe.runIf(hasChromium)('the checker in a browser', { timeout: PATIENCE }, () => {
  let browser: Browser
  let server: Awaited<ReturnType<typeof serveTracker>>
  let address: string
  beforeAll(async () => {
    ;[browser, server] = await Promise.all([
      launchBrowser(),
      serveTracker({
        ...build(readFlagship()),
        today: () => parsePlainDate('2026-11-21')!,
        host: '127.0.0.1',
        port: 0,
      }),
    ])
    address = new URL('/what-applies', server.url).href
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it('gives nothing away: no request after it was loaded, offline, and no answer kept anywhere', async () => {
    const { page, context, complaints } = await openPage(browser, server.url)
    const requests: string[] = []
    await page.goto(address)
    await page.waitForLoadState('networkidle')
    const before = await readKept(page, context)
    page.on('request', (request) => requests.push(request.url()))
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await walk(page, GUARDIAN)
    expect(await outcomeOf(page, 'weekly-allowance')).toBe('council-decides')
    for (const summary of await page.locator('.outcome summary:visible').all()) await summary.click()
    await page.selectOption('#other-order', 'kinship-foster')
    await page.fill('#other-day', '2025-06-01')
    await page.locator('#checker').getByRole('button', { name: 'Show', exact: true }).click()
    expect(await readKept(page, context)).toEqual(before)
    expect(before).toMatchObject({
      historyState: null,
      local: [],
      session: [],
      databases: [],
      caches: [],
      cookies: [],
    })
    expect(requests).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })

  it('runs under a policy that lets it ask for nothing and make no code', async () => {
    const response = await fetch(address)
    const policy = response.headers.get('content-security-policy') ?? ''
    const html = await response.text()
    for (const place of [
      policy,
      /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#39;', "'") ?? '',
    ]) {
      expect(place).toContain("connect-src 'none'")
      expect(place).toContain("script-src 'self'")
      expect(place).toContain("require-trusted-types-for 'script'")
      expect(place).not.toMatch(/unsafe/)
    }
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).not.toMatch(/ on[a-z]+="/)
    expect(Buffer.byteLength(html)).toBeLessThan(30_000)
  })

  it('settles the kind of carer first and asks at most twelve questions', async () => {
    const { page, context } = await openPage(browser, server.url)
    await start(page, address)
    const asked = await walk(page, GUARDIAN)
    expect(asked.slice(0, 2)).toEqual(Object.keys(GUARDIAN).slice(0, 2))
    expect(asked.length).toBeLessThanOrEqual(12)
    expect(await page.locator('.kinds').innerText()).toContain('You are a special guardian')
    await context.close()
  })

  it('never says that somebody is entitled where somebody else decides', async () => {
    const { page, context } = await openPage(browser, server.url)
    await start(page, address)
    await walk(page, GUARDIAN)
    for (const outcome of ['council-decides', 'conditional', 'pilot-area', 'information'])
      for (const text of await page.locator(`.outcome[data-outcome="${outcome}"]`).allInnerTexts())
        expect(text).not.toMatch(/entitled|you can get this/i)
    const first = await page.evaluate(
      () => document.querySelector('.glance')?.getBoundingClientRect().top ?? 0,
    )
    expect(first, 'the answer begins in the first screen').toBeLessThan(700)
    await context.close()
  })

  it('tells every outcome down to a dated source, and links to what is promised', async () => {
    const { page, context } = await openPage(browser, server.url)
    await start(page, address)
    await walk(page, GUARDIAN)
    for (const outcome of await page.locator('.outcome').all()) {
      await outcome.evaluate((node) => node.closest('details')?.setAttribute('open', ''))
      await outcome.locator('summary').first().click()
      await outcome.locator('.source').first().waitFor()
      const sources = await outcome.locator('.source').allInnerTexts()
      expect(sources.length, await outcome.innerText()).toBeGreaterThan(0)
      for (const source of sources) expect(source).toMatch(/\b(19|20)\d\d/)
    }
    const promise = page.locator('.outcome[data-support="weekly-allowance"] .promised a').first()
    expect(await promise.getAttribute('href')).toBe('/commitments/kinship-allowance')
    expect(await promise.getAttribute('target')).toBe('_blank')
    await context.close()
  })

  it('goes back a question with the browser, keeps the answer, and forward again', async () => {
    const { page, context } = await openPage(browser, server.url)
    await start(page, address)
    const [first = ''] = [await answer(page, INFORMAL)]
    const second = await answer(page, INFORMAL)
    await page.goBack()
    expect(await title(page).innerText()).toBe(second)
    await page.goBack()
    expect(await title(page).innerText()).toBe(first)
    expect(await page.getByLabel('No', { exact: true }).isChecked()).toBe(true)
    await page.goForward()
    expect(await title(page).innerText()).toBe(second)
    await page.getByRole('button', { name: 'Back', exact: true }).click()
    await page.goBack()
    expect(await page.locator('#start').isVisible()).toBe(true)
    await context.close()
  })

  it('changes an answer, lets go what no longer fits, and asks what now matters', async () => {
    const { page, context } = await openPage(browser, server.url)
    await start(page, address)
    await walk(page, INFORMAL)
    await page.getByRole('button', { name: 'Change A court order' }).click()
    await page.getByLabel('Yes, a court has made an order').check()
    await next(page)
    expect(await title(page).innerText()).toBe('What kind of order is it?')
    await walk(page, GUARDIAN)
    expect(await page.locator('.kinds').innerText()).toContain('special guardian')
    await context.close()
  })

  it('refuses what cannot be, beside the field, and moves the focus there', async () => {
    const { page, context } = await openPage(browser, server.url)
    await start(page, address)
    await next(page)
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('errors')
    await page.locator('.errors a').click()
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('radio')
    while ((await title(page).innerText()) !== 'How old is the child?') await answer(page, INFORMAL)
    for (const [text, message] of [
      ['seven', 'Write a number'],
      ['-3', 'Write a number'],
      ['99', 'from 0 to 25'],
      ['7.5', 'whole number'],
    ] as const) {
      await page.fill('#answer-0', text)
      await next(page)
      expect(await page.locator('#answer-0-error').innerText()).toContain(message)
      expect(await page.locator('#answer-0').getAttribute('aria-describedby')).toBe('answer-0-error')
    }
    await context.close()
  })

  it('refuses days that are none, that are ahead, and years of two digits', async () => {
    const { page, context } = await openPage(browser, server.url)
    await start(page, address)
    const answers = { ...INFORMAL, 'What are you to the child?': 'Cousin' }
    while ((await title(page).innerText()) !== 'When did the child come to live with you?')
      await answer(page, answers)
    for (const [day, month, year, message] of [
      ['31', '2', '2025', 'no such day'],
      ['1', '1', '2099', 'not come yet'],
      ['1', '1', '25', 'four numbers'],
      ['1', '1', '1950', 'too long ago'],
      ['', '1', '2025', 'Write the day'],
    ] as const) {
      for (const [at, text] of [day, month, year].entries())
        await page.locator('.day input').nth(at).fill(text)
      await next(page)
      expect(await page.locator('#answer-0-error').innerText()).toContain(message)
    }
    await context.close()
  })

  it('explains answers that contradict each other and takes neither silently', async () => {
    const { page, context } = await openPage(browser, server.url)
    await start(page, address)
    const answers = { ...INFORMAL, 'What are you to the child?': 'Cousin' }
    const asked: string[] = []
    // Whichever of the two comes second is the one refused.
    const day = ['1', '1', '2010']
    while (await isAsking(page)) {
      const question = await answer(page, {
        ...answers,
        'When did the child come to live with you?': day,
        'How old is the child?': ['7'],
      })
      if ((await page.locator('.errors').count()) > 0) {
        const said = await page.locator('.errors').innerText()
        expect(said).toContain('cannot both be true')
        expect(said).toContain('7 years old')
        expect(said).toContain('1 January 2010')
        await page.locator('.errors button').click()
        expect(asked).toContain(await title(page).innerText())
        expect(question).not.toBe(await title(page).innerText())
        await context.close()
        return
      }
      asked.push(question)
    }
    throw new Error('the contradiction was accepted')
  })

  it('asks for several children on one page, each with an answer of its own', async () => {
    const { page, context, complaints } = await openPage(browser, server.url)
    await start(page, address, 2)
    const sets = page.locator('form.question fieldset')
    expect(await sets.count()).toBe(2)
    await sets.nth(0).getByLabel('Yes, a court has made an order').check()
    await sets.nth(1).getByLabel('No', { exact: true }).check()
    await next(page)
    await walk(page, GUARDIAN)
    const kinds = await page.locator('.kinds').innerText()
    expect(kinds).toContain('special guardian')
    expect(kinds).toContain('You may be')
    expect(complaints).toEqual([])
    await context.close()
  })

  it('says that an order is asked for, not that it is made', async () => {
    const { page, context, complaints } = await openPage(browser, server.url)
    await start(page, address, 2)
    const sets = page.locator('form.question fieldset')
    await sets.nth(0).getByLabel('Yes, a court has made an order').check()
    await sets.nth(1).getByLabel('Not yet, but the court has been asked for one').check()
    await next(page)
    const answers = {
      ...GUARDIAN,
      'Are you a foster carer for this child?': 'No, our family or friends agreed it',
    }
    for (let pages = 0; pages < 4 && (await page.locator('.told').count()) === 0; pages++)
      await answer(page, answers)
    expect(await page.locator('.told').first().innerText()).toBe(
      'From what you say, you are a special guardian. You have asked a court to make you a special guardian. Until it does, you have no order.',
    )
    await walk(page, answers)
    expect(await page.locator('.kinds p').allInnerTexts()).toEqual([
      expect.stringContaining('A court has made a special guardianship order'),
      'Second child (9): You have asked a court to make you a special guardian. Until it does, you have no order.',
    ])
    // At a glance it is clear whose a line is, and no line stands twice.
    const lines = await page.locator('.glance li').allInnerTexts()
    expect(lines.some((line) => line.includes(', first child (9)'))).toBe(true)
    expect(new Set(lines).size).toBe(lines.length)
    expect(complaints).toEqual([])
    await context.close()
  })

  it('saves a file that the command line reads, and takes it up again', async () => {
    const { page, context } = await openPage(browser, server.url)
    await start(page, address)
    await walk(page, GUARDIAN)
    const shown = await page.locator('.glance').innerText()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save to a file' }).click(),
    ])
    const path = await download.path()
    const text = readFileSync(path, 'utf8')
    const saved = JSON.parse(text)
    expect(saved.schema).toBe('holdfast/situation@1')
    const direct = answerSituation(saved, readEnglandRulebook(), { on: '2026-11-21' })
    expect(direct.outcomes.find(({ support }) => support === 'weekly-allowance')?.outcome).toBe(
      'council-decides',
    )
    await page.getByRole('button', { name: 'Start again' }).click()
    await page.setInputFiles('#saved-file', {
      name: 'a.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    })
    await page.locator('.glance').waitFor()
    expect(await page.locator('.glance').innerText()).toBe(shown)
    await context.close()
  })

  it.each([
    ['{"a":', 'cannot read it'],
    ['[1,2,3]', 'cannot read it'],
    ['{"children":[]}', 'cannot read it'],
    ['{"schema":"holdfast/situation@9","children":[{}]}', 'another version'],
    ['{"children":[{"parents":"both-alive","inCareMarkers":["bereavement"]}]}', 'cannot both be true'],
  ])('says what is wrong with the file %s', async (text, message) => {
    const { page, context } = await openPage(browser, server.url)
    await page.goto(address)
    await page.setInputFiles('#saved-file', {
      name: 'a.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    })
    await page.locator('#load-problem .errors').waitFor()
    expect(await page.locator('#load-problem').innerText()).toContain(message)
    expect(await page.locator('#start').isVisible()).toBe(true)
    await context.close()
  })

  it('takes what is sound of a file that was edited, and names what it left out', async () => {
    const { page, context, complaints } = await openPage(browser, server.url)
    await page.goto(address)
    const file = {
      on: '2150-01-01',
      area: 'Atlantis',
      carer: { relationship: 'queen', universalCredit: false },
      children: [
        {
          arrangement: 'special-guardianship',
          age: 900,
          parents: 'both-alive',
          evil: '<img src=x onerror=alert(1)>',
        },
      ],
    }
    await page.setInputFiles('#saved-file', {
      name: 'a.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(file)),
    })
    await title(page).waitFor()
    const asked = await walk(page, GUARDIAN)
    expect(asked).toContain('How old is the child?')
    const told = await page.locator('#checker .told').first().innerText()
    expect(told).toContain("The child's age")
    expect(told).toContain('Your council')
    expect(told).toContain('The day on which it was saved')
    expect(complaints).toEqual([])
    await context.close()
  })

  it('shows all of it on one page without a script, with numbers from the rules', async () => {
    const { page, context } = await openPage(browser, server.url, { javaScriptEnabled: false })
    await page.goto(address)
    expect(await page.locator('#start').isVisible()).toBe(false)
    expect(await page.locator('noscript').innerText()).toContain('below')
    const { outcomes } = answerSituation({ children: [{ arrangement: 'informal' }] }, readEnglandRulebook(), {
      on: '2026-11-21',
    })
    const benefit = outcomes.find(({ support }) => support === 'child-benefit')?.amount
    const section = page.locator('section.kind').filter({ hasText: 'Carer with no order' })
    expect(await section.innerText()).toContain(`£${benefit?.high.toFixed(2)} a week`)
    expect(await page.locator('section.kind').count()).toBe(6)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.leave').isVisible()).toBe(false)
    expect(await section.isVisible()).toBe(true)
    await context.close()
  })

  it('leaves at once: the answers are gone, and Back does not lead to them', async () => {
    const { page, context } = await openPage(browser, server.url)
    await context.route('https://www.bbc.co.uk/**', (route) =>
      route.fulfill({ body: 'weather', contentType: 'text/html' }),
    )
    await start(page, address)
    await answer(page, INFORMAL)
    await answer(page, INFORMAL)
    expect(await page.locator('#leave').isVisible()).toBe(true)
    await page.locator('#leave').click()
    await page.waitForURL(/bbc\.co\.uk/)
    await page.goBack()
    expect(page.url()).toBe(address)
    expect(await page.locator('#start').isVisible()).toBe(true)
    expect(await page.locator('#checker').innerText()).toBe('')
    await context.close()
  })

  it('is used by keyboard alone, from the start to the answers', async () => {
    const { page, context } = await openPage(browser, server.url)
    await page.goto(address)
    await page.keyboard.press('Tab')
    const reached: string[] = []
    for (let step = 0; step < 20 && !reached.includes('Start'); step++) {
      await page.keyboard.press('Tab')
      reached.push(
        await page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || ''),
      )
    }
    expect(reached).toEqual(expect.arrayContaining(['leave', 'how-many', 'Start']))
    await page.keyboard.press('Enter')
    for (let pages = 0; (await isAsking(page)) && pages < 20; pages++) {
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('ask')
      // To the first field, then to "I don't know": the last of a choice, a box of its own, or an item of the list.
      await tabTo(page, 'form.question input, form.question select')
      const kind = await page.evaluate(() => document.activeElement?.getAttribute('type') ?? 'list')
      if (kind === 'radio') await page.keyboard.press('ArrowUp')
      else if (kind === 'list') await page.keyboard.press('I')
      else {
        await tabTo(page, '[id$=unsure], [value=unknown]')
        await page.keyboard.press('Space')
      }
      await tabTo(page, 'button.main')
      await page.keyboard.press('Enter')
    }
    expect(await page.locator('.errors').count()).toBe(0)
    expect(await title(page).innerText()).toBe('What applies to your family')
    await context.close()
  })

  it('breaks no rule of accessibility in any state, in light, dark and forced colours', async () => {
    const { page, context } = await openPage(browser, server.url)
    await page.goto(address)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await next(page)
    await expectAccessible(page)
    const seen = new Set<string>()
    while (await isAsking(page)) {
      const form =
        (await page.locator('.day').count()) > 0
          ? 'day'
          : (await page.locator('form.question select').count()) > 0
            ? 'select'
            : ((await page.locator('form.question input').first().getAttribute('type')) ?? '')
      if (!seen.has(form)) await expectAccessible(page)
      seen.add(form)
      await answer(page, {
        ...GUARDIAN,
        'Do you get Universal Credit, or have you asked for it?': 'Yes',
        'Which council do you live in?': ['Bexley'],
      })
    }
    for (const details of await page.locator('#checker details').all())
      await details.evaluate((node) => node.setAttribute('open', ''))
    await expectAccessible(page)
    await page.emulateMedia({ forcedColors: 'active' })
    const { violations } = await new AxeBuilder({ page }).disableRules(['color-contrast']).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('#checker button, #checker select, #checker summary, .leave a')]
        .filter((node) => {
          const { height, width } = node.getBoundingClientRect()
          return height > 0 && (height < 24 || width < 24)
        })
        .map((node) => node.textContent),
    )
    expect(small).toEqual([])
    await context.close()
  })

  it('keeps the page still while it loads', async () => {
    const { page, context } = await openPage(browser, server.url)
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(address)
    await page.waitForLoadState('networkidle')
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0
          new PerformanceObserver((list) => {
            // The type of a layout shift entry is not in the library.
            for (const entry of list.getEntries())
              sum += (entry as PerformanceEntry & { value: number }).value
          }).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => resolve(sum), 200)
        }),
    )
    expect(shift).toBe(0)
    await context.close()
  })

  it('works saved to a folder and opened from there, without a server', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-checker-'))
    for (const [path, file] of [
      ['/what-applies', 'page.html'],
      ['/checker.js', 'checker.js'],
      ['/tracker.css', 'tracker.css'],
    ] as const) {
      const text = await (await fetch(new URL(path, server.url))).text()
      writeFileSync(
        join(folder, file),
        text.replaceAll('="/checker.js"', '="checker.js"').replaceAll('="/tracker.css"', '="tracker.css"'),
      )
    }
    const { page, context, complaints } = await openPage(browser, 'file:')
    await page.goto(pathToFileURL(join(folder, 'page.html')).href)
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await walk(page, INFORMAL)
    expect(await outcomeOf(page, 'child-benefit')).toBe('entitled')
    await page.goBack()
    expect(await isAsking(page)).toBe(true)
    expect(complaints).toEqual([])
    await context.close()
    rmSync(folder, { recursive: true })
  })

  it('answers as the command line does: every scenario, and families at random', async () => {
    const { page, context } = await openPage(browser, server.url)
    await page.goto(address)
    const rulebook = readEnglandRulebook()
    const cases = [
      ...readScenarios().map(({ situation, proposals }) => ({ situation, proposals })),
      ...makeFamilies(1000, '2025-06-01').map((situation, index) => ({
        situation,
        proposals:
          index % 3 === 0 ? [[...rulebook.proposals.keys()][index % rulebook.proposals.size] ?? 'today'] : [],
      })),
    ]
    for (let from = 0; from < cases.length; from += 200) {
      const part = cases.slice(from, from + 200)
      const inBrowser = await page.evaluate((given) => {
        const { holdfast } = window as unknown as {
          holdfast: { answer(situation: unknown, options: object): unknown }
        }
        return given.map(({ situation, proposals }) =>
          JSON.stringify(holdfast.answer(situation, { proposals })),
        )
      }, part)
      for (const [index, { situation, proposals }] of part.entries())
        expect(inBrowser[index]).toBe(JSON.stringify(answerSituation(situation, rulebook, { proposals })))
    }
    expect(cases.length).toBeGreaterThan(1300)
    await context.close()
  })
})
