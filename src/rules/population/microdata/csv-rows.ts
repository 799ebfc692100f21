/** CSV (RFC 4180, with or without carriage returns and quotes) from bytes, straight into columns of families. */
import type { Families } from '../families.ts'
import { ByteDictionary, readDecimal } from './byte-dictionary.ts'
import { COMES_AGAIN, FamilyRows, type RowProblem } from './family-rows.ts'
import { CellProblem, type ColumnPlan, type Field, NAMES_FAMILY } from './fields.ts'

const [QUOTE, COMMA, RETURN, NEWLINE] = [34, 44, 13, 10]

export interface ReadBlock {
  readonly families: Families
  readonly rows: number
  readonly problems: readonly RowProblem[]
}

/** A cell's bytes: a stretch of the block, or of a copy where quotes were doubled. */
interface Cell {
  bytes: Uint8Array
  from: number
  to: number
  /** Where the next cell or row begins. */
  next: number
  isLast: boolean
  isBroken: boolean
}

/** The family's name in the row before, and where each name of the block stands, by its hash. */
interface Names {
  last: Uint8Array
  from: number
  to: number
  readonly seen: Map<number, Pick<Cell, 'bytes' | 'from' | 'to'>>
}

/** Reads blocks of whole rows; what it learnt of a column serves the next block. */
export class CsvRows {
  private readonly plan: ColumnPlan
  private readonly fields: readonly Field[]
  private readonly on: number
  private readonly dictionaries: readonly ByteDictionary[]

  constructor(plan: ColumnPlan, fields: readonly Field[], on: number) {
    this.plan = plan
    this.fields = fields
    this.on = on
    this.dictionaries = fields.map(({ parse }) => new ByteDictionary(parse))
  }

  /** @param bytes whole rows and whole families. */
  read(bytes: Uint8Array): ReadBlock {
    const rows = new FamilyRows(this.fields, countLines(bytes), this.on)
    const cell: Cell = { bytes, from: 0, to: 0, next: 0, isLast: false, isBroken: false }
    const names: Names = { last: new Uint8Array(0), from: 0, to: 0, seen: new Map() }
    let at = 0
    let count = 0
    while (at < bytes.length && !rows.isFull) {
      if (bytes[at] === NEWLINE || (bytes[at] === RETURN && bytes[at + 1] === NEWLINE)) {
        at += bytes[at] === NEWLINE ? 1 : 2 // an empty line says nothing
        continue
      }
      at = this.readRow(bytes, at, cell, names, rows)
      count++
    }
    return { families: rows.finish(), rows: count, problems: rows.problems }
  }

  private readRow(bytes: Uint8Array, start: number, cell: Cell, names: Names, rows: FamilyRows): number {
    const { fields, names: columns } = this.plan
    this.nameFamily(bytes, start, cell, names, rows)
    let at = start
    let column = 0
    do {
      readCell(bytes, at, cell)
      at = cell.next
      const place = fields[column]
      if (cell.isBroken)
        rows.report(
          columns[column] ?? '',
          'A quote is opened and never closed, or the file ends in the middle of this row.',
        )
      else if (place !== undefined && place >= 0 && cell.to > cell.from) this.readField(place, cell, rows)
      column++
    } while (!cell.isLast && column < columns.length)
    if (!cell.isLast || column < columns.length) {
      rows.report(
        columns[Math.min(column, columns.length - 1)] ?? '',
        cell.isLast
          ? `The row ends after ${column} of ${columns.length} cells. The file may be cut off here.`
          : `The row has more than ${columns.length} cells. A comma inside a cell needs quotes round the cell.`,
      )
      at = endOfRow(bytes, at, cell)
    }
    rows.end()
    return at
  }

  /** The family's name is read first, wherever its column stands: what follows belongs to the family. */
  private nameFamily(bytes: Uint8Array, start: number, cell: Cell, names: Names, rows: FamilyRows): void {
    const column = this.plan.fields.indexOf(NAMES_FAMILY)
    let at = start
    for (let index = 0; index <= column; index++) {
      readCell(bytes, at, cell)
      at = cell.next
      if (cell.isLast && index < column) break
    }
    const isNew = !isSame(names.last, names.from, names.to, cell.bytes, cell.from, cell.to)
    rows.begin(isNew)
    if (isNew && wasSeen(names.seen, cell)) rows.report('household', COMES_AGAIN)
    if (cell.to === cell.from)
      rows.report('household', 'The family has no name. Give each family one, the same in all its rows.')
    names.last = cell.bytes
    names.from = cell.from
    names.to = cell.to
  }

