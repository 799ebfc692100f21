/** Comma- and semicolon-separated values, as spreadsheets export them: each record is a row, read where its cells stand. */
import type { Block, Range } from '../../model/index.ts'

/** Larger files are data to count, not tables that a person reads. */
const LONGEST = 5_000_000
/** The names of all columns; a first line that runs on is a paragraph. */
const LONGEST_HEAD = 5000
const FEWEST_RECORDS = 2
const FEWEST_COLUMNS = 3
/** Names of columns are short, and no sentences. */
const LONGEST_NAME = 60
/** Share of separators that a blank may follow: in prose nearly all of them have one. */
const SPACED = 0.2

interface Row extends Range {
  readonly cells: readonly Range[]
}

/** The rows of a text that holds nothing but records of as many fields as its first; null for any other. */
export function findDelimitedRows(text: string): Block[] | null {
  if (text.length > LONGEST) return null
  const head = text.slice(0, LONGEST_HEAD).split(/[\r\n]/, 1)[0] ?? ''
  for (const separator of [',', ';']) {
    if (head.split(separator).length < FEWEST_COLUMNS) continue
    const rows = splitRecords(text, separator)
    if (rows === null || !isTable(text, rows, separator)) continue
    return rows.map((row, i) => ({ kind: 'table-row', ...row, ...(i === 0 && { isHeaderRow: true }) }))
  }
  return null
}

function isTable(text: string, rows: readonly Row[], separator: string): boolean {
  const [names] = rows
  if (names === undefined || rows.length < FEWEST_RECORDS || names.cells.length < FEWEST_COLUMNS) return false
  const isName = ({ start, end }: Range) =>
    end > start && end - start <= LONGEST_NAME && !/[.!;]$/.test(text.slice(start, end))
  if (!names.cells.every(isName) || rows.some(({ cells }) => cells.length !== names.cells.length))
    return false
  const gaps = rows.flatMap(({ cells }) => cells.slice(1).map(({ start }) => text.slice(start - 2, start)))
  const spaced = gaps.filter((gap) => gap === `${separator} `).length
  return spaced <= gaps.length * SPACED
}

/** Records by RFC 4180, with the places of their fields, quotation marks left out; null where a mark is never closed. */
function splitRecords(text: string, separator: string): Row[] | null {
  const rows: Row[] = []
  let cells: Range[] = []
  let at = 0
  let first = 0
  while (at <= text.length) {
    const field = readField(text, at, separator)
    if (field === null) return null
    cells.push(field.range)
    at = field.next
    if (text[at] === separator) {
      at++
      continue
    }
    if (cells.length > 1 || field.range.end > field.range.start) rows.push({ start: first, end: at, cells })
    cells = []
    at += text.startsWith('\r\n', at) ? 2 : 1
    first = at
  }
  return rows
}

function readField(text: string, from: number, separator: string): { range: Range; next: number } | null {
  if (text[from] !== '"') {
    let end = from
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
    const words = text.slice(from, end)
    const start = from + words.length - words.trimStart().length
    return { range: { start, end: Math.max(start, from + words.trimEnd().length) }, next: end }
  }
  let close = text.indexOf('"', from + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  const after = text[close + 1]
  if (close < 0 || (after !== undefined && after !== separator && after !== '\n' && after !== '\r'))
    return null
  return { range: { start: from + 1, end: close }, next: close + 1 }
}
