/** Rows into tables, many at once: one round trip a table and batch, whatever their number. */
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { WrittenEntry } from '../log/entry.ts'
import type { CheckpointRow } from './checkpoint.ts'
import { type Derived, targetOf } from './derive.ts'
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
  await sql`INSERT INTO records (type, id, sequence, recorded_at, body, first, day, sort, facet, ends, latest)
    SELECT * FROM unnest(
    ${rows.map(({ type }) => type)}::text[],
    ${rows.map(({ id }) => id)}::text[],
    ${rows.map(({ sequence }) => sequence)}::bigint[],
    ${rows.map(({ recorded_at }) => recorded_at)}::text[],
    ${rows.map(({ body }) => body)}::text[],
    ${rows.map(({ first }) => first)}::bigint[],
    ${rows.map(({ day }) => day)}::text[],
    ${rows.map(({ sort }) => sort)}::text[],
    ${rows.map(({ facet }) => facet)}::text[],
    ${rows.map(({ ends }) => ends)}::text[],
    ${rows.map(({ latest }) => latest)}::text[])
    ON CONFLICT (type, id) DO UPDATE
    SET sequence = excluded.sequence, recorded_at = excluded.recorded_at, body = excluded.body,
      first = excluded.first, day = excluded.day, sort = excluded.sort, facet = excluded.facet,
      ends = excluded.ends, latest = excluded.latest`.execute(transaction)
}

export async function insertDerived(
  transaction: Transaction<Tables>,
  derived: readonly Derived[],
): Promise<void> {
  const links = derived.flatMap((each) => each.links)
  if (links.length > 0) await sql`INSERT INTO links SELECT * FROM ${linkRows(links)}`.execute(transaction)
  const moments = derived.flatMap((each) => each.moments)
  if (moments.length > 0)
    await sql`INSERT INTO moments SELECT * FROM ${momentRows(moments)}`.execute(transaction)
  const texts = derived.flatMap(({ text }) => text ?? [])
  if (texts.length === 0) return
  await sql`INSERT INTO texts SELECT first, type, stems::tsvector FROM unnest(
    ${texts.map(({ first }) => first)}::bigint[],
    ${texts.map(({ type }) => type)}::text[],
    ${texts.map(({ stems }) => stems)}::text[]) AS new (first, type, stems)`.execute(transaction)
}

export async function deleteDerived(
  transaction: Transaction<Tables>,
  derived: readonly Derived[],
): Promise<void> {
  const links = derived.flatMap((each) => each.links)
  if (links.length > 0)
    await sql`DELETE FROM links USING ${linkRows(links)} AS gone (target, type, rank, first)
      WHERE links.target = gone.target AND links.type = gone.type AND links.rank = gone.rank
        AND links.first = gone.first`.execute(transaction)
  const moments = derived.flatMap((each) => each.moments)
  if (moments.length > 0)
    await sql`DELETE FROM moments USING ${momentRows(moments)} AS gone (begins, ends, kind, first, version)
      WHERE moments.begins = gone.begins AND moments.ends = gone.ends AND moments.kind = gone.kind
        AND moments.first = gone.first AND moments.version = gone.version`.execute(transaction)
  const texts = derived.flatMap(({ text }) => text?.first ?? [])
  if (texts.length > 0)
    await sql`DELETE FROM texts WHERE first = ANY(${texts}::bigint[])`.execute(transaction)
}

const linkRows = (links: readonly Tables['links'][]) => sql`unnest(
  ${links.map(({ target }) => target)}::bigint[],
  ${links.map(({ type }) => type)}::text[],
  ${links.map(({ rank }) => rank)}::text[],
  ${links.map(({ first }) => first)}::bigint[])`

export const momentRows = (moments: readonly Tables['moments'][]) => sql`unnest(
  ${moments.map(({ begins }) => begins)}::text[],
  ${moments.map(({ ends }) => ends)}::text[],
  ${moments.map(({ kind }) => kind)}::smallint[],
  ${moments.map(({ first }) => first)}::bigint[],
  ${moments.map(({ version }) => version)}::smallint[])`

/** Which record each event is about. */
export async function insertHistory(
  transaction: Transaction<Tables>,
  events: readonly { readonly type: string; readonly id: string; readonly sequence: number }[],
): Promise<void> {
  await sql`INSERT INTO history SELECT * FROM ${historyRows(events)}`.execute(transaction)
}

export const historyRows = (
  events: readonly { readonly type: string; readonly id: string; readonly sequence: number }[],
) => sql`unnest(
  ${events.map(({ type, id }) => targetOf(`${type} ${id}`))}::bigint[],
  ${events.map(({ sequence }) => sequence)}::bigint[])`
