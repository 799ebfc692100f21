import { describe, expect, it } from 'vitest'
import { makeHousehold, makeRandom } from '../../test/rules/random-households.ts'
import { readEnglandRulebook } from './england.ts'
import { Evaluation } from './evaluate.ts'
import type { HouseholdFacts } from './facts.ts'
import { decide } from './outcome.ts'
import { parseDay } from './plain-date.ts'
import { makePlan, type Plan } from './plan.ts'
import type { OutcomeCode } from './rulebook.ts'

const rulebook = readEnglandRulebook()
const random = makeRandom(2022)
const households = Array.from({ length: 1500 }, () => makeHousehold(rulebook, random, 0.1))
const planOn = (on: string, proposals: string[]) => makePlan(rulebook, parseDay(on) ?? 0, proposals)

function decideFirst(plan: Plan, name: string, facts: HouseholdFacts): { code: OutcomeCode; amount: string } {
  const support = rulebook.supports.get(name)
  if (!support) throw new Error(`no ${name}`)
  const { code, amount } = decide(new Evaluation(plan, facts), support, support.scope === 'child' ? 0 : null)
  return { code, amount: JSON.stringify(amount) }
}

/** The supports that come out otherwise for some household than by the law of the day. */
function findChanged(on: string, proposals: string[]): string[] {
  const [law, changed] = [planOn(on, []), planOn(on, proposals)]
  return [...rulebook.supports.keys()].filter((name) =>
    households.some((facts) => {
      const [before, after] = [decideFirst(law, name, facts), decideFirst(changed, name, facts)]
      return before.code !== after.code || before.amount !== after.amount
    }),
  )
}

describe('a proposal changes what it names and nothing else', () => {
  const review = ['weekly-allowance', 'section-17-help', 'paid-leave', 'legal-aid-private']
  it.each([
    ['review-2022', '2025-06-01', review],
    ['review-2022', '2022-06-01', [...review, 'training-and-peer-support']],
    ['review-2022', '2022-05-22', []],
    ['ask-without-in-care-test', '2025-06-01', review],
    ['plan-2023', '2025-06-01', ['section-17-help']],
    ['strategy-2023', '2025-06-01', ['weekly-allowance']],
    ['zones-2026', '2026-03-15', []],
    ['act-2026', '2026-07-01', []],
  ])('%s on %s', (proposal, on, supports) => expect(findChanged(on, [proposal])).toEqual(supports))
})

describe('the in-care test', () => {
  it('only ever takes away: without it nobody gets less than with it', () => {
    const order: OutcomeCode[] = [
      'not-under-this',
      'council-decides',
      'conditional',
      'pilot-area',
      'entitled',
    ]
    const [withTest, without] = [
      planOn('2025-06-01', ['review-2022']),
      planOn('2025-06-01', ['ask-without-in-care-test']),
    ]
    for (const name of ['weekly-allowance', 'paid-leave'])
      for (const facts of households) {
        const [before, after] = [
          decideFirst(withTest, name, facts).code,
          decideFirst(without, name, facts).code,
        ]
        if (order.includes(before) && order.includes(after))
          expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before))
      }
  })

  it('has three versions, each wider or narrower than the others for some family', () => {
    const versions = rulebook.predicates.get('would-otherwise-be-in-care')?.versions ?? []
    expect(versions.map((version) => version.name)).toEqual(['review-2022', 'strategy-2023', 'zones-2026'])
    const plan = planOn('2025-06-01', [])
    const truths = versions.map(({ rule }) =>
      households.map((facts) => new Evaluation(plan, facts).evaluate({ kind: 'rule', name: rule }, 0).low),
    )
    const differ = (a: number, b: number) => truths[a]?.some((truth, at) => truth !== truths[b]?.[at])
    expect([differ(0, 1), differ(0, 2), differ(1, 2)]).toEqual([true, true, true])
  })
})
