/** Whom proposals reach, at what cost, and whom they leave out: simulated families, weighed three ways, with ranges. */
import { UsageError } from '../../model/index.ts'
import { findNearest } from '../nearest-name.ts'
import { formatDay } from '../plain-date.ts'
import { makePlan, type Plan, TODAY } from '../plan.ts'
import type { Program } from '../program.ts'
import type { Rulebook, Support } from '../rulebook.ts'
import type { CalibrationContent, PopulationContent, Spread } from './content.ts'
import { drawFamilies, type Pool } from './draw-families.ts'
import { type Estimated, estimate } from './estimate.ts'
import { type Judge, judgeFamilies, makeJudge, shapeOf } from './judge.ts'
import { type CostShift, numbersOf, type PlanNumbers } from './numbers.ts'
import { payNow } from './pay-now.ts'
import type { MarginFit } from './rake.ts'
import { drawCount, makeRandom, streamSeed } from './random.ts'
import { addTo, type Judged, makeTally, type Tally } from './tally.ts'
import { type Targets, targetsOf } from './targets.ts'
import { type Assumed, drawValues, pointValues, type ReadValue, spreadsOf } from './values.ts'
import { weigh, weighDraw } from './weigh.ts'

export interface SimulateOptions {
  readonly content: PopulationContent
  readonly rulebook: Rulebook
  readonly program: Program
  /** Day number. */
  readonly on: number
  readonly support: string
  /** Each a stack of proposals; the law of the day is always worked out, and told first where asked for. */
  readonly stacks: readonly (readonly string[])[]
  /** Names; all when empty. */
  readonly calibrations: readonly string[]
  /** Simulated families. */
  readonly families: number
  readonly draws: number
  readonly seed: number
  readonly assumed: Assumed
}

/** How far it is, told between two stretches of work. */
export interface SimulationStep {
  readonly phase: string
  readonly done: number
  readonly total: number
}

export interface CalibrationFit {
  readonly name: string
  readonly title: string
  readonly lead: string
  readonly children: number
  readonly families: number
  readonly isConverged: boolean
  readonly sweeps: number
  readonly largestDeviation: number
  readonly margins: readonly MarginFit[]
  readonly groups: readonly GroupSize[]
  readonly conflicts: readonly string[]
  /** Draws in which sources contradicted each other. */
  readonly drawsInConflict: number
  /** Draws whose margins could not all be met. */
  readonly drawsNotMet: number
}

export interface PlanResult {
  readonly proposal: string
  readonly title: string
  readonly results: readonly ({ readonly calibration: string } & Estimated<PlanNumbers>)[]
}

export interface GroupSize {
  readonly dimension: string
  readonly group: string
  /** Simulated children in the group. */
  readonly simulated: number
  /** How many children of equal weight say as much. */
  readonly effective: number
  readonly isTooFew: boolean
}

export interface Simulation {
  readonly schema: 'holdfast/simulation@1'
  readonly on: string
  readonly support: string
  readonly supportTitle: string
  readonly seed: number
  readonly simulatedFamilies: number
  readonly simulatedChildren: number
  readonly draws: number
  readonly fewest: number
  readonly notes: readonly string[]
  readonly calibrations: readonly CalibrationFit[]
  readonly proposals: readonly PlanResult[]
}

/** Below this many children a rate of one half is known to no better than 18 percentage points either way. */
export const FEWEST_CHILDREN = 30

