/** Pieces of long lists, each found by the place where the one before it ended. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../model/index.ts'
import {
  keyOf,
  type MomentPlace,
  type Moments,
  type MomentsNeed,
  type NamedNeed,
  type NewestNeed,
  type Reach,
  type RecordCounts,
  type RecordKey,
  type RecordType,
  type Run,
  type RunNeed,
  reach,
  reachNames,
  reachTwice,
  splitKey,
} from '../../tracker/index.ts'
import type { Tables } from '../database/tables.ts'
import { MOMENT_KINDS, targetOf } from '../store/derive.ts'
import { RECORD_COLUMNS, type ReadRecord, type SqlGraph } from './sql-graph.ts'

/** Types of which more than the day itself decides whether they were so: they are not counted for a day of the past. */
const NOT_BY_DAY: readonly RecordType[] = ['deadline', 'indicator', 'programme', 'conflict', 'government']

interface FoundPlace {
  readonly type: RecordType
  readonly id: string
  readonly sort: string
  readonly first: number
}

/** The piece as far as rows say; whether a record was so on a day is for the state that is made of it. */
export async function readRun(
  database: Kysely<Tables>,
  graph: SqlGraph,
  need: RunNeed,
  past: PlainDate | null,
): Promise<Run> {
  const { type, order, after, limit } = need
  const narrowed = await narrow(database, need, past)
  const isAfter =
    after === null
      ? sql`true`
      : order === 'recorded'
        ? sql`r.first > ${after.first}`
        : sql`(r.sort, r.first) > (${after.sort}, ${after.first})`
  const { rows } = await sql<FoundPlace>`SELECT r.type, r.id, r.sort, r.first FROM records AS r
    WHERE r.type = ${type} AND r.body IS NOT NULL AND ${narrowed} AND ${isAfter}
    ORDER BY ${order === 'recorded' ? sql`r.first` : sql`r.sort, r.first`} LIMIT ${limit + 1}`.execute(
    database,
  )
  const shown = rows.slice(0, limit)
  await reachOf(graph, new Set(shown.map(({ id }) => keyOf(type, id))), need.reach)
  const last = shown.at(-1)
  return {
    records: shown.map(({ id, first }) => ({ type, id, first })),
    next:
      rows.length > limit && last ? { sort: order === 'recorded' ? '' : last.sort, first: last.first } : null,
    total: need.isCounted ? await countRun(database, need, narrowed, past) : null,
  }
}

