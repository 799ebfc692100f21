/** Checks that the projection is what the log makes of it, row by row. */
import type { Kysely } from 'kysely'
import type { TrackerEvent } from '../../tracker/index.ts'
import type { Tables } from '../database/tables.ts'
import { sha256 } from '../log/hash.ts'
import { projectEvent, type RecordRow, recordKey } from '../store/project.ts'
import type { Report } from './problem.ts'
import { oneBehind, readAhead } from './read-ahead.ts'
import { watchDerived } from './verify-derived.ts'

const PAGE = 1000

/** What a row should be, in few bytes, since all the rows of a large record would not fit in memory. */
interface ExpectedRow {
  readonly first: number
  readonly isThere: boolean
  readonly digest: string
}

/** By record. */
export type ExpectedRecords = Map<string, ExpectedRow>

/** Half a SHA-256, which no accident and no forger meets. */
const digestOf = (row: RecordRow): string => {
  const { type, id, sequence, recorded_at, body, first, day, sort, facet, ends, latest } = row
  const columns = [type, id, sequence, recorded_at, body, first, day, sort, facet, ends, latest]
  return Buffer.from(sha256(JSON.stringify(columns)), 'hex').toString('latin1', 0, 16)
}

/** Takes the next event of the log. */
export function expectRecord(expected: ExpectedRecords, event: TrackerEvent): void {
  const key = recordKey(event)
  const before = expected.get(key)
  const found = before && { first: before.first, body: before.isThere ? '' : null }
  // Of the row before, only its number and whether it is there decide the next.
  const row = projectEvent(event, found ? (found as RecordRow) : null)
  expected.set(key, { first: row.first, isThere: row.body !== null, digest: digestOf(row) })
}

/** How many rows there are. Takes what it finds out of `expected`. */
export async function verifyRecords(
  database: Kysely<Tables>,
  expected: ExpectedRecords,
  { report, onChecked }: { readonly report: Report; readonly onChecked: (records: number) => void },
): Promise<number> {
  let count = 0
  const derived = watchDerived(database, report)
  const checks = oneBehind()
  for await (const rows of readPages(database)) {
    count += rows.length
    for (const row of rows) verifyRecord(row, expected, report)
    await checks.start(() => derived.add(rows))
    onChecked(count)
  }
  await checks.end()
  for (const key of expected.keys())
    report(`record ${key}`, 'is missing in the projection. `holdfast rebuild` puts it back.')
  await derived.end()
  return count
}

function verifyRecord(row: RecordRow, expected: ExpectedRecords, report: Report): void {
  const key = recordKey(row)
  const wanted = expected.get(key)
  expected.delete(key)
  if (wanted === undefined) report(`record ${key}`, 'is in the projection, and the log does not know it.')
  else if (wanted.digest !== digestOf(row))
    report(
      `record ${key}`,
      'is in the projection otherwise than the log has it. `holdfast rebuild` puts it right.',
    )
}

export async function* readRecords(database: Kysely<Tables>): AsyncGenerator<RecordRow> {
  for await (const rows of readPages(database)) yield* rows
}

const readPages = (database: Kysely<Tables>): AsyncGenerator<readonly RecordRow[]> =>
  readAhead((last: RecordRow | undefined) => {
    const query = database.selectFrom('records').selectAll().orderBy('type').orderBy('id').limit(PAGE)
    if (last === undefined) return query.execute()
    const { type, id } = last
    return query
      .where(({ eb, refTuple, tuple }) => eb(refTuple('type', 'id'), '>', tuple(type, id)))
      .execute()
  })
