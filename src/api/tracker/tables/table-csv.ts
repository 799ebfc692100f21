/** A table as CSV: UTF-8 with a byte order mark, CRLF, no formula; and the order of its cells. */
import { type CsvCell, writeCsv, writeCsvRows } from '../../csv.ts'
import type { Cell, Table } from './table.ts'

/** Between several values of one cell; table-metadata.ts tells it to machines. */
export const LIST_SEPARATOR = '; '

/**
 * The header row holds the columns' keys. A cell that a spreadsheet would run as a formula begins with an apostrophe;
 * the JSON of the same table has it as it is.
 */
export const tableCsv = ({ columns, cells }: Table): string =>
  writeCsv(
    columns.map(({ key }) => key),
    csvCells(cells),
  )

/** More rows of the same table, for a file that is written piece by piece. */
export const moreCsv = (cells: Table['cells']): string => writeCsvRows(csvCells(cells))

function* csvCells(cells: Table['cells']): Generator<CsvCell[]> {
  for (const row of cells) yield row.map(csvCell)
}

function csvCell(cell: Cell): CsvCell {
  if (typeof cell === 'boolean') return String(cell)
  if (typeof cell === 'string' || typeof cell === 'number' || cell === null) return cell
  // Most lists hold one: to join it costs more than all else about the cell.
  return cell.length < 2 ? (cell[0] ?? null) : cell.join(LIST_SEPARATOR)
}
