/**
 * One record of a large tracker and all that belongs to it, in two questions to the database where each step of the way
 * would ask one of its own: what the way asks next is read ahead, and the way itself is the one that `reach` goes.
 */
import { type Kysely, sql } from 'kysely'
import {
  MOST_OF_EACH,
  MOST_WHOLE,
  RECORD_TYPES,
  type RecordKey,
  type RecordType,
  splitKey,
  WITH_PARTS,
} from '../../tracker/index.ts'
import type { Tables } from '../database/tables.ts'
import { targetOf } from '../store/derive.ts'
import { createSqlGraph, RECORD_COLUMNS, type Row, type SqlGraph, TARGET, THERE } from './sql-graph.ts'

export interface RecordAhead extends SqlGraph {
  /** How many records of each type name the record; null where all of them were read. */
  readonly counts: Readonly<Record<string, number>> | null
  /** Whether all that was read is of one moment: nothing was written between the questions. */
  isOfOneMoment(): boolean
}

/** A record, with what names it and what names those of its parts that have parts. */
interface AheadRow extends Row {
  readonly is_named: boolean
  readonly is_further: boolean
  readonly is_many: boolean
  /** Of the record itself, where more name it than are read. */
  readonly counts: Readonly<Record<string, number>> | null
}

/** Null where there is no such record. */
export async function readAhead(
  database: Kysely<Tables>,
  key: RecordKey,
  asAt: string | null,
): Promise<RecordAhead | null> {
  const graph = createSqlGraph(database, asAt)
  const rows = await readRows(database, key, asAt)
  if (rows.length === 0) return null
  graph.take(rows)
  const keysOf = (some: readonly AheadRow[]) => new Set(some.map(({ type, id }) => `${type} ${id}`))
  const named = rows.filter((row) => row.is_named)
  const isMany = rows.some((row) => row.is_many)
  const whole = new Set(
    [...keysOf(named)].filter((each) => each !== key && WITH_PARTS.has(splitKey(each)[0])),
  )
  const further = keysOf(rows.filter((row) => row.is_further))
  const isOwn = (keys: ReadonlySet<RecordKey>) => keys.size === 1 && keys.has(key)
  return {
    ...graph,
    counts: rows.find((row) => row.counts !== null)?.counts ?? null,
    isOfOneMoment: () => graph.moments.every((moment) => moment !== null && moment === graph.moments[0]),
    isNamedByMore: async (of, many) =>
      of === key && many === MOST_WHOLE ? isMany : graph.isNamedByMore(of, many),
    namingMost: async (of, most) =>
      of === key && most === MOST_OF_EACH && isMany ? keysOf(named) : graph.namingMost(of, most),
    async naming(keys, types) {
      if (types === null && isOwn(keys) && !isMany) return keysOf(named)
      if (types === null && keys.size > 0 && isSame(keys, whole)) return further
      return graph.naming(keys, types)
    },
    loadNaming: (wanted, found, types) => loadNaming(database, graph, { wanted, found, types }),
  }
}

const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((each) => other.has(each))

/**
 * The few rows wanted are looked up one after the other by their index. A statement that was planned without knowing how
 * few they are would read the whole table.
 */
const ONE_BY_ONE = sql`OFFSET 0`

