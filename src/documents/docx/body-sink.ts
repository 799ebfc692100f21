/** What reading a Word part tells of, in reading order: paragraphs with their runs, tables, references to notes. */
import type { ParagraphFormat } from './styles.ts'

export interface Run {
  readonly text: string
  /** Its own word on weight and on being shown; undefined where its styles decide. */
  readonly isBold: boolean | undefined
  readonly isHidden: boolean | undefined
  readonly isRaised?: boolean
  /** The id of its character style. */
  readonly style?: string
}

export interface Paragraph extends ParagraphFormat {
  style?: string
  readonly runs: Run[]
  /** In a text box; all paragraphs of one box share a number. */
  readonly textBox?: number
  /** Inside a generated table of contents. */
  isContents?: boolean
  /** Its end was deleted with changes tracked, so the next paragraph goes on with it. */
  isJoined?: boolean
}

export type PartLeftOut = 'document' | 'diagram' | 'comments'

export interface BodySink {
  paragraph(paragraph: Paragraph): void
  openTable(columns: number): void
  closeTable(): void
  openRow(): void
  closeRow(row: { readonly isHeader: boolean; readonly isDeleted: boolean }): void
  openCell(): void
  /** The open cell is as wide as this many columns. */
  widenCell(columns: number): void
  /** The open cell goes on in the rows below, or goes on from the one above. */
  mergeCell(part: 'first' | 'further'): void
  /** The open row leaves this many columns out before its first cell. */
  skipColumns(columns: number): void
  /** A footnote or endnote is referred to here. */
  note(kind: 'footnote' | 'endnote', id: string): void
  /** In the parts that hold notes: the paragraphs that follow belong to this note. */
  openNote(id: string, type: string): void
}
