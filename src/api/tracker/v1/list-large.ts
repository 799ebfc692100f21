/**
 * A page of a list of a large record, read a piece at a time. The answer is the same as that of a record which is held,
 * but for two limits: what cannot be counted without reading all of it is not counted, and a page may hold fewer records
 * than were asked for where few meet the filters; "next" goes on from there.
 */
import { keyOf, type Need, type RecordKey, type RecordType, type RunNeed } from '../../../tracker/index.ts'
import type { AskPart } from '../http/asked.ts'
import type { Standpoint } from '../standpoint.ts'
import { type Asked, nextOf, testOf } from './list-records.ts'
import { decodeCursor, encodeCursor, readLimit } from './paging.ts'
import { presentRecord, REACH } from './present-record.ts'
import type { ListFilter, RecordList } from './record-lists.ts'

/** Records that one answer looks at, at most: about a second's work. */
const MOST_LOOKED_AT = 2000
/** Topics are read with all that belongs to them. */
const TOPICS_AT_ONCE = 10

/** A filter that was asked for, with its value. */
type Given = readonly (readonly [filter: ListFilter<RecordType>, value: string])[]

/** Throws Problems as `listRecordsOf` does. */
export async function listLarge(list: RecordList, asked: Asked, ask: AskPart) {
  const limit = readLimit(asked.limit)
  const after = decodeCursor(list.name, asked.cursor)
  const named = Object.entries(list.filters).filter(([key]) => asked[key] !== undefined && asked[key] !== '')
  const given: Given = named.map(([key, filter]) => [filter, asked[key] ?? ''])
  const { at } = await ask({
    kind: 'named',
    keys: given.flatMap(([filter, value]) => keyNamed(filter, value)),
  })
  for (const [key, filter] of named) testOf(key, filter, asked[key] ?? '', at)
  const { found, total, stoppedAt } = await lookFor(list, { given, after, limit }, ask)
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown.at(-1)?.first : stoppedAt
  return {
    records: shown.map(({ record }) => record),
    total,
    today: at.today,
    asAt: at.asAt,
    next: last === undefined ? null : nextOf(list, asked, encodeCursor(list.name, last), at),
  }
}

const keyNamed = ({ values }: ListFilter<RecordType>, value: string): RecordKey[] =>
  'idOf' in values ? [keyOf(values.idOf, value)] : []

interface Sought {
  readonly given: Given
  readonly after: number
  readonly limit: number
}

interface Found {
  readonly found: readonly { readonly first: number; readonly record: object }[]
  readonly total: number | null
  /** Where looking ended before the list did. */
  readonly stoppedAt: number | undefined
}

/** One more than is shown, to know whether there is more. */
async function lookFor(list: RecordList, { given, after, limit }: Sought, ask: AskPart): Promise<Found> {
  const { type } = list
  const found: { first: number; record: object }[] = []
  let total: number | null = null
  for (let looked = 0, place = after; ; ) {
    const need = needOf(type, { given, after: place, limit })
    const { at, part } = await ask({ ...need, isCounted: looked === 0 && isCountable(given) })
    if (part.run === undefined) throw new Error(`no piece of the list of ${type}`)
    const { records, next } = part.run
    if (looked === 0) total = part.run.total
    for (const { id, first } of records)
      if (isMet(given, type, id, at)) found.push({ first, record: presentRecord(at, type, id) })
    looked += need.limit
    if (next === null || found.length > limit) return { found, total, stoppedAt: undefined }
    place = next.first
    if (looked >= MOST_LOOKED_AT) return { found, total, stoppedAt: place }
  }
}

function isMet(given: Given, type: RecordType, id: string, at: Standpoint): boolean {
  const body = at.state.records[type].get(id)?.body
  return body !== undefined && given.every(([{ holds }, value]) => holds(body, value, at))
}

const isCountable = (given: Given): boolean => given.every(([{ like }]) => like !== undefined)

function needOf(type: RecordType, { given, after, limit }: Sought): RunNeed & Need {
  const naming = given.flatMap(([filter, value]) =>
    keyNamed(filter, value).map((key) => ({ key, ...(filter.through && { through: filter.through }) })),
  )[0]
  return {
    kind: 'run',
    type,
    order: 'recorded',
    after: after === 0 ? null : { sort: '', first: after },
    limit: type === 'topic' ? TOPICS_AT_ONCE : limit + 1,
    ...(naming && { naming }),
    like: given.flatMap(([{ like }, value]) => (like === undefined ? [] : [like(value)])),
    reach: REACH[type] ?? 'names',
  }
}
