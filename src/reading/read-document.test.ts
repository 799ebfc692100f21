import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentText, Statement } from '../model/index.ts'
import { documentOf } from './document-builder.ts'
import { readStatements, surveyDocument } from './index.ts'

const RESPONSE = { title: 'Government response to the Larch Review', publisher: 'Department for Rivers' }
const REVIEW = { title: 'The Larch Inquiry: final report', publisher: 'The Larch Inquiry' }
const CHARITY_OPENING = [
  'We are a national charity for boat families.',
  'Donate to our campaign today.',
  'We are calling on ministers to act.',
]

function statementOf(
  line: string,
  facts: Partial<DocumentText>,
  before: readonly string[] = [],
): Statement | undefined {
  return readStatements(documentOf([...before, line], facts)).at(-1)
}

describe('who speaks decides the kind', () => {
  const line = 'Councils should publish their offers each year.'
  it.each([
    ['a review recommends', REVIEW, [], 'recommendation'],
    ['a charity asks', {}, CHARITY_OPENING, 'ask'],
    [
      'guidance asks',
      { title: 'Statutory guidance on moorings' },
      ['# Statutory guidance for councils'],
      'ask',
    ],
  ] as const)('%s', (_name, facts, before, kind) => {
    expect(statementOf(line, facts, before)?.kind).toBe(kind)
  })
})

describe('a government says', () => {
  it.each([
    ['We will publish the map by June.', 'commitment', 'commit'],
    ['We will bring forward legislation to license moorings.', 'commitment', 'legislate'],
    ['The Department will fund four new locks.', 'commitment', 'fund'],
    ['We will invest in a trial of quieter engines.', 'commitment', 'pilot'],
    ['We will launch a consultation on tolls.', 'commitment', 'consult'],
    ['The Government will explore the case for legislation on tolls.', 'commitment', 'explore'],
    ['We will encourage councils to lower their fees.', 'commitment', 'encourage'],
    ['All inspections will be carried out by trained staff.', 'commitment', 'commit'],
    ['The Government is committed to opening the canal.', 'commitment', 'commit'],
    ['We intend to publish a plan.', 'commitment', 'commit'],
    ['Boat owners will be able to choose a later date.', 'commitment', 'commit'],
    ['The Government recognises the need for cleaner rivers.', 'finding', null],
    ['The Government has no plans to widen the scheme.', 'finding', null],
    ['Future spending is a matter for the next fiscal event.', 'finding', null],
    ['The Department is working with councils on signs.', 'finding', null],
    ['Two locks were opened last year.', 'finding', null],
    ['The Department expects harbours to keep a list.', 'ask', null],
  ])('%s', (line, kind, strength) => {
    const statement = statementOf(line, RESPONSE)
    expect([statement?.kind, statement?.strength]).toEqual([kind, strength])
  })
  it.each([
    ['The Government accepts this recommendation.', 'accepted'],
    ['We accept this recommendation in principle.', 'accepted-in-principle'],
    ['The Department partially accepts the recommendation.', 'accepted-in-part'],
    ['We do not accept this recommendation.', 'rejected'],
    ['The Government notes this recommendation.', 'noted'],
  ])('%s', (line, decision) => {
    const statement = statementOf(line, RESPONSE)
    expect([statement?.kind, statement?.decision]).toEqual(['decision', decision])
  })
})

describe('a charity says', () => {
  it.each([
    ['The Government has pledged to open ten moorings.', 'commitment'],
    ['The Government should open ten moorings.', 'ask'],
    ['It is vital that boat families are asked first.', 'ask'],
    ['The Review recommends that fees are capped.', 'recommendation'],
    ['The Review rightly puts families first.', 'verdict'],
    ['We are disappointed by the delay.', 'verdict'],
    ['This falls well short of what was promised.', 'verdict'],
    ['Better advice will help families to stay afloat.', 'verdict'],
    ['We have long campaigned for lower fees.', 'other'],
    ['Read our full briefing here.', 'other'],
    ['There are four thousand boats on the river.', 'finding'],
    ['Ministers have not committed to a date.', 'finding'],
    ['We will publish our own figures in May.', 'commitment'],
  ])('%s', (line, kind) => {
    expect(statementOf(line, {}, CHARITY_OPENING)?.kind).toBe(kind)
  })
})

