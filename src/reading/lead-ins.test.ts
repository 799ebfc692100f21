import { describe, expect, it } from 'vitest'
import { documentOf } from './document-builder.ts'
import { readStatements } from './index.ts'
import { tellsOfPlan } from './listed-measures.ts'

const kindOf = (lines: readonly string[], title = 'Harbour news') =>
  readStatements(documentOf(['We are a national charity for boat families.', ...lines], { title })).at(-1)
    ?.kind

const PLAN = 'Rivers strategy unveiled: what it holds'

describe('what leads a list in on an outsider’s page', () => {
  it.each([
    ['Original coalition pledges:', 'A new levy on moorings', 'commitment'],
    [
      'Ministers made several changes and announcements today including:',
      'Free tolls for lifeboats',
      'commitment',
    ],
    ['What ministers say they have achieved:', 'Two locks open at night', 'finding'],
    [
      'Measures introduced since the inquiry’s recommendations include:',
      'A second crew on each ferry',
      'finding',
    ],
    ['The opposition’s verdict so far:', 'Plans for the locks are thin', 'verdict'],
    // The writer's own demands are asks, whatever they are called.
    ['Our proposals:', 'A new levy on moorings', 'finding'],
  ])('%s', (lead, item, kind) => {
    expect(kindOf([lead, `- ${item}`])).toBe(kind)
  })
  it.each([
    ['In all, the ferry inquiry made 31 recommendations. They included:', 'recommendation'],
    ['The minister repeated eleven pledges that day. These were:', 'commitment'],
    ['The ferry sailed on 31 days that year. They included:', 'finding'],
    ['The ferry inquiry made recommendations to the harbour board, including:', 'recommendation'],
    ['We have made recommendations to the harbour board, including:', 'ask'],
  ])('goes by the sentence before where it points back: %s', (lead, kind) => {
    expect(kindOf([lead, '- A harbour law that rests on the rights of crews'])).toBe(kind)
  })
  it('goes by the page where it only points back', () => {
    expect(kindOf(['It also includes:', '- Reforms to cut the cost of a berth'], PLAN)).toBe('commitment')
    expect(kindOf(['It also includes:', '- Reforms to cut the cost of a berth'])).toBe('finding')
  })
})

describe('how far a body’s own plan has come', () => {
  const ownKind = (lines: readonly string[]) =>
    readStatements(
      documentOf(lines, { title: 'Government response to the harbour inquiry: our progress' }),
    ).at(-1)?.kind
  it.each([
    ['The plan has 30 actions to be done by May:', '11 actions are amber', 'finding'],
    ['The plan has 30 actions to be done by May:', '12 are complete (40%)', 'finding'],
    ['The actions completed this year are:', 'New lamps on the east quay', 'finding'],
    ['The actions to be completed this year are:', 'New lamps on the east quay', 'commitment'],
    ['Our actions for the year are:', 'New lamps on the east quay', 'commitment'],
    [
      'Besides work delivered last year, it sets out the priorities for 2031, including:',
      'New lamps on the east quay',
      'commitment',
    ],
    ['Work delivered last year, including:', 'New lamps on the east quay', 'finding'],
    ['Our ten-year goal is:', 'To have a lamp on every quay', 'commitment'],
  ])('%s %s', (lead, item, kind) => {
    expect(ownKind([lead, `- ${item}`])).toBe(kind)
  })
})

