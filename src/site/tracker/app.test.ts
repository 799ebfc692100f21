import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { crawl, elementsOf, textOf } from '../../../test/builders/crawl.ts'
import { build, RIVER_TRACKER } from '../../../test/builders/tracker.ts'
import { parsePlainDate } from '../../model/index.ts'
import { createMemoryReader, parseContent } from '../../tracker/index.ts'
import { createTrackerSite } from './app.tsx'

const TODAY = parsePlainDate('2026-02-01')!
const siteOf = (...texts: string[]) =>
  createTrackerSite({
    reader: build(parseContent(texts.map((text, at) => ({ path: `part-${at}.yaml`, text }))), [
      ['csa', 'clear water'],
    ]).reader,
    today: () => TODAY,
  })

const site = siteOf(RIVER_TRACKER)
const get = async (path: string) => {
  const response = await site.request(path)
  return { status: response.status, headers: response.headers, html: await response.text() }
}

it('leads from the page that the table of topics names to where people read them', async () => {
  for (const [asked, led] of [
    ['/topics', '/#topics'],
    ['/topics?as_at=2026-01-01', '/?as_at=2026-01-01#topics'],
  ] as const) {
    const { status, headers } = await get(asked)
    expect([status, headers.get('location')]).toEqual([302, led])
  }
  expect((await get('/')).html).toContain('id="topics"')
})

describe('the pages of a tracker', async () => {
  const pages = await crawl(site)

  it('are all reached from the first one', () => {
    expect([...pages.keys()]).toEqual(
      expect.arrayContaining([
        '/',
        '/topics/sewage',
        '/topics/sewage/timeline',
        '/topics/sewage/verdicts',
        '/topics/sewage/sources',
        '/commitments/stop-spills',
        '/recommendations',
        '/recommendations/rec-stop',
        '/organisations/anglers',
        '/left-out',
        '/left-out/alerts',
        '/left-out?group=boaters',
        '/promises',
        '/deadlines',
        '/sources',
        '/sources/PLAN',
        '/programmes',
        '/indicators',
        '/conflicts',
        '/method',
        '/about',
        '/accessibility',
      ]),
    )
  })

  it.each([...pages])(
    '%s is a well-formed page with one heading, no double id and no broken link',
    (path, page) => {
      const problems: string[] = []
      parse(page.html, { onParseError: ({ code }) => problems.push(code) })
      expect(problems).toEqual([])
      expect(page.status).toBe(200)
      expect(elementsOf(page.html, 'h1')).toHaveLength(1)
      const ids = elementsOf(page.html).flatMap(({ attributes }) => attributes.id ?? [])
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
      for (const link of page.links)
        expect(pages.get(link.path)?.status, `${path} leads to ${link.path}`).toBe(200)
      for (const { path: target, fragment } of page.links.filter(({ fragment }) => fragment !== ''))
        expect(
          elementsOf(pages.get(target)?.html ?? '').some(({ attributes }) => attributes.id === fragment),
          `${path} leads to ${target}#${fragment}`,
        ).toBe(true)
    },
  )

  it.each([...pages])('%s gives every claim its evidence', (_path, page) => {
    const claims = elementsOf(page.html).filter(({ attributes }) =>
      attributes.class?.split(' ').includes('claim'),
    )
    for (const claim of claims)
      if (!textOf(claim.html).includes('Nobody has checked this'))
        expect(claim.html, textOf(claim.html)).toContain('href="/sources/')
  })
})

