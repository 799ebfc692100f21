/**
 * Answers that depend on nothing but what they are asked of, made once. A state never changes, so neither does what
 * follows from it; with the state goes what was made from it.
 */
import type { TrackerState } from '../fold.ts'
import { RECORD_TYPES } from '../record/index.ts'

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

/** States of the same records that are asked one after the other: of today, and of the days that pages are compared with. */
const MOST_ALIKE = 8

/**
 * `make` for the records of a state, whatever else it says: states that hold the same records share the answer, which
 * rests on all of them. An export's pages each have a state of their own, that tells what of it they looked at.
 */
export function oncePerRecords<Answer>(
  make: (state: TrackerState) => Answer,
): (state: TrackerState) => Answer {
  const answers = new WeakMap<
    object,
    readonly { readonly of: readonly object[]; readonly answer: Answer }[]
  >()
  return oncePerObject((state: TrackerState) => {
    const of = [...RECORD_TYPES.map((type) => state.records[type]), state.corrections]
    const alike = answers.get(state.records.topic) ?? []
    const known = alike.find((each) => each.of.every((part, at) => part === of[at]))
    if (known !== undefined) return known.answer
    const answer = make(state)
    answers.set(state.records.topic, [...alike.slice(1 - MOST_ALIKE), { of, answer }])
    return answer
  })
}
