import { describe, expect, it } from 'vitest'
import { aDocument, addCopy } from '../../../../test/builders/evidence.ts'
import { aTracker, RIVER_TRACKER } from '../../../../test/builders/tracker.ts'
import { parsePlainDate } from '../../../model/index.ts'
import { createMemoryReader, type TrackerEvent } from '../../../tracker/index.ts'
import { createTrackerSite } from '../app.tsx'
import { ON_A_PAGE } from './changes-page.tsx'
import { compareLines } from './compare-lines.ts'
import { changedFields } from './field-changes.ts'
import { linesOfPage } from './page-text.ts'
import { diffWording, WordDiff } from './word-diff.tsx'

const { events, state } = aTracker(RIVER_TRACKER)
const topic = state.records.topic.get('sewage')!.body
const later = (event: Omit<TrackerEvent, 'sequence' | 'recordedAt' | 'by'>, at: number): TrackerEvent => ({
  ...event,
  sequence: events.length + 1 + at,
  recordedAt: `2026-02-0${at + 1}T09:30:00.000Z`,
  by: 'an <editor>',
})
const corrected = later(
  {
    action: 'corrected',
    type: 'topic',
    id: 'sewage',
    reason: 'A reader told us: <b>fewer</b> swim there.',
    body: { ...topic, whyItMatters: 'Few people swim there.' },
  },
  0,
)
const withdrawn = later(
  { action: 'withdrawn', type: 'conflict', id: 'how-many', reason: 'The letter was misread.', body: null },
  1,
)
const all = [...events, corrected, withdrawn]
const today = () => parsePlainDate('2026-02-05')!
const site = (of: readonly TrackerEvent[]) =>
  createTrackerSite({ reader: createMemoryReader({ events: of }), today })
