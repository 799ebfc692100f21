/** Tables drawn with ruling lines or tinted cells: which words stand in which cell. */
import { buildLines, type Line } from './lines.ts'
import type { Word } from './page-content.ts'
import { clusterPlaces, type Edge, type Net } from './rulings.ts'

export interface Area {
  readonly x: number
  readonly y: number
  readonly right: number
  readonly bottom: number
}

export interface TableRow {
  /** Lines of each cell, one entry a column; a cell that spans columns fills its first. */
  readonly cells: Line[][]
  readonly y: number
  readonly bottom: number
}

export interface Table extends Area {
  readonly page: number
  /** Left edges of the columns and the right edge of the last. */
  readonly columns: readonly number[]
  readonly rows: readonly TableRow[]
}

export const isInside = (word: Word, area: Area): boolean => {
  const x = word.x + word.width / 2
  const y = word.baseline - word.style.size * 0.3
  return x > area.x - 1 && x < area.right + 1 && y > area.y - 1 && y < area.bottom + 1
}

/** Lines down that run on this far, in points, past the last line across hold another line of type. */
const OPEN_ROW = 8

/** Lines at more places than this are a diagram's, or a chart's grid. */
const MOST_COLUMNS = 24

/** The table that a net of lines frames, with the words inside it; null where the net is a box, a chart or nothing. */
export function tableOfNet(net: Net, words: readonly Word[], page: number): Table | null {
  const columns = clusterPlaces(net.down.map((edge) => edge.at))
  const bounds = boundsOf(net)
  const area = areaOf(columns, bounds)
  if (area === null || columns.length < 3 || columns.length > MOST_COLUMNS || bounds.length < 2) return null
  const inside = words.filter((word) => isInside(word, area))
  const grid = fillGrid(inside, columns, bounds, net)
  const rows = grid
    .map((cells, i) => ({
      cells: cells.map((cell) => buildLines(cell, page)),
      y: bounds[i] ?? 0,
      bottom: bounds[i + 1] ?? 0,
    }))
    .filter((row) => row.cells.some((cell) => cell.length > 0))
  const used = new Set(rows.flatMap((row) => row.cells.flatMap((cell, j) => (cell.length > 0 ? [j] : []))))
  const kept = dropEmptyColumns(rows, used)
  return used.size < 2 || kept.length === 0 || !hasWording(kept)
    ? null
    : { ...area, page, columns, rows: kept }
}

/** Rows end at lines across, and where the lines down end: a row that goes on over the page has no line at its foot. */
function boundsOf(net: Net): number[] {
  const places = clusterPlaces(net.across.map((edge) => edge.at))
  const top = Math.min(...net.down.map((edge) => edge.from))
  const foot = Math.max(...net.down.map((edge) => edge.to))
  const [first = top, last = foot] = [places[0], places.at(-1)]
  return [...(first - top > OPEN_ROW ? [top] : []), ...places, ...(foot - last > OPEN_ROW ? [foot] : [])]
}

/** Share of a table's filled cells that must hold words: below it, the net is a chart's and the cells its figures. */
const WORDED = 0.15

/** Wide tables are mainly full; a diagram's boxes, taken for a table, leave most of its cells empty. */
const WIDE = 6
const FULL = 0.4

export function hasWording(rows: readonly TableRow[]): boolean {
  const all = rows.flatMap((row) => row.cells)
  const filled = all.filter((cell) => cell.length > 0)
  if ((rows[0]?.cells.length ?? 0) > WIDE && filled.length < all.length * FULL) return false
  return (
    filled.filter((cell) => cell.some((line) => /\p{L}{3}/u.test(line.text))).length >= filled.length * WORDED
  )
}

function areaOf(columns: readonly number[], bounds: readonly number[]): Area | null {
  const [x, right, y, bottom] = [columns[0], columns.at(-1), bounds[0], bounds.at(-1)]
  if (x === undefined || right === undefined || y === undefined || bottom === undefined) return null
  return { x, right, y, bottom }
}

const dropEmptyColumns = (rows: TableRow[], used: ReadonlySet<number>): TableRow[] =>
  rows.map((row) => ({ ...row, cells: row.cells.filter((_, j) => used.has(j)) }))

/** Words by row and column; cells that no line parts are one, and its words go to its upper left corner. */
function fillGrid(
  words: readonly Word[],
  columns: readonly number[],
  bounds: readonly number[],
  net: Net,
): Word[][][] {
  const rowCount = bounds.length - 1
  const columnCount = columns.length - 1
  const grid = Array.from({ length: rowCount }, () => Array.from({ length: columnCount }, (): Word[] => []))
  for (const word of words) {
    const y = word.baseline - word.style.size * 0.3
    let i = Math.max(
      0,
      Math.min(
        rowCount - 1,
        bounds.findLastIndex((bound) => bound <= y),
      ),
    )
    let j = Math.max(
      0,
      Math.min(
        columnCount - 1,
        columns.findLastIndex((left) => left <= word.x + Math.min(word.width / 2, 6)),
      ),
    )
    while (j > 0 && !isCrossed(net.down, columns[j], y)) j--
    const middle = ((columns[j] ?? 0) + (columns[j + 1] ?? 0)) / 2
    while (i > 0 && !isCrossed(net.across, bounds[i], middle)) i--
    grid[i]?.[j]?.push(word)
  }
  return grid
}

/** True where one of `edges` at place `at` runs past `along`. */
const isCrossed = (edges: readonly Edge[], at: number | undefined, along: number): boolean =>
  at !== undefined &&
  edges.some((edge) => Math.abs(edge.at - at) <= 4 && edge.from - 2 <= along && along <= edge.to + 2)
