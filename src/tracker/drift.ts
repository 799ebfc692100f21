/**
 * How one version of a promise differs from the version before it, field by field, each difference named. A change is
 * named only where the fields allow it to be computed; a new wording alone is "restated".
 */
import { parseFuzzyDate, STRENGTHS } from '../model/index.ts'
import type { RecordOf } from './record/index.ts'

export type CommitmentVersion = RecordOf<'commitment'>['versions'][number]

export type DriftName =
  | 'strengthened'
  | 'weakened'
  | 'increased'
  | 'reduced'
  | 'widened'
  | 'narrowed'
  | 'changed'
  | 'brought-forward'
  | 'delayed'
  | 'restated'
  | 'dropped'

const GAINS: readonly DriftName[] = ['strengthened', 'increased', 'widened', 'brought-forward']
const LOSSES: readonly DriftName[] = ['weakened', 'reduced', 'narrowed', 'delayed', 'dropped']

/** Whether the people it is for get more or less by a change, or neither can be said ("other people qualify"). */
export function directionOf(name: DriftName): 'more' | 'less' | 'neither' {
  if (GAINS.includes(name)) return 'more'
  return LOSSES.includes(name) ? 'less' : 'neither'
}

export type DriftField = 'strength' | 'money' | 'places' | 'reach' | 'starts' | 'dueBy' | 'qualifies' | 'text'

export interface Drift {
  readonly field: DriftField
  readonly name: DriftName
  /** The field's value in each version, worded for a page; null where the version does not tell. */
  readonly before: string | null
  readonly after: string | null
}

function compareNumbers(
  field: DriftField,
  before: number | undefined,
  after: number | undefined,
  show: (n: number) => string,
): Drift[] {
  if (before === undefined || after === undefined || before === after) return []
  const name = after > before ? 'increased' : 'reduced'
  return [{ field, name, before: show(before), after: show(after) }]
}

function compareStrength(before: CommitmentVersion, after: CommitmentVersion): Drift[] {
  if (after.strength === before.strength) return []
  const rungs = STRENGTHS.indexOf(before.strength) - STRENGTHS.indexOf(after.strength)
  const name = after.strength === 'reject' ? 'dropped' : rungs > 0 ? 'strengthened' : 'weakened'
  return [{ field: 'strength', name, before: before.strength, after: after.strength }]
}

/** Later by its last possible day is delayed, earlier is brought forward; a date that is gone is dropped. */
function compareDates(
  field: 'starts' | 'dueBy',
  before: CommitmentVersion,
  after: CommitmentVersion,
): Drift[] {
  const [earlier, later] = [before[field], after[field]]
  if (!earlier) return []
  if (!later) return [{ field, name: 'dropped', before: earlier.words, after: after.dueWords ?? null }]
  if (later.to === earlier.to) return []
  const name = later.to > earlier.to ? 'delayed' : 'brought-forward'
  return [{ field, name, before: earlier.words, after: later.words }]
}

function compareGroups(before: CommitmentVersion, after: CommitmentVersion): Drift[] {
  if (!before.qualifies || !after.qualifies) return []
  const [earlier, later] = [new Set(before.qualifies.groups), new Set(after.qualifies.groups)]
  const lost = [...earlier].filter((group) => !later.has(group))
  const won = [...later].filter((group) => !earlier.has(group))
  if (lost.length === 0 && won.length === 0) return []
  const name = won.length === 0 ? 'narrowed' : lost.length === 0 ? 'widened' : 'changed'
  return [{ field: 'qualifies', name, before: before.qualifies.text, after: after.qualifies.text }]
}

/** "£40m", "£1.4bn", "£500". */
export const labelPounds = (amount: number): string =>
  amount >= 1e9
    ? `£${amount / 1e9}bn`
    : amount >= 1e6
      ? `£${amount / 1e6}m`
      : `£${amount.toLocaleString('en-GB')}`

type Money = NonNullable<CommitmentVersion['money']>

