/**
 * Answers that depend on nothing but what they are asked of, made once. A state never changes, so neither does what
 * follows from it; with the state goes what was made from it.
 */
import type { TrackerState } from '../fold.ts'

/** More names than these were not all asked for by pages; what was made is then let go and made again. */
const MOST_NAMES = 2000

/** `make` for a state and the id of a record in it. The answer is shared between all who ask: nobody may change it. */
export function oncePerState<Answer>(
  make: (state: TrackerState, id: string) => Answer,
): (state: TrackerState, id: string) => Answer {
  const ofState = oncePerObject((_: TrackerState) => new Map<string, Answer>())
  return (state, id) => {
    const answers = ofState(state)
    const known = answers.get(id)
    if (known !== undefined) return known
    const answer = make(state, id)
    if (answers.size >= MOST_NAMES) answers.clear()
    answers.set(id, answer)
    return answer
  }
}

/** `make` for a record, a version or another thing that never changes; its answer is shared in the same way. */
export function oncePerObject<Of extends object, Answer>(make: (of: Of) => Answer): (of: Of) => Answer {
  const answers = new WeakMap<Of, Answer>()
  return (of) => {
    const known = answers.get(of)
    if (known !== undefined) return known
    const answer = make(of)
    answers.set(of, answer)
    return answer
  }
}
