/** Weighted sums over families: whatever a result needs, so that parts of a population can be added up. */
import type { Families } from './families.ts'
import { NOT_KNOWN } from './families.ts'
import type { Groups } from './groups.ts'
import { REACHED, STANDINGS } from './standing.ts'

/** What was worked out of one stretch of families, before any weight. */
export interface Judged {
  readonly families: Families
  /** By dimension, the group of each child. */
  readonly groups: readonly Uint8Array[]
  /** The law and schemes of the day first, then the proposals asked about. */
  readonly plans: readonly JudgedPlan[]
  /** Whether what councils pay now is for the same as the support. */
  readonly isPaidNow: boolean
}

export interface JudgedPlan {
  readonly standing: Uint8Array
  readonly clause: Uint8Array
  /** Pence a year; -1 where there is no amount. */
  readonly yearly: Float64Array
  /** The conditions met, as bits. */
  readonly met: Uint8Array
  /** The clause that asks those conditions. */
  readonly asking: number
  /** The law of the day gives every child the same: there is nothing of its own to add up. */
  readonly isAsLaw: boolean
}

export interface PlanTally {
  /** Children by standing. */
  readonly standing: Float64Array
  /** Children by the clause that decided. */
  readonly clauses: Float64Array
  /** Children whom the law of the day does not reach by another clause, by the conditions they meet. */
  readonly met: Float64Array
  /** By dimension: children of each group reached, then newly reached, then judged. */
  readonly groups: readonly Float64Array[]
  readonly newlyReached: number[]
}

/** Places in `PlanTally.newlyReached`: sums over children (or families) whom the law of the day does not reach. */
export const NEW = {
  children: 0,
  families: 1,
  familiesReached: 2,
  /** Pence a year. */
  gross: 3,
  /** Pence a year that councils pay the same children now. */
  paid: 4,
  paidChildren: 5,
  /** Of these, children under special guardianship; the others get less for another reason. */
  paidGuardians: 6,
  /** Children reached for whom no amount is held. */
  unpriced: 7,
  /** The same for children whose right somebody must judge. */
  judged: 8,
  judgedGross: 9,
  judgedPaid: 10,
  judgedPaidChildren: 11,
  judgedPaidGuardians: 12,
  judgedUnpriced: 13,
  /** Children of whom it is not known whether the council pays. */
  paidNotKnown: 14,
} as const
const NEW_SIZE = 15

export interface Tally {
  readonly whole: { families: number; children: number; rows: number }
  /** By dimension: weight of each group's children, then the squares of what each family adds to it, then children simulated. */
  readonly groups: readonly Float64Array[]
  readonly plans: readonly PlanTally[]
  /** The same with squares for weights: how many families stand behind each sum. Null where nobody asks. */
  readonly squares: readonly PlanTally[] | null
}

export interface TallyShape {
  readonly groups: readonly Groups[]
  /** By plan: clauses of the support, and conditions asked. */
  readonly plans: readonly { readonly clauses: number; readonly conditions: number }[]
}

/** @param hasSquares whether it is to tell how much each sum rests on. */
export function makeTally({ groups, plans }: TallyShape, hasSquares = false): Tally {
  const perGroup = () => groups.map(({ names }) => new Float64Array(names.length * 3))
  const perPlan = (): PlanTally[] =>
    plans.map(({ clauses, conditions }) => ({
      standing: new Float64Array(STANDINGS.length),
      clauses: new Float64Array(clauses),
      met: new Float64Array(1 << conditions),
      groups: perGroup(),
      newlyReached: new Array<number>(NEW_SIZE).fill(0),
    }))
  return {
    whole: { families: 0, children: 0, rows: 0 },
    groups: perGroup(),
    plans: perPlan(),
    squares: hasSquares ? perPlan() : null,
  }
}

