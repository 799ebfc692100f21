/**
 * The events that bring a tracker's record up to its content files: what is new is recorded, what differs is corrected,
 * what is gone is withdrawn. Content that says nothing new gives no events.
 */
import type { TrackerEvent } from '../events.ts'
import type { TrackerState } from '../fold.ts'
import { CONTENT_KEYS, type Content, type ContentRecord } from './parse-content.ts'

export interface Recording {
  /** ISO 8601 in UTC, to the millisecond. */
  readonly recordedAt: string
  readonly by: string
  /** The public reason for what is corrected or withdrawn. */
  readonly reason: string
}

type EventBody = Omit<TrackerEvent, 'sequence'>

/** Content is plain values in a fixed key order (the schemas make it), so its JSON is its identity. */
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

function eventFor(record: ContentRecord, state: TrackerState, recording: Recording): EventBody[] {
  const { type, id, body } = record
  const kept = state.records[type].get(id)
  if (kept && isSame(kept.body, body)) return []
  const { recordedAt, by } = recording
  return [
    {
      recordedAt,
      by,
      action: kept ? 'corrected' : 'recorded',
      type,
      id,
      reason: kept ? recording.reason : null,
      body,
    },
  ]
}

/** Events in the content's order, then withdrawals; sequences follow the state's head. */
export function eventsFromContent(
  content: Content,
  state: TrackerState,
  recording: Recording,
): TrackerEvent[] {
  const wanted = new Set(content.records.map((record) => `${record.type} ${record.id}`))
  // What comes in by other ways than content files (copies of sources, passages in them) is not gone when files lack it.
  const kept = Object.values(CONTENT_KEYS).flatMap((type) => [...state.records[type].values()])
  const gone = kept.flatMap(({ id, events }) => {
    const type = events[0]?.type
    if (type === undefined || wanted.has(`${type} ${id}`)) return []
    return [{ ...recording, action: 'withdrawn' as const, type, id, body: null }]
  })
  const changes: EventBody[] = [
    ...content.records.flatMap((record) => eventFor(record, state, recording)),
    ...gone,
  ]
  return changes.map((event, at) => ({ sequence: state.head + 1 + at, ...event }))
}
