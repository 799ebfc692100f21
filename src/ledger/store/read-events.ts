/** Reads what is kept: events in order, a record as it is, a document's bytes. */
import type { TrackerEvent } from '../../tracker/index.ts'
import type { Database } from '../database/connect.ts'
import { parseEntry } from '../log/entry.ts'
import { type Hash, sha256 } from '../log/hash.ts'
import { readPieces } from './documents.ts'
import type { RecordRow } from './project.ts'
import { refuseAltered } from './rebuild.ts'

const PAGE = 1000

/** Events after number `after`, oldest first; `most` of them. */
export async function* readEvents(
  database: Database,
  after: number,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<TrackerEvent> {
  for (let last = after; last - after < most; ) {
    const rows = await database
      .selectFrom('entries')
      .select(['sequence', 'entry'])
      .where('sequence', '>', last)
      .orderBy('sequence')
      .limit(Math.min(PAGE, most - (last - after)))
      .execute()
    for (const { entry } of rows) yield parseEntry(entry).event
    const end = rows.at(-1)
    if (end === undefined) return
    last = end.sequence
  }
}

/** The record as its last event left it; a withdrawn one has no body. */
export async function findRecord(
  database: Database,
  type: TrackerEvent['type'],
  id: string,
): Promise<RecordRow | undefined> {
  return database
    .selectFrom('records')
    .selectAll()
    .where('type', '=', type)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** What the tracker says of itself; null where that was never recorded. A record is of one tracker. */
export async function findTracker(database: Database): Promise<RecordRow | null> {
  const row = await database
    .selectFrom('records')
    .selectAll()
    .where('type', '=', 'tracker')
    .where('body', 'is not', null)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Null when none with this hash is kept. Throws `record_altered` when its bytes do not have the hash. */
export async function findDocument(database: Database, hash: Hash): Promise<Buffer | null> {
  const row = await database
    .selectFrom('documents')
    .select('size')
    .where('hash', '=', hash)
    .executeTakeFirst()
  if (row === undefined) return null
  const pieces: Buffer[] = []
  for await (const piece of readPieces(database, hash)) pieces.push(piece)
  const bytes = Buffer.concat(pieces)
  return sha256(bytes) === hash ? bytes : refuseAltered(`document ${hash}`, 'does not have its hash.')
}