describe('a measure that a page about a plan lists', () => {
  it.each([
    ['£8m to mend the oldest locks on the river', PLAN, 'commitment'],
    ['Dozens of quays across the county to be renovated', PLAN, 'commitment'],
    [
      'Dozens of quays across the county to be renovated by whoever finds them',
      'Boats: a history',
      'finding',
    ],
    ['£8m was spent on the oldest locks on the river', PLAN, 'finding'],
  ])('%s', (line, title, kind) => {
    expect(kindOf([line], title)).toBe(kind)
  })
  it.each([
    ['Creating two new quays in the old docks', 'commitment'],
    ['Train a second crew for each of the ferries', 'commitment'],
    ['Two quays in the old docks are new', 'finding'],
  ])('may stand on a page that only opens on the plan: %s', (item, kind) => {
    const opening = 'The new river strategy sets out how the county will run its locks.'
    const list = ['## More for crews', `- ${item}`]
    expect(kindOf([opening, ...list])).toBe(kind)
    expect(kindOf(list)).not.toBe('commitment')
    // What the writer demands of the plan is no part of it.
    expect(kindOf([opening, '## What the strategy should hold', `- ${item}`])).not.toBe('commitment')
  })
  it('is an order where it is an item', () => {
    const pledges = 'Manifesto tracker: the pledges on rivers'
    expect(kindOf(['- Introduce a licence for every boat'], pledges)).toBe('commitment')
  })
})

it.each([
  ['Manifesto tracker: the pledges on rivers', true],
  ['The Budget 2021', true],
  ['Our manifesto for rivers: what ministers must do', false],
  ['What the strategy should hold', false],
  ['Boats: a history', false],
])('%s tells of a plan: %s', (title, isPlan) => {
  expect(tellsOfPlan(title, [])).toBe(isPlan)
})

describe('a page of demands', () => {
  it.each([
    ['Petition: free the quays', 'Require harbours to report each delay.', 'ask'],
    ['A proposal for quieter rivers', 'Establish a register of engines.', 'ask'],
    // A government's proposal is told of, and elsewhere an order opens no demand.
    ['The Government’s proposal for rivers', 'Establish a register of engines.', 'other'],
    ['Harbour news', 'Establish a register of engines.', 'other'],
  ])('%s: %s', (title, line, kind) => {
    expect(kindOf([line], title)).toBe(kind)
  })
  it('is one that is signed below', () => {
    expect(kindOf(['We, the undersigned, ask for quiet.', 'Establish a register of engines.'])).toBe('ask')
  })
})

describe('a heading with only headings under it', () => {
  const page = (first: string) => ['# Larch', first, '## Fair tolls', '- An end to double tolls for families']
  it('leads their lists in', () => {
    expect(kindOf(page('## Key pledges'))).toBe('commitment')
    expect(kindOf(page('## Our asks'))).toBe('ask')
  })
  it('does so no longer where something stands under it, or for what closes a page', () => {
    const [top = '', asks = ''] = page('## Our asks')
    expect(kindOf([top, asks, 'Boats are late.', '## Fair tolls', 'Tolls rose by a third last year.'])).toBe(
      'finding',
    )
    expect(kindOf([top, asks, '## About us', '- A register of larch boats kept since 1950'])).not.toBe('ask')
  })
})

it('takes what goes on for no measure to come', () => {
  const because = (line: string) =>
    readStatements(documentOf(['We are a national charity.', line], { title: PLAN })).at(-1)?.because
  expect(because('All quays to be mended by the winter crews.')).toContain('a measure of a plan')
  expect(because('All quays continue to be hit by the winter storms.')).not.toContain('a measure of a plan')
})

describe('a lead-in that says nothing itself', () => {
  const kinds = (lead: string, title: string) =>
    readStatements(documentOf([lead, '- mend each lock by May'], { title })).map(({ kind }) => kind)
  const OWN = 'Government response to the harbour inquiry'
  it.each([
    ['In this Parliament, we will:', OWN, ['other', 'commitment']],
    ['We are a national charity. We call on ministers to:', 'Harbour news', ['other', 'ask']],
    // What is said already counts.
    ['We will pay £5 million to:', OWN, ['commitment', 'commitment']],
    [
      'By the end of May next year we will have paid each of these in full:',
      OWN,
      ['commitment', 'commitment'],
    ],
  ] as const)('%s', (lead, title, expected) => {
    expect(kinds(lead, title).slice(-2)).toEqual(expected)
  })
})
