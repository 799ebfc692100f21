/** The last checkpoint: how far the log goes now. */
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { type Checkpoint, EMPTY_CHECKPOINT } from './checkpoint.ts'

export async function readLastCheckpoint(database: Kysely<Tables>): Promise<Checkpoint> {
  const row = await database
    .selectFrom('checkpoints')
    .select(['size', 'root'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? EMPTY_CHECKPOINT : { size: row.size, root: row.root as Checkpoint['root'] } // written by us
}
