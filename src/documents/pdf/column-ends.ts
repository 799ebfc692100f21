/** Where columns end: what stands below them lies in none, though no word of it crosses the gutter. */
import { middling, PROSE_LETTERS, sideStep } from './column-sides.ts'
import { sideOf } from './gutters.ts'
import type { Line } from './lines.ts'

/** The rows that columns take, and where the gutter between them is. */
export interface Columns {
  readonly first: number
  readonly last: number
  readonly x: number
}

/** Type this much larger than the columns' is a heading's. */
const LARGER = 1.12
/** Most lines that such a heading takes. */
const MOST_HEADING_LINES = 3

/**
 * The last row of the columns themselves. A short heading below them, over text that runs across the page, lies in no
 * column, though no word of it crosses the gutter.
 */
export function endOfColumns(rows: readonly Line[], cut: Columns): number {
  const below = startBelow(rows, cut)
  if (below !== null) return below - 1
  if (cut.last + 1 >= rows.length) return cut.last
  const sizes = rows.slice(cut.first, cut.last + 1).map((row) => row.style.size)
  const usual = sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0
  let last = cut.last
  while (last > cut.first && cut.last - last < MOST_HEADING_LINES) {
    const row = rows[last]
    if (row === undefined || row.right > cut.x || row.style.size < usual * LARGER) break
    last--
  }
  return last
}

/** White that parts what stands below columns from the first, as a share of that column's usual step. */
const WIDER = 1.25
/** A line of prose ends this many ems before the edge at most, unless a sentence ends in it. */
const FULL = 4

/**
 * The first row below the columns that stands where the first of them does, such as a signature: white parts it from that
 * column, whose sentence goes on in the next. Null where no row is so.
 */
function startBelow(rows: readonly Line[], { first, last, x }: Columns): number | null {
  let start = last + 1
  while (start > first && (rows[start - 1]?.right ?? x) <= x) start--
  const before = sideOf(rows.slice(first, start), x, true)
  let above = before.at(-1)
  if (start > last || above === undefined) return null
  const [edge, isProse] = [
    Math.max(...before.map((line) => line.right)),
    middling(before.map((line) => line.text)) >= PROSE_LETTERS,
  ]
  const widest = sideStep(rows.slice(first, start), x, true) * WIDER
  for (let index = start; index <= last; index++) {
    const row = rows[index]
    if (row === undefined) return null
    const isApart = row.baseline - above.baseline > widest
    const isFull = isProse && edge - above.right < above.style.size * FULL
    if (isApart && isFull && /^\p{Lu}/u.test(row.text) && /[\p{L}\p{N},-]$/u.test(above.text)) return index
    above = row
  }
  return null
}
