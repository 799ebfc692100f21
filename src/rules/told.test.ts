// What a family is told beside the outcome: the clause's own words and its notes, on the days and for the families that
// they are for, and for no others. Scenarios hold the outcomes; these hold the words that outcomes do not show.
import { describe, expect, it } from 'vitest'
import { type AnswerFamily, prepareAnswers } from './answer.ts'
import { readEnglandRulebook } from './england.ts'
import type { Reason } from './explain.ts'
import { expandSituation } from './run-example.ts'

const answer: AnswerFamily = prepareAnswers(readEnglandRulebook())

const textsOf = (reasons: readonly Reason[]): string[] =>
  reasons.flatMap(({ text, children }) => [text, ...textsOf(children)])

/** Everything that is told of a support to a family, for its first child. */
function told(support: string, on: string, given: Record<string, unknown>, proposals: string[] = []): string {
  const { outcomes } = answer(expandSituation(given, on), { proposals })
  return textsOf(
    outcomes.find((one) => one.support === support && (one.child ?? 0) === 0)?.because ?? [],
  ).join('\n')
}

type Case = readonly [support: string, on: string, given: Record<string, unknown>, words: string]
const SGO = { arrangement: 'special-guardianship', age: 9, previouslyLookedAfter: true }
const EARNER = { ...SGO, employment: 'employed', weeklyEarnings: 2000 }
const POORER = { ...SGO, employment: 'employed', weeklyEarnings: 961 }
const FOSTER = { arrangement: 'kinship-foster', age: 9, area: 'Leeds' }
const ADOPTER = { arrangement: 'adoption', age: 9, parents: 'both-dead' }

