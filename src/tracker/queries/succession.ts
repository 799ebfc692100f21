/** What became of promises when the government changed: what is recorded, and what nobody has looked at. */
import type { TrackerState } from '../fold.ts'
import type { RecordOf } from '../record/index.ts'
import { listRecords } from './records.ts'

/** One promise at one change of government. */
export interface Handover {
  readonly government: RecordOf<'government'>
  readonly commitment: RecordOf<'commitment'>
  /** Null where nothing is recorded; the new government may still have said it again, in a version of its own. */
  readonly inheritance: RecordOf<'inheritance'> | null
  readonly isSaidAgain: boolean
}

/** Each change of government that a promise lived through, oldest first. A refusal is no open promise. */
export function handoversOf(state: TrackerState, commitment: RecordOf<'commitment'>): Handover[] {
  const recorded = listRecords(state, 'inheritance').filter((each) => each.commitment === commitment.id)
  return listRecords(state, 'government')
    .sort((one, other) => one.from.localeCompare(other.from))
    .flatMap((government) => {
      const before = commitment.versions.filter(({ on }) => on.to < government.from).at(-1)
      const inheritance = recorded.find((each) => each.government === government.id) ?? null
      if (inheritance === null && (before === undefined || before.strength === 'reject')) return []
      const isSaidAgain = commitment.versions.some((version) => version.government === government.id)
      return [{ government, commitment, inheritance, isSaidAgain }]
    })
}