const app = site(all)
const get = async (path: string, from = app) => {
  const response = await from.request(path)
  const html = await response.text()
  return { status: response.status, html, text: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') }
}

describe('what changed', () => {
  it('tells each change with who, when and why, newest first', async () => {
    const { text, html } = await get('/changes')
    expect(text.indexOf('2 February 2026')).toBeGreaterThan(0)
    expect(text.indexOf('2 February 2026')).toBeLessThan(text.indexOf('1 February 2026'))
    expect(text).toContain('The letter was misread.')
    expect(html).toContain('an &lt;editor&gt;')
    expect(html).toContain('&lt;b&gt;fewer&lt;/b&gt;')
    expect(html).toContain('href="/topics/sewage"')
    expect(html).toContain('href="/changes/topic/sewage"')
  })

  it('lists corrections and withdrawals by themselves, and says so where there are none', async () => {
    expect((await get('/changes?show=corrections')).html.match(/class="action/g)).toHaveLength(2)
    expect((await get('/changes?show=corrections', site(events))).text).toContain('Nothing was corrected')
  })

  it('takes words that were looked for in a newer copy for no correction, and names those that are gone', async () => {
    const text = 'We ask that you stop the spills now.'
    const first = addCopy(all, 'LETTER', aDocument(text))
    const moved = addCopy(first.events, 'LETTER', aDocument(`A new beginning.\n${text}`, 'b'))
    const gone = addCopy(moved.events, 'LETTER', aDocument('Nothing is asked.', 'c'))
    const page = await get('/changes', site(gone.events))
    expect(page.text).toMatch(/Found again 1 place that claims rest on, looked for in a copy; 1 moved/)
    expect(page.text).toMatch(/Not found .{0,80}stop the spills/)
    expect(page.text).toContain('Corrected or withdrawn (2)')
    expect((await get('/changes?show=corrections', site(gone.events))).text).not.toContain('stop the spills')
    expect((await get('/changes.feed.json', site(gone.events))).html.match(/Corrected:/g)).toHaveLength(1)
    const [again] = moved.changes
    expect((await get(`/changes/passage/${again?.id}`, site(gone.events))).text).toContain('Found again on')
  })

  it('tells the last corrections where the tracker tells of itself, by name, with a way to each', async () => {
    const { html, text } = await get('/about')
    expect(text).toContain('Corrected Topic: Sewage in rivers. A reader told us')
    expect(text).toContain('Withdrawn Sources disagree: how-many')
    expect(html).toContain('href="/changes/topic/sewage"')
    expect(html).toContain('href="/changes?show=corrections"')
    const long = await get('/about', site(many(400)))
    expect(long.html.match(/What changed in it/g)).toHaveLength(10)
    expect(Buffer.byteLength(long.html)).toBeLessThan(30_000)
  })

  it('leads from an earlier day to a record where it is now, since it may not have been there', async () => {
    const ask = state.records.ask.get('ask-count')!.body
    const again = later(
      {
        action: 'corrected',
        type: 'ask',
        id: ask.id,
        reason: 'A word.',
        body: { ...ask, act: 'Count spills.' },
      },
      0,
    )
    const corrected = site([...events, again])
    // Before anybody asked.
    const history = await get('/changes/ask/ask-count?as_at=2022-07-01', corrected)
    expect(history.html).toContain('href="/topics/sewage#ask-count"')
    for (const { html } of [history, await get('/about?as_at=2022-07-01', corrected)])
      expect(html).not.toContain('as_at=2022-07-01#ask-count')
    expect((await get('/changes/ask/ask-count', corrected)).html).toContain('href="/topics/sewage#ask-count"')
  })

  const many = (count: number, at = 0) => [
    ...events,
    ...Array.from(
      { length: count },
      (_, each): TrackerEvent => ({
        ...corrected,
        sequence: events.length + 1 + each,
        recordedAt: each < at ? '2026-02-01T09:30:00.000Z' : '2026-02-02T09:30:00.000Z',
      }),
    ),
  ]

  it('goes on over pages that are light', async () => {
    const long = site(many(400))
    const total = events.length + 400
    const { html, text } = await get('/changes', long)
    expect(text).toContain(`Numbers ${total - ON_A_PAGE + 1} to ${total}, from the oldest`)
    expect(Buffer.byteLength(html)).toBeLessThan(30_000)
    const before = Math.ceil((total - ON_A_PAGE) / ON_A_PAGE)
    expect(html).toContain(`href="/changes?part=${before}"`)
    const older = await get(`/changes?part=${before}`, long)
    expect(older.html).toMatch(/href="\/changes(\?part=\d+)?">← Newer/)
    expect(older.html).toContain(`href="/changes?part=${before - 1}"`)
  })

  it('tells each of them on a page that leads to the next, down to the first', async () => {
    const long = many(250)
    const on = site(long)
    let path: string | undefined = '/changes'
    const told = new Set<string>()
    for (let pages = 0; path !== undefined; pages += 1) {
      expect(pages).toBeLessThan(12)
      const { html } = await get(path, on)
      const [, from = '', to = ''] = /Numbers (\d+) to (\d+)/.exec(html) ?? []
      for (let each = Number(from); each <= Number(to); each += 1) told.add(`${each}`)
      path = /href="([^"]*)">Older/.exec(html)?.[1]
    }
    expect(told.size).toBe(long.length)
  })

  it('keeps pages of the past as they are, whatever is recorded of other things', async () => {
    const other = (from: readonly TrackerEvent[]): TrackerEvent[] => [
      ...from,
      {
        ...withdrawn,
        sequence: from.length + 1,
        recordedAt: '2026-02-03T09:30:00.000Z',
        body: null,
      },
    ]
    const once = many(250)
    const [earlier, later] = [site(once), site(other(once))]
    const inPart = [...once].findIndex(({ id }) => id === withdrawn.id)
    for (let part = 1; part <= 3; part += 1) {
      const { html } = await get(`/changes?part=${part}`, earlier)
      const isTold = inPart >= (part - 1) * ON_A_PAGE && inPart < part * ON_A_PAGE
      if (!isTold) expect((await get(`/changes?part=${part}`, later)).html).toBe(html)
    }
  })

  it('names records as from the whole tracker', async () => {
    const reader = createMemoryReader({ events: many(200) })
    const whole = createTrackerSite({
      reader: { ...reader, readPart: (_need, asAt) => reader.readPart({ kind: 'whole' }, asAt) },
      today,
    })
    for (const path of ['/changes', '/changes?part=1', '/changes?part=2', '/changes/topic/sewage'])
      expect((await get(path, site(many(200)))).html).toBe((await get(path, whole)).html)
  })

  it('leads from where a page was when they were counted from the newest', async () => {
    const on = site(many(400))
    const at = async (path: string) => (await on.request(path)).headers.get('location')
    expect(await at('/changes?page=1')).toBe('/changes')
    const [, place = ''] = /part=(\d+)/.exec((await at('/changes?page=3')) ?? '') ?? []
    const newest = events.length + 400 - 2 * ON_A_PAGE
    expect([Number(place) * ON_A_PAGE >= newest, (Number(place) - 1) * ON_A_PAGE < newest]).toEqual([
      true,
      true,
    ])
    expect(await at('/changes?page=2&show=corrections')).toMatch(/part=\d+&show=corrections$/)
  })

  it.each([
    '/changes?page=99',
    '/changes?page=0',
    '/changes?page=x',
    '/changes?part=99',
    '/changes?part=0',
    '/changes?part=-1',
    '/changes?part=x',
    '/changes/topic/nothing',
    '/changes/nothing/x',
  ])('%s is not there', async (path) => {
    expect((await get(path)).status).toBe(404)
  })
})

describe('the history of a record', () => {
  it('marks the words that went and came', async () => {
    const { html, text } = await get('/changes/topic/sewage')
    expect(text).toContain('It was recorded twice.')
    expect(html).toContain('<dt>Why it matters</dt>')
    expect(html).toContain('<del>People </del><ins>Few people </ins>swim there.')
  })

  it('is kept for one that is withdrawn, and leads to it from the page of one that changed', async () => {
    expect((await get('/changes/conflict/how-many')).text).toContain('It is withdrawn.')
    expect((await get('/topics/sewage')).html).toContain('href="/changes/topic/sewage"')
    expect((await get('/topics/fish')).html).not.toContain('href="/changes/topic/')
  })

  it('takes ids with a slash', async () => {
    expect((await get('/changes/coverage/boaters/alerts/2023-03-01')).status).toBe(200)
  })
})

describe('a page as it was recorded', () => {
  it('by a day or a number of events is apart from when things were so', async () => {
    expect((await get('/topics/sewage')).text).toContain('Few people swim there.')
    const before = await get('/topics/sewage?recorded_by=2026-01-31')
    expect(before.text).toContain('as it was recorded by 31 January 2026')
    expect(before.text).not.toContain('Few people')
    expect(before.html).toContain('href="/deadlines?recorded_by=2026-01-31"')
    const first = await get(`/topics/sewage?recorded_by=${events.length}&as_at=2024-05-31`)
    expect(first.text).toContain(`number ${events.length} in the record`)
    expect(first.text).toContain('as it stood on 31 May 2024')
  })

  it('before anything was recorded says so', async () => {
    expect(await get('/?recorded_by=2020-01-01')).toMatchObject({
      status: 404,
      text: expect.stringContaining('By then this tracker held nothing.'),
    })
  })

  it.each(['yesterday', '2026-02-30', '-1', '0', '"><script>'])('"%s" is no day', async (asked) => {
    const { status, html } = await get(`/?recorded_by=${encodeURIComponent(asked)}`)
    expect(status).toBe(400)
    expect(html).not.toContain('<script>')
  })
})

describe('a page on two days', () => {
  it('by when things were so shows the words that went and came', async () => {
    const { text, html } = await get('/compare?path=/topics/sewage&from=2023-06-30&to=2024-12-31')
    expect(text).toContain('as things stood on each day')
    expect(html).toMatch(/<ins>[^<]*A trial will stop spills in two rivers\./)
    expect(html).toContain('href="/topics/sewage?as_at=2023-06-30"')
  })

  it('by when they were recorded shows what readers saw', async () => {
    const { html } = await get('/compare?path=/topics/sewage&from=2026-01-31&to=2026-02-05&by=recorded')
    expect(html).toContain('<del>People </del><ins>Few people </ins>swim there.')
    const nothing = await get('/compare?path=/topics/sewage&from=2025-01-01&to=2026-02-05&by=recorded')
    expect(nothing.text).toContain('nothing was recorded at this address yet')
  })

  it('that are the same says that no word differs', async () => {
    const { text } = await get('/compare?path=/topics/sewage&from=2025-01-01&to=2025-01-01')
    expect(text).toContain('no word differs')
  })

  it('before the beginning says when that was', async () => {
    const { text } = await get('/compare?path=/topics/sewage&from=1990-01-01&to=2024-01-01')
    expect(text).toContain('before the first thing that this tracker knows of, on 1 June 2022')
  })

  it('without days asks for them, and follows an address that moved', async () => {
    expect((await get('/compare?path=/deadlines')).text).toContain('Choose the page and the days')
    expect((await get('/compare')).status).toBe(200)
    const moved = await get('/compare?path=/topics/spills&from=2023-06-30&to=2024-12-31')
    expect(moved.text).toContain('Then and now: Sewage in rivers')
  })

  it('takes the day of the form under every page', async () => {
    expect((await get('/topics/sewage')).html).toContain('formaction="/compare"')
    expect((await get('/compare?as_at=2023-06-30&path=/topics/sewage')).text).toContain(
      '30 June 2023 and 5 February 2026',
    )
  })

  it.each([
    'path=/topics/sewage&from=yesterday&to=2024-01-01',
    'path=/topics/sewage&from=2024-02-30&to=2024-03-01',
    'path=/topics/sewage&from=2025-01-01&to=2024-01-01',
    'path=/topics/sewage&from=2025-01-01&to=2999-01-01',
    'path=//example.org&from=2024-01-01&to=2024-02-01',
    'path=https://example.org&from=2024-01-01&to=2024-02-01',
    'path=/compare?path=/compare&from=2024-01-01&to=2024-02-01',
    'path=/topics/sewage%3Fas_at=2024-01-01&from=2024-01-01&to=2024-02-01',
    `path=/${'x'.repeat(900)}%20y&from=2024-01-01&to=2024-02-01`,
    'path=%22%3E%3Cscript%3E&from=2024-01-01&to=2024-02-01',
  ])('is refused with what is wrong: %s', async (query) => {
    const { status, html } = await get(`/compare?${query}`)
    expect(status).toBe(400)
    expect(html).toContain('role="alert"')
    expect(html).not.toContain('<script>')
  })

  it('of an address without a page says so on both days', async () => {
    const { text } = await get('/compare?path=/nowhere&from=2024-01-01&to=2024-02-01')
    expect(text).toContain('there was nothing at this address')
  })
})

describe('words and lines', () => {
  it('differ by words, and give up where all do', () => {
    expect(diffWording('one two three', 'one four three')).toEqual([
      { kind: 'same', text: 'one ' },
      { kind: 'gone', text: 'two' },
      { kind: 'new', text: 'four' },
      { kind: 'same', text: ' three' },
    ])
    const [long, other] = ['a b c d e f g h '.repeat(400), 'i j k l m n o p '.repeat(400)]
    expect(diffWording(long, other).map(({ kind }) => kind)).toEqual(['gone', 'new'])
  })

  it('stand apart where one took the place of the other', () => {
    expect(String(WordDiff({ before: '41 gaps', after: '39 gaps' }))).toBe('<del>41</del> <ins>39</ins> gaps')
    expect(String(WordDiff({ before: 'all guardians', after: 'guardians' }))).toBe('<del>all </del>guardians')
  })

  it('pair with the line they were before', () => {
    expect(
      compareLines(
        ['A title', 'The trial runs in ten places this year.', 'Old line'],
        ['A title', 'The trial runs in seven places this year.', 'Something else entirely'],
      ),
    ).toEqual([
      { kind: 'same', count: 1 },
      {
        kind: 'changed',
        before: 'The trial runs in ten places this year.',
        after: 'The trial runs in seven places this year.',
      },
      { kind: 'gone', text: 'Old line' },
      { kind: 'new', text: 'Something else entirely' },
    ])
  })

  it('of a page are its words, without charts, forms and sources', () => {
    const page =
      '<body><nav>no</nav><main id="content"><h1>A &amp; B</h1><form><label>no</label></form><svg><text>no</text></svg><p>One <b>word</b></p><details class="note"><summary>Source</summary>no</details><table><tr><td>1</td><td>2</td></tr></table><dl><div><dt>Promise</dt><dd>Pilot<small>2024</small></dd></div></dl><p><a>Left out?</a><span>41 gaps</span></p></main>'
    expect(linesOfPage(page)).toEqual([
      'A & B',
      'One word',
      '1 · 2',
      'Promise: Pilot 2024',
      'Left out? 41 gaps',
    ])
    expect(linesOfPage('no page')).toEqual([])
  })

  it('name the fields of records', () => {
    expect(
      changedFields(
        { id: 'x', leavesOut: 'a', on: { words: '2024-05-01', from: '2024-05-01', to: '2024-05-01' } },
        {
          id: 'x',
          leavesOut: 'b',
          on: { words: '2024-05-01', from: '2024-05-01', to: '2024-05-01' },
          cites: [{ source: 'S', at: 'p. 2' }],
        },
      ),
    ).toEqual([
      { field: 'Leaves out', before: 'a', after: 'b' },
      { field: 'Sources', before: '', after: 'S, p. 2' },
    ])
  })
})
