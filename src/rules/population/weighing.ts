/**
 * The families behind a simulation with their weights: drawn once, weighed for each calibration, and weighed anew for
 * each draw. None of it rests on the day, the support or the proposals asked about, so whoever asks often keeps it.
 */
import { UsageError } from '../../model/index.ts'
import { findNearest } from '../nearest-name.ts'
import type { Rulebook } from '../rulebook.ts'
import type { CalibrationContent, PopulationContent, Spread } from './content.ts'
import type { CostShift } from './numbers.ts'
import { drawPool, type Pool } from './pool.ts'
import type { Raked } from './rake.ts'
import { drawCount, makeRandom, streamSeed } from './random.ts'
import { type Targets, targetsOf } from './targets.ts'
import { type Assumed, drawValues, pointValues, type ReadValue, spreadsOf } from './values.ts'
import { weigh, weighDraw } from './weigh.ts'

export interface WeighingOptions {
  readonly content: PopulationContent
  readonly rulebook: Rulebook
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

export interface Weighing {
  readonly pool: Pool
  /** What families hold where no calibration says otherwise. */
  readonly read: ReadValue
  readonly calibrations: readonly WeighedCalibration[]
}

export interface WeighedCalibration {
  readonly name: string
  readonly content: CalibrationContent
  readonly targets: Targets
  readonly raked: Raked
  /** How many there are, and each in its turn, made when it is asked for. */
  readonly draws: number
  readonly draw: (at: number) => Draw
}

export interface Draw {
  /** Of each family. */
  readonly weights: Float64Array
  /** What councils pay in this draw, against what the families hold. */
  readonly shift: CostShift
  readonly hasConflict: boolean
  /** Whether every margin was met. */
  readonly isMet: boolean
}

/**
 * Gives way between its stretches.
 * @throws UsageError for a calibration that does not exist.
 */
export function* weighInSteps(options: WeighingOptions): Generator<SimulationStep, Weighing> {
  const { content, rulebook, seed } = options
  const chosen = chooseCalibrations(content, options.calibrations).map(([name, calibration]) => {
    const spreads = spreadsOf(content, calibration, options.assumed)
    return { name, calibration, spreads, targets: targetsOf(calibration, pointValues(spreads)) }
  })
  const spreads = chosen[0]?.spreads ?? new Map<string, Spread>()
  yield { phase: 'drawing families', done: 0, total: options.families }
  const targets = chosen.map((one) => one.targets)
  const pool = drawPool({ count: options.families, seed, rulebook, targets, spreads })
  const calibrations: WeighedCalibration[] = []
  for (const [stream, one] of chosen.entries()) {
    yield { phase: `${one.calibration.title}: weighing`, done: stream, total: chosen.length }
    const raked = weigh(pool, one.targets)
    const draw = (at: number) => drawAgain({ ...one, pool, near: raked.weights, seed, stream, at })
    const { name, calibration } = one
    calibrations.push({ name, content: calibration, targets: one.targets, raked, draws: options.draws, draw })
  }
  return { pool, read: pointValues(spreads), calibrations }
}

/** The same with every draw kept once it is made: for whoever asks about other days and supports. */
export function keepDraws(weighing: Weighing): Weighing {
  const calibrations = weighing.calibrations.map((calibration) => {
    const kept = new Map<number, Draw>()
    const draw = (at: number): Draw => {
      const made = kept.get(at) ?? calibration.draw(at)
      kept.set(at, made)
      return made
    }
    return { ...calibration, draw }
  })
  return { ...weighing, calibrations }
}

interface DrawAgain {
  readonly calibration: CalibrationContent
  readonly spreads: ReadonlyMap<string, Spread>
  readonly pool: Pool
  /** Weights that nearly fit. */
  readonly near: Float64Array
  readonly seed: number
  readonly stream: number
  readonly at: number
}

function drawAgain({ calibration, spreads, pool, near, seed, stream, at }: DrawAgain): Draw {
  const random = makeRandom(streamSeed(seed, stream * 100_003 + at + 1))
  const values = drawValues(spreads, random)
  const targets = targetsOf(calibration, values)
  const raked = weighDraw(pool, targets, near, () => drawCount(random))
  return {
    weights: raked.weights,
    shift: shiftOf(pointValues(spreads), values),
    hasConflict: targets.conflicts.length > 0,
    isMet: raked.isConverged,
  }
}

/** Families hold what councils pay at the point; a draw in which carers get less still makes that less. */
const shiftOf = (point: ReadValue, drawn: ReadValue): CostShift => ({
  guardians: (point('guardian-gets-less') - drawn('guardian-gets-less')) * 100,
  others: (point('arrangements-gets-less') - drawn('arrangements-gets-less')) * 100,
})

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
