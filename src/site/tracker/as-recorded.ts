/**
 * The tracker as it was recorded by a day, or by its n-th event: what readers saw then, mistakes included. Apart from
 * `as_at`, which is by when things were so.
 */
import type { Context } from 'hono'
import { LimitError, type PlainDate, parsePlainDate } from '../../model/index.ts'
import {
  firstDayOf,
  foldEvents,
  stateAsAt,
  type TrackerEvent,
  type TrackerPart,
  type TrackerReader,
} from '../../tracker/index.ts'

export interface RecordedBy {
  /** As it was asked for: a day, or how many events. */
  readonly asked: string
  readonly holds: (event: TrackerEvent) => boolean
}

/** Null where it was not asked for; `unreadable` where it is neither a day nor a number. */
export function recordedByOf(context: Context): RecordedBy | 'unreadable' | null {
  const asked = context.req.query('recorded_by') ?? ''
  if (asked === '') return null
  if (parsePlainDate(asked) !== null)
    return { asked, holds: ({ recordedAt }) => recordedAt.slice(0, 10) <= asked }
  if (/^[1-9]\d{0,11}$/.test(asked)) return { asked, holds: ({ sequence }) => sequence <= Number(asked) }
  return 'unreadable'
}

/** Folding is quick (a million events a few seconds), and the memory for it is what a reader of a large record spares. */
const MOST_EVENTS = 100_000

/** The state folded from the events recorded by then; its head is 0 where nothing was. Throws `record_too_large`. */
export async function readAsRecorded(
  reader: TrackerReader,
  { holds }: RecordedBy,
  asAt: PlainDate | null,
): Promise<TrackerPart> {
  const head = await reader.readHead()
  if (head.size > MOST_EVENTS)
    throw new LimitError(
      'record_too_large',
      `The record has ${head.size} events, and pages as they were recorded are made of ${MOST_EVENTS} at most. Look at the history of single records.`,
    )
  const events = await reader.readEvents({ after: 0, limit: head.size })
  const first = events.findIndex((event) => !holds(event))
  const state = foldEvents(first < 0 ? events : events.slice(0, first))
  const settings = state.settings?.body ?? head.settings
  return {
    head: { ...head, settings, size: state.head, firstDay: firstDayOf(state) },
    state: asAt === null ? state : stateAsAt(state, asAt, settings.recordedOn),
  }
}