/** @param weights of the families; their own where they are left out. */
export function addTo(
  tally: Tally,
  judged: Judged,
  weights: Float64Array = judged.families.family.weight,
): void {
  addWhole(tally, judged, weights)
  addPlans(tally.plans, judged, weights)
  if (tally.squares) addPlans(tally.squares, judged, squaresOf(judged, weights))
}

function addPlans(plans: readonly PlanTally[], judged: Judged, weights: Float64Array): void {
  for (const [at, plan] of judged.plans.entries()) {
    const sums = plans[at]
    const base = judged.plans[0]
    // What comes to the same as the law of the day is read from its sums.
    if (sums && base && !(at > 0 && plan.isAsLaw)) addPlan(sums, plan, base, judged, weights)
  }
}

/**
 * For each child of a family, its part of the square of what the family adds to a sum when all its children stand
 * alike. Where they do not, a sum rests on more families than this tells, never on fewer.
 */
function squaresOf({ families: { start, count } }: Judged, weights: Float64Array): Float64Array {
  const squares = new Float64Array(count)
  for (let family = 0; family < count; family++) {
    const weight = weights[family] ?? 0
    squares[family] = weight * weight * ((start[family + 1] ?? 0) - (start[family] ?? 0))
  }
  return squares
}

function addWhole(
  { whole, groups }: Tally,
  { families, groups: places }: Judged,
  weights: Float64Array,
): void {
  const { start, count } = families
  for (let family = 0; family < count; family++) {
    const weight = weights[family] ?? 0
    const [from, to] = [start[family] ?? 0, start[family + 1] ?? 0]
    whole.families += weight
    whole.children += weight * (to - from)
    whole.rows += to - from
  }
  for (let dimension = 0; dimension < groups.length; dimension++) {
    const sums = groups[dimension] ?? new Float64Array(0)
    const place = places[dimension] ?? new Uint8Array(0)
    const size = sums.length / 3
    const siblings = new Int32Array(size)
    for (let family = 0; family < count; family++) {
      const weight = weights[family] ?? 0
      const [from, to] = [start[family] ?? 0, start[family + 1] ?? 0]
      for (let row = from; row < to; row++) {
        const at = place[row] ?? 0
        sums[at] = (sums[at] ?? 0) + weight
        // Brothers and sisters are alike: together they tell no more than one child of their weight would.
        const before = siblings[at] ?? 0
        sums[size + at] = (sums[size + at] ?? 0) + weight * weight * (2 * before + 1)
        siblings[at] = before + 1
        sums[2 * size + at] = (sums[2 * size + at] ?? 0) + 1
      }
      for (let row = from; row < to; row++) siblings[place[row] ?? 0] = 0
    }
  }
}

const JUDGED = STANDINGS.indexOf('judged')

function addPlan(
  sums: PlanTally,
  plan: JudgedPlan,
  base: JudgedPlan,
  judged: Judged,
  weights: Float64Array,
): void {
  const { start, count } = judged.families
  const { standing, clauses, met, newlyReached } = sums
  for (let family = 0; family < count; family++) {
    const weight = weights[family] ?? 0
    if (weight === 0) continue
    let isReached = false
    let isNew = false
    for (let row = start[family] ?? 0; row < (start[family + 1] ?? 0); row++) {
      const stands = plan.standing[row] ?? 0
      standing[stands] = (standing[stands] ?? 0) + weight
      const wasReached = base.standing[row] === REACHED
      const clause = plan.clause[row] ?? 0
      clauses[clause] = (clauses[clause] ?? 0) + weight
      if (!wasReached || base.clause[row] === plan.asking) {
        const bits = plan.met[row] ?? 0
        met[bits] = (met[bits] ?? 0) + weight
      }
      if (stands === REACHED) {
        isReached = true
        if (!wasReached) {
          isNew = true
          addMoney(newlyReached, NEW.children, plan, judged, row, weight)
        }
      } else if (stands === JUDGED && !wasReached)
        addMoney(newlyReached, NEW.judged, plan, judged, row, weight)
      addGroups(sums.groups, judged.groups, row, stands, wasReached, weight)
    }
    if (isReached) newlyReached[NEW.familiesReached] = (newlyReached[NEW.familiesReached] ?? 0) + weight
    if (isNew) newlyReached[NEW.families] = (newlyReached[NEW.families] ?? 0) + weight
  }
}

