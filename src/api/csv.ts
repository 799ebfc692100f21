/**
 * Rows as CSV (RFC 4180: CRLF, quotes doubled) that a spreadsheet opens as it is meant: a byte order mark, without
 * which Excel takes UTF-8 for Windows-1252, and no cell that a spreadsheet would run as a formula.
 */
export type CsvCell = string | number | null

const BYTE_ORDER_MARK = '\uFEFF'

/** `columns` names the header row; each row has a cell for each. Empty cells stand for null. */
export const writeCsv = (columns: readonly string[], rows: Iterable<readonly CsvCell[]>): string =>
  BYTE_ORDER_MARK + writeRow(columns) + writeCsvRows(rows)

/** The same without header row and mark, for a file that is written piece by piece; "" for no rows. Rows are taken one by one, and none is kept. */
export function writeCsvRows(rows: Iterable<readonly CsvCell[]>): string {
  const lines: string[] = []
  for (const row of rows) lines.push(writeRow(row))
  return lines.join('')
}

/**
 * Most rows have no cell that needs quotes, so the whole row is searched at once: a search takes longer to begin than a cell is
 * long. A cell with a comma shows as one comma too many.
 */
function writeRow(row: readonly CsvCell[]): string {
  let line = ''
  for (let at = 0; at < row.length; at += 1) line += (at === 0 ? '' : ',') + writePlain(row[at] ?? null)
  const isPlain = !/["\r\n]/.test(line) && countCommas(line) === row.length - 1
  return `${isPlain ? line : row.map((cell) => quote(writePlain(cell))).join(',')}\r\n`
}

const writePlain = (cell: CsvCell): string =>
  typeof cell === 'string' ? neutraliseFormula(cell) : cell === null ? '' : String(cell)

/** As the library does that the tests hold it to, which would be called anew for every few rows. */
const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

function countCommas(line: string): number {
  let count = 0
  for (let at = line.indexOf(','); at !== -1; at = line.indexOf(',', at + 1)) count += 1
  return count
}

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
