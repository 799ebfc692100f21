import { describe, expect, it } from 'vitest'
import { SMALL_RULEBOOK } from '../../test/rules/small-rulebook.ts'
import { answerSituation } from './answer.ts'
import { parseRulebook } from './parse-rulebook.ts'

const rulebook = parseRulebook(SMALL_RULEBOOK)
type Given = { on?: string; area?: string; carer?: object; child?: object; proposals?: string[] }

function find(support: string, { on = '2024-06-01', area, carer = {}, child = {}, proposals = [] }: Given) {
  const answer = answerSituation({ on, area: area ?? null, carer, children: [child] }, rulebook, {
    proposals,
  })
  const outcome = answer.outcomes.find((one) => one.support === support)
  if (!outcome) throw new Error(`no ${support}`)
  return outcome
}

const SGO = { arrangement: 'special-guardianship', born: '2015-01-01' }
const FOSTER = { arrangement: 'kinship-foster', born: '2015-01-01' }

describe('an answer', () => {
  const cases: [string, Given, string, object | null][] = [
    ['entitled with a rate', { child: FOSTER, area: 'Capital' }, 'entitled', { low: 31, high: 31 }],
    [
      'a rate on the last day of a year',
      { child: FOSTER, area: 'capital', on: '2024-04-05' },
      'entitled',
      { low: 30.5, high: 30.5 },
    ],
    [
      'a rate on the first day of the next',
      { child: FOSTER, area: 'E02', on: '2024-04-06' },
      'entitled',
      { low: 31, high: 31 },
    ],
    ['a range where the council is not known', { child: FOSTER }, 'entitled', { low: 16, high: 31 }],
    [
      'a range where the age is not known',
      { child: { arrangement: 'kinship-foster' }, area: 'Capital' },
      'entitled',
      { low: 21, high: 31 },
    ],
    ['rate not held after the last rate', { child: FOSTER, on: '2025-04-06' }, 'rate-not-held', null],
    ['rate not held before the first', { child: FOSTER, on: '2023-04-05' }, 'rate-not-held', null],
    ['a pilot in its area', { child: SGO, area: 'Capital' }, 'pilot-area', { low: 31, high: 31 }],
    [
      'no pilot before it began',
      { child: SGO, area: 'Capital', on: '2023-12-31' },
      'council-decides',
      { low: 0, high: 30.5 },
    ],
    ['no pilot elsewhere', { child: SGO, area: 'Northtown' }, 'council-decides', { low: 0, high: 16 }],
    [
      'the council decides, without a rate',
      { child: SGO, area: 'Northtown', on: '2025-06-01' },
      'council-decides',
      null,
    ],
    ['nothing without an order', { child: { arrangement: 'informal' } }, 'not-under-this', null],
    ['cannot tell without the area', { child: SGO }, 'cannot-tell', null],
    [
      'a proposal whose test is met',
      { child: { ...SGO, previouslyLookedAfter: true }, area: 'Northtown', proposals: ['review'] },
      'entitled',
      { low: 16, high: 16 },
    ],
    [
      'a proposal whose test is not met',
      { child: { ...SGO, previouslyLookedAfter: false }, area: 'Northtown', proposals: ['review'] },
      'council-decides',
      { low: 0, high: 16 },
    ],
    [
      'a proposal before its day',
      {
        child: { ...SGO, previouslyLookedAfter: true },
        on: '2022-05-22',
        area: 'Northtown',
        proposals: ['review'],
      },
      'council-decides',
      null,
    ],
    [
      'a proposal that replaces a rule',
      { child: { arrangement: 'informal', born: '2020-06-01' }, area: 'Northtown', proposals: ['ask'] },
      'entitled',
      { low: 11, high: 11 },
    ],
  ]
  it.each(cases)('gives %s', (_, given, outcome, amount) => {
    const found = find('allowance', given)
    expect(found.outcome).toBe(outcome)
    expect(found.amount).toEqual(amount && { ...amount, currency: 'GBP', per: 'week' })
  })

  it('names what would settle it, and only that', () => {
    expect(find('allowance', { child: SGO }).settles).toEqual(['area'])
    expect(find('allowance', { area: 'Northtown', child: {} }).settles).toEqual(['arrangement'])
    expect(find('work-relief', { child: FOSTER }).settles).toEqual(['universalCredit'])
    expect(find('work-relief', { child: SGO }).settles).toEqual([])
  })

  it('says what the family qualifies as where the rate is not held', () => {
    expect(find('allowance', { child: SGO, area: 'Capital', on: '2025-06-01' })).toMatchObject({
      outcome: 'rate-not-held',
      qualifiesAs: 'pilot-area',
    })
  })

  it('explains itself down to what was said and to dated sources', () => {
    const { because, sources } = find('allowance', { child: FOSTER, area: 'Capital' })
    expect(because[0]).toMatchObject({
      text: 'Fostered.',
      value: 'entitled',
      source: { title: 'The Smallland Act', date: '2020-05-01' },
      children: [
        {
          text: 'Fostered',
          value: 'yes',
          children: [{ children: [{ text: 'Arrangement', value: 'kinship foster' }] }],
        },
      ],
    })
    expect(because[1]).toMatchObject({
      text: 'Weekly rate',
      value: '£31.00 per week',
      source: { title: 'Table of rates' },
    })
    expect(sources.map((source) => source.title)).toEqual(['The Smallland Act', 'Table of rates'])
  })

  it('puts the values of the day into its texts', () => {
    const texts = (on: string) =>
      find('allowance', { child: SGO, area: 'Northtown', on }).because.map((one) => one.text)
    expect(texts('2024-06-01')).toContain('The council decides, up to £11.00 to £31.00.')
    expect(texts('2025-06-01')).toContain('The council decides, up to (rate not held).')
  })

  it('never carries a yearly rate on beyond its year', () => {
    const notes = (on: string) =>
      find('allowance', { child: FOSTER, carer: { weeklyEarnings: 150 }, on }).because.map((one) => one.text)
    expect(notes('2021-12-31')).not.toContain('Low pay.')
    // Without the rate nobody can say that the pay is not low.
    expect(notes('2022-01-01')).toContain('Low pay.')
  })

  it('finds the eldest, the first named of twins, and nobody where ages are not known', () => {
    const eldest = (children: object[]) =>
      answerSituation({ on: '2024-06-01', children }, rulebook)
        .outcomes.filter((one) => one.support === 'eldest')
        .map((one) => one.outcome)
    const [old, young] = [{ ...SGO, born: '2012-01-01' }, SGO]
    expect(eldest([young, old])).toEqual(['not-under-this', 'entitled'])
    expect(eldest([young, young])).toEqual(['entitled', 'not-under-this'])
    expect(eldest([young, { ...old, arrangement: 'kinship-foster' }])).toEqual(['entitled', 'entitled'])
    expect(eldest([{ arrangement: 'informal' }, young])).toEqual(['cannot-tell', 'cannot-tell'])
  })

  it('says which single answer would bring another outcome, when asked', () => {
    const situation = { on: '2024-06-01', area: 'Northtown', children: [SGO] }
    const [allowance] = answerSituation(situation, rulebook, { hasChanges: true }).outcomes
    expect(allowance?.changes).toEqual([
      { key: 'arrangement', from: 'special-guardianship', to: 'informal', outcome: 'not-under-this' },
      { key: 'arrangement', from: 'special-guardianship', to: 'kinship-foster', outcome: 'entitled' },
    ])
    expect(answerSituation(situation, rulebook).outcomes[0]).not.toHaveProperty('changes')
  })

  it('says under which proposals it stands', () => {
    const named = (proposals: string[]) =>
      answerSituation({ on: '2024-06-01', children: [{}] }, rulebook, { proposals }).proposal
    expect(named([])).toBe('today')
    expect(named(['today'])).toBe('today')
    expect(named(['review', 'ask'])).toBe('review+ask')
  })
})

