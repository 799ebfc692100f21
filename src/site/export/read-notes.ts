/** Reads back what an export noted. The bytes may be anything: any of them end in notes or in none. */
import { endianness } from 'node:os'
import { holdTexts } from './held-texts.ts'
import {
  NOTHING_SAID,
  type Notes,
  type PageNote,
  ROWS,
  SCHEMA,
  TARGET_AND_FILE,
  WIDTH,
  type WrittenHead,
} from './notes.ts'
import type { NotedPages } from './pages.ts'
import { isSameSaid, SAID_LENGTH, type Said } from './said.ts'
import { createTexts, Row, type Texts } from './texts.ts'

function readHead(bytes: Buffer): { readonly head: WrittenHead; readonly length: number } | null {
  const end = bytes.indexOf('\n')
  if (end === -1) return null
  try {
    const head = JSON.parse(bytes.toString('utf8', 0, end)) as WrittenHead // its schema is tested next
    return head.schema === SCHEMA && (end + 1) % WIDTH === 0 ? { head, length: end + 1 } : null
  } catch {
    return null // another's file: it is only a saving of time
  }
}

/** Null where the bytes are not of this form: then the export begins anew. They may be anything: nobody looked at them yet. */
export function parseNotes(bytes: Buffer): Notes | null {
  const read = readHead(bytes)
  if (read === null) return null
  const { rows, texts: count, ...head } = read.head
  const end = read.length + WIDTH * (rows + 2 * count)
  // Counts that are no counts come to no place.
  if (!(rows >= 0 && count >= 0 && end <= bytes.length)) return null
  const numbers = numbersOf(bytes.subarray(read.length, end))
  const letters = bytes.subarray(end)
  const ends = numbers.subarray(rows, rows + count)
  if ((ends.at(-1) ?? 0) !== letters.length) return null
  const texts = createTexts(holdTexts({ ends, hashes: numbers.subarray(rows + count), letters }))
  return readRows(head, texts, numbers.subarray(0, rows))
}

/** Where they lie, on most machines: a file that is read stands at the beginning of a buffer of its own. */
function numbersOf(bytes: Buffer): Int32Array {
  const isLittle = endianness() === 'LE'
  if (isLittle && bytes.byteOffset % WIDTH === 0)
    return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / WIDTH)
  const own = new Uint8Array(bytes)
  if (!isLittle) Buffer.from(own.buffer).swap32()
  return new Int32Array(own.buffer)
}

function readRows(
  { edition, size, checkpoint, pages: pageCount, parts: partCount }: Omit<WrittenHead, 'texts' | 'rows'>,
  texts: Texts,
  numbers: Int32Array,
): Notes | null {
  if (!(pageCount >= 0 && partCount >= 0 && pageCount + partCount <= numbers.length)) return null
  const places = new Int32Array(pageCount + 1)
  const byTarget = new Int32Array(texts.size).fill(-1)
  let at = 0
  for (let page = 0; page < pageCount; page += 1) {
    if (at >= numbers.length) return null
    const target = numbers[at] ?? -1
    if (target >= 0 && target < texts.size) byTarget[target] = page
    at = endOf(numbers, at)
    places[page + 1] = at
  }
  const pages: NotedPages = {
    size: pageCount,
    placeOf: (target) => byTarget[target] ?? -1,
    at: (place) => new HeldNote(texts, numbers, places[place] ?? 0),
    numbersAt: (place) => numbers.subarray(places[place], places[place + 1]),
  }
  const parts = new Map<number, Row>()
  for (let part = 0; part < partCount; part += 1) {
    if (at >= numbers.length) return null
    const row = rowAt(numbers, at + 1)
    parts.set(numbers[at] ?? 0, row)
    at += row.length + 2
  }
  return { edition, size, checkpoint, texts, pages, parts }
}

/** Where the note ends that begins at `place`: behind two numbers, three rows and what it said. */
function endOf(numbers: Int32Array, place: number): number {
  let at = place + TARGET_AND_FILE
  for (let row = 0; row < ROWS; row += 1) at += 1 + lengthAt(numbers, at)
  return at + SAID_LENGTH
}

/** A row after its length, as far as the numbers go. */
const rowAt = (numbers: Int32Array, place: number): Row =>
  new Row(numbers, place + 1, lengthAt(numbers, place))

const lengthAt = (numbers: Int32Array, place: number): number =>
  Math.min(Math.max(numbers[place] ?? 0, 0), Math.max(numbers.length - place - 1, 0))

/** A note as it was written, read where somebody asks. */
class HeldNote implements PageNote {
  constructor(
    private readonly texts: Texts,
    private readonly numbers: Int32Array,
    private readonly place: number,
  ) {}

  get targetNumber(): number {
    return this.numbers[this.place] ?? 0
  }

  get fileNumber(): number {
    return this.numbers[this.place + 1] ?? 0
  }

  get file(): string {
    return this.texts.textOf(this.fileNumber)
  }

  get reads(): Row {
    return rowAt(this.numbers, this.place + TARGET_AND_FILE)
  }

  get links(): Row {
    return rowAt(this.numbers, this.after(this.place + TARGET_AND_FILE))
  }

  get ids(): Row {
    return rowAt(this.numbers, this.after(this.after(this.place + TARGET_AND_FILE)))
  }

  get said(): Said | null {
    const end = endOf(this.numbers, this.place)
    if (end > this.numbers.length) return null
    const said = NOTHING_SAID.map((_, at) => this.numbers[end - SAID_LENGTH + at] ?? 0)
    return isSameSaid(said, NOTHING_SAID) ? null : said
  }

  private after(place: number): number {
    return place + 1 + lengthAt(this.numbers, place)
  }
}
