/** Which numbers of a result rest on too few families: each says so itself, wherever it is told. */
import type { Estimate, Estimated } from './estimate.ts'
import type { Judge } from './judge.ts'
import { type Equality, numbersOf, type PlanNumbers } from './numbers.ts'
import { areTooFew, FEWEST_CHILDREN, groupSizes } from './simulation.ts'
import type { Tally } from './tally.ts'

interface Source {
  readonly judge: Judge
  readonly tally: Tally
  /** The plan's place. */
  readonly at: number
}

const MINORITY = ['black', 'other-minority']

/** What the numbers on equality compare: each list is told as one. */
const COMPARED = {
  missedWhite: [['white']],
  missedBlack: [['black']],
  missedMinority: [MINORITY],
  blackGap: [['white'], ['black']],
  minorityGap: [['white'], MINORITY],
} as const satisfies Record<keyof Equality, readonly (readonly string[])[]>

/**
 * Nought is not marked: it rests on all who are not counted. A rate rests on its whole group, a cost on the children it
 * is for.
 */
export function markFew(
  numbers: Estimated<PlanNumbers>,
  { judge, tally, at }: Source,
): Estimated<PlanNumbers> {
  if (tally.squares === null) return numbers
  const squares = numbersOf(judge, { ...tally, plans: tally.squares }, at)
  const sizes = groupSizes(judge, tally)
  const { children, costIfJudgedToo, cost, waterfall } = numbers
  const ifJudged = sumOf(children.newlyReached.value, children.judged.value)
  const squaresIfJudged = squares.children.newlyReached + squares.children.judged
  const isFewIn = (dimension: string, group: string) =>
    sizes.find((each) => each.dimension === dimension && each.group === group)?.isTooFew ?? false
  return {
    ...numbers,
    families: markAll(numbers.families, squares.families),
    children: markAll(children, squares.children),
    cost: cost && mapValues(cost, mark(isFew(children.newlyReached.value, squares.children.newlyReached))),
    costIfJudgedToo: costIfJudgedToo && mapValues(costIfJudgedToo, mark(isFew(ifJudged, squaresIfJudged))),
    reasons: numbers.reasons.map((one, index) => ({
      ...one,
      children: markBy(one.children, squares.reasons[index]?.children),
    })),
    missing: numbers.missing.map((one, index) => ({
      ...one,
      children: markBy(one.children, squares.missing[index]?.children),
      onlyThis: markBy(one.onlyThis, squares.missing[index]?.onlyThis),
    })),
    waterfall: waterfall && {
      begins: markBy(waterfall.begins, squares.waterfall?.begins),
      steps: waterfall.steps.map((one, index) => ({
        ...one,
        inOrder: markBy(one.inOrder, squares.waterfall?.steps[index]?.inOrder),
        averaged: markBy(one.averaged, squares.waterfall?.steps[index]?.averaged),
      })),
      ends: markBy(waterfall.ends, squares.waterfall?.ends),
    },
    groups: numbers.groups.map((one) => {
      const few = mark(isFewIn(one.dimension, one.group))
      return {
        ...one,
        children: few(one.children),
        reachedRate: few(one.reachedRate),
        newlyReachedRate: few(one.newlyReachedRate),
        judgedRate: few(one.judgedRate),
        gap: one.gap && few(one.gap),
      }
    }),
    equality: mapValues(numbers.equality, (each, key) =>
      mark(COMPARED[key].some((together) => areTooFew(sizes, 'ethnicity', together)))(each),
    ),
  }
}

const sumOf = (...values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/** The number of families of equal weight that say as much. */
const isFew = (value: number, squares = 0): boolean =>
  squares > 0 && (value * value) / squares < FEWEST_CHILDREN

const mark =
  (isTooFew: boolean) =>
  (each: Estimate): Estimate =>
    isTooFew ? { ...each, isTooFew } : each

const markBy = (each: Estimate, squares?: number): Estimate => mark(isFew(each.value, squares))(each)

const markAll = <T extends Readonly<Record<keyof T, Estimate>>>(
  all: T,
  squares: Readonly<Record<keyof T, number>>,
): T => mapValues(all, (each, key) => markBy(each, squares[key]))

const mapValues = <T extends object>(of: T, change: (value: Estimate, key: keyof T) => Estimate): T =>
  // The same keys, and an estimate for each, as before.
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(value, key as keyof T)])) as T