describe('an address', () => {
  it('that a topic used to have leads to it', async () => {
    const { status, headers } = await get('/topics/spills')
    expect([status, headers.get('location')]).toEqual([301, '/topics/sewage'])
  })
  it.each([
    '/topics/none',
    '/commitments/none',
    '/topics/sewage/none',
    '/left-out/none',
    '/sources/none',
    '/nowhere',
  ])('%s that is none gets a page with a search', async (path) => {
    const { status, html } = await get(path)
    expect(status).toBe(404)
    expect(html).toContain('There is nothing at this address')
    expect(elementsOf(html, 'form').filter(({ attributes }) => attributes.action === '/search')).toHaveLength(
      2,
    )
  })
  it('says of what was withdrawn when, by whom and why, and leads to what it said', async () => {
    const { events } = build(parseContent([{ path: 'rivers.yaml', text: RIVER_TRACKER }]))
    const gone = {
      action: 'withdrawn',
      type: 'commitment',
      id: 'fish-ladders',
      recordedAt: '2026-01-31T09:00:00.000Z',
      by: 'editor',
      reason: 'Nobody promised <that>.',
      body: null,
      sequence: events.length + 1,
    } as const
    const after = createTrackerSite({
      reader: createMemoryReader({ events: [...events, gone] }),
      today: () => TODAY,
    })
    const response = await after.request('/commitments/fish-ladders')
    const html = await response.text()
    expect(response.status).toBe(410)
    expect(textOf(html)).toContain('taken out of the tracker on 31 January 2026 by editor')
    expect(textOf(html)).toContain('Nobody promised')
    expect(html).not.toContain('<that>')
    const [history = ''] = /\/changes\/commitment\/fish-ladders/.exec(html) ?? []
    expect((await after.request(history)).status).toBe(200)
  })
  it('says of what begins later that it was not there yet, and leads to it', async () => {
    const { status, html } = await get('/commitments/fish-ladders?as_at=2022-12-31')
    expect(status).toBe(404)
    expect(textOf(html)).toContain('This was not there yet on 31 December 2022')
    expect(html).toContain('href="/commitments/fish-ladders"')
  })
  it('asks for nothing from elsewhere and lets nothing in', async () => {
    const { headers, html } = await get('/')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(html).not.toMatch(/<script|src="http|href="http[^"]*\.css/)
  })
})

describe('a filter', () => {
  it.each([
    ['/left-out?group=%3Cb%3Eboters', 'There is no group “&lt;b&gt;boters” here.', 'Boaters'],
    ['/sources?year=1066', 'No source here is of “1066”.', 'Published in'],
  ])('that names nothing is told, and what there is shown: %s', async (path, told, shown) => {
    const { html } = await get(path)
    expect(html).toContain(told)
    expect(html).toContain(shown)
    for (const fine of ['/left-out?group=boaters', '/left-out?group=', '/sources', '/sources?year=2023'])
      expect((await get(fine)).html).not.toMatch(/There is no group|No source here/)
  })
})

describe('who gets one kind of help', () => {
  it('tells what was so before, the last first, each with its evidence', async () => {
    const older = `
coverage:
  - { group: swimmers, support: alerts, from: 2022-07-01, state: excluded, text: No beach had them., cites: [{ source: LETTER }] }`
    const html = await (await siteOf(RIVER_TRACKER, older).request('/left-out/alerts')).text()
    const claims = elementsOf(html, 'div').filter(
      ({ attributes, html: claim }) => attributes.class === 'claim' && claim.includes('class="before"'),
    )
    expect(
      claims.map(({ html: claim }) => [
        textOf(elementsOf(claim, 'p')[0]!.html),
        elementsOf(claim, 'a')[0]?.attributes.href,
      ]),
    ).toEqual([
      ['Before, known since 1 March 2023: In, if… Only by the sea.', '/sources/PLAN'],
      ['Before, known since 1 July 2022: Out. No beach had them.', '/sources/LETTER'],
    ])
  })
})

describe('as it stood on a day', () => {
  it('shows what was said by then, and keeps to that day in every link', async () => {
    const { html } = await get('/commitments/stop-spills?as_at=2023-06-01')
    expect(textOf(html)).toContain('as it stood on 1 June 2023')
    expect(textOf(html)).not.toContain('A trial will stop spills')
    const leaving = elementsOf(html, 'a').filter(
      ({ attributes }) => attributes.href?.startsWith('/') && !attributes.href.includes('as_at=2023-06-01'),
    )
    expect(leaving.map(({ attributes }) => attributes.href)).toEqual(['/commitments/stop-spills'])
  })
  const inputsOf = (html: string) =>
    elementsOf(html, 'form').map(({ html: form, attributes: { class: name } }) => [
      name,
      ...elementsOf(form, 'input')
        .filter(({ attributes: { type } }) => type === 'hidden' || type === 'date')
        .map(({ attributes: { name: own, value = '', max } }) => `${own}=${value}${max ? ` to ${max}` : ''}`),
    ])

  it('leads on to later days as well, and stays narrowed by the same', async () => {
    const { html } = await get('/left-out?group=boaters&as_at=2024-06-01&page=2')
    expect(inputsOf(html)).toEqual([
      ['find', 'as_at=2024-06-01'],
      ['chooser', 'as_at=2024-06-01'],
      ['as-at', 'as_at=2024-06-01 to 2026-02-01', 'group=boaters'],
    ])
    expect(inputsOf((await get('/left-out?group=boaters')).html).at(-1)).toEqual([
      'as-at',
      'as_at= to 2026-02-01',
      'group=boaters',
    ])
  })

  it('compares the page as it is narrowed', async () => {
    const { html } = await get('/left-out?group=boaters')
    const compare = elementsOf(html, 'button').find(({ attributes }) => attributes.formaction === '/compare')
    expect(compare?.attributes.value).toBe('/left-out?group=boaters')
    const asked = new URLSearchParams({ path: '/left-out?group=boaters', as_at: '2023-01-01' })
    const { status, html: compared } = await get(`/compare?${asked}`)
    expect([status, textOf(compared).includes('Then and now')]).toEqual([200, true])
  })

  it('keeps every form to what was recorded by then', async () => {
    const { html } = await get('/left-out?group=boaters&recorded_by=2026-01-31')
    expect(inputsOf(html)).toEqual([
      ['find', 'recorded_by=2026-01-31'],
      ['chooser', 'recorded_by=2026-01-31'],
      ['as-at', 'as_at= to 2026-02-01', 'group=boaters', 'recorded_by=2026-01-31'],
    ])
    const { html: found } = await get('/search?q=ladders&recorded_by=20')
    expect(inputsOf(found)[0]).toEqual(['find', 'recorded_by=20'])
    expect(inputsOf(found).at(-1)).toEqual(['as-at', 'as_at= to 2026-02-01', 'q=ladders', 'recorded_by=20'])
  })

  it.each([
    ['/deadlines', true],
    ['/what-applies', false],
    ['/accessibility', false],
  ])('is offered on %s: %s, as its words come from the record or do not', async (path, isOffered) => {
    const { html } = await get(path)
    expect(html.includes('name="as_at" type="date"')).toBe(isOffered)
  })
  it('before the beginning there is a kind word', async () => {
    const { status, html } = await get('/?as_at=1999-01-01')
    expect(status).toBe(200)
    expect(textOf(html)).toContain('There was nothing to show yet')
    expect(html).toContain('/?as_at=2022-06-01')
  })
  it('a day that has not come is told so, and leads to what is known', async () => {
    const { status, html } = await get('/topics/sewage?as_at=2999-01-01')
    expect(status).toBe(400)
    expect(textOf(html)).toContain('1 January 2999 has not come yet')
    expect(textOf(html)).not.toContain('You are looking at')
    expect(html).toContain('href="/topics/sewage"')
  })
  it.each(['yesterday', '2023-02-30', '"><script>'])('"%s" is no day', async (asked) => {
    const { status, html } = await get(`/?as_at=${encodeURIComponent(asked)}`)
    expect(status).toBe(400)
    expect(textOf(html)).toContain('cannot be read as a day')
    expect(html).not.toContain('<script')
  })
  it('overdue is counted on that day', async () => {
    expect(textOf((await get('/deadlines?as_at=2025-06-30')).html)).toContain('none is overdue')
    expect(textOf((await get('/deadlines')).html)).toContain('1 is overdue')
  })
  it.each(['2023-06-30', '2024-05-31', '2025-06-30', '2026-02-01'])(
    'all deadlines on %s are told in numbers that come to the whole',
    async (day) => {
      const { html } = await get(`/deadlines?as_at=${day}`)
      const [, headline = '', others = ''] =
        /<h1>(.*?)<\/h1>.*?Counted on [^.]*\.(.*?)<\/p>/s.exec(html) ?? []
      const [total = 0, ...parts] = (textOf(headline + others).match(/\d+/g) ?? []).map(Number)
      expect(total).toBeGreaterThan(0)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
    },
  )
})

describe('a search', () => {
  it('says what it found, and the same as JSON', async () => {
    expect(textOf((await get('/search?q=fish+ladders')).html)).toContain('Promise: Ladders for fish')
    const { html } = await get('/search.json?q=csa')
    expect(JSON.parse(html)).toMatchObject({
      query: 'csa',
      results: [
        {
          url: '/programmes#clear-water',
          title: 'Scheme or service: Clear Water',
          excerpt: expect.any(String),
        },
      ],
    })
  })
  it('as JSON is of the day asked for, may be read by any site, and says what is wrong', async () => {
    const found = async (day: string) => {
      const { html, ...rest } = await get(`/search.json?q=ladders&as_at=${day}`)
      return { ...rest, body: JSON.parse(html) }
    }
    const then = await found('2024-05-31')
    expect(then.headers.get('access-control-allow-origin')).toBe('*')
    expect(then.body.results[0].url).toContain('?as_at=2024-05-31')
    expect((await found('1999-01-01')).body.results).toEqual([])
    for (const day of ['2999-01-01', 'soon']) {
      const { status, body } = await found(day)
      expect([status, body.code]).toEqual([400, 'day_invalid'])
    }
  })
  it('says which word it took for another', async () => {
    const text = textOf((await get('/search?q=sewgae')).html)
    expect(text).toContain('“sewage”')
    // Nothing speaks of what was typed, so the headline does not say so.
    expect(text).toMatch(/\d+ places? comes? near “sewgae”/)
  })
  it('is shown without what turns a line around or no page may hold', async () => {
    const { html } = await get('/search?q=%E2%80%AEzebra%00%0A%09stripes')
    expect(textOf(html)).toContain('Nothing found for “zebra stripes”')
    expect(JSON.parse((await get('/search.json?q=%00zebra')).html).query).toBe('zebra')
    expect((await get('/?as_at=%00')).html).not.toContain('\u0000')
  })
  it('that finds nothing offers the topics', async () => {
    const { html } = await get('/search?q=zebra')
    expect(textOf(html)).toContain('Nothing found for “zebra”')
    expect(html).toContain('/topics/fish')
  })
  it('can be empty, and cannot be 10,000 characters', async () => {
    expect(textOf((await get('/search')).html)).toContain('What are you looking for?')
    expect(textOf((await get(`/search?q=${'rivers '.repeat(1430)}`)).html)).toContain('200 are the most')
    expect(JSON.parse((await get(`/search.json?q=${'x'.repeat(10_000)}`)).html)).toMatchObject({
      results: [],
    })
  })
  it('is limited to a kind', async () => {
    const { html } = await get('/search?q=spills&kind=deadline')
    expect(
      elementsOf(html, 'ol')
        .map(({ html: list }) => textOf(list))
        .join(),
    ).not.toContain('Promise:')
  })
})

describe('the first page', async () => {
  const { html } = await get('/')
  it('counts what people come for', () => {
    expect(textOf(html)).toContain('Who is left out?')
    expect(textOf(html)).toMatch(/\d gaps? among 2 groups/)
    expect(textOf(html)).toMatch(/\d of \d dates? (was|were) kept in time/)
  })
  it('shows the promise that was said most often', () => {
    expect(textOf(html)).toContain('Fewer spills: one promise, said 3 times.')
  })
})

describe('a topic', () => {
  it('names every rung that one of its promises stood on, and no other', async () => {
    const two = RIVER_TRACKER.replace('topics: [fish]', 'topics: [sewage]')
    const rungsOf = async (from: typeof site) => {
      const html = await (await from.request('/topics/sewage')).text()
      const [, names = ''] = /<g class="rung-names">(.*?)<\/g>/s.exec(html) ?? []
      return [...names.matchAll(/>([^<]+)<\/text>/g)].map(([, name]) => name)
    }
    const [own, both] = [await rungsOf(site), await rungsOf(siteOf(two))]
    expect(own.length).toBeGreaterThan(0)
    expect(both).toEqual(expect.arrayContaining(own))
  })

  it('begins with what was promised last and whether it was done', async () => {
    const { html } = await get('/topics/sewage')
    const [opening] = elementsOf(html, 'main').map(({ html: main }) => textOf(main).slice(0, 400))
    expect(opening).toContain('On 1 October 2024 a pilot was promised. Whether it was done cannot be judged.')
  })
  it('says what a new government did with its promises, or that nobody looked', async () => {
    const { html } = await get('/topics/sewage')
    expect(textOf(html)).toContain('Said again in its own words Second government, 1 October 2024')
    expect(textOf((await get('/topics/fish')).html)).toContain(
      'Nobody has looked what the new government did with it: Ladders for fish.',
    )
  })
  it('leads to each of its parts', async () => {
    const { html } = await get('/topics/sewage')
    const ids = new Set(elementsOf(html).map(({ attributes }) => attributes.id))
    const [nav] = elementsOf(html, 'nav').filter(({ attributes }) => attributes.class === 'on-page')
    const targets = elementsOf(nav?.html ?? '', 'a').map(({ attributes }) => attributes.href?.slice(1))
    expect(targets.length).toBeGreaterThan(4)
    expect(targets.filter((id) => !ids.has(id))).toEqual([])
  })
  it('says when the judge has an interest', async () => {
    const { html } = await get('/topics/sewage/verdicts')
    const told = elementsOf(html, 'p').filter(({ attributes }) => attributes.class?.includes('interest'))
    expect(told.length).toBeGreaterThan(0)
  })
})

describe('a promise', () => {
  it('shows beside its picture what changed when', async () => {
    const { html } = await get('/commitments/stop-spills')
    const [changes] = elementsOf(html, 'ol').filter(({ attributes }) => attributes.class === 'changes')
    expect(textOf(changes?.html ?? '')).toContain('Fewer people qualify')
    expect(changes?.html).toContain('class="less"')
    expect(html).toContain('class="wedge"')
  })
  it('passes from one government to the next where its versions do', async () => {
    const { html } = await get('/commitments/stop-spills')
    expect(elementsOf(html, 'p').filter(({ attributes }) => attributes.class === 'handover')).toHaveLength(1)
  })
})

describe('two versions', () => {
  it.each([
    ['?then=1&now=2', 'Promise made weaker'],
    ['?then=3&now=1', 'Less money'],
    ['?then=x&now=99', 'Less money'],
  ])('asked for by %s name the change', async (query, change) => {
    expect(textOf((await get(`/commitments/stop-spills${query}`)).html)).toContain(change)
  })
})

describe('hostile text', () => {
  it('in every field is shown and never run', async () => {
    const hostile = '<script>alert(1)</script>\'"&'
    // Prose fields only: ids, dates and addresses cannot hold it, which the content's own tests show.
    const content = RIVER_TRACKER.replaceAll(
      /\b(title|summary|whyItMatters|name|what|text|act|test|stateReason|reason|interest|statedAs|condition|plain|question|detail|counts|unit|place|missing|words|quote|at|part|covers|leavesOut|publisher|kind): (?!department|charity|budget|publication|announcement|spring|2022)([A-Z'a-z][^,}\n]*)/g,
      (_all, key: string, value: string) => `${key}: ${JSON.stringify(`${value.trim()} ${hostile}`)}`,
    )
    expect(content.split(hostile.slice(0, 8)).length).toBeGreaterThan(60)
    const pages = await crawl(siteOf(content))
    expect(pages.size).toBeGreaterThan(25)
    for (const [path, { html }] of pages) {
      expect(html, path).not.toContain('<script>')
      const scripts = elementsOf(html, 'script').filter(
        ({ attributes }) => attributes.type !== 'application/ld+json' && attributes.src !== '/checker.js',
      )
      expect(scripts, path).toEqual([])
    }
    expect(pages.get('/topics/sewage')?.html).toContain('&lt;script&gt;')
  })
})
