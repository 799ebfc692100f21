/**
 * One line of the log: an event, the documents kept with it, and the hash of the line before. Its own hash is that of a
 * Merkle leaf, so one hash a line serves the chain and the tree.
 */
import type { TrackerEvent } from '../../tracker/index.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Hash } from './hash.ts'
import { hashLeaf } from './merkle.ts'

export interface Entry {
  readonly event: TrackerEvent
  /** SHA-256 of the documents whose bytes were kept with the event, sorted. */
  readonly documents: readonly Hash[]
  /** Hash of the entry before; START before the first. */
  readonly previous: Hash
}

/** An entry as it is kept: the exact text that is hashed. */
export interface WrittenEntry {
  readonly sequence: number
  readonly text: string
  readonly hash: Hash
}

/** Stands before the first entry. */
export const START = '0'.repeat(64) as Hash // 64 hexadecimal digits

export function writeEntry(entry: Entry): WrittenEntry {
  const { event, documents, previous } = entry
  const text = canonicalJson({ documents: [...documents].sort(), event, previous })
  return { sequence: event.sequence, text, hash: hashLeaf(text) }
}

/** Throws a SyntaxError when the text is not JSON; what it holds was checked when it was written, and is covered by its hash. */
export function parseEntry(text: string): Entry {
  return JSON.parse(text) as Entry // written by writeEntry; whoever may have changed it checks the hash first
}
