/** Writes the whole ledger into one archive, as it stood at one moment, while others may go on writing. */
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import type { Tables } from '../database/tables.ts'
import { canonicalJson } from '../log/canonical-json.ts'
import type { Checkpoint } from '../store/checkpoint.ts'
import { readPieces } from '../store/documents.ts'
import { readLastCheckpoint } from '../store/read-checkpoint.ts'
import { refuseAltered } from '../store/rebuild.ts'
import { walkLog } from '../verify/walk-log.ts'
import { CHECKPOINTS, documentName, ENTRIES, MANIFEST, SCHEMA } from './layout.ts'
import { END, padding, writeHeader } from './tar.ts'

/** Takes the archive's bytes in order. */
export type Sink = (bytes: Uint8Array) => Promise<void>

export interface BackedUp {
  readonly checkpoint: Checkpoint
  readonly documents: number
}

/** Throws `record_altered` when the log is not as it was written: a backup of that would hide it. */
export function writeBackup(database: Database, sink: Sink): Promise<BackedUp> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((transaction) => writeParts(transaction, sink))
}

async function writeParts(database: Kysely<Tables>, sink: Sink): Promise<BackedUp> {
  const checkpoint = await readLastCheckpoint(database)
  const documents = await database.selectFrom('documents').selectAll().orderBy('hash').execute()
  // By hash as text, whatever the database's own order of texts is.
  documents.sort((one, other) => (one.hash < other.hash ? -1 : 1))
  const manifest = { schema: SCHEMA, ...checkpoint, documents: documents.length }
  await writeText(sink, MANIFEST, `${canonicalJson(manifest)}\n`)
  await writeEntries(database, sink)
  await writeCheckpoints(database, sink)
  for (const { hash, size } of documents) {
    await sink(writeHeader({ name: documentName(hash), size }))
    await fill(sink, size, readPieces(database, hash), `document ${hash}`)
  }
  await sink(END)
  return { checkpoint, documents: documents.length }
}

async function writeEntries(database: Kysely<Tables>, sink: Sink): Promise<void> {
  const { rows } = await sql<{ size: number }>`
    SELECT coalesce(sum(octet_length(entry) + 1), 0)::bigint AS size FROM entries`.execute(database)
  const size = rows[0]?.size ?? 0
  await sink(writeHeader({ name: ENTRIES, size }))
  const lines = async function* () {
    for await (const { text } of walkLog(database, refuseAltered)) yield Buffer.from(`${text}\n`)
  }
  await fill(sink, size, lines(), 'the log')
}

async function writeCheckpoints(database: Kysely<Tables>, sink: Sink): Promise<void> {
  const rows = await database.selectFrom('checkpoints').select(['size', 'root']).orderBy('size').execute()
  await writeText(sink, CHECKPOINTS, rows.map((row) => `${canonicalJson(row)}\n`).join(''))
}

async function writeText(sink: Sink, name: string, text: string): Promise<void> {
  const bytes = Buffer.from(text)
  await sink(writeHeader({ name, size: bytes.length }))
  await sink(bytes)
  await sink(padding(bytes.length))
}

/** The bytes of one file, which must be as many as its header said. */
async function fill(sink: Sink, size: number, parts: AsyncIterable<Uint8Array>, what: string): Promise<void> {
  let written = 0
  for await (const part of parts) {
    written += part.length
    await sink(part)
  }
  if (written !== size) refuseAltered(what, `has ${written} bytes where ${size} were kept.`)
  await sink(padding(size))
}
