/** Reads back what an export noted. The bytes may be anything: any of them end in notes or in none. */
import { endianness } from 'node:os'
import { NOTHING_SAID, type Notes, type PageNote, SCHEMA, WIDTH, type WrittenHead } from './notes.ts'
import { isSameSaid, SAID_LENGTH, type Said } from './said.ts'
import { createTexts, Row, type Texts } from './texts.ts'

function readHead(bytes: Buffer): { readonly head: WrittenHead; readonly length: number } | null {
  const end = bytes.indexOf('\n')
  if (end === -1) return null
  try {
    const head = JSON.parse(bytes.toString('utf8', 0, end)) as WrittenHead // its schema is tested next
    return head.schema === SCHEMA ? { head, length: end + 1 } : null
  } catch {
    return null // another's file: it is only a saving of time
  }
}

/** Null where the bytes are not of this form: then the export begins anew. They may be anything: nobody looked at them yet. */
export function parseNotes(bytes: Buffer): Notes | null {
  const read = readHead(bytes)
  if (read === null) return null
  const { texts: long, ...head } = read.head
  const list = parseTexts(bytes.toString('utf8', read.length, read.length + long))
  const rest = Uint8Array.from(bytes.subarray(read.length + long))
  return list === null || rest.length % WIDTH !== 0 ? null : readRows(head, list, rest)
}

function parseTexts(json: string): string[] | null {
  try {
    const list: unknown = JSON.parse(json)
    return Array.isArray(list) ? (list as string[]) : null // a list of ours holds texts alone
  } catch {
    return null
  }
}

function readRows(
  { edition, size, checkpoint, pages: pageCount, parts: partCount }: Omit<WrittenHead, 'texts'>,
  list: readonly string[],
  rest: Uint8Array<ArrayBuffer>,
): Notes | null {
  const texts = createTexts(list)
  if (endianness() !== 'LE') Buffer.from(rest.buffer).swap32()
  const numbers = new Int32Array(rest.buffer)
  if (pageCount + partCount > numbers.length) return null
  const from = readFrom(numbers)
  const pages = new Map<string, PageNote>()
  for (let page = 0; page < pageCount; page += 1) {
    if (from.isAtEnd()) return null
    const note = new HeldNote(texts, numbers, from.place())
    pages.set(texts.textOf(note.targetNumber), note)
    from.skip(note.size)
  }
  const parts = new Map<number, Row>()
  for (let part = 0; part < partCount; part += 1) {
    if (from.isAtEnd()) return null
    const asked = from.take()
    parts.set(asked, from.takeRow())
  }
  return { edition, size, checkpoint, texts, pages, parts }
}

function readFrom(numbers: Int32Array) {
  let at = 0
  const take = (): number => {
    at += 1
    return numbers[at - 1] ?? 0
  }
  return {
    isAtEnd: () => at >= numbers.length,
    place: () => at,
    skip(count: number) {
      at += count
    },
    take,
    takeRow(): Row {
      const row = rowAt(numbers, at)
      at += row.length + 1
      return row
    },
  }
}

/** A row after its length, as far as the numbers go. */
const rowAt = (numbers: Int32Array, place: number): Row =>
  new Row(numbers, place + 1, lengthAt(numbers, place))

const lengthAt = (numbers: Int32Array, place: number): number =>
  Math.min(Math.max(numbers[place] ?? 0, 0), Math.max(numbers.length - place - 1, 0))

/** A note as it was written, read where somebody asks: most of a page's note is looked at once or never. */
class HeldNote implements PageNote {
  readonly file: string
  readonly targetNumber: number
  readonly fileNumber: number
  /** Numbers that it takes. */
  readonly size: number
  private readonly linksPlace: number
  private readonly idsPlace: number
  private readonly saidPlace: number

  constructor(
    texts: Texts,
    private readonly numbers: Int32Array,
    private readonly place: number,
  ) {
    this.targetNumber = numbers[place] ?? 0
    this.fileNumber = numbers[place + 1] ?? 0
    this.file = texts.textOf(this.fileNumber)
    this.linksPlace = this.after(this.readsPlace)
    this.idsPlace = this.after(this.linksPlace)
    this.saidPlace = this.after(this.idsPlace)
    this.size = this.saidPlace + SAID_LENGTH - place
  }

  get reads(): Row {
    return rowAt(this.numbers, this.readsPlace)
  }

  get links(): Row {
    return rowAt(this.numbers, this.linksPlace)
  }

  get ids(): Row {
    return rowAt(this.numbers, this.idsPlace)
  }

  get said(): Said | null {
    if (this.saidPlace + SAID_LENGTH > this.numbers.length) return null
    const said = NOTHING_SAID.map((_, at) => this.numbers[this.saidPlace + at] ?? 0)
    return isSameSaid(said, NOTHING_SAID) ? null : said
  }

  private get readsPlace(): number {
    return this.place + 2
  }

  private after(place: number): number {
    return place + 1 + lengthAt(this.numbers, place)
  }
}