async function countRun(
  database: Kysely<Tables>,
  { type, like = [] }: RunNeed,
  narrowed: RawBuilder<unknown>,
  past: PlainDate | null,
): Promise<number | null> {
  if (past !== null && (NOT_BY_DAY.includes(type) || like.length > 0)) return null
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM records AS r
    WHERE r.type = ${type} AND r.body IS NOT NULL AND ${narrowed}`.execute(database)
  return rows[0]?.count ?? 0
}

async function narrow(
  database: Kysely<Tables>,
  { type, naming, like = [] }: RunNeed,
  past: PlainDate | null,
): Promise<RawBuilder<unknown>> {
  const tests: RawBuilder<unknown>[] = [sql`true`]
  if (past !== null) tests.push(sql`r.day <= ${past}`)
  // What a record held on a day may be otherwise than what it holds now.
  if (past === null) for (const each of like) tests.push(sql`r.body::jsonb @> ${JSON.stringify(each)}::jsonb`)
  if (naming !== undefined) {
    const targets = await targetsOfNaming(database, naming)
    tests.push(
      sql`r.first IN (SELECT first FROM links WHERE target = ANY(${targets}::bigint[]) AND type = ${type})`,
    )
  }
  return sql.join(tests, sql` AND `)
}

async function targetsOfNaming(
  database: Kysely<Tables>,
  { key, through }: NonNullable<RunNeed['naming']>,
): Promise<number[]> {
  if (through === undefined) return [targetOf(key)]
  const { rows } = await sql<{ type: RecordType; id: string }>`
    SELECT r.type, r.id FROM links AS l JOIN records AS r ON r.first = l.first AND r.body IS NOT NULL
    WHERE l.target = ${targetOf(key)} AND l.type = ANY(${through}::text[])`.execute(database)
  return rows.map(({ type, id }) => targetOf(keyOf(type, id)))
}

/** Loads the records and so much beside them. */
export async function reachOf(graph: SqlGraph, keys: ReadonlySet<RecordKey>, far: Reach): Promise<void> {
  if (far === 'all') await reach(graph, keys, false)
  await reachTwice(graph, keys)
  if (typeof far !== 'string') {
    // Which cell holds now is told by the others of the same help.
    const near = await graph.naming(new Set([...keys, ...supportsOf(graph, keys)]), far)
    // Whether a date or a scheme was known on a day is told by its promise and its sources.
    if (graph.asAt !== null) await reachNames(graph, near)
  }
}

function supportsOf(graph: SqlGraph, keys: ReadonlySet<RecordKey>): RecordKey[] {
  return [...keys].flatMap((key) => {
    const record = graph.records.get(key)
    return record && splitKey(key)[0] === 'coverage' && 'support' in record.body
      ? [keyOf('support', String(record.body.support))]
      : []
  })
}

export async function readNamed(graph: SqlGraph, { keys, reach: far = {} }: NamedNeed): Promise<void> {
  await reachTwice(graph, new Set(keys))
  for (const [type, reached] of Object.entries(far)) {
    const own = keys.filter((key) => splitKey(key)[0] === type)
    if (own.length > 0) await reachOf(graph, new Set(own), reached)
  }
}

interface MomentRow extends MomentPlace {}

export async function readMoments(
  database: Kysely<Tables>,
  graph: SqlGraph,
  { after, limit, naming }: MomentsNeed,
  past: PlainDate | null,
): Promise<Moments> {
  const isAfter =
    after === null
      ? sql`true`
      : sql`(m.begins, m.ends, m.kind, m.first, m.version) >
          (${after.begins}, ${after.ends}, ${after.kind}, ${after.first}, ${after.version})`
  const isSo = past === null ? sql`true` : sql`m.ends <= ${past}`
  const isOf =
    naming === undefined
      ? sql`true`
      : sql`m.first IN (SELECT first FROM links WHERE target = ${targetOf(naming)} AND type = ANY(${MOMENT_KINDS}::text[]))`
  const { rows } = await sql<MomentRow>`SELECT m.* FROM moments AS m WHERE ${isAfter} AND ${isSo} AND ${isOf}
    ORDER BY m.begins, m.ends, m.kind, m.first, m.version LIMIT ${limit + 1}`.execute(database)
  const shown = rows.slice(0, limit)
  const byFirst = await readByNumber(
    graph,
    shown.map(({ first }) => first),
  )
  return {
    moments: shown.flatMap(({ first, version }) => {
      const record = byFirst.get(first)
      return record ? [{ type: record.type, id: record.id, version }] : []
    }),
    next: rows.length > limit ? (shown.at(-1) ?? null) : null,
  }
}

async function readByNumber(graph: SqlGraph, firsts: readonly number[]): Promise<Map<number, ReadRecord>> {
  const records = await graph.read(sql`SELECT ${RECORD_COLUMNS} FROM records AS r
    WHERE r.first = ANY(${[...new Set(firsts)]}::bigint[]) AND r.body IS NOT NULL AND r.type <> 'tracker'`)
  await reachTwice(graph, new Set(records.map(({ type, id }) => keyOf(type, id))))
  return new Map(records.map((record) => [record.first, record]))
}

/** By when they were recorded and then by when they were so: each holds one of the newest happenings at least. */
export async function readNewest(
  graph: SqlGraph,
  { limit }: NewestNeed,
  past: PlainDate | null,
): Promise<void> {
  const isSo = past === null ? sql`true` : sql`r.day <= ${past}`
  const records = await graph.read(sql`SELECT ${RECORD_COLUMNS} FROM records AS r
    WHERE r.body IS NOT NULL AND r.type = ANY(${MOMENT_KINDS}::text[]) AND ${isSo}
    ORDER BY r.recorded_at DESC, r.ends DESC, r.first DESC LIMIT ${limit}`)
  await reachTwice(graph, new Set(records.map(({ type, id }) => keyOf(type, id))))
}

/** False where there are more than `most`, and then none is read. */
export async function readTypes(
  graph: SqlGraph,
  types: readonly RecordType[],
  most: number,
): Promise<boolean> {
  const records = await graph.read(sql`SELECT ${RECORD_COLUMNS} FROM records AS r
    WHERE r.type = ANY(${types}::text[]) AND r.body IS NOT NULL
      AND (SELECT count(*) FROM (SELECT FROM records AS c
        WHERE c.type = ANY(${types}::text[]) AND c.body IS NOT NULL LIMIT ${most + 1}) AS these) <= ${most}`)
  await reachTwice(graph, new Set(records.map(({ type, id }) => keyOf(type, id))))
  return records.length > 0 || !(await hasAny(graph, types))
}

async function hasAny(graph: SqlGraph, types: readonly RecordType[]): Promise<boolean> {
  const some = await graph.read(sql`SELECT ${RECORD_COLUMNS} FROM records AS r
    WHERE r.type = ANY(${types}::text[]) AND r.body IS NOT NULL LIMIT 1`)
  return some.length > 0
}

export async function readCounts(database: Kysely<Tables>): Promise<RecordCounts> {
  const { rows: types } = await sql<{ type: RecordType; count: number }>`
    SELECT type, count(*) AS count FROM records WHERE body IS NOT NULL AND type <> 'tracker' GROUP BY type`.execute(
    database,
  )
  const { rows: kinds } = await sql<{ kind: number; count: number }>`
    SELECT kind, count(*) AS count FROM moments GROUP BY kind`.execute(database)
  const said = MOMENT_KINDS.indexOf('commitment')
  return {
    types: Object.fromEntries(types.map(({ type, count }) => [type, count])),
    moments: kinds.reduce((sum, { count }) => sum + count, 0),
    statements: kinds.find(({ kind }) => kind === said)?.count ?? 0,
  }
}
