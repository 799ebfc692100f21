/** Pages of the lists of a large record, in the order that their index keeps. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../model/index.ts'
import { keyOf, type ListName, type ListNeed, type ListPage, type RecordType } from '../../tracker/index.ts'
import type { Tables } from '../database/tables.ts'
import { MOMENT_KINDS, targetOf } from '../store/derive.ts'
import { countNaming } from './sql-graph.ts'

/** About as many as fit a page that stays light, each with a line or two. */
const LIST_PAGE = 25
/** A topic's ladder, drawn and told in its row of the table, is some 1,500 bytes. */
const LADDERS_PAGE = 14
const onPage = ({ list }: ListNeed): number => (list === 'promises' ? LADDERS_PAGE : LIST_PAGE)

type Named = ListPage['records'][number]

/** The type that each list is of. */
const TYPES: Readonly<Record<Exclude<ListName, 'naming'>, RecordType>> = {
  home: 'topic',
  topics: 'topic',
  recommendations: 'recommendation',
  commitments: 'commitment',
  organisations: 'organisation',
  sources: 'source',
  deadlines: 'deadline',
  programmes: 'programme',
  indicators: 'indicator',
  conflicts: 'conflict',
  supports: 'support',
  captures: 'capture',
  promises: 'topic',
}

/** As it stood on the day `past`, where that is given: by the days that records name, and without what became of dates since. */
export async function readList(
  database: Kysely<Tables>,
  need: ListNeed,
  past: PlainDate | null,
): Promise<ListPage> {
  if (need.list === 'naming') return readNaming(database, need, past)
  const type = TYPES[need.list]
  const part = partOf(need, past)
  const isSo = past === null ? sql`true` : sql`day <= ${past}`
  const counts = await countParts(database, type, part, isSo)
  const show = showOf(need, counts)
  const total = show === null ? sumOf(counts) : (counts[show] ?? 0)
  const { page, pages } = pageOf(need, total)
  const { rows } = await sql<Named>`
    SELECT type, id FROM records AS r WHERE type = ${type} AND body IS NOT NULL AND ${isSo}
      AND ${show === null ? sql`true` : sql`${part} = ${show}`}
    ORDER BY ${orderOf(need, past)} LIMIT ${onPage(need)} OFFSET ${(page - 1) * onPage(need)}`.execute(
    database,
  )
  return { records: rows, total, page, pages, counts }
}

/** A promise's last statement may be of a later day than the one asked for: then its first one decides. */
function orderOf({ list }: ListNeed, past: PlainDate | null): RawBuilder<unknown> {
  if (list !== 'commitments') return sql`facet, sort, first`
  return past === null ? sql`ends DESC, first` : sql`day DESC, first`
}

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

/** Pages before the first are the first; pages after the last, the last. */
function pageOf(need: ListNeed, total: number): { page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(total / onPage(need)))
  return { page: Math.min(Math.max(1, need.page), pages), pages }
}

/** Sources come by their year, the last one first; deadlines in the order of their days, unless a part is asked for. */
function showOf({ list, show }: ListNeed, counts: Readonly<Record<string, number>>): string | null {
  if (show !== null && Object.hasOwn(counts, show)) return show
  if (list !== 'sources') return null
  const years = Object.keys(counts).sort()
  return years.findLast((year) => year !== 'undated') ?? years[0] ?? null
}

/** Deadlines stand apart by the day on which they are counted; what else has parts has them in its rows. */
function partOf({ list, today }: ListNeed, past: PlainDate | null): RawBuilder<string> {
  // What became of a date is not kept by day, so on a day of the past dates stand in their order, undivided.
  if (list === 'deadlines' && past !== null) return sql<string>`''`
  if (list !== 'deadlines') return sql<string>`facet`
  return sql<string>`CASE WHEN facet <> 'open' THEN facet WHEN ends < ${today} THEN 'missed'
    WHEN sort < ${today} THEN 'overdue' ELSE 'ahead' END`
}

async function countParts(
  database: Kysely<Tables>,
  type: RecordType,
  part: RawBuilder<string>,
  isSo: RawBuilder<unknown>,
): Promise<Record<string, number>> {
  const { rows } = await sql<{ part: string; count: number }>`
    SELECT ${part} AS part, count(*) AS count FROM records
    WHERE type = ${type} AND body IS NOT NULL AND ${isSo} GROUP BY 1`.execute(database)
  return Object.fromEntries(rows.map(({ part: name, count }) => [name, count]))
}

/** What names one record, of one type: what matters most first. */
async function readNaming(
  database: Kysely<Tables>,
  need: ListNeed,
  past: PlainDate | null,
): Promise<ListPage> {
  const key = need.of === undefined ? '' : keyOf(need.of.type, need.of.id)
  const counts = await countNaming(database, key, past)
  const isSo = past === null ? sql`true` : sql`r.day <= ${past}`
  const show = need.show !== null && Object.hasOwn(counts, need.show) ? need.show : (mostOf(counts) ?? '')
  const total = counts[show] ?? 0
  const { page, pages } = pageOf(need, total)
  const { rows } = await sql<Named>`
    SELECT r.type, r.id FROM links AS l JOIN records AS r ON r.first = l.first AND r.body IS NOT NULL
    WHERE l.target = ${targetOf(key)} AND l.type = ${show} AND ${isSo}
    ORDER BY l.rank DESC, l.first DESC LIMIT ${onPage(need)} OFFSET ${(page - 1) * onPage(need)}`.execute(
    database,
  )
  return { records: rows, total, page, pages, counts }
}

const mostOf = (counts: Readonly<Record<string, number>>): string | undefined =>
  Object.entries(counts).sort(([, one], [, other]) => other - one)[0]?.[0]

/** The last `count` of what was promised, replied or done, as the first page tells of it. */
export async function readLatest(
  database: Kysely<Tables>,
  count: number,
  past: PlainDate | null,
): Promise<Named[]> {
  const kinds = LATEST.map((type) => MOMENT_KINDS.indexOf(type))
  const isSo = past === null ? sql`true` : sql`m.begins <= ${past} AND m.ends <= ${past}`
  const { rows } = await sql<Named>`
    SELECT r.type, r.id FROM moments AS m JOIN records AS r ON r.first = m.first AND r.body IS NOT NULL
    WHERE m.kind = ANY(${kinds}::smallint[]) AND ${isSo}
    ORDER BY m.begins DESC, m.ends DESC, m.kind DESC, m.first DESC, m.version DESC LIMIT ${count}`.execute(
    database,
  )
  return rows
}

const LATEST: readonly RecordType[] = ['commitment', 'decision', 'deliveryEvent']
