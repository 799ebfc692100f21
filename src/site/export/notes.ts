/**
 * What an export remembers for the next one: for each page what it was made from, where it leads and which places it
 * offers. Pages whose inputs have the same keys are not made again.
 */
import { endianness } from 'node:os'
import type { CopiedLink } from './copy.ts'
import { SAID_LENGTH, type Said } from './said.ts'
import { sortedLike } from './sorted-like.ts'
import { Row, type Texts } from './texts.ts'

/** Rows and numbers are of `Notes.texts`. */
export interface PageNote {
  readonly file: string
  readonly targetNumber: number
  readonly fileNumber: number
  /** What was read to make it, each with the key that changes when the answer would: asked, key, asked, key. */
  readonly reads: Row
  /** Links as `writeLink` puts them, each once and in order. */
  readonly links: Row
  readonly ids: Row
  /** Its own numbers; null for what is no page of the site. */
  readonly said: Said | null
}

/** The same note of a page that was made from other things. */
export const withReads = (note: PageNote, reads: Row): PageNote => {
  const { file, targetNumber, fileNumber, links, ids, said } = note
  return { file, targetNumber, fileNumber, reads, links, ids, said }
}

export type Read = readonly [asked: string, key: string]

export interface NotesHead {
  /** Changes when the program, the settings or the options do: then nothing is taken over. */
  readonly edition: string
  /** How many events there were, and "SIZE:ROOT" of the log that they are. */
  readonly size: number
  readonly checkpoint: string
}

export interface Notes extends NotesHead {
  readonly texts: Texts
  /** By target. */
  readonly pages: ReadonlyMap<string, PageNote>
  /** The records that each thing asked came to, by the number of what was asked. */
  readonly parts: ReadonlyMap<number, Row>
}

/** "/topics/x#asks"; "" for a link elsewhere. */
export const writeLink = ({ target, fragment }: CopiedLink): string =>
  `${target ?? ''}${fragment === '' ? '' : `#${fragment}`}`

/** The two halves of a written link. */
export function readLink(link: string): { readonly to: string; readonly fragment: string } {
  const mark = link.indexOf('#')
  return mark === -1
    ? { to: link, fragment: '' }
    : { to: link.slice(0, mark), fragment: link.slice(mark + 1) }
}

/** Its place in the export. */
export const NOTES_FILE = 'export-notes.bin'

export const SCHEMA = 'holdfast/export-notes@3'

export interface WrittenHead extends NotesHead {
  readonly schema: string
  /** Bytes of the list of texts that follows, spaces at its end included. */
  readonly texts: number
  readonly pages: number
  readonly parts: number
}

/** Stands for null. */
export const NOTHING_SAID: Said = new Array<number>(SAID_LENGTH).fill(0)

/** Numbers are four bytes each, so they begin at a place that four divides. */
export const WIDTH = 4

/**
 * A line of JSON that says what this is, the texts as a list in JSON, and rows of numbers, each after its length: of each
 * page its target and file, what it read, its links and places, and what it said; then what was asked and the records it came to. Texts
 * are numbered as they are met, so the same pages give the same bytes. `before` are targets in their order, most of them
 * among these.
 */
export function writeNotes(
  { edition, size, checkpoint, texts, pages, parts }: Notes,
  before: ReadonlyMap<string, unknown> = new Map(),
): Buffer {
  const out = createRows(texts)
  for (const target of sortedLike(pages, before)) {
    const note = pages.get(target) as PageNote // a key of the same map
    out.add(note.targetNumber)
    out.add(note.fileNumber)
    out.addRow(note.reads)
    out.addRow(note.links)
    out.addRow(note.ids)
    out.addNumbers(note.said ?? NOTHING_SAID)
  }
  const asked = [...parts.keys()].map((each) => [texts.textOf(each), each] as const)
  for (const [, each] of asked.sort(([one], [other]) => (one < other ? -1 : 1))) {
    out.add(each)
    out.addRow(parts.get(each) ?? Row.EMPTY)
  }
  const list = Buffer.from(`${JSON.stringify(out.texts())}\n`)
  const head = { schema: SCHEMA, edition, size, checkpoint }
  const counts = { pages: pages.size, parts: parts.size }
  const headOf = (bytes: number) => `${JSON.stringify({ ...head, texts: bytes, ...counts })}\n`
  // Spaces before the numbers, as many as bring them to their place; they can make the head itself longer.
  let spaces = 0
  while ((headOf(list.length + spaces).length + list.length + spaces) % WIDTH !== 0) spaces += 1
  return Buffer.concat([
    Buffer.from(headOf(list.length + spaces)),
    list,
    Buffer.alloc(spaces, ' '),
    bytesOf(out.numbers()),
  ])
}

/** Rows in one piece, their texts numbered anew in the order they are met. */
function createRows(texts: Texts) {
  let numbers = new Int32Array(texts.size).fill(-1)
  const met: string[] = []
  let room = new Int32Array(1 << 20)
  let filled = 0
  const renumber = (number: number): number => {
    // Targets and files of pages made just now get their numbers while they are written.
    if (number >= numbers.length) numbers = widen(numbers, number + 1, -1)
    const known = numbers[number] as number // within its length
    if (known !== -1) return known
    numbers[number] = met.length
    return met.push(texts.textOf(number)) - 1
  }
  const need = (more: number) => {
    if (filled + more > room.length) room = widen(room, filled + more, 0)
  }
  return {
    add(number: number) {
      need(1)
      room[filled] = renumber(number)
      filled += 1
    },
    addRow(row: Row) {
      need(row.length + 1)
      room[filled] = row.length
      filled += 1
      for (let at = 0; at < row.length; at += 1) room[filled + at] = renumber(row.at(at))
      filled += row.length
    },
    /** What is no number of a text: as they are, without their length. */
    addNumbers(numbers: readonly number[]) {
      need(numbers.length)
      for (const number of numbers) {
        room[filled] = number
        filled += 1
      }
    },
    texts: () => met,
    numbers: () => room.subarray(0, filled),
  }
}

/** Twice as much as is needed, so that it is seldom done. */
function widen(row: Int32Array, length: number, fill: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(2 * length).fill(fill)
  wider.set(row)
  return wider
}

/** The first byte of a number is its least, on every machine. */
function bytesOf(numbers: Int32Array<ArrayBuffer>): Buffer {
  const bytes = Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)
  return endianness() === 'LE' ? bytes : Buffer.from(bytes).swap32()
}
