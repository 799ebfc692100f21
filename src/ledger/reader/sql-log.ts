/** Pages of the log, and the events of one record. */
import { type Kysely, sql } from 'kysely'
import type { PlainDate } from '../../model/index.ts'
import {
  keyOf,
  type LogAsked,
  type LogPage,
  placeInLog,
  type RecordType,
  type TrackerEvent,
} from '../../tracker/index.ts'
import type { Tables } from '../database/tables.ts'
import { parseEntry } from '../log/entry.ts'
import { targetOf } from '../store/derive.ts'

/** `size` events at most: what came after the head that the page tells of is on the next one. */
export async function readLogPage(database: Kysely<Tables>, asked: LogAsked, size: number): Promise<LogPage> {
  const { shown, by } = asked
  const total = by === null ? size : await countBy(database, by, size)
  const { count: corrections } = await database
    .selectFrom('corrections')
    .where('sequence', '<=', total)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const count = shown === 'all' ? total : corrections
  const { older, end, hasNext } = placeInLog(count, asked)
  const sequences =
    shown === 'all'
      ? Array.from({ length: end - older }, (_, at) => end - at)
      : await readCorrections(database, total, Math.max(0, count - end), end - older)
  const events = await readEntries(database, sequences)
  return { events, total, corrections, older, hasNext, retold: await readRetold(database, events, total) }
}

/** Events are recorded in the order of their moments, so the last one of a day is found in some twenty looks. */
async function countBy(database: Kysely<Tables>, day: PlainDate, size: number): Promise<number> {
  let [low, high] = [0, size]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const [event] = await readEntries(database, [middle])
    if (event === undefined) throw new Error(`entry ${middle} of ${size} is not there`)
    if (event.recordedAt.slice(0, 10) <= day) low = middle
    else high = middle - 1
  }
  return low
}

async function readCorrections(
  database: Kysely<Tables>,
  last: number,
  skipped: number,
  limit: number,
): Promise<number[]> {
  const { rows } = await sql<{ sequence: number }>`
    SELECT sequence FROM corrections WHERE sequence <= ${last}
    ORDER BY sequence DESC LIMIT ${limit} OFFSET ${skipped}`.execute(database)
  return rows.map(({ sequence }) => sequence)
}

/** Newest first. */
async function readEntries(database: Kysely<Tables>, sequences: readonly number[]): Promise<TrackerEvent[]> {
  const { rows } = await sql<{ entry: string }>`
    SELECT entry FROM entries WHERE sequence = ANY(${sequences}::bigint[]) ORDER BY sequence DESC`.execute(
    database,
  )
  return rows.map(({ entry }) => parseEntry(entry).event)
}

async function readRetold(
  database: Kysely<Tables>,
  events: readonly TrackerEvent[],
  last: number,
): Promise<Set<string>> {
  const keys = new Map(events.map(({ type, id }) => [targetOf(keyOf(type, id)), keyOf(type, id)]))
  const { rows } = await sql<{ target: number }>`
    SELECT target FROM history WHERE target = ANY(${[...keys.keys()]}::bigint[]) AND sequence <= ${last}
    GROUP BY target HAVING count(*) > 1`.execute(database)
  return new Set(rows.flatMap(({ target }) => keys.get(target) ?? []))
}

/** Oldest first. */
export async function readHistory(
  database: Kysely<Tables>,
  type: RecordType,
  id: string,
): Promise<TrackerEvent[]> {
  const { rows } = await sql<{ entry: string }>`
    SELECT e.entry FROM history AS h JOIN entries AS e USING (sequence)
    WHERE h.target = ${targetOf(keyOf(type, id))} ORDER BY sequence`.execute(database)
  return rows
    .map(({ entry }) => parseEntry(entry).event)
    .filter((event) => event.type === type && event.id === id)
}
