/** One promise through its versions: what each changed, and any two of them field by field. */
import { type CommitmentVersion, compareAlong, compareVersions, type Drift, labelPounds } from '../drift.ts'
import type { RecordOf } from '../record/index.ts'
import { oncePerObject } from './once.ts'

export interface VersionStep {
  readonly version: CommitmentVersion
  /** Differences from all that was said before; empty for the first. */
  readonly drifts: readonly Drift[]
}

/** The differences of each version from all that was said before it, as `compareAlong` has them. */
export const driftsOf = oncePerObject(({ versions }: RecordOf<'commitment'>): readonly (readonly Drift[])[] =>
  compareAlong(versions),
)

export function historyOf(commitment: RecordOf<'commitment'>): VersionStep[] {
  const drifts = driftsOf(commitment)
  return commitment.versions.map((version, at) => ({ version, drifts: drifts[at] ?? [] }))
}

export interface FieldPair {
  readonly field: 'text' | 'money' | 'places' | 'reach' | 'starts' | 'dueBy' | 'qualifies' | 'leavesOut'
  /** Null where that version does not say. */
  readonly earlier: string | null
  readonly later: string | null
}

export interface ThenAndNow {
  readonly earlier: CommitmentVersion
  readonly later: CommitmentVersion
  readonly drifts: readonly Drift[]
  /** Fields that at least one of the two tells, in a fixed order. */
  readonly fields: readonly FieldPair[]
}

const origins = { new: ', new money', recycled: ', moved from elsewhere', 'not-told': '' } as const

function fieldsOf(version: CommitmentVersion): Readonly<Record<FieldPair['field'], string | null>> {
  const { money, places, reach } = version
  const named = places && places.named.length > 0 ? `: ${places.named.join(', ')}` : ''
  return {
    text: version.text,
    money: money
      ? `${labelPounds(money.pounds)}${money.period ? ` (${money.period})` : ''}${origins[money.origin]}`
      : null,
    places: places ? `${places.most}${named}` : null,
    reach: reach ? `${reach.number.toLocaleString('en-GB')} ${reach.of}` : null,
    starts: version.starts?.words ?? null,
    dueBy: version.dueBy?.words ?? version.dueWords ?? null,
    qualifies: version.qualifies?.text ?? null,
    leavesOut: version.leavesOut ?? null,
  }
}

/** Any two versions of a promise, the one said first as `earlier`. */
export function thenAndNow(earlier: CommitmentVersion, later: CommitmentVersion): ThenAndNow {
  const [before, after] = [fieldsOf(earlier), fieldsOf(later)]
  const names = ['text', 'qualifies', 'leavesOut', 'money', 'places', 'reach', 'starts', 'dueBy'] as const
  const fields = names
    .map((field) => ({ field, earlier: before[field], later: after[field] }))
    .filter((pair) => pair.earlier !== null || pair.later !== null)
  // A version that is silent about a date has not dropped it.
  const drifts = compareVersions(earlier, later).filter(
    ({ name, after }) => name !== 'dropped' || after !== null,
  )
  return { earlier, later, drifts, fields }
}
