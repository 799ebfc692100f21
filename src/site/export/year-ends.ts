/** The days an export holds beside its own: the last of each year that is over. */
import { type PlainDate, parsePlainDate } from '../../model/index.ts'
import { firstDayOf, foldEvents, type TrackerEvent } from '../../tracker/index.ts'

/** Oldest first; empty for a tracker that begins in the year of `on`. */
export function yearEnds(events: readonly TrackerEvent[], on: PlainDate): PlainDate[] {
  const first = firstDayOf(foldEvents(events))
  if (first === null) return []
  const [from, to] = [Number(first.slice(0, 4)), Number(on.slice(0, 4))]
  return Array.from({ length: Math.max(0, to - from) }, (_, at) =>
    parsePlainDate(`${from + at}-12-31`),
  ).filter((day) => day !== null)
}
