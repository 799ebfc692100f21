import fc from 'fast-check'
import { expect, it } from 'vitest'
import { HoldfastError } from '../model/index.ts'
import { answerSituation } from './answer.ts'
import { readEnglandRulebook } from './england.ts'
import { ARRANGEMENTS, EMPLOYMENTS, MARKERS, PARENTS, RELATIONSHIPS, ROUTES } from './situation.ts'

const rulebook = readEnglandRulebook()
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })
const dayIn = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
const child = fc.record(
  {
    born: fc.oneof(maybe(dayIn('2005-01-01', '2016-01-01')), dayIn('2004-01-01', '2035-01-01')),
    age: fc.oneof(
      { weight: 9, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 25 }) },
    ),
    arrangement: maybe(fc.constantFrom(...ARRANGEMENTS)),
    since: maybe(dayIn('2016-01-01', '2028-01-01')),
    orderDate: fc.oneof(fc.constant(null), fc.constant(null), dayIn('2016-01-01', '2028-01-01')),
    route: maybe(fc.constantFrom(...ROUTES)),
    orderNamesParent: fc.constantFrom(null, false, false, true),
    previouslyLookedAfter: maybe(fc.boolean()),
    inCareMarkers: maybe(fc.uniqueArray(fc.constantFrom(...MARKERS))),
    parents: maybe(fc.constantFrom(...PARENTS)),
    disabled: maybe(fc.boolean()),
  },
  { requiredKeys: [] },
)
const family = fc.record({
  on: fc.oneof(
    fc.constantFrom('2021-01-01', '2025-04-05', '2025-04-06', '2026-06-15'),
    dayIn('2020-06-01', '2032-01-01'),
  ),
  area: maybe(fc.constantFrom('Bexley', 'Medway', 'Leeds')),
  carer: fc.record(
    {
      relationship: maybe(fc.constantFrom(...RELATIONSHIPS)),
      employment: maybe(fc.constantFrom(...EMPLOYMENTS)),
      weeksInJob: fc.constantFrom(null, 0, 30, 60),
      weeklyEarnings: fc.oneof(fc.constant(null), fc.double({ min: 0, max: 2000, noNaN: true })),
      universalCredit: maybe(fc.boolean()),
    },
    { requiredKeys: [] },
  ),
  children: fc.array(child, { minLength: 1, maxLength: 3 }),
})

/** An answer whose parts hang together, or an error that a person can act on. */
/** @returns whether there was an answer. */
function checkAnswer(data: unknown, proposals: string[]): boolean {
  try {
    const { outcomes } = answerSituation(data, rulebook, { proposals })
    for (const outcome of outcomes) {
      expect(outcome.because.length).toBeGreaterThan(0)
      expect(outcome.outcome === 'cannot-tell').toBe(outcome.settles.length > 0)
      expect(outcome.outcome === 'rate-not-held').toBe(outcome.qualifiesAs !== undefined)
      if (outcome.outcome !== 'cannot-tell') expect(outcome.sources.length).toBeGreaterThan(0)
      if (outcome.amount) expect(outcome.amount.low).toBeLessThanOrEqual(outcome.amount.high)
    }
    return true
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error
    expect(error.message.length).toBeGreaterThan(20)
    return false
  }
}

const stacks = fc.subarray([...rulebook.proposals.keys()])

it('answers any family, or says what is wrong', () => {
  let answered = 0
  fc.assert(
    fc.property(family, stacks, (data, proposals) => {
      if (checkAnswer(data, proposals)) answered++
    }),
    { numRuns: 600 },
  )
  expect(answered).toBeGreaterThan(60)
})

it('answers any JSON, or says what is wrong', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (data) => {
      checkAnswer(data, [])
    }),
    { numRuns: 500 },
  )
})
