/** Works out one support under several plans for families in columns: what a tally adds up. */
import type { Plan } from '../plan.ts'
import { type NumberedPlan, numberPlan, type Program } from '../program.ts'
import type { Rulebook, Support } from '../rulebook.ts'
import type { KnownTruths } from './condition-columns.ts'
import { type Condition, findConditions, metBits } from './conditions.ts'
import { type DeriveColumns, makeDeriver } from './derive-columns.ts'
import type { Families } from './families.ts'
import { type Groups, groupChildren, groupsOf } from './groups.ts'
import { clausesOf, REACHED, STANDINGS, standChildren } from './standing.ts'
import type { Judged, JudgedPlan, TallyShape } from './tally.ts'

/** Everything that stays the same from one stretch of families to the next. */
export interface Judge {
  readonly rulebook: Rulebook
  readonly program: Program
  readonly support: Support
  readonly derive: DeriveColumns
  readonly groups: readonly Groups[]
  /** The law of the day first. */
  readonly plans: readonly JudgePlan[]
}

interface JudgePlan {
  readonly plan: Plan
  readonly numbered: NumberedPlan
  readonly conditions: readonly Condition[]
  /** Place of the clause that asks them; -1 where there is none. */
  readonly asking: number
  /** The same clauses, values and versions are in force as in the law of the day. */
  readonly asLaw: boolean
}

export function makeJudge(program: Program, support: Support, plans: readonly Plan[]): Judge {
  const [first] = plans
  if (!first) throw new Error('no plan to judge by')
  const { rulebook, on } = first
  return {
    rulebook,
    program,
    support,
    derive: makeDeriver(rulebook, on),
    groups: groupsOf(rulebook),
    plans: plans.map((plan) => ({
      plan,
      numbered: numberPlan(plan),
      asLaw: isAsLaw(plan, first, support),
      ...askedBy(plan, support),
    })),
  }
}

/** Whether a plan cannot differ from the law for this support: many proposals only say what they did not give. */
function isAsLaw(plan: Plan, law: Plan, support: Support): boolean {
  const isSame = <T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>) =>
    [...a].every(([name, value]) => b.get(name) === value)
  const [own, others] = [plan.clauses.get(support.name) ?? [], law.clauses.get(support.name) ?? []]
  return (
    own.length === others.length &&
    own.every((clause, at) => clause === others[at]) &&
    isSame(plan.versions, law.versions) &&
    isSame(plan.held, law.held)
  )
}

/** Conditions are asked child by child; a support of the household has none of that kind. */
function askedBy(plan: Plan, support: Support): Pick<JudgePlan, 'conditions' | 'asking'> {
  if (support.scope !== 'child') return { conditions: [], asking: -1 }
  const { clause, conditions } = findConditions(plan, support)
  return { conditions, asking: clause === null ? -1 : clausesOf(support).indexOf(clause) }
}

export const shapeOf = ({ groups, plans, support }: Judge): TallyShape => ({
  groups,
  plans: plans.map(({ conditions }) => ({
    clauses: clausesOf(support).length,
    conditions: conditions.length,
  })),
})

const TIMES_A_YEAR = { week: 52, month: 12, year: 1 } as const

export function judgeFamilies(judge: Judge, families: Families): Judged {
  const { rulebook, program, support } = judge
  const columns = judge.derive(families)
  const times = TIMES_A_YEAR[support.per ?? 'year']
  const known: KnownTruths = new Map()
  const plans = judge.plans.map(({ plan, numbered, conditions, asking, asLaw }) => {
    const { standing, clause, amount } = standChildren(program, plan, support, columns, numbered)
    return {
      standing,
      clause,
      yearly: yearlyOf(amount, times),
      met: metBits(plan, columns, conditions, known),
      asking,
      isAsLaw: asLaw,
    }
  })
  const [law, ...others] = plans
  if (law) for (const plan of others) keepReached(plan, law)
  return {
    families,
    groups: groupChildren(families, columns, rulebook),
    plans,
    isPaidNow: isCouncilsChoice(support),
  }
}

/** Councils pay of their own choice what the rules say that they may pay: an allowance, and no state benefit. */
const isCouncilsChoice = (support: Support): boolean =>
  clausesOf(support).some(({ outcome, amount }) => outcome === 'council-decides' && amount !== null)

function yearlyOf(amount: Int32Array, times: number): Float64Array {
  const yearly = new Float64Array(amount.length)
  for (let row = 0; row < amount.length; row++)
    yearly[row] = (amount[row] ?? -1) < 0 ? -1 : (amount[row] ?? 0) * times
  return yearly
}

/** A pilot in areas that nobody named takes nothing from a child whom the law of the day reaches already. */
function keepReached(plan: JudgedPlan, law: JudgedPlan): void {
  for (let row = 0; row < plan.standing.length; row++)
    if (plan.standing[row] === UNNAMED && law.standing[row] === REACHED) {
      plan.standing[row] = REACHED
      plan.clause[row] = law.clause[row] ?? 0
    }
}
const UNNAMED = STANDINGS.indexOf('unnamed-pilot')
