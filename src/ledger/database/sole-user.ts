/**
 * One process for one data folder: a lock that the database keeps for as long as the connection that asked lives. A
 * process that dies loses it at that moment, however it dies.
 */
import type { ClientBase } from 'pg'
import { MachineError } from '../../model/index.ts'

const SOLE_USER_LOCK = 4_806_102
/** A process that was killed is noticed when its socket closes, which can take PostgreSQL a moment. */
const TRIES = 10
const PAUSE_SECONDS = 0.1

/** Throws `record_in_use` with the number of the other process. */
export async function becomeSoleUser(client: ClientBase, folder: string): Promise<void> {
  for (let tried = 0; tried < TRIES; tried++) {
    const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [
      SOLE_USER_LOCK,
    ])
    if (rows[0]?.locked) return
    await client.query('SELECT pg_sleep($1)', [PAUSE_SECONDS])
  }
  const holder = await findHolder(client)
  throw new MachineError(
    'record_in_use',
    `The data folder ${folder} is in use by ${holder ?? 'another process'}. End that, or set HOLDFAST_DATA to another folder; ` +
      'several processes can share a record in DATABASE_URL.',
  )
}

/** "process 4711": connections are named after the process that made them. */
async function findHolder(client: ClientBase): Promise<string | null> {
  const { rows } = await client.query<{ application_name: string }>(
    `SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND granted AND objid = $1`,
    [SOLE_USER_LOCK],
  )
  const number = /^holdfast (\d+)$/.exec(rows[0]?.application_name ?? '')?.[1]
  return number === undefined ? null : `process ${number}`
}
