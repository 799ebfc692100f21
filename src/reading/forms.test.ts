import { describe, expect, it } from 'vitest'
import type { DocumentText } from '../model/index.ts'
import { documentOf } from './document-builder.ts'
import { readStatements } from './index.ts'

const RESPONSE = { title: 'Government response to the Larch Review', publisher: 'Department for Rivers' }
const REVIEW = { title: 'The Larch Inquiry: final report', publisher: 'The Larch Inquiry' }
const COUNCIL = { title: 'Wharf Borough Council: minutes of cabinet' }
const CHARITY = ['We are a national charity for boat families.', 'Donate to our campaign today.']

const last = (lines: readonly string[], facts: Partial<DocumentText> = {}) =>
  readStatements(documentOf(lines, facts)).at(-1)
const kinds = (lines: readonly string[], facts: Partial<DocumentText> = {}) =>
  readStatements(documentOf(lines, facts)).map((one) => one.kind)

describe('a lead-in gives its list a kind', () => {
  it.each([
    [
      'what an outsider calls for',
      [...CHARITY, 'Our report makes the case for change, calling for:', '- Dry moorings for every family.'],
      {},
      'ask',
    ],
    [
      'what a government announced',
      [...CHARITY, 'The proposals that ministers announced include:', '- Full licensing of letting agents.'],
      {},
      'commitment',
    ],
    [
      'what a committee asked for',
      [
        'In our report we made many recommendations, asking the Board to:',
        '- publish its tide tables each spring',
      ],
      REVIEW,
      'recommendation',
    ],
    [
      'what an outsider welcomes',
      [...CHARITY, 'We welcome measures that will:', '- Give boat families a berth of their own.'],
      {},
      'verdict',
    ],
    [
      'what is due by a date',
      ['By March 2027', '- 40 more berths, shared among four harbours'],
      RESPONSE,
      'commitment',
    ],
    [
      'what a recommendation should cover',
      [
        'Recommendation 4',
        'The governments of the North and the South should each publish a report.',
        'The report should include as a minimum:',
        '- a list of the berths and whether they have been accepted or rejected',
      ],
      RESPONSE,
      'recommendation',
    ],
  ] as const)('%s', (_name, lines, facts, kind) => {
    expect(last(lines, facts)?.kind).toBe(kind)
  })
  it('and says less about what explains an item', () => {
    const lines = [...CHARITY, 'The plans that ministers announced include:']
    const item = '- A licence for every agent. Agents do not currently need to hold a licence.'
    expect(kinds([...lines, item]).slice(-2)).toEqual(['commitment', 'finding'])
  })
  it('but not across a heading', () => {
    const lines = [...CHARITY, 'We are calling on ministers to act:', '## About us', '- The quay at Larch']
    expect(last(lines)?.kind).not.toBe('ask')
  })
})

describe('a label stands before what is said', () => {
  it.each([
    ['Response: Reject', RESPONSE, 'decision', 'rejected'],
    ['Response: Accept in principle', RESPONSE, 'decision', 'accepted-in-principle'],
    [
      'Recommendation 3: The completion of the sea wall at Larch, and of the slip.',
      REVIEW,
      'recommendation',
      null,
    ],
    ['That the harbour office be opened on Sundays.', { ...REVIEW, title: 'Report' }, 'recommendation', null],
  ] as const)('%s', (line, facts, kind, decision) => {
    const found = last([line], facts)
    expect(found?.kind).toBe(kind)
    expect(found?.decision).toBe(decision)
  })
  it('set as a heading, a decision is still one', () => {
    expect(
      kinds(['# Reply to the Larch Review', '## Response: Reject', 'Tolls are a local matter.'], RESPONSE),
    ).toContain('decision')
  })
})

describe("another's page prints the reply itself", () => {
  const page = [...CHARITY, '## Joint Government response', 'The governments will publish a map by May 2027.']
  it('whose promises are the government’s', () => {
    expect(last(page)?.kind).toBe('commitment')
    expect(last(page)?.speaker).toBe('Government')
  })
})

