/** One record as an answer gives it: itself, when it was so and when we recorded it, its evidence, where people read it. */
import type { FuzzyDate } from '../../../model/index.ts'
import {
  type Cite,
  evidenceOf,
  historyOf,
  type Reach,
  type RecordOf,
  type RecordType,
  type TrackerState,
} from '../../../tracker/index.ts'
import { addressOf, pageOf, type Standpoint } from '../standpoint.ts'
import { ADDITIONS, oneDay } from './additions.ts'
import { listNameOf } from './record-lists.ts'

/** Null for what has no day of its own: a topic, an organisation, a group. */
export function whenSo<T extends RecordType>(type: T, body: RecordOf<T>): FuzzyDate | null {
  const record: object = body
  if (type === 'commitment') return (body as RecordOf<'commitment'>).versions.at(-1)?.on ?? null // by its type
  if (type === 'indicator') return (body as RecordOf<'indicator'>).series.at(-1)?.period ?? null // by its type
  for (const key of ['on', 'from', 'due', 'published', 'takenOn']) {
    if (!Object.hasOwn(record, key) || (type === 'capture' && key === 'from')) continue
    const value: unknown = Object.entries(record).find(([name]) => name === key)?.[1]
    if (value === null) return null
    return typeof value === 'string' ? oneDay(value as FuzzyDate['from']) : (value as FuzzyDate) // the schemas make them days
  }
  return null
}

export function presentEvidence(at: Standpoint, cites: readonly Cite[]) {
  return evidenceOf(at.state, cites).map(({ source, ...place }) => {
    const { id, title, publisher, address, published } = source
    return { source: id, title, publisher, address, published, ...place, page: pageOf(at, 'source', id) }
  })
}

/** The same value with evidence in place of citations, wherever they stand. */
function withEvidence(at: Standpoint, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => withEvidence(at, each))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) =>
      key === 'cites' ? ['evidence', presentEvidence(at, part)] : [key, withEvidence(at, part)],
    ),
  )
}

/** The differences of each statement of a promise stand in it. */
const withDrifts = <T extends RecordType>(type: T, body: RecordOf<T>): object =>
  type === 'commitment'
    ? {
        ...body,
        versions: historyOf(body as RecordOf<'commitment'>).map(({ version, drifts }) => {
          return { ...version, drifts }
        }), // by its type
      }
    : body

/** The record's own address in the API. */
export const selfOf = (at: Standpoint, type: RecordType, id: string): string =>
  addressOf(at, `/api/v1/${listNameOf(type)}/${id.split('/').map(encodeURIComponent).join('/')}`)

/** How much beside a record of each type it is presented from; of others what their names need. */
export const REACH: Readonly<Partial<Record<RecordType, Reach>>> = {
  topic: 'all',
  recommendation: ['decision', 'commitment'],
  ask: ['decision', 'commitment'],
  commitment: ['deliveryEvent', 'look'],
  coverage: ['coverage'],
}

/** Null where there is no such record on that day. */
export function findPresented(at: Standpoint, type: RecordType, id: string): object | null {
  return at.state.records[type].has(id) ? presentRecord(at, type, id) : null
}

export function presentRecord<T extends RecordType>(at: Standpoint, type: T, id: string): object {
  const kept = (at.state.records[type] as TrackerState['records'][T]).get(id)
  if (kept === undefined) throw new Error(`no ${type} ${id}`)
  const { body, recordedAt, events } = kept
  return {
    type,
    self: selfOf(at, type, id),
    page: pageOf(at, type, id),
    so: whenSo(type, body),
    recordedAt,
    firstRecordedAt: events[0]?.recordedAt ?? recordedAt,
    ...(withEvidence(at, { id, ...withDrifts(type, body) }) as object), // an object stays one
    ...ADDITIONS[type]?.present(body, at),
  }
}
