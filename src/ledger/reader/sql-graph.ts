/** Records and who names whom, read from the projections as they stand at one moment. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import {
  RECORD_TYPES,
  type RecordGraph,
  type RecordKey,
  type RecordOf,
  type RecordType,
  splitKey,
  type TrackerEvent,
} from '../../tracker/index.ts'
import type { Tables } from '../database/tables.ts'
import { parseEntry } from '../log/entry.ts'
import { targetOf } from '../store/derive.ts'

export interface ReadRecord {
  readonly type: RecordType
  readonly id: string
  readonly first: number
  readonly recordedAt: string
  readonly body: RecordOf<RecordType>
  /** Of one that was corrected: its events since it was recorded, oldest first. Of others none are read. */
  readonly events: readonly TrackerEvent[]
}

/** RECORD_COLUMNS of a record that is there. */
export interface Row extends Pick<Tables['records'], 'type' | 'id' | 'first' | 'recorded_at' | 'body'> {
  /** Of one that was corrected: the entries since it was recorded, oldest first. */
  readonly entries: readonly string[] | null
  /** Size of the log at the moment of the query. */
  readonly moment: number
}

export interface SqlGraph extends RecordGraph {
  /** The day that the page is of; null for the record as it is. */
  readonly asAt: string | null
  /** Everything that was read so far. */
  readonly records: ReadonlyMap<RecordKey, ReadRecord>
  /** Reads rows of a query over `records`, aliased as it likes, selecting RECORD_COLUMNS. */
  read(query: RawBuilder<unknown>): Promise<ReadRecord[]>
  /** Takes what was read before. */
  add(records: readonly ReadRecord[]): void
  /** Takes the rows of a query that selects more than a graph does. */
  take(rows: readonly Row[]): ReadRecord[]
  /** Sizes of the log at the moments of its queries so far, one each; null stands for one that gave nothing to tell it. */
  readonly moments: readonly (number | null)[]
}

/** `targetOf` in the words of the database, of the record aliased `r`. */
export const TARGET = sql`('x' || substr(encode(sha256(convert_to(r.type || ' ' || r.id, 'UTF8')), 'hex'), 1, 13))::bit(52)::bigint`

/** Columns of the table aliased `r`. */
export const RECORD_COLUMNS = sql`r.type, r.id, r.first, r.recorded_at, r.body,
  CASE WHEN r.sequence <> r.first THEN (SELECT array_agg(e.entry ORDER BY e.sequence) FROM history AS h
    JOIN entries AS e USING (sequence) WHERE h.target = ${TARGET} AND h.sequence >= r.first) END AS entries,
  (SELECT max(size) FROM checkpoints) AS moment`

/** What was recorded; the tracker's own settings are no record. */
export const THERE = sql`r.body IS NOT NULL AND r.type <> 'tracker'`

export function createSqlGraph(database: Kysely<Tables>, asAt: string | null): SqlGraph {
  const records = new Map<RecordKey, ReadRecord>()
  const moments: (number | null)[] = []

  async function read(query: RawBuilder<unknown>): Promise<ReadRecord[]> {
    const { rows } = await (query as RawBuilder<Row>).execute(database) // it selects RECORD_COLUMNS
    return take(rows)
  }
  function take(rows: readonly Row[]): ReadRecord[] {
    moments.push(rows[0]?.moment ?? null)
    return rows.map(keep)
  }
  function keep({ type, id, first, recorded_at, body, entries }: Row): ReadRecord {
    const key = `${type} ${id}`
    const known = records.get(key)
    if (known) return known
    // Selected as there and as a record; its body was written by projectEvent.
    const record: ReadRecord = {
      type: type as RecordType,
      id,
      first,
      recordedAt: recorded_at,
      body: JSON.parse(body ?? 'null'),
      events: entries?.map((entry) => parseEntry(entry).event) ?? [],
    }
    records.set(key, record)
    return record
  }
  const keysOf = (read: readonly ReadRecord[]) => new Set(read.map(({ type, id }) => `${type} ${id}`))
  const isSo = asAt === null ? sql`true` : sql`r.day <= ${asAt}`

  return {
    asAt,
    records,
    moments,
    read,
    take,
    add(known) {
      for (const record of known) records.set(`${record.type} ${record.id}`, record)
    },
    async load(keys) {
      const missing = [...keys].filter((key) => !records.has(key)).map(splitKey)
      if (missing.length > 0)
        await read(sql`SELECT ${RECORD_COLUMNS} FROM unnest(
          ${missing.map(([type]) => type)}::text[], ${missing.map(([, id]) => id)}::text[]) AS wanted (type, id)
          JOIN records AS r ON r.type = wanted.type AND r.id = wanted.id WHERE ${THERE}`)
      return new Map(
        [...keys].flatMap((key) => {
          const record = records.get(key)
          return record ? [[key, record.body] as const] : []
        }),
      )
    },
    async naming(keys, types) {
      if (keys.size === 0) return new Set()
      const ofTypes = types === null ? sql`true` : sql`l.type = ANY(${types}::text[])`
      return keysOf(
        await read(sql`SELECT ${RECORD_COLUMNS} FROM records AS r JOIN (
          SELECT DISTINCT l.first FROM links AS l
          WHERE l.target = ANY(${[...keys].map(targetOf)}::bigint[]) AND ${ofTypes}) AS naming USING (first)
          WHERE ${THERE}`),
      )
    },
    async namingMost(key, most) {
      return keysOf(
        await read(sql`SELECT ${RECORD_COLUMNS} FROM unnest(${RECORD_TYPES}::text[]) AS types (type)
          CROSS JOIN LATERAL (
            SELECT r.* FROM links AS l JOIN records AS r ON r.first = l.first AND ${THERE}
            WHERE l.target = ${targetOf(key)} AND l.type = types.type AND ${isSo}
            ORDER BY l.rank DESC, l.first DESC LIMIT ${most}) AS r`),
      )
    },
    async isNamedByMore(key, many) {
      const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM (
        SELECT FROM links WHERE target = ${targetOf(key)} LIMIT ${many + 1}) AS these`.execute(database)
      return (rows[0]?.count ?? 0) > many
    },
  }
}

/** How many records of each type name this one. */
export async function countNaming(
  database: Kysely<Tables>,
  key: RecordKey,
  past: string | null = null,
): Promise<Record<string, number>> {
  const isSo =
    past === null
      ? sql`true`
      : sql`EXISTS (SELECT FROM records AS r WHERE r.first = l.first AND r.day <= ${past})`
  const { rows } = await sql<{ type: string; count: number }>`
    SELECT type, count(*) AS count FROM links AS l
    WHERE target = ${targetOf(key)} AND ${isSo} GROUP BY type`.execute(database)
  return Object.fromEntries(rows.map(({ type, count }) => [type, count]))
}
