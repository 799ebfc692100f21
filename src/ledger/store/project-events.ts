/** Brings the projections up to new events, in the transaction that writes them; a rebuild does the same with all of them. */
import { sql, type Transaction } from 'kysely'
import { createStemmer, isCorrection, type TrackerEvent } from '../../tracker/index.ts'
import type { Tables } from '../database/tables.ts'
import { countChanges, type Derived, derive, gramsOf } from './derive.ts'
import { projectEvent, type RecordRow, recordKey } from './project.ts'
import { deleteDerived, insertRows, type NewRows } from './rows.ts'

/** Counted up when the same events give other rows: then they are made anew at the next start. */
export const PROJECTION_VERSION = 2

/** What the records that events are about are before them, by name. */
export type RowsByRecord = ReadonlyMap<string, RecordRow>

/** Events in their order, as many as fit in memory; written with what the log gains by them, where it does. */
export async function projectEvents(
  transaction: Transaction<Tables>,
  events: readonly TrackerEvent[],
  { before: known, log }: { readonly before?: RowsByRecord; readonly log?: NewRows['log'] } = {},
): Promise<void> {
  const before = known ?? (await readRows(transaction, events))
  const after = new Map<string, RecordRow>()
  for (const event of events) {
    const key = recordKey(event)
    after.set(key, projectEvent(event, after.get(key) ?? before.get(key) ?? null))
  }
  const stemOfWord = createStemmer()
  const gone = [...before.values()].map((row) => derive(row, stemOfWord))
  const there = [...after.values()].map((row) => derive(row, stemOfWord))
  await deleteDerived(transaction, gone)
  await insertRows(transaction, { events, records: [...after.values()], derived: there, log })
  await countWords(transaction, there, gone)
  const corrections = events.filter(isCorrection).map(({ sequence }) => sequence)
  if (corrections.length > 0)
    await sql`INSERT INTO corrections SELECT unnest(${corrections}::bigint[])`.execute(transaction)
}

export async function readRows(
  transaction: Transaction<Tables>,
  events: readonly { readonly type: string; readonly id: string }[],
): Promise<Map<string, RecordRow>> {
  const types = events.map(({ type }) => type)
  const ids = events.map(({ id }) => id)
  const { rows } = await sql<RecordRow>`/* records before */
    SELECT DISTINCT records.* FROM records
    JOIN unnest(${types}::text[], ${ids}::text[]) AS wanted (type, id) USING (type, id)`.execute(transaction)
  return new Map(rows.map((row) => [recordKey(row), row]))
}

async function countWords(
  transaction: Transaction<Tables>,
  there: readonly Derived[],
  gone: readonly Derived[],
): Promise<void> {
  const all = (which: readonly Derived[], what: 'words' | 'stems') => which.flatMap((each) => each[what])
  const words = countChanges(all(there, 'words'), all(gone, 'words'))
  const stems = countChanges(all(there, 'stems'), all(gone, 'stems'))
  if (stems.size > 0)
    await sql`/* count stems */ WITH counted AS (SELECT * FROM unnest(${[...stems.keys()]}::text[], ${[...stems.values()]}::bigint[]) AS c (stem, texts))
      INSERT INTO stems SELECT * FROM counted
      ON CONFLICT (stem) DO UPDATE SET texts = stems.texts + excluded.texts`.execute(transaction)
  if (words.size === 0) return
  const { rows } = await sql<{ word: string; isNew: boolean; uses: number }>`/* count words */
    INSERT INTO words SELECT * FROM unnest(${[...words.keys()]}::text[], ${[...words.values()]}::bigint[]) AS c (word, uses)
    ON CONFLICT (word) DO UPDATE SET uses = words.uses + excluded.uses
    RETURNING word, xmax = 0 AS "isNew", uses`.execute(transaction)
  await keepGrams(
    transaction,
    rows.filter(({ isNew }) => isNew).map(({ word }) => word),
  )
  if (gone.every((each) => each.words.length === 0)) return
  await forgetUnused(
    transaction,
    rows.filter(({ uses }) => uses === 0).map(({ word }) => word),
  )
  await sql`DELETE FROM stems WHERE stem = ANY(${[...stems.keys()]}::text[]) AND texts = 0`.execute(
    transaction,
  )
}

/** The pieces that these words fall into, one row each. */
export const gramRows = (words: readonly string[]) =>
  words.flatMap((word) => gramsOf(word).map((gram) => ({ gram, word })))

async function keepGrams(transaction: Transaction<Tables>, words: readonly string[]): Promise<void> {
  const rows = gramRows(words)
  if (rows.length === 0) return
  await sql`INSERT INTO grams SELECT * FROM unnest(
    ${rows.map(({ gram }) => gram)}::text[], ${rows.map(({ word }) => word)}::text[])`.execute(transaction)
}

async function forgetUnused(transaction: Transaction<Tables>, words: readonly string[]): Promise<void> {
  if (words.length === 0) return
  const rows = gramRows(words)
  await sql`DELETE FROM words WHERE word = ANY(${words}::text[])`.execute(transaction)
  await sql`DELETE FROM grams USING unnest(
    ${rows.map(({ gram }) => gram)}::text[], ${rows.map(({ word }) => word)}::text[]) AS gone (gram, word)
    WHERE grams.gram = gone.gram AND grams.word = gone.word`.execute(transaction)
}
