/** The white between columns: where no word of a run of rows stands, and what of rows is on either side of it. */
import { type Line, lineOf } from './lines.ts'

/** Narrowest gutter between columns, in points. */
export const GUTTER = 9

/** The parts of `rows` on one side of `x`, as lines of their own. */
export function sideOf(rows: readonly Line[], x: number, isLeft: boolean): Line[] {
  return rows.flatMap((row) => {
    const words = row.words.filter((word) => word.x < x === isLeft)
    if (words.length === 0) return []
    return words.length === row.words.length ? [row] : [lineOf(words, row.page)]
  })
}

/** The stretches of rows that no word crosses `x` in, as first and last index. */
export function openRuns(rows: readonly Line[], x: number): [number, number][] {
  const runs: [number, number][] = []
  let first: number | null = null
  rows.forEach((row, index) => {
    if (!isOpenAt(row, x)) {
      if (first !== null) runs.push([first, index - 1])
      first = null
    } else first ??= index
  })
  if (first !== null) runs.push([first, rows.length - 1])
  return runs
}

/** No word stands at x, and no mere word space. */
function isOpenAt(row: Line, x: number): boolean {
  if (row.right < x || row.x > x) return true
  let before: number | undefined
  let after: number | undefined
  for (const { x: start, width } of row.words) {
    const end = start + width
    if (start < x && end > x) return false
    if (start >= x) after ??= start
    if (end <= x) before = end
    else if (start > x) break // what follows starts further right still
  }
  return after === undefined || before === undefined || after - before >= GUTTER
}
