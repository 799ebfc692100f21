/**
 * The entries of a log as `entryFiles` writes them, read back from where somebody keeps them. Nothing here is believed: who
 * uses it asks the database for the hash of what it should hold (verify/find-copied.ts).
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Entry } from './entry.ts'
import { type Hash, sha256 } from './hash.ts'
import { readEntry } from './read-text.ts'
import { entryFileName } from './tiles.ts'

/** One file of entries: TILE_WIDTH of them, the last file fewer. */
export interface CopiedEntries {
  readonly lines: readonly string[]
  /** What each line comes to; null for one that is no entry. */
  readonly entries: readonly (Entry | null)[]
  /** SHA-256 of its bytes. */
  readonly digest: Hash
}

/** From the log's first entry on, without a gap between the files. */
export type LogCopy = readonly CopiedEntries[]

/** `folder` is the log's. What is not there or cannot be read ends the copy: the database has it. */
export async function readLogCopy(folder: string): Promise<LogCopy> {
  const files: CopiedEntries[] = []
  for (;;) {
    const bytes = readNow(join(folder, entryFileName(files.length)))
    if (bytes === null) return files
    files.push(takeApart(bytes))
    // The server is starting meanwhile, and is to be answered.
    await nextTurn()
  }
}

/** At once: such a file is read in less time than it takes to ask for it and be told. */
function readNow(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null // not there, or no file: the copy ends before it
  }
}

function takeApart(bytes: Buffer): CopiedEntries {
  const lines = bytes.toString('utf8').split('\n')
  lines.pop() // what stands after the end of the last line
  return { lines, entries: lines.map(readEntry), digest: sha256(bytes) }
}
