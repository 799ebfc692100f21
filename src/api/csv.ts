/**
 * Rows as CSV (RFC 4180: CRLF, quotes doubled) that a spreadsheet opens as it is meant: a byte order mark, without
 * which Excel takes UTF-8 for Windows-1252, and no cell that a spreadsheet would run as a formula.
 */
import { stringify } from 'csv-stringify/sync'

export type CsvCell = string | number | null

const BYTE_ORDER_MARK = '\uFEFF'

/** `columns` names the header row; each row has a cell for each. Empty cells stand for null. */
export const writeCsv = (columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  BYTE_ORDER_MARK + writeCsvRows([columns, ...rows])

/** The same without header row and mark, for a file that is written piece by piece; "" for no rows. */
export function writeCsvRows(rows: readonly (readonly CsvCell[])[]): string {
  let text = ''
  /** Rows since the last one that was written as it stands. */
  let quoted: (readonly CsvCell[])[] = []
  const writeQuoted = () => {
    if (quoted.length > 0) text += stringify(quoted, LAYOUT)
    quoted = []
  }
  for (const row of rows) {
    const line = plainLine(row)
    if (line === null)
      quoted.push(row.map((cell) => (typeof cell === 'string' ? neutraliseFormula(cell) : cell)))
    else {
      writeQuoted()
      text += line
    }
  }
  writeQuoted()
  return text
}

// csv-stringify quotes a cell that holds the record delimiter, but not one with a lone CR or LF.
const LAYOUT = { record_delimiter: 'windows', quoted_match: /[\r\n]/ }

/**
 * The row as it stands, its cells with commas between; null where one of them needs quotes. Most rows have no such cell, and
 * a long table is written in half the time.
 */
function plainLine(row: readonly CsvCell[]): string | null {
  let line = ''
  for (let at = 0; at < row.length; at += 1) {
    const cell = row[at]
    if (at > 0) line += ','
    if (typeof cell === 'string') {
      if (NEEDS_QUOTES.test(cell)) return null
      line += neutraliseFormula(cell)
    } else if (typeof cell === 'number') line += cell
  }
  return `${line}\r\n`
}

const NEEDS_QUOTES = /[",\r\n]/

/**
 * The cell as text that no spreadsheet takes for a formula: an apostrophe goes before a cell that begins with a sign
 * that starts one, in its full-width form too, and also after white space, which some programs trim on import.
 */
export function neutraliseFormula(cell: string): string {
  // Letters and digits begin none: they are told by their number, which costs a tenth of the rest.
  const first = cell.charCodeAt(0)
  if (
    (first >= A && first <= Z) ||
    (first >= SMALL_A && first <= SMALL_Z) ||
    (first >= ZERO && first <= NINE)
  )
    return cell
  return /^[\s\u0000\uFEFF\u200B]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212]|^[\t\r\n]/.test(cell)
    ? `'${cell}`
    : cell
}

const [A, Z, SMALL_A, SMALL_Z, ZERO, NINE] = [0x41, 0x5a, 0x61, 0x7a, 0x30, 0x39]
