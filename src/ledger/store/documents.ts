/**
 * The bytes of documents, by their hash, in pieces: a piece is what has to fit in memory when a large one is read. They
 * stand in the same database as the events, so that an event and its evidence are kept together or not at all.
 */
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { type Hash, sha256 } from '../log/hash.ts'

export const PIECE_SIZE = 1 << 20

/** Keeping the same bytes again changes nothing. */
export async function keepDocument(database: Kysely<Tables>, bytes: Uint8Array): Promise<Hash> {
  const hash = sha256(bytes)
  if (!(await addDocument(database, hash, bytes.length))) return hash
  for (let position = 0; position * PIECE_SIZE < bytes.length; position++) {
    const start = position * PIECE_SIZE
    await addPiece(database, hash, position, bytes.subarray(start, start + PIECE_SIZE))
  }
  return hash
}

/** False when it is kept already: then its pieces are there too. */
export async function addDocument(database: Kysely<Tables>, hash: Hash, size: number): Promise<boolean> {
  const added = await database
    .insertInto('documents')
    .values({ hash, size })
    .onConflict((conflict) => conflict.doNothing())
    .returning('hash')
    .executeTakeFirst()
  return added !== undefined
}

export async function addPiece(
  database: Kysely<Tables>,
  hash: Hash,
  position: number,
  bytes: Uint8Array,
): Promise<void> {
  await database
    .insertInto('document_pieces')
    .values({ hash, position, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) })
    .execute()
}

/** The pieces in order. Whether they are what the hash says is for the caller to check. */
export async function* readPieces(database: Kysely<Tables>, hash: string): AsyncGenerator<Buffer> {
  for (let position = 0; ; position++) {
    const row = await database
      .selectFrom('document_pieces')
      .select('bytes')
      .where('hash', '=', hash)
      .where('position', '=', position)
      .executeTakeFirst()
    if (row === undefined) return
    yield row.bytes
  }
}
