/**
 * What an export remembers for the next one: for each page what it was made from, where it leads and which places it
 * offers. Pages whose inputs have the same keys are not made again.
 */
import { endianness } from 'node:os'
import type { CopiedLink } from './copy.ts'
import { NO_PAGES, type NotedPages, type Pages } from './pages.ts'
import { SAID_LENGTH, type Said } from './said.ts'
import { type Row, type Texts, widen } from './texts.ts'

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
  readonly pages: NotedPages
  /** The records that each thing asked came to, by the number of what was asked. */
  readonly parts: ReadonlyMap<number, Row>
}

/** What is to be noted. */
export interface ToNote extends NotesHead {
  readonly texts: Texts
  readonly pages: Pages
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

export const SCHEMA = 'holdfast/export-notes@4'

export interface WrittenHead extends NotesHead {
  readonly schema: string
  readonly pages: number
  readonly parts: number
  /** How many numbers the rows of pages and parts are. */
  readonly rows: number
  readonly texts: number
}

/** Stands for null. */
export const NOTHING_SAID: Said = new Array<number>(SAID_LENGTH).fill(0)

/** What a note begins with. */
export const TARGET_AND_FILE = 2
/** What a page read, its links and its places: each after its length. */
export const ROWS = 3

/** Numbers are four bytes each, so they begin at a place that four divides. */
export const WIDTH = 4

/**
 * A line of JSON that says what this is, and rows of numbers, each after its length: of each page its target and file, what
 * it read, its links and places, and what it said; then what was asked and the records it came to. Then where each text ends,
 * the hash of each, and the texts. They are numbered as they are met, so the same pages give the same bytes. `noted` are
 * the pages that others stay as.
 */
export function writeNotes(
  { edition, size, checkpoint, texts, pages, parts }: ToNote,
  noted: NotedPages = NO_PAGES,
): Buffer {
  const out = createRows(texts)
  for (const page of pages.inOrder()) {
    if (typeof page === 'number') out.addNoted(noted.numbersAt(page))
    else out.addNote(page)
  }
  const asked = [...parts].map(([each, records]) => ({ number: out.renumber(each), each, records }))
  for (const { each, records } of asked.sort((one, other) => one.number - other.number)) {
    out.add(each)
    out.addRow(records)
  }
  const rows = out.numbers()
  const { letters, ends, hashes } = texts.write(out.met())
  const head: WrittenHead = {
    schema: SCHEMA,
    edition,
    size,
    checkpoint,
    pages: pages.size,
    parts: parts.size,
    rows: rows.length,
    texts: ends.length,
  }
  return Buffer.concat([writeHead(head), ...[rows, ends, hashes].map((each) => bytesOf(each)), letters])
}

/** Its end is at a place that numbers may begin at: spaces bring it there. */
function writeHead(head: WrittenHead): Buffer {
  const text = JSON.stringify(head)
  const length = Math.ceil((Buffer.byteLength(text) + 1) / WIDTH) * WIDTH
  return Buffer.from(`${text}${' '.repeat(length - Buffer.byteLength(text) - 1)}\n`)
}

/** Rows in one piece, their texts numbered anew in the order they are met. */
function createRows(texts: Texts) {
  let numbers = new Int32Array(texts.size).fill(-1)
  let met = new Int32Array(texts.size)
  let metCount = 0
  let room = new Int32Array(1 << 21)
  let filled = 0
  function renumber(number: number): number {
    // Targets and files of pages made just now get their numbers while they are written.
    if (number >= numbers.length) numbers = widen(numbers, number + 1, -1)
    const known = numbers[number] as number // within its length
    if (known !== -1) return known
    if (metCount === met.length) met = widen(met, metCount + 1)
    numbers[number] = metCount
    met[metCount] = number
    metCount += 1
    return metCount - 1
  }
  const need = (more: number) => {
    if (filled + more > room.length) room = widen(room, filled + more)
  }
  function add(number: number): void {
    need(1)
    room[filled] = renumber(number)
    filled += 1
  }
  function addRow(row: Row): void {
    need(row.length + 1)
    room[filled] = row.length
    filled += 1
    for (let at = 0; at < row.length; at += 1) room[filled + at] = renumber(row.at(at))
    filled += row.length
  }
  return {
    renumber,
    add,
    addRow,
    addNote(note: PageNote) {
      add(note.targetNumber)
      add(note.fileNumber)
      addRow(note.reads)
      addRow(note.links)
      addRow(note.ids)
      need(SAID_LENGTH)
      room.set(note.said ?? NOTHING_SAID, filled)
      filled += SAID_LENGTH
    },
    /** The same of what was written so: two numbers, three rows, and what it said as it stands. */
    addNoted(written: Int32Array) {
      need(written.length)
      let at = 0
      const copy = (count: number) => {
        for (const end = at + count; at < end; at += 1) room[filled + at] = renumber(written[at] as number)
      }
      copy(TARGET_AND_FILE)
      for (let row = 0; row < ROWS; row += 1) {
        const length = written[at] as number
        room[filled + at] = length
        at += 1
        copy(length)
      }
      room.set(written.subarray(at), filled + at)
      filled += written.length
    },
    met: () => met.subarray(0, metCount),
    numbers: () => room.subarray(0, filled),
  }
}

/** The first byte of a number is its least, on every machine. */
function bytesOf(numbers: Int32Array): Buffer {
  const bytes = Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)
  return endianness() === 'LE' ? bytes : Buffer.from(bytes).swap32()
}
