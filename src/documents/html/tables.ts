/** Tells tables of data from tables that only lay out a page. */
import { attribute, type HtmlElement, type HtmlNode, isElement } from './tree.ts'

/** Data: at least one row of two cells, and no table or heading inside a cell. */
export function isDataTable(table: HtmlElement): boolean {
  if (/^(?:presentation|none)$/.test(attribute(table, 'role') ?? '')) return false
  let widest = 0
  const stack: HtmlNode[] = [...table.childNodes]
  // Stops at the first table inside, so that tables in tables are not looked through again and again.
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue
    if (node.tagName === 'table' || /^h[1-6]$/.test(node.tagName)) return false
    if (node.tagName === 'tr') widest = Math.max(widest, cellsOf(node).length)
    for (const child of node.childNodes) stack.push(child)
  }
  return widest >= 2
}

/** Whether a row names the columns: it stands in the head of the table, or all its cells are header cells. */
export function isHeaderRow(row: HtmlElement): boolean {
  const parent = row.parentNode
  if (parent && 'tagName' in parent && parent.tagName === 'thead') return true
  const cells = cellsOf(row)
  return cells.length > 1 && cells.every((cell) => cell.tagName === 'th')
}

/** A span attribute as a number of columns or rows; 1 where it is absent or no sensible number. */
export function spanOf(cell: HtmlElement, name: 'rowspan' | 'colspan'): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10)
  return span >= 1 && span <= MOST_SPANNED ? span : 1
}

/** Browsers stop at a thousand columns too; a table of text has far fewer. */
const MOST_SPANNED = 200
/** Cells that a table may be given besides one for each of its own: spans that mean nothing would fill the memory. */
const MOST_ADDED = 10_000

/** The columns of an open table that cells of rows above still reach down into, so that later cells keep their column. */
export class SpannedColumns {
  /** Rows yet to come that the column is taken in. */
  private readonly left: number[] = []
  private column = 0
  /** Columns that the cell before covers and that nothing stands for yet: kept only where another cell follows. */
  private owed = 0
  private cells = 0
  private added = 0

  openRow(): void {
    this.owed = 0
    for (let column = this.column; column < this.left.length; column++) this.pass(column)
    this.column = 0
  }

  /** Takes the next free column for a cell; gives the number of empty cells to write before it. */
  place(cell: HtmlElement): number {
    let skipped = this.owed
    while ((this.left[this.column] ?? 0) > 0) {
      this.pass(this.column++)
      skipped++
    }
    const [rows, columns] = [spanOf(cell, 'rowspan'), spanOf(cell, 'colspan')]
    for (let taken = 0; taken < columns; taken++) this.left[this.column + taken] = rows - 1
    this.column += columns
    this.owed = columns - 1
    this.cells++
    if (this.added + skipped > MOST_ADDED + this.cells) return 0
    this.added += skipped
    return skipped
  }

  private pass(column: number): void {
    const left = this.left[column] ?? 0
    if (left > 0) this.left[column] = left - 1
  }
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return row.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th')
}