async function readRows(
  database: Kysely<Tables>,
  key: RecordKey,
  asAt: string | null,
): Promise<readonly AheadRow[]> {
  const [type, id] = splitKey(key)
  const target = sql`${targetOf(key)}::bigint`
  const isSo = asAt === null ? sql`${asAt}::text IS NULL` : sql`r.day <= ${asAt}`
  const { rows } = await sql<AheadRow>`${sql.raw(`/* ahead${asAt === null ? '' : ' past'} */`)}
    WITH root AS MATERIALIZED (SELECT r.first FROM records AS r WHERE r.type = ${type} AND r.id = ${id} AND ${THERE}),
    many AS MATERIALIZED (SELECT count(*) > ${MOST_WHOLE} AS so FROM (
      SELECT FROM links WHERE target = ${target} LIMIT ${MOST_WHOLE + 1}) AS these),
    named AS MATERIALIZED (
      SELECT first FROM links WHERE target = ${target} AND NOT (SELECT so FROM many)
      UNION SELECT most.first FROM unnest(${RECORD_TYPES}::text[]) AS types (type) CROSS JOIN LATERAL (
        SELECT r.first FROM links AS l JOIN records AS r ON r.first = l.first AND ${THERE}
        WHERE l.target = ${target} AND l.type = types.type AND ${isSo}
        ORDER BY l.rank DESC, l.first DESC LIMIT ${MOST_OF_EACH}) AS most
      WHERE (SELECT so FROM many)),
    whole AS MATERIALIZED (SELECT ${TARGET} AS target FROM named CROSS JOIN LATERAL (
        SELECT * FROM records WHERE first = named.first AND body IS NOT NULL ${ONE_BY_ONE}) AS r
      WHERE r.type = ANY(${[...WITH_PARTS]}::text[]) AND ${THERE} AND r.first <> (SELECT first FROM root)),
    read AS MATERIALIZED (
      SELECT first, bool_or(place = 1) AS is_named, bool_or(place = 2) AS is_further FROM (
        SELECT first, 0 AS place FROM root
        UNION ALL SELECT first, 1 FROM named
        UNION ALL SELECT l.first, 2 FROM whole CROSS JOIN LATERAL (
          SELECT first FROM links WHERE target = whole.target ${ONE_BY_ONE}) AS l) AS placed GROUP BY first)
    SELECT ${RECORD_COLUMNS}, read.is_named, read.is_further, (SELECT so FROM many) AS is_many,
      CASE WHEN r.first = (SELECT first FROM root) AND (SELECT so FROM many) THEN (
        SELECT json_object_agg(type, count) FROM (
          SELECT type, count(*) AS count FROM links WHERE target = ${target} GROUP BY type) AS counted) END AS counts
    FROM read CROSS JOIN LATERAL (
      SELECT * FROM records WHERE first = read.first AND body IS NOT NULL ${ONE_BY_ONE}) AS r
    WHERE ${THERE} AND EXISTS (SELECT FROM root)`.execute(database)
  return rows
}

interface Wanted {
  readonly wanted: ReadonlySet<RecordKey>
  readonly found: ReadonlySet<RecordKey>
  readonly types: readonly RecordType[]
}

/** Records by their names, and what of some types names them or what was found before. */
async function loadNaming(database: Kysely<Tables>, graph: SqlGraph, { wanted, found, types }: Wanted) {
  const missing = [...wanted].filter((key) => !graph.records.has(key))
  const known = [...found, ...[...wanted].filter((key) => graph.records.has(key))]
  const { rows } = await sql<Row & { is_wanted: boolean; is_naming: boolean }>`/* reached */
    WITH wanted AS MATERIALIZED (SELECT r.first, w.target FROM unnest(
      ${missing.map((key) => splitKey(key)[0])}::text[], ${missing.map((key) => splitKey(key)[1])}::text[],
      ${missing.map(targetOf)}::bigint[]) AS w (type, id, target)
      CROSS JOIN LATERAL (SELECT * FROM records WHERE type = w.type AND id = w.id ${ONE_BY_ONE}) AS r WHERE ${THERE}),
    read AS MATERIALIZED (
      SELECT first, bool_or(place = 0) AS is_wanted, bool_or(place = 1) AS is_naming FROM (
        SELECT first, 0 AS place FROM wanted
        UNION ALL SELECT first, 1 FROM links
          WHERE target = ANY(${known.map(targetOf)}::bigint[]) AND type = ANY(${types}::text[])
        UNION ALL SELECT first, 1 FROM links
          WHERE target = ANY(${missing.map(targetOf)}::bigint[]) AND type = ANY(${types}::text[])
            AND target IN (SELECT target FROM wanted)) AS placed GROUP BY first)
    SELECT ${RECORD_COLUMNS}, read.is_wanted, read.is_naming FROM read
    CROSS JOIN LATERAL (SELECT * FROM records WHERE first = read.first AND body IS NOT NULL ${ONE_BY_ONE}) AS r
    WHERE ${THERE}`.execute(database)
  graph.take(rows)
  const naming = rows.filter((row) => row.is_naming).map(({ type, id }) => `${type} ${id}`)
  const bodies = [...wanted].flatMap((key) => {
    const record = graph.records.get(key)
    return record ? [[key, record.body] as const] : []
  })
  return { bodies: new Map(bodies), naming: new Set(naming) }
}