function addGroups(
  groups: readonly Float64Array[],
  places: readonly Uint8Array[],
  row: number,
  stands: number,
  wasReached: boolean,
  weight: number,
): void {
  if (stands !== REACHED && stands !== JUDGED) return
  for (let dimension = 0; dimension < groups.length; dimension++) {
    const sums = groups[dimension] as Float64Array // there is one for each dimension, and no undefined among them
    const at = places[dimension]?.[row] ?? 0
    const size = sums.length / 3
    if (stands === REACHED) {
      sums[at] = (sums[at] ?? 0) + weight
      if (!wasReached) sums[size + at] = (sums[size + at] ?? 0) + weight
    } else sums[2 * size + at] = (sums[2 * size + at] ?? 0) + weight
  }
}

/** Its place in ARRANGEMENTS, plus 1. */
const SPECIAL_GUARDIANSHIP = 4
const WEEKS = 52

/** @param of where its six sums begin: children first for the newly reached, with families between. */
function addMoney(
  sums: number[],
  of: typeof NEW.children | typeof NEW.judged,
  plan: JudgedPlan,
  { families: { child }, isPaidNow }: Judged,
  row: number,
  weight: number,
): void {
  const isJudged = of === NEW.judged
  const add = (at: number, value: number) => {
    sums[at] = (sums[at] ?? 0) + value
  }
  add(of, weight)
  const yearly = plan.yearly[row] ?? -1
  if (yearly < 0) {
    add(isJudged ? NEW.judgedUnpriced : NEW.unpriced, weight)
    return
  }
  add(isJudged ? NEW.judgedGross : NEW.gross, weight * yearly)
  const paid = isPaidNow ? (child.paid[row] ?? NOT_KNOWN) : 0
  if (paid === NOT_KNOWN) add(NEW.paidNotKnown, weight)
  if (paid <= 0) return
  add(isJudged ? NEW.judgedPaid : NEW.paid, weight * Math.min(paid * WEEKS, yearly))
  add(isJudged ? NEW.judgedPaidChildren : NEW.paidChildren, weight)
  if (child.arrangement[row] === SPECIAL_GUARDIANSHIP)
    add(isJudged ? NEW.judgedPaidGuardians : NEW.paidGuardians, weight)
}

/** Adds a part's sums to the whole's. */
export function mergeInto(tally: Tally, part: Tally): void {
  tally.whole.families += part.whole.families
  tally.whole.children += part.whole.children
  tally.whole.rows += part.whole.rows
  addAll(tally.groups, part.groups)
  mergePlans(tally.plans, part.plans)
  if (tally.squares && part.squares) mergePlans(tally.squares, part.squares)
}

function mergePlans(plans: readonly PlanTally[], parts: readonly PlanTally[]): void {
  for (const [at, plan] of plans.entries()) {
    const other = parts[at]
    if (!other) continue
    addAll([plan.standing, plan.clauses, plan.met], [other.standing, other.clauses, other.met])
    addAll(plan.groups, other.groups)
    for (let index = 0; index < NEW_SIZE; index++)
      plan.newlyReached[index] = (plan.newlyReached[index] ?? 0) + (other.newlyReached[index] ?? 0)
  }
}

function addAll(sums: readonly Float64Array[], others: readonly Float64Array[]): void {
  for (const [at, sum] of sums.entries())
    for (let index = 0; index < sum.length; index++)
      sum[index] = (sum[index] ?? 0) + (others[at]?.[index] ?? 0)
}