/** @throws UsageError for a proposal, support, calibration or day that does not exist. */
export function simulate(options: SimulateOptions): Simulation {
  const steps = simulateInSteps(options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same, giving way between its stretches, so that whoever waits can be told, or can stop it. */
export function* simulateInSteps(options: SimulateOptions): Generator<SimulationStep, Simulation> {
  const { content, rulebook, on, seed } = options
  const support = getSupport(rulebook, options.support)
  const plans = plansOf(options)
  const chosen = chooseCalibrations(content, options.calibrations)
  const spreads = chosen.map(([, calibration]) => spreadsOf(content, calibration, options.assumed))
  const targets = chosen.map(([, calibration], at) =>
    targetsOf(calibration, pointValues(spreads[at] ?? new Map())),
  )
  yield { phase: 'drawing families', done: 0, total: options.families }
  const pool = drawFamilies({
    count: options.families,
    seed,
    on,
    rulebook,
    targets,
    spreads: spreads[0] ?? new Map(),
  })
  const judge = makeJudge(options.program, support, [makePlan(rulebook, on, []), ...plans])
  payNow(pool, judge, pointValues(spreads[0] ?? new Map()))
  const judged = judgeFamilies(judge, pool.families)
  const weighed: Weighed[] = []
  for (const [at, [name, calibration]] of chosen.entries())
    weighed.push(
      yield* weighCalibration({
        name,
        calibration,
        spreads: spreads[at] ?? new Map(),
        targets: targets[at] as Targets, // one for each of `chosen`
        pool,
        judge,
        judged,
        options,
        stream: at,
      }),
    )
  return {
    schema: 'holdfast/simulation@1',
    on: formatDay(on),
    support: support.name,
    supportTitle: support.title,
    seed,
    simulatedFamilies: pool.families.count,
    simulatedChildren: pool.families.children,
    draws: options.draws,
    fewest: FEWEST_CHILDREN,
    notes: notesOf(support, weighed),
    calibrations: weighed.map(({ fit }) => fit),
    proposals: plans.map((plan, at) => ({
      proposal: nameOf(options.stacks[at] ?? []),
      title: titleOf(plan, options.stacks[at] ?? []),
      results: weighed.map(({ fit, numbers }) => ({
        calibration: fit.name,
        ...(numbers[at] as Estimated<PlanNumbers>), // one for each plan
      })),
    })),
  }
}

const plansOf = ({ rulebook, on, stacks }: SimulateOptions): Plan[] =>
  stacks.map((stack) => makePlan(rulebook, on, stack))

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

function chooseCalibrations(
  { calibrations }: PopulationContent,
  names: readonly string[],
): [string, CalibrationContent][] {
  const known = [...calibrations.keys()]
  for (const name of names)
    if (!calibrations.has(name)) {
      const near = findNearest(name, known)
      throw new UsageError(
        'option_invalid',
        `There is no calibration called "${name}".${near ? ` Did you mean "${near}"?` : ''} There are: ${known.join(', ')}.`,
      )
    }
  return [...calibrations].filter(([name]) => names.length === 0 || names.includes(name))
}

interface WeighOptions {
  readonly name: string
  readonly calibration: CalibrationContent
  readonly spreads: ReadonlyMap<string, Spread>
  readonly targets: Targets
  readonly pool: Pool
  readonly judge: Judge
  readonly judged: Judged
  readonly options: SimulateOptions
  readonly stream: number
}

interface Weighed {
  readonly fit: CalibrationFit
  readonly numbers: readonly Estimated<PlanNumbers>[]
}

function* weighCalibration(input: WeighOptions): Generator<SimulationStep, Weighed> {
  const { name, calibration, targets, pool, judge, judged, options } = input
  const raked = weigh(pool, targets)
  const tally = tallyOf(judge, judged, raked.weights)
  const read = (of: Tally, at: number, shift?: CostShift) => numbersOf(judge, of, at + 1, shift)
  const drawn = yield* drawTallies(input, raked.weights)
  return {
    fit: {
      name,
      title: calibration.title,
      lead: calibration.lead,
      children: tally.whole.children,
      families: tally.whole.families,
      isConverged: raked.isConverged,
      sweeps: raked.sweeps,
      largestDeviation: Math.max(...raked.fits.map(({ deviation }) => deviation)),
      margins: raked.fits,
      groups: groupSizes(judge, tally),
      conflicts: targets.conflicts,
      drawsInConflict: drawn.filter(({ hasConflict }) => hasConflict).length,
      drawsNotMet: drawn.filter(({ isMet }) => !isMet).length,
    },
    numbers: options.stacks.map((_, at) =>
      estimate(
        read(tally, at),
        drawn.map((draw) => read(draw.tally, at, draw.shift)),
      ),
    ),
  }
}

function tallyOf(judge: Judge, judged: Judged, weights: Float64Array): Tally {
  const tally = makeTally(shapeOf(judge))
  addTo(tally, judged, weights)
  return tally
}

interface Draw {
  readonly tally: Tally
  readonly shift: CostShift
  readonly hasConflict: boolean
  readonly isMet: boolean
}

function* drawTallies(input: WeighOptions, near: Float64Array): Generator<SimulationStep, Draw[]> {
  const { calibration, spreads, pool, judge, judged, options, stream } = input
  const point = pointValues(spreads)
  const draws: Draw[] = []
  for (let at = 0; at < options.draws; at++) {
    yield { phase: `${calibration.title}: draw`, done: at, total: options.draws }
    const random = makeRandom(streamSeed(options.seed, stream * 100_003 + at + 1))
    const values = drawValues(spreads, random)
    const targets = targetsOf(calibration, values)
    const raked = weighDraw(pool, targets, near, () => drawCount(random))
    draws.push({
      tally: tallyOf(judge, judged, raked.weights),
      shift: shiftOf(point, values),
      hasConflict: targets.conflicts.length > 0,
      isMet: raked.isConverged,
    })
  }
  return draws
}

/** Families hold what councils pay at the point; a draw in which carers get less still makes that less. */
const shiftOf = (point: ReadValue, drawn: ReadValue): CostShift => ({
  guardians: (point('guardian-gets-less') - drawn('guardian-gets-less')) * 100,
  others: (point('arrangements-gets-less') - drawn('arrangements-gets-less')) * 100,
})

function notesOf(support: Support, weighed: readonly Weighed[]): string[] {
  const costs = weighed.flatMap(({ numbers }) => numbers.map(({ cost }) => cost))
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

/** How much each group's numbers rest on. */
export function groupSizes({ groups }: Judge, tally: Tally): GroupSize[] {
  return groups.flatMap(({ dimension, names }, at) =>
    names.flatMap((group, place) => {
      const size = names.length
      const sums = tally.groups[at] ?? new Float64Array(0)
      const [weight, squares] = [sums[place] ?? 0, sums[size + place] ?? 0]
      const simulated = sums[2 * size + place] ?? 0
      if (simulated === 0) return []
      const effective = squares === 0 ? 0 : (weight * weight) / squares
      return [{ dimension, group, simulated, effective, isTooFew: effective < FEWEST_CHILDREN }]
    }),
  )
}