const TOLD: readonly Case[] = [
  ['child-benefit', '2021-01-01', EARNER, 'above £50,000'],
  ['child-benefit', '2024-04-05', EARNER, 'above £50,000'],
  ['child-benefit', '2024-04-05', EARNER, 'all of it from £60,000'],
  ['child-benefit', '2024-04-06', EARNER, 'above £60,000'],
  ['child-benefit', '2027-04-05', { ...EARNER, employment: 'self-employed' }, 'all of it from £80,000'],
  ['guardians-allowance', '2025-06-01', { ...ADOPTER, guardiansAllowancePaid: false }, 'After you adopt'],
  ['guardians-allowance', '2025-06-01', { ...SGO, parents: 'one-dead-other-alive' }, 'unknown as the father'],
  ['guardians-allowance', '2025-06-01', { ...SGO, parents: 'both-dead' }, '52 weeks in two years'],
  ['weekly-allowance', '2025-06-01', FOSTER, '3.55% above'],
  ['weekly-allowance', '2025-04-05', FOSTER, '6.88% above'],
  ['weekly-allowance', '2023-04-06', FOSTER, '12.43% above'],
  ['weekly-allowance', '2025-06-01', FOSTER, 'approved at once for 16 weeks'],
  ['weekly-allowance', '2025-06-01', FOSTER, 'ends the right to the minimum'],
  ['weekly-allowance', '2025-06-01', SGO, 'takes Child Benefit off'],
  ['weekly-allowance', '2026-03-01', { ...SGO, area: 'Bexley' }, 'first day of payment is not known'],
  ['legal-aid-private', '2023-05-01', SGO, 'no proof of abuse'],
  ['legal-aid-private', '2023-05-01', SGO, 'opposes the order'],
  ['legal-aid-private', '2023-04-30', SGO, 'proof of harm'],
  ['legal-aid-private', '2025-06-01', { ...SGO, arrangement: 'child-arrangements' }, 'proof of harm'],
  ['legal-aid-private', '2025-06-01', FOSTER, 'own case is public law'],
  ['legal-aid-private', '2025-06-01', { age: 9, arrangement: 'informal' }, 'while no order is asked for'],
  ['legal-aid-private', '2025-06-01', { ...SGO, route: 'public' }, "from the council's case"],
  ['parental-responsibility', '2025-06-01', FOSTER, 'foster carer does not hold it'],
  ['parental-responsibility', '2025-06-01', { age: 9, arrangement: 'informal' }, 'stays with the parents'],
  ['parental-responsibility', '2025-06-01', SGO, 'even if they do not agree'],
  [
    'parental-responsibility',
    '2025-06-01',
    { ...SGO, arrangement: 'child-arrangements' },
    'together with the parents',
  ],
  ['parental-responsibility', '2025-06-01', ADOPTER, 'you are the parent'],
  ['therapy-fund', '2025-03-31', SGO, 'comes on top'],
  ['therapy-fund', '2025-04-01', SGO, 'comes out of the same limit'],
  ['therapy-fund', '2025-04-01', SGO, 'up to £2,500.00'],
  ['therapy-fund', '2025-06-01', FOSTER, 'care plan and health checks'],
  ['therapy-fund', '2025-06-01', { age: 9, arrangement: 'informal' }, 'who was in care and left it'],
  ['therapy-fund', '2025-06-01', SGO, 'a right to health checks'],
  ['kinship-local-offer', '2024-09-30', SGO, 'family and friends care policy'],
  ['kinship-local-offer', '2024-10-01', SGO, 'by what you need'],
  ['kinship-local-offer', '2026-06-28', SGO, 'by what you need'],
  ['kinship-local-offer', '2026-06-29', SGO, 'By law the council must tell you'],
  ['virtual-school', '2025-06-01', SGO, 'since the child was in care'],
  ['virtual-school', '2024-09-01', { age: 9, arrangement: 'informal' }, 'no duty to your child alone'],
  ['virtual-school', '2026-06-01', SGO, 'passed and not in force'],
  ['pupil-premium-plus', '2025-06-01', { ...FOSTER, age: 9 }, 'virtual school holds the money'],
  ['pupil-premium-plus', '2025-06-01', SGO, 'count in October'],
  ['pupil-premium-plus', '2025-06-01', { ...SGO, age: 18 }, 'from Reception to Year 11'],
  ['pupil-premium-plus', '2025-06-01', { ...SGO, previouslyLookedAfter: false }, 'or who left care'],
  [
    'two-year-old-childcare',
    '2025-06-01',
    { ...SGO, age: 2 },
    '15 hours a week for 38 weeks of the year (570 hours)',
  ],
  [
    'paid-leave',
    '2025-06-01',
    { ...ADOPTER, relationship: 'family-friend', employment: 'employed', weeklyEarnings: 400 },
    '52 weeks off, 39 of them with pay',
  ],
  [
    'paid-leave',
    '2025-06-01',
    { ...ADOPTER, relationship: 'family-friend', employment: 'employed', weeklyEarnings: 400 },
    'first 6 weeks you get 90%',
  ],
  ['paid-leave', '2025-06-01', { ...ADOPTER, relationship: 'cousin' }, 'of their own family'],
  ['paid-leave', '2025-06-01', SGO, 'whatever the order'],
  ['paid-leave', '2024-04-06', EARNER, "Carer's Leave"],
  [
    'paid-leave',
    '2025-06-01',
    { ...ADOPTER, relationship: 'other', employment: 'employed', weeklyEarnings: 100 },
    'earn £125.00 a week or more',
  ],
  ['unpaid-parental-leave', '2026-04-06', EARNER, '18 weeks for each child, with no pay'],
  ['unpaid-parental-leave', '2026-04-06', { ...EARNER, employment: 'self-employed' }, 'a right of employees'],
  ['unpaid-parental-leave', '2026-04-05', { ...EARNER, weeksInJob: 51 }, 'a year with the same employer'],
  ['benefit-cap-exemption', '2025-06-01', { ...SGO, area: 'Bexley' }, '£25,323'],
  ['benefit-cap-exemption', '2023-04-01', { ...SGO, area: 'Leeds' }, '£22,020'],
  ['benefit-cap-exemption', '2023-03-31', { ...SGO, area: 'Kent' }, '£20,000'],
  ['uc-child-element', '2025-06-01', { ...SGO, universalCredit: true }, 'F1072 and H5002'],
  ['uc-child-element', '2025-06-01', { ...SGO, universalCredit: true }, '£400.14'],
  ['uc-child-element', '2025-06-01', { ...SGO, universalCredit: true }, '£628.10'],
  ['uc-child-element', '2025-06-01', { ...SGO, universalCredit: true }, '£411.00'],
  ['uc-child-element', '2025-06-01', { ...SGO, universalCredit: true }, '£684.00'],
  ['uc-work-search-relief', '2025-06-01', { ...FOSTER, universalCredit: true }, 'not yet 16'],
]

