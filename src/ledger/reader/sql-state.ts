/** A state made of records that were read, in the order of the whole: the same as a fold would hold of them. */
import type { PlainDate } from '../../model/index.ts'
import {
  RECORD_TYPES,
  type RecordType,
  stateAsAt,
  type TrackerEvent,
  type TrackerSettings,
  type TrackerState,
} from '../../tracker/index.ts'
import type { ReadRecord } from './sql-graph.ts'

export interface StateOptions {
  readonly settings: TrackerSettings
  readonly head: number
  readonly corrections?: readonly TrackerEvent[]
  /** Null for the tracker as it is. */
  readonly asAt: PlainDate | null
}

export function stateOf(
  records: Iterable<ReadRecord>,
  { settings, head, corrections = [], asAt }: StateOptions,
): TrackerState {
  const inOrder = [...records].sort((one, other) => one.first - other.first)
  const kept = new Map<RecordType, Map<string, object>>(RECORD_TYPES.map((type) => [type, new Map()]))
  for (const { type, id, body, recordedAt, events } of inOrder)
    kept.get(type)?.set(id, { id, body, recordedAt, events })
  const state: TrackerState = {
    settings: null,
    // Each map was filled with records of its own type only.
    records: Object.fromEntries(kept) as unknown as TrackerState['records'],
    corrections,
    head,
  }
  return asAt === null ? state : stateAsAt(state, asAt, settings.recordedOn)
}
