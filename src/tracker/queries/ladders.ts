/** Promises over time: for each promise the rung it stood on, version by version. */
import { type FuzzyDate, STRENGTHS, type Strength } from '../../model/index.ts'
import { type Drift, directionOf } from '../drift.ts'
import type { TrackerState } from '../fold.ts'
import type { RecordOf } from '../record/index.ts'
import { driftsOf } from './commitment-history.ts'
import { oncePerObject, oncePerState } from './once.ts'
import { commitmentsOf, leadCommitment } from './standing.ts'

export interface LadderStep {
  readonly on: FuzzyDate
  readonly strength: Strength
  /** 0 for a refusal, 9 for what is in force. */
  readonly rung: number
  /** Which version of the commitment, from 0. */
  readonly version: number
  /** What it changed from all that was said before. */
  readonly drifts: readonly Drift[]
}

export interface LadderLine {
  readonly commitment: RecordOf<'commitment'>
  readonly steps: readonly LadderStep[]
  /** Whether it is the one that stands for its topic. */
  readonly isLead: boolean
}

/** Whether a step gave more or less in something that its rung does not show: money, places, people, dates. */
export function changesBeside({ drifts }: LadderStep): {
  readonly isMore: boolean
  readonly isLess: boolean
} {
  const directions = drifts.filter(({ field }) => field !== 'strength').map(({ name }) => directionOf(name))
  return { isMore: directions.includes('more'), isLess: directions.includes('less') }
}

/** How many promises stand higher or lower than they began, and how many gave less on the way in something else. */
export function countWays(lines: readonly LadderLine[]): {
  readonly firmer: number
  readonly weaker: number
  readonly shrunk: number
} {
  const climbs = lines.map(({ steps }) => (steps.at(-1)?.rung ?? 0) - (steps[0]?.rung ?? 0))
  return {
    firmer: climbs.filter((climb) => climb > 0).length,
    weaker: climbs.filter((climb) => climb < 0).length,
    shrunk: lines.filter(({ steps }) => steps.some((step) => changesBeside(step).isLess)).length,
  }
}

export const RUNGS: readonly Strength[] = [...STRENGTHS].reverse()

export function ladderLine(commitment: RecordOf<'commitment'>, isLead = true): LadderLine {
  const drifts = driftsOf(commitment)
  const steps = commitment.versions.map(({ on, strength }, version) => {
    return { on, strength, rung: RUNGS.indexOf(strength), version, drifts: drifts[version] ?? [] }
  })
  return { commitment, steps, isLead }
}

/** The topic's promises, the leading one last so that it is drawn on top. */
export const ladderOfTopic = oncePerState((state, topic): readonly LadderLine[] => {
  const lead = leadCommitment(state, topic)
  return commitmentsOf(state, topic)
    .map((commitment) => ladderLine(commitment, commitment.id === lead?.id))
    .sort((one, other) => Number(one.isLead) - Number(other.isLead))
})

/** First and last year that the steps of all promises fall in; null where nothing was promised. */
export const yearsOfPromises = oncePerObject(
  (state: TrackerState): readonly [first: number, last: number] | null =>
    yearsOf([...state.records.commitment.values()].flatMap(({ body }) => body.versions)),
)

/** The same for some steps. */
export function yearsOfSteps(steps: readonly LadderStep[]): readonly [first: number, last: number] | null {
  return yearsOf(steps)
}

function yearsOf(dated: readonly { readonly on: FuzzyDate }[]): readonly [number, number] | null {
  let [first, last] = ['9999', '']
  for (const { on } of dated) {
    if (on.from < first) first = on.from
    if (on.to > last) last = on.to
  }
  return dated.length === 0 ? null : [Number(first.slice(0, 4)), Number(last.slice(0, 4))]
}
