/** A table fitted to the width of a terminal: empty columns are left out, and where even the rest is too wide, each row
 * is stacked into lines of its own. */
import { clipLines, displayWidth, padText, wrapText } from './display-width.ts'
import type { TextStyle } from './text-style.ts'

export interface Column {
  readonly title: string
  /** Narrowest that still reads well; the table is stacked when the columns do not fit at this width. */
  readonly least: number
  /** Widest that is of use, unless all columns fit. */
  readonly most: number
  /** Share of the room left over; 0 keeps the column at `most`. */
  readonly share: number
  readonly align?: 'left' | 'right'
  /** Most lines of a cell; the rest is cut with "…". */
  readonly lines?: number
}

/** Cells in the order of the columns. `\n` begins a new line in a cell; '' is an empty cell. */
export type Row = readonly string[]

const GAP = '  '

/** Lines of the table, none longer than `width`. Rows that wrap are set apart by an empty line. */
export function renderTable(
  columns: readonly Column[],
  rows: readonly Row[],
  width: number,
  style: TextStyle,
): string[] {
  const used = columns
    .map((column, index) => ({ column, index }))
    .filter(({ index }) => rows.some((row) => (row[index] ?? '') !== ''))
  const widths = fitWidths(
    used.map(({ column }) => column),
    used.map(({ column, index }) => widestCell(column, index, rows)),
    width,
  )
  if (widths === undefined) return stackRows(used, rows, width, style)
  const head = used.map(({ column }, at) => padText(column.title, widths[at] ?? 0, column.align))
  const rule = widths.map((each) => '─'.repeat(each))
  const body = rows.map((row) =>
    layOutRow(
      used.map(({ column, index }) => ({ column, text: row[index] ?? '' })),
      widths,
    ),
  )
  const isLoose = body.some((lines) => lines.length > 1)
  return [
    style.bold(head.join(GAP).trimEnd()),
    style.dim(rule.join(GAP)),
    ...body.flatMap((lines, at) => (isLoose && at > 0 ? ['', ...lines] : lines)),
  ]
}

function widestCell({ title }: Column, index: number, rows: readonly Row[]): number {
  let widest = displayWidth(title)
  for (const row of rows)
    for (const line of (row[index] ?? '').split('\n')) widest = Math.max(widest, displayWidth(line))
  return widest
}

/** The width of each column, or undefined when they do not fit even at their least. */
export function fitWidths(
  columns: readonly Column[],
  widest: readonly number[],
  width: number,
): number[] | undefined {
  const room = width - GAP.length * (columns.length - 1)
  const wanted = columns.map((column, at) => Math.min(column.most, widest[at] ?? 0))
  const least = columns.map((column, at) => Math.min(column.least, wanted[at] ?? 0))
  const total = (each: readonly number[]) => each.reduce((sum, one) => sum + one, 0)
  if (total(least) > room) return undefined
  let widths = least
  // Columns grow in turn by what they want, those with a share of the rest first, until the room is used.
  const order = columns.map((column, at) => ({ column, at })).sort((a, b) => a.column.share - b.column.share)
  for (const { at } of order) {
    const growth = Math.min((wanted[at] ?? 0) - (widths[at] ?? 0), room - total(widths))
    widths = widths.map((each, index) => (index === at ? each + growth : each))
  }
  const shares = columns.map(({ share }, at) => ((widest[at] ?? 0) > (widths[at] ?? 0) ? share : 0))
  const spare = room - total(widths)
  return widths.map((each, at) =>
    Math.min(
      Math.max(each, widest[at] ?? 0),
      each + Math.floor((spare * (shares[at] ?? 0)) / Math.max(1, total(shares))),
    ),
  )
}

function layOutRow(
  cells: readonly { readonly column: Column; readonly text: string }[],
  widths: readonly number[],
): string[] {
  const wrapped = cells.map(({ column, text }, at) => {
    const width = widths[at] ?? 1
    const lines = text.split('\n').flatMap((line) => wrapText(line, width))
    return clipLines(lines, column.lines ?? Number.POSITIVE_INFINITY, width)
  })
  const height = Math.max(...wrapped.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    cells
      .map(({ column }, at) => padText(wrapped[at]?.[line] ?? '', widths[at] ?? 0, column.align))
      .join(GAP)
      .trimEnd(),
  )
}

function stackRows(
  used: readonly { readonly column: Column; readonly index: number }[],
  rows: readonly Row[],
  width: number,
  style: TextStyle,
): string[] {
  const indent = '  '
  return rows.flatMap((row, at) => {
    const lines = used.flatMap(({ column, index }) => {
      const text = (row[index] ?? '').replaceAll('\n', ', ')
      if (text === '') return []
      const label = column.title === '' ? '' : `${column.title}: `
      const wrapped = wrapText(label + text, Math.max(1, width - indent.length))
      const clipped = clipLines(
        wrapped,
        column.lines === undefined ? wrapped.length : column.lines * 2,
        width - indent.length,
      )
      return clipped.map((line, index) =>
        index === 0 && line.startsWith(label.trimEnd())
          ? style.bold(label.trimEnd()) + line.slice(label.trimEnd().length)
          : indent + line,
      )
    })
    return at === 0 ? lines : ['', ...lines]
  })
}
