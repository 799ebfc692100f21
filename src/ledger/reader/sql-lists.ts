/** Pages of the lists of a large record, in the order that their index keeps. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { keyOf, type ListName, type ListNeed, type ListPage, type RecordType } from '../../tracker/index.ts'
import type { Tables } from '../database/tables.ts'
import { targetOf } from '../store/derive.ts'
import { countNaming } from './sql-graph.ts'

/** About as many as fit a page that stays light, each with a line or two. */
export const LIST_PAGE = 25

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
}

export async function readList(database: Kysely<Tables>, need: ListNeed): Promise<ListPage> {
  if (need.list === 'naming') return readNaming(database, need)
  const type = TYPES[need.list]
  const part = partOf(need)
  const counts = await countParts(database, type, part)
  const show = showOf(need, counts)
  const total = show === null ? sumOf(counts) : (counts[show] ?? 0)
  const order = need.list === 'commitments' ? sql`ends DESC, first` : sql`facet, sort, first`
  const { page, pages } = pageOf(need, total)
  const { rows } = await sql<Named>`
    SELECT type, id FROM records AS r WHERE type = ${type} AND body IS NOT NULL
      AND ${show === null ? sql`true` : sql`${part} = ${show}`}
    ORDER BY ${order} LIMIT ${LIST_PAGE} OFFSET ${(page - 1) * LIST_PAGE}`.execute(database)
  return { records: rows, total, page, pages, counts }
}

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

/** Pages before the first are the first; pages after the last, the last. */
function pageOf({ page }: ListNeed, total: number): { page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(total / LIST_PAGE))
  return { page: Math.min(Math.max(1, page), pages), pages }
}

/** Sources come by their year, the last one first; deadlines in the order of their days, unless a part is asked for. */
function showOf({ list, show }: ListNeed, counts: Readonly<Record<string, number>>): string | null {
  if (show !== null && Object.hasOwn(counts, show)) return show
  if (list !== 'sources') return null
  const years = Object.keys(counts).sort()
  return years.findLast((year) => year !== 'undated') ?? years[0] ?? null
}

/** Deadlines stand apart by the day on which they are counted; what else has parts has them in its rows. */
function partOf({ list, today }: ListNeed): RawBuilder<string> {
  if (list !== 'deadlines') return sql<string>`facet`
  return sql<string>`CASE WHEN facet <> 'open' THEN facet WHEN ends < ${today} THEN 'missed'
    WHEN sort < ${today} THEN 'overdue' ELSE 'ahead' END`
}

async function countParts(
  database: Kysely<Tables>,
  type: RecordType,
  part: RawBuilder<string>,
): Promise<Record<string, number>> {
  const { rows } = await sql<{ part: string; count: number }>`
    SELECT ${part} AS part, count(*) AS count FROM records WHERE type = ${type} AND body IS NOT NULL
    GROUP BY 1`.execute(database)
  return Object.fromEntries(rows.map(({ part: name, count }) => [name, count]))
}

/** What names one record, of one type: what matters most first. */
async function readNaming(database: Kysely<Tables>, need: ListNeed): Promise<ListPage> {
  const key = need.of === undefined ? '' : keyOf(need.of.type, need.of.id)
  const counts = await countNaming(database, key)
  const show = need.show !== null && Object.hasOwn(counts, need.show) ? need.show : (mostOf(counts) ?? '')
  const total = counts[show] ?? 0
  const { page, pages } = pageOf(need, total)
  const { rows } = await sql<Named>`
    SELECT r.type, r.id FROM links AS l JOIN records AS r ON r.first = l.first AND r.body IS NOT NULL
    WHERE l.target = ${targetOf(key)} AND l.type = ${show}
    ORDER BY l.rank DESC, l.first DESC LIMIT ${LIST_PAGE} OFFSET ${(page - 1) * LIST_PAGE}`.execute(database)
  return { records: rows, total, page, pages, counts }
}

const mostOf = (counts: Readonly<Record<string, number>>): string | undefined =>
  Object.entries(counts).sort(([, one], [, other]) => other - one)[0]?.[0]

/** As many records as hold the last `count` happenings: each holds one of them at least. */
export async function readLatest(database: Kysely<Tables>, count: number): Promise<Named[]> {
  const { rows } = await sql<Named>`
    SELECT type, id FROM records WHERE latest IS NOT NULL AND body IS NOT NULL
    ORDER BY latest DESC, first DESC LIMIT ${count}`.execute(database)
  return rows
}
