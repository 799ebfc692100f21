/** The list of an export's files with the hash of each, in the form that `sha256sum -c` reads; and the seal on the list. */
import { hash } from 'node:crypto'
import { sortedLike } from './sorted-like.ts'

export const SUMS_FILE = 'SHA256SUMS'
/** Holds the hash of the list, so that a change of the list itself shows. */
export const SEAL_FILE = 'SHA256SUMS.sha256'

/** Hashes in hexadecimal, by file. */
export type Sums = ReadonlyMap<string, string>

export const hashOf = (bytes: string | Uint8Array): string => hash('sha256', bytes)

/** `before` are files in their order, most of them among these. */
export function writeSums(sums: Sums, before: ReadonlyMap<string, unknown> = new Map()): string {
  let text = ''
  for (const file of sortedLike(sums, before)) text += `${sums.get(file)}  ${file}\n`
  return text
}

/** `hash` is that of the list. */
export const writeSeal = (hash: string): string => `${hash}  ${SUMS_FILE}\n`

/** Null when a line is not as we write it, or names a place outside the folder. */
export function parseSums(text: string): Map<string, string> | null {
  const sums = new Map<string, string>()
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from)
    if (end === -1 || !hasDigest(text, from)) return null
    const file = text.slice(from + FILE_AT, end)
    if (LEADS_OUT.test(file)) return null
    sums.set(file, text.slice(from, from + DIGEST))
    from = end + 1
  }
  return sums
}

/** Sign by sign, without a text of its own for each of thousands of lines. */
function hasDigest(text: string, from: number): boolean {
  for (let at = from; at < from + DIGEST; at += 1) {
    const code = text.charCodeAt(at)
    if (!((code >= ZERO && code <= NINE) || (code >= SMALL_A && code <= SMALL_F))) return false
  }
  return text.startsWith('  ', from + DIGEST)
}

const [ZERO, NINE, SMALL_A, SMALL_F] = [0x30, 0x39, 0x61, 0x66]
const DIGEST = 64
const FILE_AT = 66

/** Files in the order of a list that we wrote. */
export function* filesIn(list: string): Generator<string> {
  for (let from = 0; from < list.length; ) {
    const end = list.indexOf('\n', from)
    yield list.slice(from + FILE_AT, end)
    from = end + 1
  }
}

/** A step that is empty, "." or "..", or a mark that some systems take for the end of a step. */
const LEADS_OUT = /^$|\\|\r|(?:^|\/)\.{0,2}(?:\/|$)/
