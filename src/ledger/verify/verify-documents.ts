/** Checks that every document the log names is kept with exactly its bytes, and that no other is. */
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { PIECE_SIZE, readPieces } from '../store/documents.ts'
import type { Report } from './problem.ts'

export interface DocumentCount {
  readonly documents: number
  readonly bytes: number
}

/** `named` leads from each hash in the log to the entry that names it. */
export async function verifyDocuments(
  database: Kysely<Tables>,
  named: ReadonlyMap<string, number>,
  report: Report,
): Promise<DocumentCount> {
  const rows = await database.selectFrom('documents').selectAll().orderBy('hash').execute()
  let bytes = 0
  for (const row of rows) bytes += await verifyDocument(database, row, named, report)
  const kept = new Set(rows.map(({ hash }) => hash))
  for (const [hash, sequence] of named)
    if (!kept.has(hash)) report(`document ${hash}`, `is missing; entry ${sequence} names it.`)
  const { rows: loose } = await sql<{ hash: string }>`
    SELECT hash FROM document_pieces EXCEPT SELECT hash FROM documents ORDER BY hash`.execute(database)
  for (const { hash } of loose.filter((each) => !named.has(each.hash)))
    report(`document ${hash}`, 'has pieces, and no entry of the log names it.')
  return { documents: rows.length, bytes }
}

async function verifyDocument(
  database: Kysely<Tables>,
  { hash, size }: Tables['documents'],
  named: ReadonlyMap<string, number>,
  report: Report,
): Promise<number> {
  if (!named.has(hash)) report(`document ${hash}`, 'is kept, and no entry of the log names it.')
  const digest = createHash('sha256')
  let [length, count] = [0, 0]
  for await (const piece of readPieces(database, hash)) {
    digest.update(piece)
    length += piece.length
    count++
  }
  const { pieces } = await database
    .selectFrom('document_pieces')
    .select(({ fn }) => fn.countAll<number>().as('pieces'))
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow()
  if (digest.digest('hex') !== hash)
    report(`document ${hash}`, 'was altered: its bytes do not have its hash.')
  else if (length !== size || pieces !== count || count !== Math.ceil(size / PIECE_SIZE))
    report(
      `document ${hash}`,
      `is kept in other pieces than it was: ${length} of ${size} bytes, ${pieces} pieces.`,
    )
  return length
}
