/** Promises over time: for each promise the rung it stood on, version by version. */
import { type FuzzyDate, STRENGTHS, type Strength } from '../../model/index.ts'
import type { TrackerState } from '../fold.ts'
import type { RecordOf } from '../record/index.ts'
import { commitmentsOf, leadCommitment } from './standing.ts'

export interface LadderStep {
  readonly on: FuzzyDate
  readonly strength: Strength
  /** 0 for a refusal, 9 for what is in force. */
  readonly rung: number
  /** Which version of the commitment, from 0. */
  readonly version: number
}

export interface LadderLine {
  readonly commitment: RecordOf<'commitment'>
  readonly steps: readonly LadderStep[]
  /** Whether it is the one that stands for its topic. */
  readonly isLead: boolean
}

export const RUNGS: readonly Strength[] = [...STRENGTHS].reverse()

export function ladderLine(commitment: RecordOf<'commitment'>, isLead = true): LadderLine {
  const steps = commitment.versions.map(({ on, strength }, version) => {
    return { on, strength, rung: RUNGS.indexOf(strength), version }
  })
  return { commitment, steps, isLead }
}

/** The topic's promises, the leading one last so that it is drawn on top. */
export function ladderOfTopic(state: TrackerState, topic: string): LadderLine[] {
  const lead = leadCommitment(state, topic)
  return commitmentsOf(state, topic)
    .map((commitment) => ladderLine(commitment, commitment.id === lead?.id))
    .sort((one, other) => Number(one.isLead) - Number(other.isLead))
}

/** First and last year that the steps of all promises fall in; null where nothing was promised. */
export function yearsOfPromises(state: TrackerState): readonly [first: number, last: number] | null {
  const days = [...state.records.commitment.values()].flatMap(({ body }) => body.versions.map(({ on }) => on))
  if (days.length === 0) return null
  const years = days.flatMap(({ from, to }) => [Number(from.slice(0, 4)), Number(to.slice(0, 4))])
  return [Math.min(...years), Math.max(...years)]
}
