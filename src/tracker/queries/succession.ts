/** What became of promises when the government changed: what is recorded, and what nobody has looked at. */
import type { TrackerState } from '../fold.ts'
import type { RecordOf } from '../record/index.ts'
import { oncePerObject } from './once.ts'
import { listRecords } from './records.ts'

/** One promise at one change of government; one for each thing recorded of it, as when it is kept on first and dropped later. */
export interface Handover {
  readonly government: RecordOf<'government'>
  readonly commitment: RecordOf<'commitment'>
  /** Null where nothing is recorded; the new government may still have said it again, in a version of its own. */
  readonly inheritance: RecordOf<'inheritance'> | null
  readonly isSaidAgain: boolean
}

/** Each change of government that a promise lived through, and what is recorded of it, oldest first. A refusal is no open promise. */
export const handoversOf = (state: TrackerState, commitment: RecordOf<'commitment'>): readonly Handover[] =>
  handoversIn(state)(commitment)

const handoversIn = oncePerObject((state: TrackerState) =>
  oncePerObject((commitment: RecordOf<'commitment'>): Handover[] => {
    const { governments, inheritances } = successionOf(state)
    const recorded = inheritances.get(commitment.id) ?? []
    return governments.flatMap((government): Handover[] => {
      const before = commitment.versions.filter(({ on }) => on.to < government.from).at(-1)
      const isSaidAgain = commitment.versions.some((version) => version.government === government.id)
      const told = recorded.filter((each) => each.government === government.id)
      if (told.length > 0)
        return told.map((inheritance) => ({ government, commitment, inheritance, isSaidAgain }))
      if (before === undefined || before.strength === 'reject') return []
      return [{ government, commitment, inheritance: null, isSaidAgain }]
    })
  }),
)

/** The governments in their order, and what is recorded of each promise. */
const successionOf = oncePerObject((state: TrackerState) => ({
  governments: listRecords(state, 'government').sort((one, other) => one.from.localeCompare(other.from)),
  inheritances: byCommitment(
    listRecords(state, 'inheritance').sort((one, other) => one.on.from.localeCompare(other.on.from)),
  ),
}))

function byCommitment(
  all: readonly RecordOf<'inheritance'>[],
): ReadonlyMap<string, readonly RecordOf<'inheritance'>[]> {
  const found = new Map<string, RecordOf<'inheritance'>[]>()
  for (const each of all) found.set(each.commitment, [...(found.get(each.commitment) ?? []), each])
  return found
}
