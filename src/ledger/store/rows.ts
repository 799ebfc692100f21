/** Rows into tables, many at once: one round trip a table and batch, whatever their number. */
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { WrittenEntry } from '../log/entry.ts'
import type { CheckpointRow } from './checkpoint.ts'
import type { RecordRow } from './project.ts'

export async function insertEntries(
  transaction: Transaction<Tables>,
  entries: readonly WrittenEntry[],
): Promise<void> {
  await sql`INSERT INTO entries (sequence, entry, hash) SELECT * FROM unnest(
    ${entries.map(({ sequence }) => sequence)}::bigint[],
    ${entries.map(({ text }) => text)}::text[],
    ${entries.map(({ hash }) => hash)}::text[])`.execute(transaction)
}

export async function insertCheckpoint(
  transaction: Transaction<Tables>,
  { size, root, frontier }: CheckpointRow,
): Promise<void> {
  await sql`INSERT INTO checkpoints (size, root, frontier) VALUES (${size}, ${root}, ${frontier}::text[])`.execute(
    transaction,
  )
}

/** Each record once at most. */
export async function upsertRecords(
  transaction: Transaction<Tables>,
  rows: readonly RecordRow[],
): Promise<void> {
  await sql`INSERT INTO records (type, id, sequence, recorded_at, body) SELECT * FROM unnest(
    ${rows.map(({ type }) => type)}::text[],
    ${rows.map(({ id }) => id)}::text[],
    ${rows.map(({ sequence }) => sequence)}::bigint[],
    ${rows.map(({ recorded_at }) => recorded_at)}::text[],
    ${rows.map(({ body }) => body)}::text[])
    ON CONFLICT (type, id) DO UPDATE
    SET sequence = excluded.sequence, recorded_at = excluded.recorded_at, body = excluded.body`.execute(
    transaction,
  )
}
