/** The list of an export's files with the hash of each, in the form that `sha256sum -c` reads; and the seal on the list. */
import { hash } from 'node:crypto'

export const SUMS_FILE = 'SHA256SUMS'
/** Holds the hash of the list, so that a change of the list itself shows. */
export const SEAL_FILE = 'SHA256SUMS.sha256'

/** Hashes in hexadecimal, by file. */
export type Sums = ReadonlyMap<string, string>

export const hashOf = (bytes: string | Uint8Array): string => hash('sha256', bytes)

export function writeSums(sums: Sums): string {
  let text = ''
  for (const file of [...sums.keys()].sort()) text += `${sums.get(file)}  ${file}\n`
  return text
}

export const writeSeal = (sums: string): string => `${hashOf(sums)}  ${SUMS_FILE}\n`

/** Null when a line is not as we write it, or names a place outside the folder. */
export function parseSums(text: string): Map<string, string> | null {
  if (text !== '' && !text.endsWith('\n')) return null
  const sums = new Map<string, string>()
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from)
    const digest = text.slice(from, from + DIGEST)
    const file = text.slice(from + DIGEST + BETWEEN.length, end)
    const isOurs = HEXADECIMAL.test(digest) && text.startsWith(BETWEEN, from + DIGEST)
    if (!isOurs || file === '' || !isInside(file)) return null
    sums.set(file, digest)
    from = end + 1
  }
  return sums
}

/** Characters of a hash, and what stands between it and the file. */
const DIGEST = 64
const BETWEEN = '  '
const HEXADECIMAL = /^[0-9a-f]{64}$/

const isInside = (file: string): boolean => !/\\|(^|\/)\.{0,2}(\/|$)/.test(file)
