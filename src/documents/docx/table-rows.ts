/** The rows of a Word table with each cell in its own column: cells merged across and down hold the places they cover. */

/** One cell as Word writes it. */
interface WordCell<Content> {
  readonly content: Content[]
  isEmpty: boolean
  /** Columns it covers. */
  columns: number
  /** Merged with cells below, or the part of such a cell that lies in a later row. */
  merged?: 'first' | 'further'
}

interface WordRow<Content> {
  readonly cells: WordCell<Content>[]
  readonly isHeader: boolean
}

interface LaidCell<Content> {
  /** Empty where another cell covers the place. */
  readonly content: readonly Content[]
  /** Rows it reaches down over, itself included. */
  rows: number
}

interface LaidRow<Content> {
  readonly isHeader: boolean
  readonly cells: readonly LaidCell<Content>[]
}

/** Gathers the rows of an outermost table; those of tables inside its cells belong to the cell. */
export class TableRows<Content> {
  private rows: WordRow<Content>[] = []
  private cells: WordCell<Content>[] | null = null
  private depth = 0

  /** Whether what comes now stands in a row. */
  get isInRow(): boolean {
    return this.cells !== null
  }

  /** Whether what comes now is covered by a cell above, so that Word shows nothing of it. */
  get isCovered(): boolean {
    return this.cells?.at(-1)?.merged === 'further'
  }

  openRow(): void {
    this.depth++
    this.cells ??= []
  }

  openCell(): void {
    if (this.depth === 1) this.cells?.push({ content: [], isEmpty: true, columns: 1 })
  }

  widenCell(columns: number): void {
    const cell = this.depth === 1 ? this.cells?.at(-1) : undefined
    if (cell) cell.columns = columns
  }

  mergeCell(part: 'first' | 'further'): void {
    const cell = this.depth === 1 ? this.cells?.at(-1) : undefined
    if (cell) cell.merged = part
  }

  add(content: Content, isEmpty: boolean): void {
    const cell = this.cells?.at(-1)
    if (!cell) return
    cell.content.push(content)
    cell.isEmpty &&= isEmpty
  }

  closeRow({ isHeader, isDeleted }: { isHeader: boolean; isDeleted: boolean }): void {
    this.depth--
    const { cells } = this
    if (this.depth > 0 || !cells) return
    this.cells = null
    if (!isDeleted) this.rows.push({ cells, isHeader })
  }

  /** The rows so far, laid out, when the outermost table ends; none where an inner one does. */
  take(): LaidRow<Content>[] {
    return this.depth > 0 ? [] : layOutRows(this.rows.splice(0))
  }
}

/** Rows that come out empty are left out, and no cell counts them among those that it reaches over. */
function layOutRows<Content>(rows: readonly WordRow<Content>[]): LaidRow<Content>[] {
  /** By column, the merged cell that lies there. */
  const reaching: (LaidCell<Content> | undefined)[] = []
  return rows.flatMap(({ cells, isHeader }) => {
    const column = columnsOf(cells)
    const coverOf = (cell: WordCell<Content>, i: number) =>
      cell.merged === 'further' ? reaching[column[i] ?? 0] : undefined
    if (cells.every((cell, i) => cell.isEmpty || coverOf(cell, i))) return []
    const laid: LaidCell<Content>[] = []
    cells.forEach((cell, i) => {
      const above = coverOf(cell, i)
      const at = column[i] ?? 0
      if (above) above.rows++
      // At the end of a row nothing needs to be kept in its column.
      while (laid.length < at) laid.push({ content: [], rows: 1 })
      laid.push({ content: above ? [] : cell.content, rows: 1 })
      reaching.fill(undefined, at, at + cell.columns)
      reaching[at] = cell.merged === undefined ? undefined : (above ?? laid[at])
    })
    return [{ isHeader, cells: laid }]
  })
}

/** The column that each cell begins in. */
function columnsOf<Content>(cells: readonly WordCell<Content>[]): number[] {
  let next = 0
  return cells.map(({ columns }) => {
    const column = next
    next += columns
    return column
  })
}
