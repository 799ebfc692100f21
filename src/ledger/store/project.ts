/** The projection: each record as its last event left it. Pure, so that a rebuild must give the same rows. */
import type { TrackerEvent } from '../../tracker/index.ts'
import { canonicalJson } from '../log/canonical-json.ts'

export interface RecordRow {
  readonly type: TrackerEvent['type']
  readonly id: string
  /** Of the last event about it: the version that a writer says it saw. */
  readonly sequence: number
  readonly recorded_at: string
  /** Canonical JSON; null when it is withdrawn. */
  readonly body: string | null
}

export function projectEvent({ type, id, sequence, recordedAt, body }: TrackerEvent): RecordRow {
  return { type, id, sequence, recorded_at: recordedAt, body: body === null ? null : canonicalJson(body) }
}

export const recordKey = ({ type, id }: { readonly type: string; readonly id: string }) => `${type} ${id}`
