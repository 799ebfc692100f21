/** Adds to the log: events, their documents, the projections and the checkpoint, all in one transaction or none. */
import { sql, type Transaction } from 'kysely'
import { ConflictError } from '../../model/index.ts'
import type { TrackerEvent } from '../../tracker/index.ts'
import type { Database } from '../database/connect.ts'
import type { Tables } from '../database/tables.ts'
import { parseEntry, START, type WrittenEntry, writeEntry } from '../log/entry.ts'
import { type Hash, sha256 } from '../log/hash.ts'
import { addLeaves, frontierRoot } from '../log/merkle.ts'
import { type Change, checkChanges, editionConflict, type Stale } from './change.ts'
import { type Checkpoint, frontierOf, toRow } from './checkpoint.ts'
import { keepDocument } from './documents.ts'
import { recordKey } from './project.ts'
import { projectEvents, type RowsByRecord, readRows } from './project-events.ts'

export interface AppendOptions {
  /** Write only if the log has exactly this many entries: for a writer that looked at all of it. */
  readonly head?: number
  /** When it was recorded, where that is not now. Never before the last event: then it is the last event's time. */
  readonly recordedAt?: string
}

export interface Appended {
  readonly events: readonly TrackerEvent[]
  readonly checkpoint: Checkpoint
}

/** Writers take turns: a log has one end. */
export const APPEND_LOCK = 4_806_103

/** Throws `edition_conflict` when a change saw an older version. When this returns, the events are on the disk. */
export async function appendChanges(
  database: Database,
  changes: readonly Change[],
  options: AppendOptions & { readonly recordedAt: string },
): Promise<Appended> {
  checkChanges(changes)
  return database.transaction().execute(async (transaction) => {
    await sql`SELECT pg_advisory_xact_lock(${APPEND_LOCK})`.execute(transaction)
    const end = await readEnd(transaction)
    checkHead(end, options.head)
    if (changes.length === 0) return { events: [], checkpoint: end.checkpoint }
    const before = await checkSeen(transaction, changes)
    const written = writeEntries(changes, end, options.recordedAt)
    await keepDocuments(transaction, changes)
    const events = written.map(({ text }) => parseEntry(text).event)
    const frontier = addLeaves(
      end.frontier,
      written.map(({ hash }) => hash),
    )
    await projectEvents(transaction, events, {
      before,
      log: { entries: written, checkpoint: toRow(frontier) },
    })
    return { events, checkpoint: { size: frontier.size, root: frontierRoot(frontier) } }
  })
}

interface End {
  readonly checkpoint: Checkpoint
  readonly frontier: ReturnType<typeof frontierOf>
  readonly hash: Hash
  readonly recordedAt: string
}

/** The last checkpoint and the last entry; null where there are none. */
type LogEnd = {
  readonly [K in keyof (Tables['checkpoints'] & Tables['entries'])]:
    | (Tables['checkpoints'] & Tables['entries'])[K]
    | null
}

async function readEnd(transaction: Transaction<Tables>): Promise<End> {
  const { rows } = await sql<LogEnd>`/* end of the log */
    SELECT size, root, frontier, sequence, entry, hash FROM (VALUES (1)) AS one
    LEFT JOIN (SELECT * FROM checkpoints ORDER BY size DESC LIMIT 1) AS checkpoint ON true
    LEFT JOIN (SELECT * FROM entries ORDER BY sequence DESC LIMIT 1) AS entry ON true`.execute(transaction)
  const [found] = rows
  // The columns of each are there together or not at all.
  const row = found?.size == null ? undefined : (found as Tables['checkpoints'])
  const last = found?.sequence == null ? undefined : (found as Tables['entries'])
  if ((row?.size ?? 0) !== (last?.sequence ?? 0))
    throw new Error(`the last checkpoint is at ${row?.size ?? 0}, the last entry at ${last?.sequence ?? 0}`)
  const frontier = frontierOf(row)
  return {
    frontier,
    checkpoint: { size: frontier.size, root: frontierRoot(frontier) },
    hash: last === undefined ? START : (last.hash as Hash), // written by insertRows
    recordedAt: last === undefined ? '' : parseEntry(last.entry).event.recordedAt,
  }
}

function checkHead({ checkpoint }: End, head: number | undefined): void {
  if (head === undefined || head === checkpoint.size) return
  throw new ConflictError(
    'edition_conflict',
    `The record had ${head} events when you looked, and has ${checkpoint.size} now. Nothing was written. Look again, and repeat the change if it is still wanted.`,
    { details: { seen: head, last: checkpoint.size } },
  )
}

/** Gives the records as they are. */
async function checkSeen(
  transaction: Transaction<Tables>,
  changes: readonly Change[],
): Promise<RowsByRecord> {
  const known = await readRows(transaction, changes)
  const stale = changes.filter((change) => (known.get(recordKey(change))?.sequence ?? null) !== change.seen)
  if (stale.length > 0) throw editionConflict(await describeStale(transaction, stale, known))
  for (const change of changes) {
    const isThere = (known.get(recordKey(change))?.body ?? null) !== null
    if (isThere === (change.action === 'recorded'))
      throw new Error(
        `${recordKey(change)} cannot be ${change.action}: it is ${isThere ? 'there already' : 'not there'}`,
      )
  }
  return known
}

async function describeStale(
  transaction: Transaction<Tables>,
  changes: readonly Change[],
  known: ReadonlyMap<string, { readonly sequence: number }>,
): Promise<Stale[]> {
  const stale: Stale[] = []
  for (const change of changes) {
    const last = await readEvent(transaction, known.get(recordKey(change))?.sequence ?? null)
    if (last === null) throw new Error(`${recordKey(change)} was seen at ${change.seen}, and was never there`)
    const before = await readEvent(transaction, change.seen)
    stale.push({
      change,
      last,
      before: before !== null && recordKey(before) === recordKey(last) ? before : null,
    })
  }
  return stale
}

async function readEvent(
  transaction: Transaction<Tables>,
  sequence: number | null,
): Promise<TrackerEvent | null> {
  if (sequence === null) return null
  const row = await transaction
    .selectFrom('entries')
    .select('entry')
    .where('sequence', '=', sequence)
    .executeTakeFirst()
  return row === undefined ? null : parseEntry(row.entry).event
}

function writeEntries(changes: readonly Change[], end: End, recordedAt: string): WrittenEntry[] {
  const at = recordedAt < end.recordedAt ? end.recordedAt : recordedAt
  const written: WrittenEntry[] = []
  for (const { by, action, type, id, reason, body, documents = [] } of changes) {
    const sequence = end.checkpoint.size + written.length + 1
    written.push(
      writeEntry({
        event: { sequence, recordedAt: at, by, action, type, id, reason, body },
        documents: [...new Set(documents.map((bytes) => sha256(bytes)))],
        previous: written.at(-1)?.hash ?? end.hash,
      }),
    )
  }
  return written
}

async function keepDocuments(transaction: Transaction<Tables>, changes: readonly Change[]): Promise<void> {
  for (const { documents = [] } of changes)
    for (const bytes of documents) await keepDocument(transaction, bytes)
}
