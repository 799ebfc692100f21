/** A page of a list of a record that is held whole: the filters, the cursor, the records. */
import { findRecord, type RecordType } from '../../../tracker/index.ts'
import { clip } from '../http/asked.ts'
import { Problem } from '../http/problem.ts'
import { keptParameters, type Standpoint } from '../standpoint.ts'
import { decodeCursor, encodeCursor, readLimit } from './paging.ts'
import { presentRecord } from './present-record.ts'
import type { ListFilter, RecordList } from './record-lists.ts'

export const listParameters = ({ filters }: RecordList): string[] => [
  ...Object.keys(filters),
  'limit',
  'cursor',
]

export type Asked = Readonly<Record<string, string>>

/**
 * Records in the order they were first recorded, each page after the last record of the one before it. Throws Problems
 * for a filter that names nothing, for a limit and for a cursor that cannot be.
 */
export function listRecordsOf(list: RecordList, asked: Asked, at: Standpoint) {
  const limit = readLimit(asked.limit)
  const after = decodeCursor(list.name, asked.cursor)
  const tests = Object.entries(list.filters)
    .filter(([key]) => asked[key] !== undefined && asked[key] !== '')
    .map(([key, filter]) => testOf(key, filter, asked[key] ?? '', at))
  const all = [...at.state.records[list.type].values()]
    .map(({ id, body, events }) => ({ id, body, first: events[0]?.sequence ?? 0 }))
    .filter(({ body }) => tests.every((holds) => holds(body)))
    .sort((one, other) => one.first - other.first)
  const rest = all.filter(({ first }) => first > after)
  const shown = rest.slice(0, limit)
  const last = shown.at(-1)
  return {
    records: shown.map(({ id }) => presentRecord(at, list.type, id)),
    total: all.length,
    today: at.today,
    asAt: at.asAt,
    next: rest.length > limit && last ? nextOf(list, asked, encodeCursor(list.name, last.first), at) : null,
  }
}

type Body = Parameters<ListFilter<RecordType>['holds']>[0]

/** Throws Problems for what cannot be met by any record. */
export function testOf(
  key: string,
  { values, holds }: ListFilter<RecordType>,
  value: string,
  at: Standpoint,
) {
  testValue(key, value, values, at)
  return (body: Body) => holds(body, value, at)
}

/** Throws `parameter_invalid` for a value that is none of `values`. */
export function testValue(
  key: string,
  value: string,
  values: ListFilter<RecordType>['values'],
  at: Standpoint,
): void {
  if ('idOf' in values) {
    if (findRecord(at.state, values.idOf, value) === undefined)
      throw new Problem(
        'parameter_invalid',
        `${key} is "${clip(value)}", and there is no ${values.idOf} of that id${at.asAt === null ? '' : ' on that day'}. /api/v1 names the list of them.`,
      )
  } else if (!values.includes(value))
    throw new Problem('parameter_invalid', `${key} is "${clip(value)}". Use one of: ${values.join(', ')}.`)
}

export function nextOf({ name }: RecordList, asked: Asked, cursor: string, at: Standpoint): string {
  const query = new URLSearchParams({ ...asked, cursor, ...keptParameters(at) })
  return `${at.base}/api/v1/${name}?${query}`
}
