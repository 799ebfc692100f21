/** Rows into tables, many at once: one round trip a table and batch, whatever their number. */
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { WrittenEntry } from '../log/entry.ts'
import type { CheckpointRow } from './checkpoint.ts'
import { type Derived, targetOf } from './derive.ts'
import type { RecordRow } from './project.ts'

const entriesInto = (entries: readonly WrittenEntry[]) => sql`
  INSERT INTO entries (sequence, entry, hash) SELECT * FROM unnest(
    ${entries.map(({ sequence }) => sequence)}::bigint[],
    ${entries.map(({ text }) => text)}::text[],
    ${entries.map(({ hash }) => hash)}::text[])`

/** Nothing where there is none. */
const checkpointInto = (checkpoint: CheckpointRow | undefined) => sql`
  INSERT INTO checkpoints (size, root, frontier)
    SELECT size, root, ${checkpoint?.frontier ?? []}::text[]
    FROM (VALUES (${checkpoint?.size ?? null}::bigint, ${checkpoint?.root ?? null}::text)) AS new (size, root)
    WHERE size IS NOT NULL`

export async function insertEntries(
  transaction: Transaction<Tables>,
  entries: readonly WrittenEntry[],
): Promise<void> {
  await entriesInto(entries).execute(transaction)
}

export async function insertCheckpoint(
  transaction: Transaction<Tables>,
  checkpoint: CheckpointRow,
): Promise<void> {
  await checkpointInto(checkpoint).execute(transaction)
}

export interface NewRows {
  readonly events: readonly { readonly type: string; readonly id: string; readonly sequence: number }[]
  /** Each record once at most. */
  readonly records: readonly RecordRow[]
  readonly derived: readonly Derived[]
  /** What the log itself gains; absent where the projections are made anew. */
  readonly log?: { readonly entries: readonly WrittenEntry[]; readonly checkpoint: CheckpointRow } | undefined
}

/** All in one statement, planned once: on a busy machine a write waits for each round trip. */
export async function insertRows(
  transaction: Transaction<Tables>,
  { events, records, derived, log }: NewRows,
): Promise<void> {
  const links = derived.flatMap((each) => each.links)
  const moments = derived.flatMap((each) => each.moments)
  const texts = derived.flatMap(({ text }) => text ?? [])
  await sql`/* keep rows */ WITH
    logged AS (${entriesInto(log?.entries ?? [])}),
    checked AS (${checkpointInto(log?.checkpoint)}),
    told AS (INSERT INTO history SELECT * FROM ${historyRows(events)}),
    linked AS (INSERT INTO links SELECT * FROM ${linkRows(links)}),
    dated AS (INSERT INTO moments SELECT * FROM ${momentRows(moments)}),
    found AS (INSERT INTO texts SELECT first, type, stems::tsvector FROM unnest(
      ${texts.map(({ first }) => first)}::bigint[],
      ${texts.map(({ type }) => type)}::text[],
      ${texts.map(({ stems }) => stems)}::text[]) AS new (first, type, stems))
    INSERT INTO records (type, id, sequence, recorded_at, body, first, day, sort, facet, ends, latest)
    SELECT * FROM unnest(
    ${records.map(({ type }) => type)}::text[],
    ${records.map(({ id }) => id)}::text[],
    ${records.map(({ sequence }) => sequence)}::bigint[],
    ${records.map(({ recorded_at }) => recorded_at)}::text[],
    ${records.map(({ body }) => body)}::text[],
    ${records.map(({ first }) => first)}::bigint[],
    ${records.map(({ day }) => day)}::text[],
    ${records.map(({ sort }) => sort)}::text[],
    ${records.map(({ facet }) => facet)}::text[],
    ${records.map(({ ends }) => ends)}::text[],
    ${records.map(({ latest }) => latest)}::text[])
    ON CONFLICT (type, id) DO UPDATE
    SET sequence = excluded.sequence, recorded_at = excluded.recorded_at, body = excluded.body,
      first = excluded.first, day = excluded.day, sort = excluded.sort, facet = excluded.facet,
      ends = excluded.ends, latest = excluded.latest`.execute(transaction)
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
export const historyRows = (
  events: readonly { readonly type: string; readonly id: string; readonly sequence: number }[],
) => sql`unnest(
  ${events.map(({ type, id }) => targetOf(`${type} ${id}`))}::bigint[],
  ${events.map(({ sequence }) => sequence)}::bigint[])`
