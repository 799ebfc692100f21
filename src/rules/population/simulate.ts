/** Whom proposals reach, at what cost, and whom they leave out: simulated families, weighed three ways, with ranges. */
import { UsageError } from '../../model/index.ts'
import { findNearest } from '../nearest-name.ts'
import { formatDay } from '../plain-date.ts'
import { makePlan, type Plan, TODAY } from '../plan.ts'
import type { Program } from '../program.ts'
import type { Rulebook, Support } from '../rulebook.ts'
import { type Estimated, estimate } from './estimate.ts'
import { familiesOn } from './families-on.ts'
import { markFew } from './few-families.ts'
import { type Judge, judgeFamilies, makeJudge, shapeOf } from './judge.ts'
import { type CostShift, numbersOf, type PlanNumbers } from './numbers.ts'
import { payNow } from './pay-now.ts'
import { type CalibrationFit, FEWEST_CHILDREN, groupSizes, type Simulation } from './simulation.ts'
import { addTo, type Judged, makeTally, type Tally } from './tally.ts'
import {
  type SimulationStep,
  type WeighedCalibration,
  type Weighing,
  type WeighingOptions,
  weighInSteps,
} from './weighing.ts'

export interface SimulateOptions extends WeighingOptions {
  readonly program: Program
  /** Day number. */
  readonly on: number
  readonly support: string
  /** Each a stack of proposals; the law of the day is always worked out, and told first where asked for. */
  readonly stacks: readonly (readonly string[])[]
}

/** @throws UsageError for a proposal, support, calibration or day that does not exist. */
export function simulate(options: SimulateOptions): Simulation {
  const steps = simulateInSteps(options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/**
 * The same, giving way between its stretches, so that whoever waits can be told, or can stop it.
 * @param kept families that the same options drew and weighed before.
 */
export function* simulateInSteps(
  options: SimulateOptions,
  kept: Weighing | null = null,
): Generator<SimulationStep, Simulation> {
  const { rulebook, on, stacks } = options
  const support = getSupport(rulebook, options.support)
  const plans = stacks.map((stack) => makePlan(rulebook, on, stack))
  const weighing = kept ?? (yield* weighInSteps(options))
  const { pool } = weighing
  const judge = makeJudge(options.program, support, [makePlan(rulebook, on, []), ...plans])
  const families = familiesOn(pool, on)
  payNow(families, pool, judge, weighing.read)
  const judged = judgeFamilies(judge, families)
  const counted: Counted[] = []
  for (const calibration of weighing.calibrations)
    counted.push(yield* countCalibration(calibration, judge, judged))
  return {
    schema: 'holdfast/simulation@1',
    on: formatDay(on),
    support: support.name,
    supportTitle: support.title,
    per: support.per,
    seed: options.seed,
    simulatedFamilies: families.count,
    simulatedChildren: families.children,
    draws: options.draws,
    fewest: FEWEST_CHILDREN,
    notes: notesOf(support, counted),
    calibrations: counted.map(({ fit }) => fit),
    proposals: plans.map((plan, at) => ({
      proposal: nameOf(stacks[at] ?? []),
      title: titleOf(plan, stacks[at] ?? []),
      results: counted.map(({ fit, numbers }) => ({
        calibration: fit.name,
        ...(numbers[at] as Estimated<PlanNumbers>), // one for each plan
      })),
    })),
  }
}

export const nameOf = (stack: readonly string[]): string =>
  stack.filter((name) => name !== TODAY).join('+') || TODAY

export function titleOf({ rulebook }: Plan, stack: readonly string[]): string {
  const titles = stack.flatMap((name) => rulebook.proposals.get(name)?.title ?? [])
  return titles.join(' + ') || 'The law and schemes of the day'
}

export function getSupport(rulebook: Rulebook, name: string): Support {
  const support = rulebook.supports.get(name)
  if (support) return support
  const known = [...rulebook.supports.keys()]
  const near = findNearest(name, known)
  throw new UsageError(
    'option_invalid',
    `There is no support called "${name}".${near ? ` Did you mean "${near}"?` : ''} There are: ${known.join(', ')}.`,
  )
}

interface Counted {
  readonly fit: CalibrationFit
  readonly numbers: readonly Estimated<PlanNumbers>[]
}

function* countCalibration(
  { name, content, targets, raked, draws, draw }: WeighedCalibration,
  judge: Judge,
  judged: Judged,
): Generator<SimulationStep, Counted> {
  const tally = tallyOf(judge, judged, raked.weights, true)
  // The law of the day stands first among the plans, and is told where it was asked for as any other.
  const places = judge.plans.slice(1).map((_, at) => at + 1)
  const read = (of: Tally, shift?: CostShift) => places.map((at) => numbersOf(judge, of, at, shift))
  const drawn: PlanNumbers[][] = []
  const missed = { inConflict: 0, notMet: 0 }
  for (let at = 0; at < draws; at++) {
    yield { phase: `${content.title}: draw`, done: at, total: draws }
    const { weights, shift, hasConflict, isMet } = draw(at)
    drawn.push(read(tallyOf(judge, judged, weights), shift))
    if (hasConflict) missed.inConflict++
    if (!isMet) missed.notMet++
  }
  return {
    fit: {
      name,
      title: content.title,
      lead: content.lead,
      children: tally.whole.children,
      families: tally.whole.families,
      isConverged: raked.isConverged,
      sweeps: raked.sweeps,
      largestDeviation: Math.max(...raked.fits.map(({ deviation }) => deviation)),
      margins: raked.fits,
      groups: groupSizes(judge, tally),
      conflicts: targets.conflicts,
      drawsInConflict: missed.inConflict,
      drawsNotMet: missed.notMet,
    },
    numbers: read(tally).map((point, at) =>
      markFew(
        estimate(
          point,
          drawn.flatMap((plans) => plans[at] ?? []),
        ),
        { judge, tally, at: places[at] ?? 0 },
      ),
    ),
  }
}

function tallyOf(judge: Judge, judged: Judged, weights: Float64Array, hasSquares = false): Tally {
  const tally = makeTally(shapeOf(judge), hasSquares)
  addTo(tally, judged, weights)
  return tally
}

function notesOf(support: Support, counted: readonly Counted[]): string[] {
  const costs = counted.flatMap(({ numbers }) => numbers.map(({ cost }) => cost))
  return [
    'These are simulated families, not counted ones.',
    'Nobody counts how many children live under a special guardianship or child arrangements order today.',
    ...(support.per === null
      ? ['This support is no sum of money, so it has no cost here.']
      : costs.includes(null)
        ? ['The rate of this day is not held, so nothing is said of cost. An earlier day has one.']
        : []),
  ]
}
