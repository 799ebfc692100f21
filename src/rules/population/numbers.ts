/** From sums to the numbers that are told: reach, cost, who is left out and why, by group, condition by condition. */
import { fillIn } from '../explain.ts'
import type { Plan } from '../plan.ts'
import { type Condition, takeAway } from './conditions.ts'
import type { Judge } from './judge.ts'
import { clausesOf, STANDINGS, type Standing, standingOf } from './standing.ts'
import { NEW, type PlanTally, type Tally } from './tally.ts'
import { ETHNICITIES } from './targets.ts'

/** Pounds a year; null where a rate is not held, or the support has no amount. */
export interface Cost {
  /** Of all children newly reached. */
  readonly gross: number
  /** What councils pay the same children now, of their own choice. */
  readonly paidNow: number
  readonly net: number
}

export interface GroupNumbers {
  readonly dimension: string
  readonly group: string
  readonly children: number
  /** Of all children, percent. */
  readonly share: number
  /** Of the group's children, percent: reached; newly reached; reached if somebody judges so. */
  readonly reachedRate: number
  readonly newlyReachedRate: number
  readonly judgedRate: number
  /** The group's share of the newly reached less its share of all children, percentage points; null where nobody is. */
  readonly gap: number | null
}

export interface PlanNumbers {
  readonly families: {
    readonly reached: number
    readonly newlyReached: number
    readonly alreadyReached: number
  }
  readonly children: {
    readonly reached: number
    readonly newlyReached: number
    readonly alreadyReached: number
    /** Of the newly reached: whom the council pays something now, and whom not. */
    readonly newlyReachedPaidNow: number
    readonly newlyReachedUnpaidNow: number
    readonly judged: number
    readonly unnamedPilot: number
    readonly councilDecides: number
    readonly informed: number
    readonly leftOut: number
    readonly cannotTell: number
  }
  readonly cost: Cost | null
  /** The same if everybody whose right hangs on a judgement were judged to have it. */
  readonly costIfJudgedToo: Cost | null
  /** What decided, in the rules' own words: for those reached, and for those left out. */
  readonly reasons: readonly {
    readonly standing: Standing
    readonly reason: string
    readonly children: number
  }[]
  readonly missing: readonly {
    readonly condition: string
    /** Of the children asked: those who do not meet it, and those of them who meet all others. */
    readonly children: number
    readonly onlyThis: number
  }[]
  readonly waterfall: {
    readonly begins: number
    readonly steps: readonly {
      readonly condition: string
      readonly inOrder: number
      readonly averaged: number
    }[]
    readonly ends: number
  } | null
  readonly groups: readonly GroupNumbers[]
  readonly equality: Equality
}

/** Of all kinship children of a group, the percentage that the option does not reach; and how they differ from White. */
export interface Equality {
  readonly missedWhite: number
  readonly missedBlack: number
  readonly missedMinority: number
  /** Percentage points more than White children. */
  readonly blackGap: number
  readonly minorityGap: number
}

export interface CostShift {
  /** Pence a week and child by which what special guardians get now differs from what the families hold. */
  readonly guardians: number
  readonly others: number
}

export const NO_SHIFT: CostShift = { guardians: 0, others: 0 }

export function numbersOf(judge: Judge, tally: Tally, at: number, shift: CostShift = NO_SHIFT): PlanNumbers {
  const judged = judge.plans[at]
  const sums = tally.plans[judged?.asLaw ? 0 : at]
  if (!sums || !judged) throw new Error(`no plan ${at}`)
  const standing = (name: Standing) => sums.standing[STANDINGS.indexOf(name)] ?? 0
  const fresh = (place: number) => sums.newlyReached[place] ?? 0
  const [cost, costIfJudgedToo] = judge.support.per === null ? [null, null] : costsOf(sums, shift)
  return {
    families: {
      reached: fresh(NEW.familiesReached),
      newlyReached: fresh(NEW.families),
      alreadyReached: fresh(NEW.familiesReached) - fresh(NEW.families),
    },
    children: {
      reached: standing('reached'),
      newlyReached: fresh(NEW.children),
      alreadyReached: standing('reached') - fresh(NEW.children),
      newlyReachedPaidNow: fresh(NEW.paidChildren),
      newlyReachedUnpaidNow: fresh(NEW.children) - fresh(NEW.paidChildren),
      judged: standing('judged'),
      unnamedPilot: standing('unnamed-pilot'),
      councilDecides: standing('council-decides'),
      informed: standing('informed'),
      leftOut: standing('left-out'),
      cannotTell: standing('cannot-tell'),
    },
    cost,
    costIfJudgedToo,
    reasons: reasonsOf(judge, sums, judged.plan),
    missing: missingOf(judged.conditions, sums),
    waterfall: judged.conditions.length === 0 ? null : takeAway(judged.conditions, sums.met),
    groups: groupNumbers(judge, tally, sums),
    equality: equalityOf(judge, tally, sums),
  }
}