describe('passages', () => {
  it('reads the recommendation above a reply as the reviewer’s', () => {
    const survey = surveyDocument(
      documentOf(
        [
          '# Recommendation 4',
          'The Department should set a date for the new locks.',
          'The Government accepts this recommendation.',
          'We will set a date in May.',
          '# Recommendation 5',
          'Harbours should keep a list.',
          'We do not accept this recommendation.',
        ],
        RESPONSE,
      ),
    )
    expect(survey.statements.map(({ kind, number }) => [kind, number])).toEqual([
      ['other', '4'],
      ['recommendation', '4'],
      ['decision', '4'],
      ['commitment', '4'],
      ['other', '5'],
      ['recommendation', '5'],
      ['decision', '5'],
    ])
  })
  it('lets items inherit their lead-in', () => {
    const lines = ['The Government should:', '- open the lock; and', '- publish a yearly return']
    expect(readStatements(documentOf(lines, REVIEW)).map(({ kind }) => kind)).toEqual([
      'recommendation',
      'recommendation',
      'recommendation',
    ])
  })
  it('gives "they" the body named before', () => {
    const before = [...CHARITY_OPENING, 'The Harbour Agency has changed its mind.']
    expect(statementOf('They will publish the results.', {}, before)?.speaker).toBe('Harbour Agency')
  })
})

describe('places', () => {
  const words = fc.constantFrom(
    'We',
    'will',
    'should',
    '£5',
    'million',
    '.',
    ';',
    '“',
    '”',
    '😀',
    'the',
    'Government',
    ',',
    'and',
    'שלום',
    '(',
    ')',
    ':',
    '2024',
  )
  const line = fc.array(words, { minLength: 1, maxLength: 25 }).map((parts) => parts.join(' '))
  it('are in range, in order, apart, and hold the text', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const document = documentOf(lines)
        let last = 0
        for (const statement of readStatements(document)) {
          expect(statement.start).toBeGreaterThanOrEqual(last)
          expect(statement.end).toBeLessThanOrEqual(document.text.length)
          expect(statement.text).toBe(document.text.slice(statement.start, statement.end))
          expect(statement.text).toBe(statement.text.trim())
          last = statement.end
        }
      }),
      { numRuns: 60 },
    )
  })
  it('survive any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 6 }), (lines) => {
        for (const statement of readStatements(documentOf(lines)))
          expect(statement.confidence).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })
  it('are the same for the same document', () => {
    const document = documentOf(['We will act.', 'They should act.'])
    expect(readStatements(document)).toEqual(readStatements(document))
  })
})

describe('a public body speaks in its own plan', () => {
  const PLAN = [
    '# Our mooring plan 2025 to 2028',
    'The Larch Rivers Board has looked after the water since 1950.',
    'Key actions include:',
  ]
  it.each([
    ['We will mend twelve locks by 2027.', 'commitment', 'Larch Rivers Board'],
    ['Two new wardens are to be appointed.', 'commitment', 'Larch Rivers Board'],
    ['A survey of boats is due to start in May.', 'commitment', 'Larch Rivers Board'],
  ])('%s', (line, kind, speaker) => {
    const statement = statementOf(line, { title: 'Our mooring plan 2025 to 2028' }, PLAN)
    expect([statement?.kind, statement?.speaker]).toEqual([kind, speaker])
  })
})

