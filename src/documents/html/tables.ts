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

function cellsOf(row: HtmlElement): HtmlElement[] {
  return row.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th')
}
