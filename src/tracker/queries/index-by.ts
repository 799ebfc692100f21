/** Records by what they name, found once for all that ask: a table of all recommendations asks for the replies to each. */
import type { TrackerState } from '../fold.ts'
import type { RecordOf, RecordType } from '../record/index.ts'
import { oncePerObject } from './once.ts'

type Found<T extends RecordType> = (state: TrackerState, name: string) => readonly RecordOf<T>[]

/** Gives those of a type for which `namesOf` gives the name, in the order of their first recording. */
export function indexBy<T extends RecordType>(
  type: T,
  namesOf: (body: RecordOf<T>) => readonly string[],
): Found<T> {
  // Kept with the records of the type alone: states that differ in others share it.
  const indexOf = oncePerObject((records: TrackerState['records'][T]) => {
    const index = new Map<string, RecordOf<T>[]>()
    for (const { body } of records.values())
      for (const name of new Set(namesOf(body))) {
        const named = index.get(name)
        if (named === undefined) index.set(name, [body])
        else named.push(body)
      }
    return index
  })
  return (state, name) => indexOf(state.records[type]).get(name) ?? []
}

/** Decisions on a recommendation or an ask, by its id. */
export const decisionsAnswering: Found<'decision'> = indexBy('decision', ({ answers }) => answers)
