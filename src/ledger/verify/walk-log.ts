/** Reads the log from its first entry to its last, recomputing every hash on the way. */
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { type Entry, START } from '../log/entry.ts'
import type { Hash } from '../log/hash.ts'
import type { LogCopy } from '../log/log-copy.ts'
import { type ReadText, readText } from '../log/read-text.ts'
import { findCopied } from './find-copied.ts'
import type { Report } from './problem.ts'
import { readAhead } from './read-ahead.ts'

export interface WalkedEntry {
  readonly sequence: number
  readonly text: string
  /** Computed from the text, not read. */
  readonly hash: Hash
  /** Null where the text is no entry any more. */
  readonly entry: Entry | null
}

/** Rows a query: enough that round trips do not count, few enough for memory. */
const PAGE = 1000

type Row = Tables['entries']

/**
 * Yields every row that is there; what is wrong with it is reported first. What the copy holds of the log word for word,
 * by the hash that the database makes of it, is not fetched.
 */
export async function* walkLog(
  database: Kysely<Tables>,
  report: Report,
  copied: Promise<LogCopy> | null = null,
): AsyncGenerator<WalkedEntry> {
  let before: Before = { sequence: 0, stored: START, computed: START }
  function walk(row: WalkedRow): WalkedEntry {
    const walked = walkRow(row, before, report)
    before = { sequence: row.sequence, stored: row.stored, computed: walked.hash }
    return walked
  }
  for (const texts of copied === null ? [] : await findCopied(database, copied))
    for (const read of texts) yield walk({ sequence: before.sequence + 1, stored: read.hash, read })
  for await (const rows of readPages(database, before.sequence))
    for (const { sequence, hash, entry } of rows)
      yield walk({ sequence, stored: hash, read: readText(entry) })
}

const readPages = (database: Kysely<Tables>, after: number): AsyncGenerator<readonly Row[]> =>
  readAhead((last: Row | undefined) => readPage(database, last?.sequence ?? after))

/** A page comes as one row, whose columns are taken apart here: a row an entry takes longer to be told than to be checked. */
async function readPage(database: Kysely<Tables>, after: number): Promise<readonly Row[]> {
  const page = database
    .selectFrom('entries')
    .selectAll()
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(PAGE)
  const { rows } = await sql<Joined>`/* page of the log */
    SELECT count(*) AS size, string_agg(sequence::text, E'\n' ORDER BY sequence) AS sequences,
      string_agg(hash, E'\n' ORDER BY sequence) AS hashes, string_agg(entry, E'\n' ORDER BY sequence) AS entries
    FROM (${page}) AS page`.execute(database)
  const [joined] = rows
  if (joined === undefined || joined.size === 0) return []
  return takeApart(joined) ?? page.execute()
}

interface Joined {
  readonly size: number
  readonly sequences: string | null
  readonly hashes: string | null
  readonly entries: string | null
}

/** Null where something altered holds the end of a line, which nothing that was written does. */
function takeApart({ size, sequences, hashes, entries }: Joined): Row[] | null {
  const [numbers, hashOf, textOf] = [sequences, hashes, entries].map((column) => column?.split('\n') ?? [])
  if (numbers?.length !== size || hashOf?.length !== size || textOf?.length !== size) return null
  return numbers.map((number, at) => ({
    sequence: Number(number),
    hash: hashOf[at] ?? '',
    entry: textOf[at] ?? '',
  }))
}

interface Before {
  readonly sequence: number
  readonly stored: string
  readonly computed: Hash
}

interface WalkedRow {
  readonly sequence: number
  /** The hash that the database has for it. */
  readonly stored: string
  readonly read: ReadText
}

function walkRow({ sequence, stored, read }: WalkedRow, before: Before, report: Report): WalkedEntry {
  const { text, hash, entry } = read
  if (sequence !== before.sequence + 1) {
    const missing = sequence - before.sequence - 1
    report(
      `entry ${before.sequence + 1}`,
      missing === 1 ? 'is missing.' : `and ${missing - 1} after it are missing.`,
    )
  }
  if (hash !== stored) report(`entry ${sequence}`, 'was altered: its text does not have its hash.')
  if (entry === null) {
    if (hash === stored) report(`entry ${sequence}`, 'cannot be read.')
    return { sequence, text, hash, entry }
  }
  if (entry.event.sequence !== sequence)
    report(`entry ${sequence}`, `says of itself that it is entry ${entry.event.sequence}.`)
  // What was reported of the entry before is not said again of this one.
  const isLinked = entry.previous === before.stored || entry.previous === before.computed
  if (!isLinked && sequence === before.sequence + 1)
    report(
      `entry ${sequence}`,
      sequence === 1
        ? 'was altered: it does not begin a log.'
        : `does not follow entry ${sequence - 1}: one of the two was rewritten.`,
    )
  return { sequence, text, hash, entry }
}
