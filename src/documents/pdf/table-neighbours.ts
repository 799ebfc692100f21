/** Rows of a table that no line or tint marks: names above the first rule, and every other row of a striped table. */
import { buildLines, type Line, median } from './lines.ts'
import type { Word } from './page-content.ts'
import type { Table, TableRow } from './table-grid.ts'

/** Columns of two parts of one table lie within this many points of each other. */
const FLUSH = 4
/** The widest white between a row's type and its table, and the widest step inside a row, in heights of the type. */
const WHITE = 2
const STEP = 1.7
/** Lines of column names, at most. */
const MOST_NAME_LINES = 3

/**
 * The `tables` of a page, from the top, with the rows that stand among the `lines` outside them; the same list where
 * there are none.
 */
export function withNeighbours(tables: readonly Table[], lines: readonly Line[]): readonly Table[] {
  if (lines.length === 0) return tables
  const joined: Table[] = []
  for (const table of tables) {
    const above = joined.at(-1)
    const whole = above === undefined ? null : joinTables(above, table, lines)
    if (whole === null) joined.push(table)
    else joined[joined.length - 1] = whole
  }
  const whole = joined.map((table) =>
    tables.includes(table) ? withNames(table, lines) : withEnds(table, lines),
  )
  return whole.length === tables.length && whole.every((table, i) => table === tables[i]) ? tables : whole
}

function withNames(table: Table, lines: readonly Line[]): Table {
  const above = linesAbove(table, lines, WHITE / 2)
  if (above.length > MOST_NAME_LINES || hasNames(table)) return table
  // A title close above the names stands in no column.
  for (let first = 0; first < above.length; first++) {
    const named = takeRow(table, above.slice(first), 'above')
    if (named !== table) return named
  }
  return table
}

/** A striped table begins and ends with a row that has no tint as often as not, and has its names above that. */
function withEnds(table: Table, lines: readonly Line[]): Table {
  const begun = takeRow(table, linesAbove(table, lines, WHITE + 1), 'above')
  const named = begun === table ? table : takeRow(begun, linesAbove(begun, lines, WHITE + 1), 'above')
  return takeRow(named, linesBelow(named, lines), 'below')
}

/** Two parts of one table with the row between them; null where they are two tables. */
function joinTables(above: Table, below: Table, lines: readonly Line[]): Table | null {
  if (!hasSameColumns(above, below)) return null
  const between = lines.filter((line) => line.baseline > above.bottom && line.baseline < below.y + 1)
  const row = rowOf(above, between)
  const isClose = below.y - above.bottom < WHITE
  if (row === null ? between.length > 0 || !isClose : !fillsGap(between, above, below)) return null
  const rows = [...above.rows, ...(row === null ? [] : [row]), ...below.rows]
  return { ...above, bottom: below.bottom, rows }
}

function hasSameColumns(one: Table, other: Table): boolean {
  if (!isWhole(one) || !isWhole(other) || one.columns.length !== other.columns.length) return false
  return one.columns.every((x, j) => Math.abs(x - (other.columns[j] ?? 0)) <= FLUSH)
}

/** Whether its columns are those of its cells, none having been left out as empty. */
const isWhole = ({ columns, rows }: Table): boolean =>
  columns.length >= 3 && rows.every((row) => row.cells.length === columns.length - 1)

/** Whether the lines are all that stands between: rows are seldom much higher than their type, or than their like. */
function fillsGap(lines: readonly Line[], above: Table, below: Table): boolean {
  const [first, last] = [lines[0], lines.at(-1)]
  if (first === undefined || last === undefined) return false
  const highest = Math.max(...[...above.rows, ...below.rows].map((row) => row.bottom - row.y))
  const white = WHITE * first.style.size
  const isFull = first.baseline - first.style.size - above.bottom < white && below.y - last.baseline < white
  return isFull || below.y - above.bottom <= highest + white
}

/** The lines that stand above the table in one piece, the last of them within so many heights of its type. */
function linesAbove(table: Table, lines: readonly Line[], white: number): Line[] {
  const taken: Line[] = []
  let next = table.y
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]
    if (line === undefined || line.baseline >= table.y || line.right <= table.x || line.x >= table.right)
      continue
    const reach = taken.length === 0 ? white : STEP
    if (next - line.baseline > reach * line.style.size) break
    taken.unshift(line)
    next = line.baseline
  }
  return taken
}

/** Names are bold, or at least unlike what is below them. */
function hasNames({ rows: [first, second] }: Table): boolean {
  const lookOf = (row: TableRow | undefined) => row?.cells.flat().flatMap((line) => line.words)[0]?.style
  return (
    first !== undefined && second !== undefined && lookOf(first)?.isBold === true && !lookOf(second)?.isBold
  )
}

function linesBelow(table: Table, lines: readonly Line[]): Line[] {
  const taken: Line[] = []
  let before = table.bottom
  for (const line of lines) {
    if (line.baseline <= table.bottom || line.right <= table.x || line.x >= table.right) continue
    const reach = taken.length === 0 ? WHITE + 1 : STEP
    if (line.baseline - before > reach * line.style.size) break
    taken.push(line)
    before = line.baseline
  }
  return taken
}

function takeRow(table: Table, lines: readonly Line[], side: 'above' | 'below'): Table {
  const row = isWhole(table) ? rowOf(table, lines) : null
  if (row === null) return table
  if (side === 'below') return { ...table, bottom: row.bottom, rows: [...table.rows, row] }
  return { ...table, y: row.y, rows: [row, ...table.rows] }
}

/** The lines as a row of the table's columns; null where they do not stand in them, or fill fewer than half. */
function rowOf({ columns, x, right }: Table, lines: readonly Line[]): TableRow | null {
  const words = lines.flatMap((line) => line.words)
  const [first, last] = [lines[0], lines.at(-1)]
  if (first === undefined || last === undefined) return null
  const cells = columns.slice(0, -1).map((): Word[] => [])
  for (const word of words) {
    const j = columns.findLastIndex((left) => left <= word.x + 1)
    const end = columns[j + 1]
    if (end === undefined || word.x < x - 1 || word.x + word.width > Math.min(end, right) + 1) return null
    cells[j]?.push(word)
  }
  const filled = cells.filter((cell) => cell.length > 0).length
  if (filled < 2 || filled < cells.length / 2) return null
  const size = median(words.map((word) => word.style.size))
  return {
    cells: cells.map((cell) => buildLines(cell, first.page)),
    y: first.baseline - size,
    bottom: last.baseline + size * 0.3,
  }
}