const NOT_TOLD: readonly Case[] = [
  ['child-benefit', '2027-04-06', EARNER, 'all of it from'],
  [
    'child-benefit',
    '2025-06-01',
    { ...POORER, employment: 'retired', weeklyEarnings: null },
    'all of it from',
  ],
  ['child-benefit', '2024-04-05', POORER, 'all of it from'],
  ['child-benefit', '2025-06-01', { ...EARNER, arrangement: 'kinship-foster' }, 'all of it from'],
  ['weekly-allowance', '2025-06-01', SGO, '3.55%'],
  ['weekly-allowance', '2025-06-01', SGO, 'approved at once'],
  [
    'weekly-allowance',
    '2025-06-01',
    { ...SGO, arrangement: 'child-arrangements' },
    'takes Child Benefit off',
  ],
  ['weekly-allowance', '2026-02-26', { ...SGO, area: 'Bexley' }, 'first day of payment'],
  ['legal-aid-private', '2023-04-30', SGO, 'opposes the order'],
  ['legal-aid-private', '2025-06-01', { ...SGO, route: 'private' }, "from the council's case"],
  ['guardians-allowance', '2025-06-01', { ...SGO, parents: 'both-alive' }, '52 weeks in two years'],
  ['therapy-fund', '2025-04-01', SGO, 'comes on top'],
  ['therapy-fund', '2025-03-31', SGO, 'same limit'],
  ['therapy-fund', '2025-06-01', FOSTER, 'a right to health checks'],
  ['virtual-school', '2024-08-31', SGO, 'passed and not in force'],
  ['paid-leave', '2024-04-05', EARNER, "Carer's Leave"],
  ['paid-leave', '2025-06-01', { ...EARNER, employment: 'self-employed' }, "Carer's Leave"],
  [
    'uc-child-element',
    '2025-06-01',
    { ...SGO, arrangement: 'child-arrangements', universalCredit: true },
    'F1072',
  ],
]

/** What each proposal tells, its last day without and its first day with it. */
const PROPOSED: readonly (readonly [proposal: string, from: string, support: string, words: string])[] = [
  ['review-2022', '2022-05-23', 'kinship-local-offer', 'wants a legal definition'],
  ['ask-without-in-care-test', '2022-05-24', 'legal-aid-private', 'without a means test'],
  ['plan-2023', '2023-02-02', 'weekly-allowance', 'only explores'],
  ['strategy-2023', '2023-12-15', 'paid-leave', 'guidance for employers'],
  ['zones-2026', '2026-02-27', 'weekly-allowance', 'a family elsewhere gets nothing'],
  ['act-2026', '2026-04-29', 'weekly-allowance', 'gives no allowance'],
]

describe('the words beside an outcome', () => {
  it.each(TOLD)('%s on %s for %j: "%s"', (support, on, given, words) => {
    expect(told(support, on, given)).toContain(words)
  })

  it.each(NOT_TOLD)('%s on %s for %j: not "%s"', (support, on, given, words) => {
    expect(told(support, on, given)).not.toContain(words)
  })

  it.each(PROPOSED)('of %s begin on %s', (proposal, from, support, words) => {
    const before = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10)
    const family = { ...SGO, area: 'Leeds', employment: 'employed' }
    expect(told(support, from, family, [proposal])).toContain(words)
    expect(told(support, before, family, [proposal])).not.toContain(words)
  })
})
