/** A page of what was recorded, corrected and withdrawn, newest first. */
import type { PlainDate } from '../../model/index.ts'
import type { TrackerEvent } from '../events.ts'
import { keyOf, type RecordKey } from '../record/links.ts'

export interface LogAsked {
  readonly shown: 'all' | 'corrections'
  /** Only what was recorded by the end of this day; null for all. */
  readonly by: PlainDate | null
  /** From 1; after the last page nothing is left. */
  readonly page: number
  readonly limit: number
}

export interface LogPage {
  readonly events: readonly TrackerEvent[]
  /** How many there are by then, and how many of them corrected or withdrew something. */
  readonly total: number
  readonly corrections: number
  /** The records on this page that were corrected or withdrawn by then. */
  readonly retold: ReadonlySet<RecordKey>
}

/** The same from events that are held, oldest first. */
export function pageOfLog(events: readonly TrackerEvent[], { shown, by, page, limit }: LogAsked): LogPage {
  const known = by === null ? events : events.filter(({ recordedAt }) => recordedAt.slice(0, 10) <= by)
  const corrected = known.filter(({ action }) => action !== 'recorded')
  const chosen = shown === 'all' ? known : corrected
  const end = chosen.length - (page - 1) * limit
  const own = end <= 0 ? [] : chosen.slice(Math.max(0, end - limit), end).reverse()
  const here = new Set(own.map(({ type, id }) => keyOf(type, id)))
  return {
    events: own,
    total: known.length,
    corrections: corrected.length,
    retold: new Set(corrected.map(({ type, id }) => keyOf(type, id)).filter((key) => here.has(key))),
  }
}