describe('minutes order what is to be done', () => {
  it.each([
    ['That the plan for the quay be noted.', 'decision', 'noted'],
    ['That the recommendations of the panel be agreed.', 'decision', 'accepted'],
    ['That a timetable for the works be drawn up by officers.', 'commitment', null],
  ] as const)('%s', (line, kind, decision) => {
    const found = last(['The Council resolved as follows.', line], COUNCIL)
    expect(found?.kind).toBe(kind)
    expect(found?.decision).toBe(decision)
  })
})

describe('what is not asked, promised or decided', () => {
  it.each([
    ['Agents do not currently need to hold a licence.', [...CHARITY], {}, 'ask'],
    ['Once a complaint has been made, the Inquiry will write to the Board.', [], REVIEW, 'commitment'],
    ['The change will mean that ports will be able to hire pilots sooner.', [], RESPONSE, 'commitment'],
    ['Replies should say whether the recommendations are accepted or rejected.', [], REVIEW, 'decision'],
  ] as const)('%s', (line, before, facts, kind) => {
    expect(last([...before, line], facts)?.kind).not.toBe(kind)
  })
})

describe('clauses that hang on a noun, and what heads a phrase', () => {
  it('asks nothing in "services that councils must list"', () => {
    const line = 'The page names the services that councils must list.'
    expect(last([...CHARITY, line])?.kind).not.toBe('ask')
    expect(last([...CHARITY, 'The union demands that councils must list their services.'])?.kind).toBe('ask')
  })
  it('takes "tens of thousands of couples" for people', () => {
    const line = 'Tens of thousands of couples will receive free advice.'
    expect(last([...CHARITY, line])?.kind).toBe('commitment')
  })
  it('reads past a short name in brackets', () => {
    const line = 'The Larch Review (LR) has called for a register of boats.'
    expect(last([...CHARITY, line])?.kind).toBe('recommendation')
  })
  it('lists what was recommended where the reply to it leads in', () => {
    const lines = [
      ...CHARITY,
      'The government rejected two of its recommendations:',
      '- Ministers should open a register.',
    ]
    expect(last(lines)?.kind).toBe('recommendation')
  })
})

describe('strength follows the verb that a cue leads up to', () => {
  it.each([
    ['Officials are examining whether the limit should change.', 'explore'],
    ['The Agency has said it will seek views on the limit before May.', 'consult'],
    ['Ministers intend to keep the limit under review.', 'explore'],
    ['A Bill to give effect to this will be introduced next session.', 'legislate'],
    ['A further £2 million will be made available for repairs.', 'fund'],
    ['£2 million will be targeted at older quays.', 'fund'],
    ['Spend on quays will more than double by 2030.', 'fund'],
    ['We will increase resources for older quays.', 'fund'],
    ['We will modernise mooring legislation.', 'legislate'],
    ['The Harbours Bill will end the letting of unsafe berths.', 'legislate'],
    ['Consideration will be given to whether a second quay is needed.', 'explore'],
    ['Our plans will be informed by a formal consultation on berths.', 'consult'],
    ['Evidence will be gathered on the wear of the quays.', 'explore'],
    ['We will publish a call for evidence on the quays.', 'consult'],
    ['The Agency will look to re-consult on the new limit.', 'consult'],
    ['We will change the limit in the Harbours Bill next year.', 'legislate'],
    ['We will rebuild the quays with a £3bn investment programme.', 'fund'],
    ['We will consult on the limit, with a view to the rule coming into force in May.', 'consult'],
    ['The limit will come into force in May.', 'in-force'],
  ] as const)('%s', (line, strength) => {
    expect(last([line], RESPONSE)?.strength).toBe(strength)
  })
})

describe('an item that opens with a word that is a verb too', () => {
  it.each([
    ['- Work is also underway to print maps of the river.', 'finding'],
    ['- Work with harbours to print maps of the river.', 'commitment'],
  ] as const)('%s', (line, kind) => {
    expect(
      last(['# Reply to the Larch Review', 'The Department sets out its plans for maps.', line], RESPONSE)
        ?.kind,
    ).toBe(kind)
  })
})

describe('a reply says what must be, of things that others look after', () => {
  it('which asks', () => {
    expect(last(['Forces must be using these records by now.'], RESPONSE)?.kind).toBe('ask')
  })
  it('unless it only tells which things are meant', () => {
    const line = 'The report lists key jobs in older ports which the country should still seek to fill.'
    expect(last([line], RESPONSE)?.kind).toBe('finding')
  })
})
