/** How much of a copy is what the log holds now: the database hashes its own rows, which is quicker than to tell them all. */
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { Hash } from '../log/hash.ts'
import type { CopiedEntries, LogCopy } from '../log/log-copy.ts'
import type { ReadText } from '../log/read-text.ts'
import { TILE_WIDTH } from '../log/tiles.ts'

/** Rows of the log that one file of entries holds, as the database has them. */
interface Run {
  /** From 0. */
  readonly file: number
  readonly size: number
  /** The number of the last. */
  readonly last: number
  /** Of the file that they make. */
  readonly digest: string
  /** One a line. */
  readonly hashes: string
  /** Whether each hash is that of its text, as a leaf of the tree. */
  readonly isSound: boolean
}

/** The texts at the beginning of the copy that are the log's, in runs, with the hashes that the log has for them. */
export async function findCopied(
  database: Kysely<Tables>,
  copied: Promise<LogCopy>,
): Promise<readonly (readonly ReadText[])[]> {
  // The copy is still being read while the database is asked.
  const [runs, copy] = await Promise.all([readRuns(database), copied])
  const found: ReadText[][] = []
  for (const [at, each] of copy.entries()) {
    const run = runs[at]
    if (run === undefined || !isSame(each, run, at)) break
    found.push(join(each, run))
  }
  return found
}

async function readRuns(database: Kysely<Tables>): Promise<readonly Run[]> {
  const { rows } = await sql<Run>`/* what the log comes to, by file of entries */
    SELECT (sequence - 1) / ${sql.lit(TILE_WIDTH)} AS file, count(*) AS size, max(sequence) AS last,
      encode(sha256(convert_to(string_agg(entry || E'\n', '' ORDER BY sequence), 'UTF8')), 'hex') AS digest,
      string_agg(hash, E'\n' ORDER BY sequence) AS hashes,
      bool_and(hash = encode(sha256(decode('00', 'hex') || convert_to(entry, 'UTF8')), 'hex')) AS "isSound"
    FROM entries GROUP BY 1 ORDER BY 1`.execute(database)
  return rows
}

function isSame({ lines, digest }: CopiedEntries, run: Run, at: number): boolean {
  // Numbers are different, so with the first and the last in place none is missing between them.
  const isWhole = run.file === at && run.size === lines.length && run.last === at * TILE_WIDTH + run.size
  return isWhole && run.isSound && run.digest === digest
}

/** Believed as they are: what was altered was found by the database, and is fetched and told. */
function join({ lines, entries }: CopiedEntries, run: Run): ReadText[] {
  const hashes = run.hashes.split('\n') as Hash[] // sound, so each is a hash
  return lines.map((text, at) => ({ text, hash: hashes[at] as Hash, entry: entries[at] ?? null }))
}
