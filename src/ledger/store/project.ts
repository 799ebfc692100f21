/** The projection: each record as its last event left it. Pure, so that a rebuild must give the same rows. */
import { type Place, placeOf, type TrackerEvent } from '../../tracker/index.ts'
import type { Tables } from '../database/tables.ts'
import { canonicalJson } from '../log/canonical-json.ts'

/** `sequence` is that of the last event about it: the version that a writer says it saw. */
export type RecordRow = Tables['records']

const NOWHERE: Omit<Place, 'rank'> = { day: '', sort: '', facet: '', ends: '', latest: null }

/** The row after the event; `before` is the row it finds, null where there was none. */
export function projectEvent(event: TrackerEvent, before: RecordRow | null): RecordRow {
  const { type, id, sequence, recordedAt, body } = event
  const goesOn = before !== null && (before.body !== null || body === null)
  const first = goesOn ? before.first : sequence
  const text = body === null ? null : canonicalJson(body)
  return { type, id, sequence, recorded_at: recordedAt, body: text, first, ...placeColumns(event) }
}

function placeColumns({ type, body }: TrackerEvent): Omit<Place, 'rank'> {
  if (type === 'tracker' || body === null || 'verdicts' in body) return NOWHERE
  const { rank: _rank, ...place } = placeOf(type, body)
  return place
}

export const recordKey = ({ type, id }: { readonly type: string; readonly id: string }) => `${type} ${id}`
