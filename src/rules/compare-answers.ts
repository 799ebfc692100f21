/** Two answers for one family side by side: what it would gain, lose or keep, support by support. */
import type { Answer, AnsweredOutcome } from './answer.ts'
import type { OutcomeCode } from './rulebook.ts'

/** "open": one of the two cannot be told. "other": neither better nor worse, or another amount of a range. */
export type Shift = 'gain' | 'loss' | 'same' | 'other' | 'open'

export interface ComparedOutcome {
  readonly before: AnsweredOutcome
  readonly after: AnsweredOutcome
  readonly shift: Shift
}

/** How much of a support an outcome gives; what is certain stands above what somebody decides. */
const RANK: Readonly<Record<OutcomeCode, number | null>> = {
  entitled: 5,
  'rate-not-held': 5,
  'pilot-area': 4,
  conditional: 3,
  'council-decides': 2,
  information: 1,
  'not-under-this': 0,
  'cannot-tell': null,
}

/** Both answers must be of the same family's children, in the same order. */
export function compareAnswers(before: Answer, after: Answer): ComparedOutcome[] {
  return before.outcomes.map((one, index) => {
    const other = after.outcomes[index]
    if (other?.support !== one.support || other.child !== one.child)
      throw new Error('the two answers are not of the same family')
    return { before: one, after: other, shift: shiftOf(one, other) }
  })
}

function shiftOf(before: AnsweredOutcome, after: AnsweredOutcome): Shift {
  const [from, to] = [rankOf(before), rankOf(after)]
  if (from === null || to === null) return before.outcome === after.outcome ? 'same' : 'open'
  if (from !== to) return to > from ? 'gain' : 'loss'
  const [was, is] = [before.amount, after.amount]
  if (was === null || is === null) return 'same'
  if (was.low === is.low && was.high === is.high) return 'same'
  if (is.low >= was.low && is.high >= was.high) return 'gain'
  if (is.low <= was.low && is.high <= was.high) return 'loss'
  return 'other'
}

const rankOf = ({ outcome, qualifiesAs }: AnsweredOutcome) => RANK[qualifiesAs ?? outcome]
