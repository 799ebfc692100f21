/** Makes the projections anew from the log, a thousand events at a time. */
import { sql, type Transaction } from 'kysely'
import { AlteredError } from '../../model/index.ts'
import type { TrackerEvent } from '../../tracker/index.ts'
import type { Database } from '../database/connect.ts'
import type { Tables } from '../database/tables.ts'
import { walkLog } from '../verify/walk-log.ts'
import { APPEND_LOCK } from './append.ts'
import { PROJECTION_VERSION, projectEvents } from './project-events.ts'

export interface Rebuilt {
  readonly records: number
  /** Rows of the records that were otherwise before, missing or too many. */
  readonly changed: number
}

const BATCH = 1000

const PROJECTIONS = [
  'records',
  'links',
  'texts',
  'words',
  'stems',
  'grams',
  'corrections',
  'history',
  'moments',
] as const

/** Throws `record_altered` when the log itself is not as it was written: nothing is built on it. */
export function rebuildProjections(database: Database): Promise<Rebuilt> {
  return database.transaction().execute(async (transaction) => {
    await sql`SELECT pg_advisory_xact_lock(${APPEND_LOCK})`.execute(transaction)
    return rebuildWithin(transaction)
  })
}

/** Makes them anew where another program made them, or none yet. */
export async function renewProjections(database: Database): Promise<void> {
  const row = await database.selectFrom('projection').select('version').executeTakeFirst()
  if (row?.version === PROJECTION_VERSION) return
  await rebuildProjections(database)
}

/** The same within a transaction of the caller's, who keeps other writers out. */
export async function rebuildWithin(transaction: Transaction<Tables>): Promise<Rebuilt> {
  await sql`CREATE TEMPORARY TABLE earlier ON COMMIT DROP AS SELECT * FROM records`.execute(transaction)
  for (const table of PROJECTIONS) await transaction.deleteFrom(table).execute()
  let batch: TrackerEvent[] = []
  for await (const { sequence, entry } of walkLog(transaction, refuseAltered)) {
    if (entry === null) throw new Error(`entry ${sequence} cannot be read`)
    batch.push(entry.event)
    if (batch.length < BATCH) continue
    await projectEvents(transaction, batch)
    batch = []
  }
  if (batch.length > 0) await projectEvents(transaction, batch)
  await transaction.deleteFrom('projection').execute()
  await transaction.insertInto('projection').values({ version: PROJECTION_VERSION }).execute()
  return countChanged(transaction)
}

async function countChanged(transaction: Transaction<Tables>): Promise<Rebuilt> {
  const { rows } = await sql<Rebuilt>`
    SELECT (SELECT count(*) FROM records) AS records, count(*) AS changed
    FROM earlier FULL JOIN records USING (type, id)
    WHERE (earlier.sequence, earlier.recorded_at, earlier.body) IS DISTINCT FROM
      (records.sequence, records.recorded_at, records.body)`.execute(transaction)
  await sql`DROP TABLE earlier`.execute(transaction)
  return rows[0] ?? { records: 0, changed: 0 }
}

export function refuseAltered(record: string, message: string): never {
  throw new AlteredError(
    'record_altered',
    `The log is not as it was written: ${record} ${message} Run \`holdfast verify\`, and restore a backup made before.`,
  )
}
