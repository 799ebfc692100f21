import { describe, expect, it } from 'vitest'
import { deriveFacts } from '../derive-facts.ts'
import { readEnglandRulebook } from '../england.ts'
import { Evaluation } from '../evaluate.ts'
import { parseDay } from '../plain-date.ts'
import { makePlan } from '../plan.ts'
import { encodeColumns } from '../program.ts'
import { ARRANGEMENTS, parseSituation } from '../situation.ts'
import { NO, UNKNOWN, YES } from '../truth.ts'
import { ConditionColumns } from './condition-columns.ts'
import { findConditions } from './conditions.ts'
import { makeDeriver } from './derive-columns.ts'
import { type Families, makeFamilies, NOT_KNOWN } from './families.ts'
import { makeRandom, type Random } from './random.ts'
import { toSituations } from './to-situations.ts'

const rulebook = readEnglandRulebook()

/** One family a seed, anything known or not; many contradict themselves and are passed over. */
function drawAny(random: Random, on: number, openShare: number): Families {
  const size = 1 + Math.floor(random() * 3)
  const families = makeFamilies(1, size)
  families.start[1] = size
  const open = () => random() < openShare
  const choice = (count: number) => (open() ? 0 : 1 + Math.floor(random() * count))
  const truth = () => (open() ? UNKNOWN : random() < 0.5 ? YES : NO)
  const { family, child } = families
  family.area[0] = choice(rulebook.areas.length)
  family.relationship[0] = choice(8)
  family.employment[0] = choice(2)
  family.weeksInJob[0] = open() ? NOT_KNOWN : Math.floor(random() * 3000)
  family.weeklyEarnings[0] = open() ? NOT_KNOWN : Math.floor(random() * 90_000)
  family.universalCredit[0] = truth()
  for (let row = 0; row < size; row++) {
    const born = Math.floor(random() * 7500)
    const since = Math.floor(random() * (born + 1))
    child.bornLow[row] = child.bornHigh[row] = open() ? NOT_KNOWN : on - born
    child.since[row] = open() ? NOT_KNOWN : on - since
    child.arrangement[row] = choice(ARRANGEMENTS.length)
    if (child.arrangement[row] !== 1 && child.arrangement[row] !== 2)
      child.orderDate[row] = open()
        ? NOT_KNOWN
        : on - Math.floor(random() * (since + 1)) + (random() < 0.2 ? 200 : 0)
    child.route[row] = choice(2)
    child.orderNamesParent[row] = child.arrangement[row] === 3 ? truth() : UNKNOWN
    child.previouslyLookedAfter[row] = truth()
    child.inCareMarkers[row] = open() ? 255 : Math.floor(random() * 32)
    child.parents[row] = choice(6)
    child.disabled[row] = truth()
    child.firstHearingHeld[row] = truth()
    child.careAndEducationPlan[row] = truth()
    child.guardiansAllowancePaid[row] = truth()
  }
  return families
}

describe('columns of families', () => {
  it.each(['2021-01-01', '2024-02-29', '2026-04-05', '2026-04-06', '2026-09-01'])(
    'are what situations one by one come to on %s, and conditions what the interpreter says',
    (day) => {
      const on = parseDay(day) ?? 0
      const derive = makeDeriver(rulebook, on)
      const random = makeRandom(on)
      const plans = [[], ['review-2022'], ['strategy-2023'], ['ask-without-in-care-test']].map((stack) =>
        makePlan(rulebook, on, stack),
      )
      const supports = [...rulebook.supports.values()].filter(({ scope }) => scope === 'child')
      let compared = 0
      for (let index = 0; index < 600; index++) {
        const families = drawAny(random, on, [0, 0.2, 0.7][index % 3] ?? 0)
        let situation: ReturnType<typeof parseSituation>['situation']
        try {
          situation = parseSituation(toSituations(families, rulebook, on)[0]).situation
        } catch {
          continue // answers that contradict each other, which situations refuse
        }
        const facts = deriveFacts(situation, on, rulebook)
        const expected = encodeColumns([facts], rulebook)
        const columns = derive(families)
        for (const [name, column] of Object.entries(expected.data))
          expect([name, [...(columns.data[name] ?? [])]]).toEqual([name, [...column]])
        expect([...columns.known].sort()).toEqual([...expected.known].sort())
        for (const plan of plans) {
          const evaluation = new Evaluation(plan, facts)
          const over = new ConditionColumns(plan, columns)
          for (const support of supports)
            for (const { expression } of findConditions(plan, support).conditions)
              expect([...over.truths(expression)]).toEqual(
                facts.children.map((_, child) => evaluation.evaluate(expression, child).low),
              )
        }
        compared++
      }
      expect(compared).toBeGreaterThan(100)
    },
  )
})
