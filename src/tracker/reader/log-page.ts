/** A page of what was recorded, corrected and withdrawn, newest first. */
import type { PlainDate } from '../../model/index.ts'
import { isCorrection, type TrackerEvent } from '../events.ts'
import { oncePerObject } from '../queries/once.ts'
import { keyOf, type RecordKey } from '../record/links.ts'

export interface LogAsked {
  readonly shown: 'all' | 'corrections'
  /** Only what was recorded by the end of this day; null for all. */
  readonly by: PlainDate | null
  /**
   * Which run of `limit`, counted from the oldest, so that one is the same whatever is recorded later; null for the
   * newest `limit`, whichever run they are of. Nothing is given for a run that the newest are not older than.
   */
  readonly part: number | null
  readonly limit: number
}

export interface LogPage {
  readonly events: readonly TrackerEvent[]
  /** How many there are by then, and how many of them corrected or withdrew something. */
  readonly total: number
  readonly corrections: number
  /** How many of those asked for are older than these. */
  readonly older: number
  /** Whether the run after this one is whole, too: then it has a number of its own. */
  readonly hasNext: boolean
  /** The records on this page that were said more than once by then. */
  readonly retold: ReadonlySet<RecordKey>
}

/** Where the events asked for are among `count`: after the first `older`, up to `end`. */
export function placeInLog(
  count: number,
  { part, limit }: Pick<LogAsked, 'part' | 'limit'>,
): Pick<LogPage, 'older' | 'hasNext'> & { readonly end: number } {
  if (part !== null && part < 1) return { older: 0, end: 0, hasNext: false }
  if (part === null) return { older: Math.max(0, count - limit), end: count, hasNext: false }
  const older = (part - 1) * limit
  const isWhole = older + limit < count
  return { older, end: isWhole ? older + limit : older, hasNext: older + 2 * limit < count }
}

const correctionsOf = oncePerObject((events: readonly TrackerEvent[]) => events.filter(isCorrection))

/** Records that were said more than once, each once. */
const retoldIn = oncePerObject((events: readonly TrackerEvent[]): readonly RecordKey[] => [
  ...new Set(events.filter(({ action }) => action !== 'recorded').map(({ type, id }) => keyOf(type, id))),
])

/** The same from events that are held, oldest first. */
export function pageOfLog(events: readonly TrackerEvent[], asked: LogAsked): LogPage {
  const { shown, by } = asked
  const known = by === null ? events : events.filter(({ recordedAt }) => recordedAt.slice(0, 10) <= by)
  const corrected = correctionsOf(known)
  const chosen = shown === 'all' ? known : corrected
  const { older, end, hasNext } = placeInLog(chosen.length, asked)
  const own = chosen.slice(older, end).reverse()
  const here = new Set(own.map(({ type, id }) => keyOf(type, id)))
  return {
    events: own,
    total: known.length,
    corrections: corrected.length,
    older,
    hasNext,
    retold: new Set(retoldIn(known).filter((key) => here.has(key))),
  }
}
