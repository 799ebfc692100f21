/** The list of an export's files with the hash of each, in the form that `sha256sum -c` reads; and the seal on the list. */
import { hash } from 'node:crypto'
import { firstNotBefore } from './first-not-before.ts'

export const SUMS_FILE = 'SHA256SUMS'
/** Holds the hash of the list, so that a change of the list itself shows. */
export const SEAL_FILE = 'SHA256SUMS.sha256'

/** Hashes in hexadecimal, by file. */
export type Sums = ReadonlyMap<string, string>

export const hashOf = (bytes: string | Uint8Array): string => hash('sha256', bytes)

/** `hash` is that of the list. */
export const writeSeal = (hash: string): string => `${hash}  ${SUMS_FILE}\n`

/** A list that was read. Lines are counted from 0, and the files on them are in their order. */
export interface FileList {
  readonly files: readonly string[]
  hashAt(line: number): string
  /** -1 where the list has no such file. */
  lineOf(file: string): number
  /** The lines from one to before another. */
  linesFrom(line: number, end: number): string
}

/** Null when a line is not as we write it, or names a place outside the folder. */
export function parseSums(text: string): FileList | null {
  const files: string[] = []
  const starts: number[] = []
  let isInOrder = true
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from)
    if (end === -1 || !hasDigest(text, from)) return null
    const file = text.slice(from + FILE_AT, end)
    if (LEADS_OUT.test(file)) return null
    if (files.length > 0 && file <= (files.at(-1) ?? '')) isInOrder = false
    files.push(file)
    starts.push(from)
    from = end + 1
  }
  return isInOrder ? listOf(text, files, starts) : sortLines(text, files, starts)
}

function listOf(text: string, files: readonly string[], starts: readonly number[]): FileList {
  let lines: Map<string, number> | null = null
  const startOf = (line: number): number => starts[line] ?? text.length
  return {
    files,
    hashAt: (line) => text.slice(startOf(line), startOf(line) + DIGEST),
    lineOf(file) {
      lines ??= new Map(files.map((each, line) => [each, line]))
      return lines.get(file) ?? -1
    },
    linesFrom: (line, end) => text.slice(startOf(line), startOf(end)),
  }
}

/** Of a list that somebody put in another order; of two lines for one file the later one counts. */
function sortLines(text: string, files: readonly string[], starts: readonly number[]): FileList {
  const sums = new Map(files.map((file, line) => [file, text.substr(starts[line] ?? 0, DIGEST)]))
  const sorted = parseSums(writeSums(sums))
  if (sorted === null) throw new Error('lines that were read are not read again')
  return sorted
}

export const NO_FILES = listOf('', [], [])

export const writeSums = (sums: Sums): string =>
  [...sums.keys()]
    .sort()
    .map((file) => `${sums.get(file)}  ${file}\n`)
    .join('')

/** The lines of a list that stay (1 where one does), with those of other files in their places; of one that is in both, the other. */
export function mergeSums(list: FileList, stays: Uint8Array, others: Sums): string {
  let text = ''
  let line = 0
  const takeBefore = (end: number) => {
    while (line < end) {
      const from = stays.indexOf(1, line)
      if (from === -1 || from >= end) break
      const gap = stays.indexOf(0, from)
      line = gap === -1 || gap > end ? end : gap
      text += list.linesFrom(from, line)
    }
    line = end
  }
  for (const file of [...others.keys()].sort()) {
    const place = firstNotBefore(file, list.files.length, (at) => list.files[at] ?? '')
    takeBefore(place)
    text += `${others.get(file)}  ${file}\n`
    if (list.files[place] === file) line = place + 1
  }
  takeBefore(list.files.length)
  return text
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

/** A step that is empty, "." or "..", or a mark that some systems take for the end of a step. */
const LEADS_OUT = /^$|\\|\r|(?:^|\/)\.{0,2}(?:\/|$)/
