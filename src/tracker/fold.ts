/**
 * From events to the tracker's state. Pure: the same events give the same state, and the first n events give the
 * tracker as it stood when the n-th was recorded.
 */

import { isCorrection, type TrackerEvent } from './events.ts'
import { RECORD_TYPES, type RecordBody, type RecordOf, type RecordType } from './record/index.ts'
import type { TrackerSettings } from './record/settings.ts'

interface KeptBody<Body> {
  readonly id: string
  readonly body: Body
  /** When this form of it was recorded. */
  readonly recordedAt: string
  /** All events about it, oldest first. */
  readonly events: readonly TrackerEvent[]
}

export type Kept<T extends RecordType> = KeptBody<RecordOf<T>>

export type KeptRecords = { readonly [T in RecordType]: ReadonlyMap<string, Kept<T>> }

export interface TrackerState {
  /** What the tracker says of itself; null until that was recorded. */
  readonly settings: KeptBody<TrackerSettings> | null
  readonly records: KeptRecords
  /** Corrections and withdrawals of claims, oldest first. */
  readonly corrections: readonly TrackerEvent[]
  /** Sequence of the last event; 0 for an empty tracker. */
  readonly head: number
}

type Building = Record<RecordType, Map<string, KeptBody<RecordBody>>>

function keep<Body>(earlier: KeptBody<Body> | null | undefined, event: TrackerEvent): KeptBody<Body> | null {
  if (event.body === null) return null
  const events = earlier ? [...earlier.events, event] : [event]
  // An event's type and body were parsed together, so this is a body of the type that the caller keeps.
  return { id: event.id, body: event.body as Body, recordedAt: event.recordedAt, events }
}

/** The state after the given events. A gap in the sequence is a bug of the store and throws. */
export function foldEvents(events: Iterable<TrackerEvent>): TrackerState {
  const records = Object.fromEntries(RECORD_TYPES.map((type) => [type, new Map()])) as Building // every type has its map
  const corrections: TrackerEvent[] = []
  let settings: TrackerState['settings'] = null
  let head = 0
  for (const event of events) {
    if (event.sequence !== head + 1) throw new Error(`event ${event.sequence} follows event ${head}`)
    head = event.sequence
    if (isCorrection(event)) corrections.push(event)
    if (event.type === 'tracker') settings = keep(settings, event)
    else applyEvent(records[event.type], event)
  }
  // Each map was filled with bodies of its own type only.
  return { settings, records: records as unknown as KeptRecords, corrections, head }
}

function applyEvent(kind: Map<string, KeptBody<RecordBody>>, event: TrackerEvent): void {
  const kept = keep(kind.get(event.id), event)
  if (kept === null) kind.delete(event.id)
  else kind.set(event.id, kept)
}
