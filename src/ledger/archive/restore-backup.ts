/** Brings a backup into an empty ledger: all of it, checked as `verify` would, or nothing. */
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { sql, type Transaction } from 'kysely'
import { UsageError } from '../../model/index.ts'
import type { Database } from '../database/connect.ts'
import type { Tables } from '../database/tables.ts'
import { parseEntry, type WrittenEntry } from '../log/entry.ts'
import { parseHash } from '../log/hash.ts'
import { addLeaves, EMPTY_FRONTIER, type Frontier, frontierRoot, hashLeaf } from '../log/merkle.ts'
import { APPEND_LOCK } from '../store/append.ts'
import { toRow } from '../store/checkpoint.ts'
import { addDocument, addPiece, PIECE_SIZE } from '../store/documents.ts'
import { rebuildWithin } from '../store/rebuild.ts'
import { insertCheckpoint, insertEntries } from '../store/rows.ts'
import { type Verification, verifyWithin } from '../verify/verify-ledger.ts'
import { CHECKPOINTS, documentName, ENTRIES } from './layout.ts'
import {
  type ArchiveFile,
  invalid,
  listArchive,
  readJson,
  readLines,
  readManifest,
  readParts,
} from './read-backup.ts'

const BATCH = 1000

/** Throws `record_not_empty`, and `backup_invalid` with what is wrong with the archive. */
export function restoreBackup(database: Database, handle: FileHandle): Promise<Verification> {
  return database.transaction().execute(async (transaction) => {
    await sql`SELECT pg_advisory_xact_lock(${APPEND_LOCK})`.execute(transaction)
    await refuseFull(transaction)
    const files = await listArchive(handle)
    const manifest = await readManifest(handle, files)
    const [, entries, checkpoints, ...documents] = files
    if (entries?.name !== ENTRIES || checkpoints?.name !== CHECKPOINTS)
      throw invalid(`its first files are not ${ENTRIES} and ${CHECKPOINTS}.`)
    if (documents.length !== manifest.documents)
      throw invalid(`it holds ${documents.length} documents of ${manifest.documents}.`)
    for (const document of documents) await restoreDocument(transaction, handle, document)
    const sizes = await readSizes(handle, checkpoints)
    await restoreLog(transaction, readLines(handle, entries), sizes)
    await rebuildWithin(transaction)
    const verification = await verifyWithin(transaction, { size: manifest.size, root: toHash(manifest.root) })
    const [problem] = verification.problems
    if (problem) throw invalid(`${problem.record} ${problem.message}`)
    if (verification.checkpoint.size !== manifest.size) throw invalid('it holds more events than it says.')
    return verification
  })
}

async function refuseFull(transaction: Transaction<Tables>): Promise<void> {
  const last = await transaction
    .selectFrom('entries')
    .select('sequence')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last === undefined) return
  throw new UsageError(
    'record_not_empty',
    `The record holds ${last.sequence} events already, and a backup is restored into an empty one. Set HOLDFAST_DATA to a new folder, or DATABASE_URL to an empty database.`,
  )
}

async function restoreDocument(
  transaction: Transaction<Tables>,
  handle: FileHandle,
  file: ArchiveFile,
): Promise<void> {
  const hash = parseHash(file.name.slice(documentName('').length))
  if (hash === null || file.name !== documentName(hash))
    throw invalid(`it holds ${file.name}, which does not belong in it.`)
  if (!(await addDocument(transaction, hash, file.size))) throw invalid(`it holds ${file.name} twice.`)
  const digest = createHash('sha256')
  let position = 0
  // Parts of an archive are as long as pieces of a document.
  for await (const part of readParts(handle, file)) {
    digest.update(part)
    await addPiece(transaction, hash, position++, part)
  }
  if (position !== Math.ceil(file.size / PIECE_SIZE) || digest.digest('hex') !== hash)
    throw invalid(`${file.name} was altered: its bytes do not have its hash.`)
}

/** Root by size, as the archive has them. */
async function readSizes(handle: FileHandle, file: ArchiveFile): Promise<Map<number, string>> {
  const sizes = new Map<number, string>()
  for await (const line of readLines(handle, file)) {
    const { size, root } = { size: null, root: null, ...readJson(line, CHECKPOINTS) }
    if (typeof size !== 'number' || typeof root !== 'string')
      throw invalid(`${CHECKPOINTS} holds a line that is none.`)
    sizes.set(size, root)
  }
  return sizes
}

/** The roots are computed anew and compared: what the archive says of itself is not believed. */
async function restoreLog(
  transaction: Transaction<Tables>,
  lines: AsyncIterable<string>,
  sizes: ReadonlyMap<number, string>,
): Promise<void> {
  let frontier: Frontier = EMPTY_FRONTIER
  let seen = 0
  let batch: WrittenEntry[] = []
  for await (const text of lines) {
    const entry = readEntry(text, frontier.size + 1)
    frontier = addLeaves(frontier, [entry.hash])
    batch.push(entry)
    const root = sizes.get(frontier.size)
    if (root !== undefined) {
      seen++
      if (root !== frontierRoot(frontier))
        throw invalid(`checkpoint ${frontier.size} does not fit the entries before it.`)
      await insertCheckpoint(transaction, toRow(frontier))
    }
    if (batch.length < BATCH) continue
    await insertEntries(transaction, batch)
    batch = []
  }
  if (batch.length > 0) await insertEntries(transaction, batch)
  if (seen !== sizes.size) throw invalid(`it has checkpoints beyond its last entry, ${frontier.size}.`)
  if (frontier.size > 0 && !sizes.has(frontier.size)) throw invalid('its last entry has no checkpoint.')
}

function readEntry(text: string, sequence: number): WrittenEntry {
  readJson(text, `entry ${sequence}`)
  const told = parseEntry(text).event?.sequence
  if (told !== sequence) throw invalid(`entry ${sequence} says of itself that it is entry ${told}.`)
  return { sequence, text, hash: hashLeaf(text) }
}

function toHash(text: string) {
  const hash = parseHash(text)
  if (hash === null) throw invalid('its root is not 64 hexadecimal digits.')
  return hash
}