/** A sum for one year is neither more nor less than one for the whole of a scheme: then the two are only told. */
function compareMoney({ money: before }: CommitmentVersion, { money: after }: CommitmentVersion): Drift[] {
  if (before === undefined || after === undefined || before.pounds === after.pounds) return []
  const show = ({ pounds, period }: Money) => `${labelPounds(pounds)}${period ? ` (${period})` : ''}`
  return [{ field: 'money', name: nameMoney(before, after), before: show(before), after: show(after) }]
}

function nameMoney(before: Money, after: Money): DriftName {
  const name = after.pounds > before.pounds ? 'increased' : 'reduced'
  const [earlier, later] = [monthsOf(before), monthsOf(after)]
  if (before.period === after.period && earlier === later) return name
  if (earlier === null || later === null) return 'changed'
  // More for no longer is more, and less for no shorter is less.
  const isSure = name === 'increased' ? later <= earlier : later >= earlier
  return isSure ? name : 'changed'
}

const DAY = 24 * 60 * 60 * 1000
const DAYS_A_MONTH = 365.25 / 12

/** How long a sum is for, as it says itself or as its period does; null where neither tells. */
function monthsOf({ period, years }: Money): number | null {
  if (years !== undefined) return Math.round(years * 12)
  const range = period === undefined ? null : parseFuzzyDate(period)
  if (range === null) return null
  return Math.round((Date.parse(range.to) - Date.parse(range.from) + DAY) / DAY / DAYS_A_MONTH)
}

/** All differences, in a fixed order; a single `restated` when no field that can be compared differs. */
export function compareVersions(before: CommitmentVersion, after: CommitmentVersion): Drift[] {
  const drifts = [
    ...compareStrength(before, after),
    ...compareMoney(before, after),
    ...compareNumbers('places', before.places?.most, after.places?.most, String),
    ...compareNumbers('reach', before.reach?.number, after.reach?.number, (n) => n.toLocaleString('en-GB')),
    ...compareDates('starts', before, after),
    ...compareDates('dueBy', before, after),
    ...compareGroups(before, after),
  ]
  return drifts.length > 0
    ? drifts
    : [{ field: 'text', name: 'restated', before: before.text, after: after.text }]
}

/** The last version that tells the field; a version that is silent about it has not changed it. */
function lastTold<F extends keyof CommitmentVersion>(
  versions: readonly CommitmentVersion[],
  field: F,
): CommitmentVersion[F] | undefined {
  return versions.findLast((version) => version[field] !== undefined)?.[field]
}

/**
 * The date that a version is compared with: the last one named, if it names one itself or puts words without a time
 * ("soon") in its place. A version that is silent about dates drops none, and a date is dropped once.
 */
function dateBefore(
  field: 'starts' | 'dueBy',
  earlier: readonly CommitmentVersion[],
  version: CommitmentVersion,
): CommitmentVersion['starts'] {
  if (version[field]) return lastTold(earlier, field)
  if (version.dueWords === undefined) return undefined
  return earlier.findLast((one) => one[field] !== undefined || one.dueWords !== undefined)?.[field]
}

/**
 * The differences of each version from all that was said before it, one list a version, the first empty. Each field is
 * compared with the last version that told it, so that a silent version in between hides no narrowing and no delay.
 */
export function compareAlong(versions: readonly CommitmentVersion[]): Drift[][] {
  return versions.map((version, at) => {
    const earlier = versions.slice(0, at)
    const before = earlier.at(-1)
    if (!before) return []
    return compareVersions(
      {
        ...before,
        money: lastTold(earlier, 'money'),
        places: lastTold(earlier, 'places'),
        reach: lastTold(earlier, 'reach'),
        qualifies: lastTold(earlier, 'qualifies'),
        starts: dateBefore('starts', earlier, version),
        dueBy: dateBefore('dueBy', earlier, version),
      },
      version,
    )
  })
}
