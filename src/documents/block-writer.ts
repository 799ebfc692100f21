/** Writes a document's text block by block, for the formats whose text is not a file's bytes as they are. */
import type { Block, Cell } from '../model/index.ts'

/** What a block is, before its place is known. */
export type BlockShape = Omit<Block, 'start' | 'end' | 'cells' | 'isEmphasised'>

/** Soft hyphens, zero-width spaces, joins without width and byte order marks: typesetting, not text. Joiners that
 * shape emoji and Arabic (U+200C, U+200D) stay. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g
const ANY_INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/
const WHITE_SPACE = /[ \t\n\r\f]+/g
/** No-break spaces in a row move words apart on a page, as after the number of a heading; one alone keeps them together. */
const WIDE_SPACE = /[ \u00a0]{2,}/g

export class BlockWriter {
  private readonly parts: string[] = []
  private readonly written: Block[] = []
  private length = 0
  private shape: BlockShape | null = null
  private start = 0
  private cells: Cell[] | null = null
  private cellRows = 1
  private cellStart = 0
  private boldLength = 0
  /** What is owed before the next visible character: nothing, a space or a line break. */
  private owed: '' | ' ' | '\n' | '\t' = ''

  /** Number of blocks so far, which is the index of the next. */
  get count(): number {
    return this.written.length
  }

  get isOpen(): boolean {
    return this.shape !== null
  }

  get blocks(): readonly Block[] {
    return this.written
  }

  /** The text of the last block written, from its last piece; enough to see how it ends. */
  get lastText(): string {
    return this.parts.slice(-6).join('').trimEnd()
  }

  /** Ends the open block, if any, and begins another. Until text follows, nothing is written. */
  open(shape: BlockShape): void {
    this.close()
    this.shape = shape
    this.start = this.length
  }

  /** Adds to the open block, white space collapsed as a browser does, or line by line where `isPreformatted`. */
  add(text: string, options: { isBold?: boolean; isPreformatted?: boolean } = {}): void {
    if (!this.shape) this.open({ kind: 'paragraph' })
    const visible = ANY_INVISIBLE.test(text) ? text.replace(INVISIBLE, '') : text
    if (options.isPreformatted) {
      visible.split(/\r\n|[\n\r\f]/).forEach((line, i) => {
        if (i > 0) this.breakLine()
        this.write(line.replace(/\t/g, ' ').trim(), options.isBold ?? false)
      })
      return
    }
    const narrow = visible.replace(WHITE_SPACE, ' ')
    const collapsed = narrow.includes('\u00a0') ? narrow.replace(WIDE_SPACE, ' ') : narrow
    if (collapsed.startsWith(' ') && this.owed === '' && !this.isAtStart) this.owed = ' '
    const inner = collapsed.trim() === collapsed ? collapsed : trimSpaces(collapsed)
    if (inner === '') return
    this.write(inner, options.isBold ?? false)
    if (collapsed.endsWith(' ')) this.owed = ' '
  }

  /** A line break inside the block. */
  breakLine(): void {
    if (!this.isAtStart && this.owed !== '\t') this.owed = '\n'
  }

  /** Begins a cell of the open table row, which reaches down over `rows` rows; cells are parted by a tab. */
  openCell(rows = 1): void {
    if (!this.shape) return
    if (this.cells) {
      this.closeCell()
      this.push('\t')
    } else this.cells = []
    this.cellRows = rows
    this.owed = ''
    this.cellStart = this.length
  }

  private closeCell(): void {
    this.trimEnd(this.cellStart)
    const cell = { start: this.cellStart, end: this.length }
    this.cells?.push(this.cellRows > 1 ? { ...cell, rows: this.cellRows } : cell)
    this.owed = ''
  }

  /** Ends the open block and keeps it, unless it holds no visible character. */
  close(): Block | undefined {
    const { shape } = this
    if (!shape) return undefined
    if (this.cells) this.closeCell()
    else this.trimEnd(this.start)
    const { cells } = this
    this.shape = null
    this.cells = null
    this.owed = ''
    const boldLength = this.boldLength
    this.boldLength = 0
    const isEmpty = cells ? cells.every((cell) => cell.start === cell.end) : this.length === this.start
    if (isEmpty) {
      this.retract(this.start)
      return undefined
    }
    const { start } = this
    const end = this.length
    const isEmphasised = shape.kind !== 'heading' && boldLength > 0 && boldLength >= (end - start) * 0.9
    const block = { ...shape, start, end, ...(cells && { cells }), ...(isEmphasised && { isEmphasised }) }
    this.written.push(block)
    this.push(shape.kind === 'list-item' || shape.kind === 'table-row' ? '\n' : '\n\n')
    return block
  }

  finish(): { text: string; blocks: readonly Block[] } {
    this.close()
    return { text: this.parts.join('').replace(/\n+$/, ''), blocks: this.written }
  }

  private get isAtStart(): boolean {
    return this.length === (this.cells ? this.cellStart : this.start)
  }

  private write(words: string, isBold: boolean): void {
    const text = this.isAtStart ? words.trimStart() : words
    if (text === '') return
    if (this.owed && !this.isAtStart) this.push(this.owed)
    this.owed = ''
    this.push(text)
    if (isBold) this.boldLength += text.length
  }

  private push(text: string): void {
    if (text === '') return
    this.parts.push(text)
    this.length += text.length
  }

  /** No block or cell ends in white space, no-break spaces included. */
  private trimEnd(to: number): void {
    while (this.length > to) {
      const last = this.parts.pop() ?? ''
      this.length -= last.length
      const kept = last.trimEnd()
      this.push(kept)
      if (kept !== '') return
    }
  }

  /** Takes back the tabs of a row whose cells are all empty. */
  private retract(to: number): void {
    while (this.length > to) this.length -= this.parts.pop()?.length ?? 0
  }
}

/** Takes off only the spaces that collapsing leaves; a no-break space at an end was set on purpose. */
const trimSpaces = (text: string) => text.replace(/^ /, '').replace(/ $/, '')
