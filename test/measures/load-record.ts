// Fills an empty data folder with a large record quickly: the same rows as one write after another would make, with their
// hashes and checkpoints, but in bulk, and with the indexes made when all is there. `verify` tells whether it came out right.
import { sql, type Transaction } from 'kysely'
import { connectOwner, connectWriters } from '../../src/ledger/database/connect.ts'
import { migrate } from '../../src/ledger/database/migrate.ts'
import type { Tables } from '../../src/ledger/database/tables.ts'
import type { Change } from '../../src/ledger/index.ts'
import { START, type WrittenEntry, writeEntry } from '../../src/ledger/log/entry.ts'
import { addLeaves, EMPTY_FRONTIER } from '../../src/ledger/log/merkle.ts'
import { startServer } from '../../src/ledger/server/start-server.ts'
import { checkChanges } from '../../src/ledger/store/change.ts'
import { toRow } from '../../src/ledger/store/checkpoint.ts'
import { type Derived, derive, gramsOf } from '../../src/ledger/store/derive.ts'
import { projectEvent, type RecordRow } from '../../src/ledger/store/project.ts'
import { PROJECTION_VERSION } from '../../src/ledger/store/project-events.ts'
import { insertRows } from '../../src/ledger/store/rows.ts'

interface Batch {
  readonly entries: readonly WrittenEntry[]
  readonly rows: readonly RecordRow[]
  readonly derived: readonly Derived[]
}

type Owner = Awaited<ReturnType<typeof connectOwner>>

/** Every change records something new. The folder is left with its PostgreSQL ended. */
export async function loadRecord(folder: string, batches: Iterable<readonly Change[]>): Promise<void> {
  const server = await startServer({ folder })
  const owner = await connectOwner(server.address)
  await migrate(owner)
  await owner.query("SET maintenance_work_mem = '1GB'; SET search_path = holdfast")
  const makeIndexes = await dropIndexes(owner)
  const database = connectWriters(server.address)
  const words = new Map<string, number>()
  const stems = new Map<string, number>()
  const write = createWriter()
  let writing: Promise<void> = Promise.resolve()
  for (const changes of batches) {
    const batch = write(changes)
    count(
      words,
      batch.derived.flatMap((each) => each.words),
    )
    count(
      stems,
      batch.derived.flatMap((each) => each.stems),
    )
    const frontier = write.frontier()
    await writing
    writing = database.transaction().execute(async (transaction) => {
      await sql`SET LOCAL synchronous_commit = off`.execute(transaction)
      await insertRows(transaction, {
        events: batch.rows,
        records: batch.rows,
        derived: batch.derived,
        log: { entries: batch.entries, checkpoint: toRow(frontier) },
      })
    })
    writing.catch(() => undefined) // told when it is waited for
  }
  await writing
  await database.transaction().execute((transaction) => insertWords(transaction, words, stems))
  await database.destroy()
  await makeIndexes()
  await owner.query('VACUUM ANALYZE')
  await owner.query('CHECKPOINT')
  await owner.end()
  await server.stop()
}

function createWriter() {
  let frontier = EMPTY_FRONTIER
  let previous = START
  const recordedAt = new Date().toISOString()
  const write = (changes: readonly Change[]): Batch => {
    checkChanges(changes)
    const events = changes.map(({ by, action, type, id, reason, body }, at) => {
      if (action !== 'recorded') throw new Error(`only new records are loaded, and ${type} ${id} is none`)
      return { sequence: frontier.size + at + 1, recordedAt, by, action, type, id, reason, body }
    })
    const entries = events.map((event) => {
      const entry = writeEntry({ event, documents: [], previous })
      previous = entry.hash
      return entry
    })
    frontier = addLeaves(
      frontier,
      entries.map(({ hash }) => hash),
    )
    const rows = events.map((event) => projectEvent(event, null))
    return { entries, rows, derived: rows.map((row) => derive(row)) }
  }
  return Object.assign(write, { frontier: () => frontier })
}

function count(counts: Map<string, number>, names: readonly string[]): void {
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
}

async function insertWords(
  transaction: Transaction<Tables>,
  words: ReadonlyMap<string, number>,
  stems: ReadonlyMap<string, number>,
): Promise<void> {
  const grams = [...words.keys()].flatMap((word) => gramsOf(word).map((gram) => ({ gram, word })))
  await sql`INSERT INTO words SELECT * FROM unnest(
    ${[...words.keys()]}::text[], ${[...words.values()]}::bigint[])`.execute(transaction)
  await sql`INSERT INTO stems SELECT * FROM unnest(
    ${[...stems.keys()]}::text[], ${[...stems.values()]}::bigint[])`.execute(transaction)
  await sql`INSERT INTO grams SELECT * FROM unnest(
    ${grams.map(({ gram }) => gram)}::text[], ${grams.map(({ word }) => word)}::text[])`.execute(transaction)
  await sql`DELETE FROM projection`.execute(transaction)
  await sql`INSERT INTO projection (version) VALUES (${PROJECTION_VERSION})`.execute(transaction)
}

/** Takes away what would be kept up to date row by row, and gives what makes it again. */
async function dropIndexes(owner: Owner): Promise<() => Promise<void>> {
  const { rows: indexes } = await owner.query<{ name: string; made: string }>(
    `SELECT indexname AS name, indexdef AS made FROM pg_indexes
     WHERE schemaname = 'holdfast' AND tablename IN ('records', 'links', 'texts') AND indexname NOT LIKE '%_pkey'`,
  )
  const { rows: keys } = await owner.query<{ made: string }>(
    "SELECT pg_get_constraintdef(oid) AS made FROM pg_constraint WHERE conname = 'links_pkey'",
  )
  for (const { name } of indexes) await owner.query(`DROP INDEX ${name}`)
  await owner.query('ALTER TABLE links DROP CONSTRAINT links_pkey')
  return async () => {
    for (const { made } of keys) await owner.query(`ALTER TABLE links ADD CONSTRAINT links_pkey ${made}`)
    for (const { made } of indexes) await owner.query(made)
  }
}