describe('children that are left out', () => {
  it.each([{ on: '2024-01-01' }, { on: '2024-01-01', children: null }])(
    'are one of whom nothing is known',
    (data) => {
      const { outcomes, notices } = answerSituation(data, rulebook)
      expect(outcomes).toEqual(answerSituation({ on: '2024-01-01', children: [{}] }, rulebook).outcomes)
      expect(notices.map(({ path }) => path)).toContain('children')
    },
  )
})

describe('bad input', () => {
  const answer =
    (data: unknown, options = {}) =>
    () =>
      answerSituation(data, rulebook, options)
  const children = [{}]
  it.each([
    ['no day', { children }, 'names no day'],
    ['a day that does not exist', { on: '2023-02-29', children }, '"2023-02-29" is not a day'],
    ['a day before the rules', { on: '2020-12-31', children }, 'they begin on 1 January 2021'],
    ['a day far ahead', { on: '2101-01-01', children }, 'nothing is told of days after 31 December 2100'],
    ['no children', { on: '2024-01-01', children: [] }, '1 to 20 children, not 0'],
    [
      'more than a family',
      { on: '2024-01-01', children: Array(300).fill({ age: -1 }) },
      '20 children, not 300',
    ],
    ['children that are no list', { on: '2024-01-01', children: 'two' }, 'children: this should be a list'],
    ['a grown-up', { on: '2024-01-01', children: [{ born: '1990-01-01' }] }, 'is 34 on 2024-01-01'],
    [
      'pay beyond any number',
      { on: '2024-01-01', carer: { weeklyEarnings: Number.POSITIVE_INFINITY }, children },
      'Infinity should',
    ],
    ['an endless word', { on: '2024-01-01', area: 'x'.repeat(9999), children }, 'xx…" is not a council'],
    [
      'an endless answer',
      { on: '2024-01-01', children: [{ arrangement: 'x'.repeat(9999) }] },
      'x… (10001 characters) is not known',
    ],
    ['a code of elsewhere', { on: '2024-01-01', area: 'S12000049', children }, 'services. Write its name'],
    [
      'an age that cannot be',
      { on: '2024-01-01', children: [{ age: 40 }] },
      '40 should be a number from 0 to 25',
    ],
    [
      'an income that cannot be',
      { on: '2024-01-01', carer: { weeklyEarnings: -1 }, children },
      '-1 should be a number',
    ],
    [
      'a misspelt choice',
      { on: '2024-01-01', children: [{ arrangement: 'informel' }] },
      'Did you mean "informal"?',
    ],
    [
      'text for yes or no',
      { on: '2024-01-01', children: [{ disabled: 'yes' }] },
      'should be true, false or null',
    ],
    [
      'a council that is not one',
      { on: '2024-01-01', area: 'Nortown', children },
      'Did you mean "Northtown"?',
    ],
    ['a child not born yet', { on: '2024-01-01', children: [{ born: '2024-01-02' }] }, 'not born yet'],
    ['something that is no situation', [], 'should be an object'],
    [
      'age and birth that differ',
      { on: '2024-01-01', children: [{ born: '2015-01-01', age: 3 }] },
      'is 9 on 2024-01-01, not 3',
    ],
    [
      'arriving before birth',
      { on: '2024-01-01', children: [{ born: '2015-01-01', since: '2014-01-01' }] },
      'before being born',
    ],
    [
      'an order before birth',
      { on: '2024-01-01', children: [{ born: '2015-01-01', orderDate: '2014-01-01' }] },
      'before the child was born',
    ],
    [
      'an informal order',
      { on: '2024-01-01', children: [{ arrangement: 'informal', orderDate: '2014-01-01' }] },
      'has no order, yet one is dated',
    ],
    [
      'a parent named where none can be',
      { on: '2024-01-01', children: [{ arrangement: 'special-guardianship', orderNamesParent: true }] },
      'only a child arrangements order',
    ],
    [
      'dead parents to live with',
      {
        on: '2024-01-01',
        children: [{ arrangement: 'child-arrangements', orderNamesParent: true, parents: 'both-dead' }],
      },
      'yet both parents are dead',
    ],
    [
      'never in care yet looked after',
      { on: '2024-01-01', children: [{ previouslyLookedAfter: false, inCareMarkers: ['looked-after'] }] },
      'never in council care',
    ],
    [
      'an order from before the age',
      { on: '2024-01-01', children: [{ age: 3, arrangement: 'adoption', orderDate: '2016-01-01' }] },
      'the child is 3 on 2024-01-01 and so was not born then',
    ],
    [
      'an order made on a day to come',
      { on: '2024-01-01', children: [{ arrangement: 'adoption', orderDate: '2024-01-02', orderMade: true }] },
      'said to be made, yet is from 2024-01-02',
    ],
    [
      "a guardian's allowance with both parents alive",
      { on: '2024-01-01', children: [{ guardiansAllowancePaid: true, parents: 'both-alive' }] },
      'yet both parents are alive',
    ],
    [
      'a bereavement with both alive',
      { on: '2024-01-01', children: [{ parents: 'both-alive', inCareMarkers: ['bereavement'] }] },
      'both parents are alive',
    ],
    [
      'retired with pay',
      { on: '2024-01-01', carer: { employment: 'retired', weeklyEarnings: 5 }, children },
      'retired yet earns £5',
    ],
    [
      'not working with a job',
      { on: '2024-01-01', carer: { employment: 'not-working', weeksInJob: 5 }, children },
      '5 weeks in the job',
    ],
  ])('%s is explained', (_, data, words) => {
    expect(answer(data)).toThrow(words)
  })

  it('takes a fostered child as in care now, whatever was before', () => {
    const child = {
      arrangement: 'kinship-foster',
      previouslyLookedAfter: false,
      inCareMarkers: ['looked-after'],
    }
    expect(answer({ on: '2024-01-01', children: [child] })).not.toThrow()
  })

  it('names the proposals there are', () => {
    expect(answer({ on: '2024-01-01', children }, { proposals: ['revew'] })).toThrow(
      'Did you mean "review"? There are: today, review, ask.',
    )
  })

  it('lists every problem at once, each with its place', () => {
    expect(answer({ on: 'x', carer: { employment: 1 }, children: [{ age: 0.5 }] })).toThrow(
      /on: .*\n.*carer\.employment: .*\n.*children\[0\]\.age: /s,
    )
  })

  it('says so where an answer is read otherwise than it was said', () => {
    const notices = (situation: object) =>
      answerSituation({ on: '2024-01-01', ...situation }, rulebook).notices.map((notice) => notice.message)
    expect(notices({ children: [{ since: '2024-03-01' }] })[0]).toContain('had not yet come')
    expect(
      notices({ children: [{ arrangement: 'special-guardianship', orderDate: '2024-03-01' }] })[0],
    ).toContain('still applying')
    expect(
      notices({
        carer: { relationship: 'grandparent' },
        children: [{ arrangement: 'private-fostering' }],
      })[0],
    ).toContain('not private fostering')
    expect(
      notices({ carer: { relationship: 'great-aunt-or-uncle' }, children: [{ arrangement: 'informal' }] })[0],
    ).toContain('this is private fostering')
    expect(
      notices({ children: [{ arrangement: 'kinship-foster', childBenefitClaimed: true }] })[0],
    ).toContain('Child Benefit is not paid')
    expect(notices({ children: [{ arrangement: 'informal', route: 'public' }] })[0]).toContain(
      'There is no order here',
    )
    expect(notices({ chidlren: [], children: [{}] })[0]).toContain('Did you mean "children"?')
    expect(notices({ on: '2027-01-01', children: [{}] })[0]).toContain('may differ')
    expect(notices({ children: [{}] })).toEqual([])
  })
})