describe('a government’s document names who signs', () => {
  it('by its publisher, keeping the general word', () => {
    expect(statementOf('We will publish the map by June.', RESPONSE)?.speaker).toBe(
      'Department for Rivers (Government)',
    )
  })
  it('by the body that acts in it', () => {
    const opening = ['The Scottish Government welcomes the report.', 'The Scottish Government has read it.']
    const facts = { title: 'Response to the report of the Larch Review' }
    expect(statementOf('Ministers will set a date.', facts, opening)?.speaker).toBe('Scottish Government')
  })
})

describe('who promises is a body, not its papers', () => {
  it('takes a promise of a paper for the government’s', () => {
    expect(statementOf('The Moorings Bill will end the yearly licence.', {}, CHARITY_OPENING)?.speaker).toBe(
      'Government',
    )
  })
  it('gives "ministers" the one government that the page tells of', () => {
    const opening = [
      ...CHARITY_OPENING,
      'The Welsh Government has a plan.',
      'We asked the Welsh Government for it.',
    ]
    expect(statementOf('Ministers have pledged to open the locks.', {}, opening)?.speaker).toBe(
      'Welsh Government',
    )
    const inPassing = [
      ...CHARITY_OPENING,
      ...Array(9).fill('The Government has a plan.'),
      'The Welsh Government has none.',
    ]
    expect(statementOf('Ministers have pledged to open the locks.', {}, inPassing)?.speaker).toBe(
      'Government',
    )
  })
  it('puts a known short name behind the full one', () => {
    expect(statementOf('CQC will stop its yearly survey.', {}, CHARITY_OPENING)?.speaker).toBe(
      'Care Quality Commission (CQC)',
    )
  })
  it.each([
    'Larchgate’s response to the independent review of moorings',
    'Larchgate responds to the independent review of moorings',
  ])('takes who answers in the title: %s', (title) => {
    const opening = ['We thank the review for its report.', 'We accept what it found.']
    expect(statementOf('We will publish the map by June.', { title }, opening)?.speaker).toMatch(/^Larchgate/)
  })
  it('lets a council that gives no name be the Council', () => {
    const opening = [
      '# Moorings strategy 2025 to 2030',
      'The council will look after the water with its partners. Members noted the strategy.',
      'A District Council officer will answer the borough’s boaters at County Hall.',
    ]
    const facts = { title: 'Moorings strategy 2025 to 2030' }
    expect(statementOf('We will open a service for boaters.', facts, opening)?.speaker).toBe('Council')
  })
  it('lets a government promise for itself where its answer tells of a review', () => {
    const lines = [
      '## The review',
      'The review found that locks leak.',
      'We will set up a panel of lock keepers.',
    ]
    const survey = surveyDocument(documentOf([...lines], RESPONSE))
    const promise = survey.statements.at(-1)
    expect([promise?.kind, promise?.speaker]).toEqual(['commitment', 'Department for Rivers (Government)'])
  })
})

describe('a page tells of promises with and without verbs', () => {
  it.each([
    [['## What’s in it', '- A warden at every lock by 2029'], 'commitment'],
    [['What was promised: free moorings for all by April.'], 'commitment'],
    [['Where things stand: Stalled.'], 'other'],
    [['Our view: Boaters have waited long enough.'], 'verdict'],
    [['A new board, chaired by the Minister, will meet twice a year.'], 'commitment'],
    [['A voluntary code will be drawn up.'], 'commitment'],
  ] as const)('%s', (lines, kind) => {
    const all = [...CHARITY_OPENING, ...lines]
    expect(readStatements(documentOf(all)).at(-1)?.kind).toBe(kind)
  })
})

describe('a government declines without saying no', () => {
  it.each([
    ['We have decided not to proceed with a cap.', 'decision', 'rejected'],
    ['The Government does not see the need for a yearly survey.', 'decision', 'rejected'],
    ['It would not be right to prejudge the survey.', 'finding', null],
  ])('%s', (line, kind, decision) => {
    const statement = statementOf(line, RESPONSE, [
      '# Recommendation 1',
      'Ministers should act.',
      'Response: We agree.',
    ])
    expect([statement?.kind, statement?.decision]).toEqual([kind, decision])
  })
})
