/** Table rows as drafts, the row that names the columns among them told by its looks. */
import type { Draft } from './draft.ts'
import { shareOf } from './look.ts'
import type { Table, TableRow } from './table-grid.ts'

/** Longest cell of a row of column names, in characters. */
const LONGEST_NAME = 80

export function draftsOfTable(table: Table): Draft[] {
  const [first, second] = table.rows
  const hasHeader = first !== undefined && second !== undefined && isHeader(first, second)
  return table.rows.map((row, index) => ({
    kind: 'table-row',
    lines: [],
    cells: row.cells,
    ...(index === 0 && hasHeader ? { isHeaderRow: true } : {}),
  }))
}

/** Column names are short, and set unlike the row below: bolder, or in another colour. */
function isHeader(first: TableRow, second: TableRow): boolean {
  const filled = first.cells.filter((cell) => cell.length > 0)
  if (filled.length < Math.min(2, first.cells.length)) return false
  if (filled.some((cell) => cell.map((line) => line.text).join(' ').length > LONGEST_NAME)) return false
  const bold = (row: TableRow) => shareOf(row.cells.flat(), (word) => word.style.isBold)
  const colour = (row: TableRow) => row.cells.flat()[0]?.style.colour
  return (bold(first) > 0.8 && bold(second) < 0.8) || colour(first) !== colour(second)
}
