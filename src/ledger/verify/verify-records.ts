/** Checks that the projection is what the log makes of it, row by row. */
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { type Hash, sha256 } from '../log/hash.ts'
import { type RecordRow, recordKey } from '../store/project.ts'
import type { Report } from './problem.ts'

const PAGE = 1000

/** What the rows should be, by record: their hashes, since all the rows of a large record would not fit in memory. */
export type ExpectedRecords = Map<string, Hash>

export const hashRow = ({ type, id, sequence, recorded_at, body }: RecordRow): Hash =>
  sha256(JSON.stringify([type, id, sequence, recorded_at, body]))

/** How many rows there are. Takes what it finds out of `expected`. */
export async function verifyRecords(
  database: Kysely<Tables>,
  expected: ExpectedRecords,
  report: Report,
): Promise<number> {
  let count = 0
  for await (const row of readRecords(database)) {
    count++
    const key = recordKey(row)
    const hash = expected.get(key)
    if (hash === undefined) report(`record ${key}`, 'is in the projection, and the log does not know it.')
    else if (hash !== hashRow(row))
      report(
        `record ${key}`,
        'is in the projection otherwise than the log has it. `holdfast rebuild` puts it right.',
      )
    expected.delete(key)
  }
  for (const key of expected.keys())
    report(`record ${key}`, 'is missing in the projection. `holdfast rebuild` puts it back.')
  return count
}

export async function* readRecords(database: Kysely<Tables>): AsyncGenerator<RecordRow> {
  for (let last: RecordRow | undefined; ; ) {
    let query = database.selectFrom('records').selectAll().orderBy('type').orderBy('id').limit(PAGE)
    if (last !== undefined) {
      const { type, id } = last
      query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('type', 'id'), '>', tuple(type, id)))
    }
    const rows = await query.execute()
    yield* rows
    last = rows.at(-1)
    if (last === undefined) return
  }
}