  private readField(place: number, cell: Cell, rows: FamilyRows): void {
    const field = this.fields[place]
    if (!field) return
    const value = readValue(field, this.dictionaries[place] as ByteDictionary, cell) // one for each field
    if (value instanceof CellProblem) rows.report(field.name, value.message)
    else rows.set(place, value)
  }
}

function readValue(
  field: Field,
  dictionary: ByteDictionary,
  { bytes, from, to }: Cell,
): number | CellProblem {
  if (!field.accept) return dictionary.read(bytes, from, to)
  const number = readDecimal(bytes, from, to)
  return Number.isNaN(number) ? field.parse(decode(bytes, from, to)) : field.accept(number)
}

const decoder = new TextDecoder()
const decode = (bytes: Uint8Array, from: number, to: number): string =>
  decoder.decode(bytes.subarray(from, to))

function readCell(bytes: Uint8Array, start: number, cell: Cell): void {
  cell.isBroken = false
  if (bytes[start] === QUOTE) {
    readQuoted(bytes, start, cell)
    return
  }
  let at = start
  let code = bytes[at]
  while (code !== undefined && code !== COMMA && code !== NEWLINE) code = bytes[++at]
  cell.bytes = bytes
  cell.from = start
  cell.to = at
  cell.isLast = code !== COMMA
  cell.next = at + 1
  if (cell.isLast && at > start && bytes[at - 1] === RETURN) cell.to--
}

function readQuoted(bytes: Uint8Array, start: number, cell: Cell): void {
  let at = start + 1
  let hasDoubled = false
  for (;;) {
    at = bytes.indexOf(QUOTE, at)
    if (at < 0) {
      cell.isBroken = true
      cell.isLast = true
      cell.next = bytes.length
      return
    }
    if (bytes[at + 1] !== QUOTE) break
    hasDoubled = true
    at += 2
  }
  let end = at + 1
  if (bytes[end] === RETURN) end++
  const code = bytes[end]
  cell.isBroken = code !== undefined && code !== COMMA && code !== NEWLINE
  cell.isLast = code !== COMMA
  cell.next = end + 1
  if (hasDoubled) {
    const text = decode(bytes, start + 1, at).replaceAll('""', '"')
    cell.bytes = new TextEncoder().encode(text)
    cell.from = 0
    cell.to = cell.bytes.length
  } else {
    cell.bytes = bytes
    cell.from = start + 1
    cell.to = at
  }
}

/** Where the next row begins, after a row that is not as it should be. */
function endOfRow(bytes: Uint8Array, at: number, cell: Cell): number {
  if (cell.isLast) return at
  const next = bytes.indexOf(NEWLINE, at)
  return next < 0 ? bytes.length : next + 1
}

/** Whether a family of this name ended earlier in the block; of two names with one hash the first is kept. */
function wasSeen(seen: Names['seen'], { bytes, from, to }: Cell): boolean {
  const key = hashOf(bytes, from, to)
  const known = seen.get(key)
  if (known) return isSame(known.bytes, known.from, known.to, bytes, from, to)
  seen.set(key, { bytes, from, to })
  return false
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
  return hash
}

function countLines(bytes: Uint8Array): number {
  let count = 1
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++
  return count
}

function isSame(
  a: Uint8Array,
  aFrom: number,
  aTo: number,
  b: Uint8Array,
  bFrom: number,
  bTo: number,
): boolean {
  if (aTo - aFrom !== bTo - bFrom) return false
  for (let index = 0; index < aTo - aFrom; index++) if (a[aFrom + index] !== b[bFrom + index]) return false
  return true
}

/** The cells of a header row, and where the rows begin; a byte order mark is passed over. */
export function readHeader(bytes: Uint8Array): { names: string[]; end: number } | CellProblem {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const cell: Cell = { bytes, from: 0, to: 0, next: 0, isLast: false, isBroken: false }
  const names: string[] = []
  do {
    readCell(bytes, at, cell)
    if (cell.isBroken) return new CellProblem('A quote in the header is opened and never closed.')
    names.push(decode(cell.bytes, cell.from, cell.to).trim())
    at = cell.next
  } while (!cell.isLast)
  const [only = ''] = names
  if (names.length === 1 && /[;\t|]/.test(only))
    return new CellProblem(
      'The cells are not parted by commas. Save the file as CSV with commas between cells.',
    )
  return { names, end: Math.min(at, bytes.length) }
}

/** The family's name in a row, as bytes to compare. */
export function familyNameOf(bytes: Uint8Array, rowStart: number, column: number): Uint8Array {
  const cell: Cell = { bytes, from: 0, to: 0, next: 0, isLast: false, isBroken: false }
  let at = rowStart
  for (let index = 0; index <= column; index++) {
    readCell(bytes, at, cell)
    at = cell.next
    if (cell.isLast) break
  }
  return cell.bytes.subarray(cell.from, cell.to)
}
