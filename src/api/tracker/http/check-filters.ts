/** Whether what a table is narrowed by can be: an empty table would say that there is nothing, where a word was mistyped. */
import { DELIVERIES, REPLIES, STRENGTHS } from '../../../model/index.ts'
import { keyOf, RECORD_TYPES, type RecordKey } from '../../../tracker/index.ts'
import type { Standpoint } from '../standpoint.ts'
import type { KnownTable } from '../tables/registry.ts'
import type { FilterValues } from '../tables/table.ts'
import { testValue } from '../v1/list-records.ts'
import { type ListFilter, RECORD_LISTS } from '../v1/record-lists.ts'
import { HAPPENING_WORDS } from '../words.ts'

type Values = ListFilter<never>['values']

/** What can stand behind names that mean the same in every table. */
const BY_NAME: Readonly<Record<string, Values>> = {
  topic: { idOf: 'topic' },
  by: { idOf: 'organisation' },
  organisation: { idOf: 'organisation' },
  commitment: { idOf: 'commitment' },
  group: { idOf: 'group' },
  strength: STRENGTHS,
  delivery: DELIVERIES,
  reply: REPLIES,
  what: Object.keys(HAPPENING_WORDS),
  action: ['recorded', 'corrected', 'withdrawn'],
  type: ['tracker', ...RECORD_TYPES],
}

/** As the API's list of the same name knows them, or by the filter's own name; null where anything can stand there. */
function valuesOf({ name, path }: KnownTable, key: string): Values | null {
  const list = path.endsWith(`/${name}`) ? RECORD_LISTS.find((each) => each.name === name) : undefined
  const own = list?.filters[key]?.values
  return own ?? (Object.hasOwn(BY_NAME, key) ? (BY_NAME[key] ?? null) : null)
}

const closedFilters = (table: KnownTable, asked: FilterValues): [key: string, value: string, Values][] =>
  table.filters.flatMap((key) => {
    const value = asked[key]
    const values = value ? valuesOf(table, key) : null
    return value && values ? [[key, value, values] as [string, string, Values]] : []
  })

/** The records that the filters name: what has to be at hand to check them. */
export const recordsNamed = (table: KnownTable, asked: FilterValues): RecordKey[] =>
  closedFilters(table, asked).flatMap(([, value, values]) =>
    'idOf' in values ? [keyOf(values.idOf, value)] : [],
  )

/** Throws `parameter_invalid` for a word that cannot stand there, and for an id of nothing. */
export function checkFilters(table: KnownTable, asked: FilterValues, at: Standpoint): void {
  for (const [key, value, values] of closedFilters(table, asked)) testValue(key, value, values, at)
}
