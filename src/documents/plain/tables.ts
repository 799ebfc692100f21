/** Rows of tables drawn with pipes or tabs. */
import type { Range } from '../../model/index.ts'
import { parseMarker } from './markers.ts'
import type { Passage } from './passages.ts'

export interface TableRow {
  readonly cells: readonly Range[]
  readonly isHeaderRow: boolean
}

const DIVIDER = /^[|+]?[ :|+=-]*-{2,}[ :|+=-]*$/

/** Whether the passage is the rule under a table's header, or a border of the table. */
export const isTableDivider = (text: string): boolean =>
  text.length <= 2000 && DIVIDER.test(text) && /[|+]/.test(text)

/**
 * The rows among `passages`, by index: runs of at least two lines with the same number of columns, two or more.
 * A divider line inside the run is no row; the row right above the first one names the columns.
 */
export function findTableRows(passages: readonly Passage[]): Map<number, TableRow> {
  const rows = new Map<number, TableRow>()
  for (const separator of ['|', '\t'] as const) {
    let run: number[] = []
    let divider = -1
    const close = () => {
      const data = run.filter((i) => i !== divider)
      if (data.length >= 2 && !(separator === '\t' && data.every((i) => isTabbedItem(passages[i]))))
        for (const i of data)
          if (!rows.has(i))
            rows.set(i, {
              cells: filledUp(splitCells(passages[i], separator), columns),
              isHeaderRow:
                divider >= 0
                  ? i === run[run.indexOf(divider) - 1]
                  : i === data[0] && namesColumns(passages, data),
            })
      run = []
      divider = -1
    }
    let columns = 0
    passages.forEach((passage, i) => {
      const isNext = run.length > 0 && passage.gapBefore === 0
      if (!isNext) close()
      if (separator === '|' && isTableDivider(passage.text)) {
        if (run.length > 0 && divider < 0) divider = run.push(i) && i
        return
      }
      const count = splitCells(passage, separator).length
      // The tabs before empty cells at a line's end are white space there, and gone.
      const isShort = separator === '\t' && run.length > 0 && count >= 2 && count < columns
      if (run.length > 0 && count !== columns && !isShort) close()
      if (!isShort) columns = count
      if (count >= 2 && passage.lines.length === 1) run.push(i)
    })
    close()
  }
  return rows
}

/** An item of a list as Word saves it as text: its mark, a tab, its words. */
function isTabbedItem(passage: Passage | undefined): boolean {
  const marker = parseMarker(passage?.text ?? '')
  return marker !== undefined && !passage?.text.includes('\t', marker.length)
}

/** Cells with empty ones at their end, up to as many as the table has columns. */
function filledUp(cells: readonly Range[], columns: number): Range[] {
  const end = cells.at(-1)?.end ?? 0
  const missing = Math.max(0, columns - cells.length)
  return [...cells, ...Array.from({ length: missing }, () => ({ start: end, end }))]
}

/** Without a rule under it, the first row names the columns if it alone holds no figure. */
function namesColumns(passages: readonly Passage[], rows: readonly number[]): boolean {
  const [first, ...others] = rows.map((i) => /\d/.test(passages[i]?.text ?? ''))
  return first === false && others.every(Boolean)
}

/** Cells as trimmed ranges; the pipes at both ends of a line are no cells. */
function splitCells(passage: Passage | undefined, separator: '|' | '\t'): Range[] {
  if (!passage || passage.text.length > 20_000 || !passage.text.includes(separator)) return []
  const cells: Range[] = []
  let at = passage.start
  const pieces = passage.text.split(separator)
  pieces.forEach((piece, i) => {
    const start = at + piece.length - piece.trimStart().length
    const isEdge = separator === '|' && piece.trim() === '' && (i === 0 || i === pieces.length - 1)
    if (!isEdge)
      cells.push(piece.trim() === '' ? { start: at, end: at } : { start, end: start + piece.trim().length })
    at += piece.length + 1
  })
  return cells
}
