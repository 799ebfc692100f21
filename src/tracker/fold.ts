/**
 * From events to the tracker's state. Pure: the same events give the same state, and the first n events give the
 * tracker as it stood when the n-th was recorded.
 */

import type { TrackerEvent } from './events.ts'
import { RECORD_TYPES, type RecordOf, type RecordType } from './record/index.ts'

export interface Kept<T extends RecordType> {
  readonly id: string
  readonly body: RecordOf<T>
  /** When this form of it was recorded. */
  readonly recordedAt: string
  /** All events about it, oldest first. */
  readonly events: readonly TrackerEvent[]
}

export type KeptRecords = { readonly [T in RecordType]: ReadonlyMap<string, Kept<T>> }

export interface TrackerState {
  readonly records: KeptRecords
  /** Corrections and withdrawals, oldest first. */
  readonly corrections: readonly TrackerEvent[]
  /** Sequence of the last event; 0 for an empty tracker. */
  readonly head: number
}

type Building = Record<RecordType, Map<string, Kept<RecordType>>>

function applyEvent(records: Building, event: TrackerEvent): void {
  const kind = records[event.type]
  const earlier = kind.get(event.id)
  if (event.body === null) {
    kind.delete(event.id)
    return
  }
  const events = earlier ? [...earlier.events, event] : [event]
  kind.set(event.id, { id: event.id, body: event.body, recordedAt: event.recordedAt, events })
}

/** The state after the given events. A gap in the sequence is a bug of the store and throws. */
export function foldEvents(events: Iterable<TrackerEvent>): TrackerState {
  const records = Object.fromEntries(RECORD_TYPES.map((type) => [type, new Map()])) as Building // every type has its map
  const corrections: TrackerEvent[] = []
  let head = 0
  for (const event of events) {
    if (event.sequence !== head + 1) throw new Error(`event ${event.sequence} follows event ${head}`)
    head = event.sequence
    applyEvent(records, event)
    if (event.action !== 'recorded') corrections.push(event)
  }
  // Each map was filled with bodies of its own type only: an event's type and body are parsed together.
  return { records: records as unknown as KeptRecords, corrections, head }
}
