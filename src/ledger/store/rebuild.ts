/** Makes the projections anew from the log. */
import { sql, type Transaction } from 'kysely'
import { AlteredError } from '../../model/index.ts'
import type { Database } from '../database/connect.ts'
import type { Tables } from '../database/tables.ts'
import { readRecords } from '../verify/verify-records.ts'
import { walkLog } from '../verify/walk-log.ts'
import { APPEND_LOCK } from './append.ts'
import { projectEvent, type RecordRow, recordKey } from './project.ts'
import { upsertRecords } from './rows.ts'

export interface Rebuilt {
  readonly records: number
  /** Rows that were otherwise before, missing or too many. */
  readonly changed: number
}

const BATCH = 1000

/** Throws `record_altered` when the log itself is not as it was written: nothing is built on it. */
export function rebuildProjections(database: Database): Promise<Rebuilt> {
  return database.transaction().execute(async (transaction) => {
    await sql`SELECT pg_advisory_xact_lock(${APPEND_LOCK})`.execute(transaction)
    return rebuildWithin(transaction)
  })
}

/** The same within a transaction of the caller's, who keeps other writers out. */
export async function rebuildWithin(transaction: Transaction<Tables>): Promise<Rebuilt> {
  const rows = await projectLog(transaction)
  const unseen = new Set(rows.keys())
  let changed = 0
  for await (const row of readRecords(transaction)) {
    const key = recordKey(row)
    if (!isSame(rows.get(key), row)) changed++
    unseen.delete(key)
  }
  await transaction.deleteFrom('records').execute()
  const all = [...rows.values()]
  for (let at = 0; at < all.length; at += BATCH) await upsertRecords(transaction, all.slice(at, at + BATCH))
  return { records: all.length, changed: changed + unseen.size }
}

async function projectLog(transaction: Transaction<Tables>): Promise<Map<string, RecordRow>> {
  const rows = new Map<string, RecordRow>()
  for await (const { sequence, entry } of walkLog(transaction, refuseAltered)) {
    if (entry === null) throw new Error(`entry ${sequence} cannot be read`)
    rows.set(recordKey(entry.event), projectEvent(entry.event))
  }
  return rows
}

export function refuseAltered(record: string, message: string): never {
  throw new AlteredError(
    'record_altered',
    `The log is not as it was written: ${record} ${message} Run \`holdfast verify\`, and restore a backup made before.`,
  )
}

function isSame(one: RecordRow | undefined, other: RecordRow): boolean {
  return one?.sequence === other.sequence && one.recorded_at === other.recorded_at && one.body === other.body
}
