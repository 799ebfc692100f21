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
  for (const line of text.split('\n').slice(0, -1)) {
    const [, digest, file] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
    if (digest === undefined || file === undefined || !isInside(file)) return null
    sums.set(file, digest)
  }
  return sums
}

const isInside = (file: string): boolean =>
  !file.includes('\\') && file.split('/').every((name) => name !== '' && name !== '.' && name !== '..')
