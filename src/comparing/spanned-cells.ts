/** Table cells that span rows, put into each of them: one reply beside two recommendations answers both. */
import type { Block, Cell } from '../model/index.ts'

interface Reaching {
  readonly cell: Cell
  /** Rows below that it still reaches. */
  left: number
}

/** Gives the cells of table rows, taken in reading order, with those that reach down from rows above in their columns. */
export function reachDown(): (row: Block, index: number) => readonly Cell[] {
  let last = -2
  let reaching: Reaching[] = []
  return (row, index) => {
    if (index !== last + 1) reaching = []
    last = index
    const own: readonly Cell[] = row.cells ?? [row]
    // A row's last cells are not printed at all where all of them belong to a row above.
    const columns = Math.max(own.length, ...reaching.flatMap((one, at) => (one.left > 0 ? [at + 1] : [])))
    return Array.from({ length: columns }, (_, column) => {
      const cell = own[column] ?? { start: row.end, end: row.end }
      const above = reaching[column]
      if (above && above.left > 0 && cell.start === cell.end) {
        above.left--
        return above.cell
      }
      reaching[column] = { cell, left: (cell.rows ?? 1) - 1 }
      return cell
    })
  }
}
