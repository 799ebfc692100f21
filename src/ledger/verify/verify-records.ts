/** Checks that the projection is what the log makes of it, row by row. */
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { parseEntry } from '../log/entry.ts'
import { type RecordRow, recordKey } from '../store/project.ts'
import type { ExpectedRecords } from './expected-records.ts'
import type { Report } from './problem.ts'
import { oneBehind, readAhead } from './read-ahead.ts'
import { watchDerived } from './verify-derived.ts'

const PAGE = 1000

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
    const same = rows.filter((row) => isAsExpected(row, expected, report))
    await checks.start(() => derived.add(same))
    onChecked(count)
  }
  await checks.end()
  for (const name of await namesOf(database, expected.rest()))
    report(`record ${name}`, 'is missing in the projection. `holdfast rebuild` puts it back.')
  await derived.end()
  return count
}

function isAsExpected(row: RecordRow, expected: ExpectedRecords, report: Report): boolean {
  const found = expected.take(row)
  if (found === 'unknown')
    report(`record ${recordKey(row)}`, 'is in the projection, and the log does not know it.')
  else if (found === 'other')
    report(
      `record ${recordKey(row)}`,
      'is in the projection otherwise than the log has it. `holdfast rebuild` puts it right.',
    )
  return found === 'same'
}

/** Which records these events of the log are about. */
async function namesOf(database: Kysely<Tables>, sequences: readonly number[]): Promise<string[]> {
  const names: string[] = []
  for (let at = 0; at < sequences.length; at += PAGE) {
    const { rows } = await sql<Pick<Tables['entries'], 'entry'>>`
      SELECT entry FROM entries WHERE sequence = ANY(${sequences.slice(at, at + PAGE)}::bigint[])
      ORDER BY sequence`.execute(database)
    names.push(...rows.map(({ entry }) => recordKey(parseEntry(entry).event)))
  }
  return names
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
