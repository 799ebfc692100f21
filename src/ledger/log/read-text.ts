/** The text of an entry taken apart: what it comes to by itself, whatever the log says of it. */
import { type Entry, parseEntry } from './entry.ts'
import type { Hash } from './hash.ts'
import { hashLeaf } from './merkle.ts'

export interface ReadText {
  readonly text: string
  /** Computed from the text. */
  readonly hash: Hash
  /** Null where the text is no entry, or none any more. */
  readonly entry: Entry | null
}

export const readText = (text: string): ReadText => ({ text, hash: hashLeaf(text), entry: readEntry(text) })

export function readEntry(text: string): Entry | null {
  try {
    const entry = parseEntry(text)
    return typeof entry?.event?.sequence === 'number' && Array.isArray(entry.documents) ? entry : null
  } catch {
    return null // altered, which its hash shows too
  }
}