const WEEKS = 52

function costsOf({ newlyReached }: PlanTally, shift: CostShift): [Cost | null, Cost | null] {
  const of = (place: number) => newlyReached[place] ?? 0
  const shifted = (paid: number, children: number, guardians: number) =>
    of(paid) + WEEKS * (of(guardians) * shift.guardians + (of(children) - of(guardians)) * shift.others)
  const costFrom = (gross: number, paid: number): Cost => ({
    gross: gross / 100,
    paidNow: Math.max(0, paid) / 100,
    net: (gross - Math.max(0, paid)) / 100,
  })
  const paid = shifted(NEW.paid, NEW.paidChildren, NEW.paidGuardians)
  const judgedPaid = shifted(NEW.judgedPaid, NEW.judgedPaidChildren, NEW.judgedPaidGuardians)
  const isHeld = of(NEW.unpriced) === 0
  return [
    isHeld ? costFrom(of(NEW.gross), paid) : null,
    isHeld && of(NEW.judgedUnpriced) === 0
      ? costFrom(of(NEW.gross) + of(NEW.judgedGross), paid + judgedPaid)
      : null,
  ]
}

/** Every clause that can decide, in the rules' own words, whether it takes anyone or not. */
function reasonsOf({ support }: Judge, { clauses }: PlanTally, plan: Plan): PlanNumbers['reasons'] {
  const inForce = new Set(plan.clauses.get(support.name) ?? [])
  return clausesOf(support).flatMap((clause, at) =>
    inForce.has(clause)
      ? [
          {
            standing: standingOf(clause, plan),
            reason: fillIn(clause.text, plan),
            children: clauses[at] ?? 0,
          },
        ]
      : [],
  )
}

function missingOf(conditions: readonly Condition[], { met }: PlanTally): PlanNumbers['missing'] {
  const whole = (1 << conditions.length) - 1
  return conditions.map(({ title }, index) => ({
    condition: title,
    children: met.reduce((sum, count, bits) => (bits & (1 << index) ? sum : sum + count), 0),
    onlyThis: met[whole & ~(1 << index)] ?? 0,
  }))
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole)

function groupNumbers({ groups }: Judge, tally: Tally, sums: PlanTally): GroupNumbers[] {
  const newly = sums.newlyReached[NEW.children] ?? 0
  return groups.flatMap(({ dimension, names }, at) => {
    const all = tally.groups[at] ?? new Float64Array(0)
    const of = sums.groups[at] ?? new Float64Array(0)
    const size = names.length
    return names.flatMap((group, place) => {
      const children = all[place] ?? 0
      // A group that nobody was simulated in is not told; one of weight 0 is, and draws can fill it.
      if ((all[2 * size + place] ?? 0) === 0) return []
      const share = percent(children, tally.whole.children)
      return [
        {
          dimension,
          group,
          children,
          share,
          reachedRate: percent(of[place] ?? 0, children),
          newlyReachedRate: percent(of[size + place] ?? 0, children),
          judgedRate: percent(of[2 * size + place] ?? 0, children),
          gap: newly === 0 ? null : percent(of[size + place] ?? 0, newly) - share,
        },
      ]
    })
  })
}

function equalityOf({ groups }: Judge, tally: Tally, sums: PlanTally): Equality {
  const at = groups.findIndex(({ dimension }) => dimension === 'ethnicity')
  const missed = (places: readonly number[]) => {
    const children = places.reduce((sum, place) => sum + (tally.groups[at]?.[place] ?? 0), 0)
    const reached = places.reduce((sum, place) => sum + (sums.groups[at]?.[place] ?? 0), 0)
    return percent(children - reached, children)
  }
  const [white, black, other] = ETHNICITIES.map((_, place) => place)
  const [missedWhite, missedBlack] = [missed([white ?? 0]), missed([black ?? 0])]
  const missedMinority = missed([black ?? 0, other ?? 0])
  return {
    missedWhite,
    missedBlack,
    missedMinority,
    blackGap: missedBlack - missedWhite,
    minorityGap: missedMinority - missedWhite,
  }
}
