/** Writes a Word document's paragraphs and tables as blocks. */
import type { Block } from '../../model/index.ts'
import { type BlockShape, BlockWriter } from '../block-writer.ts'
import { formatNumber, nextItem, type OpenList, openList } from '../open-list.ts'
import { labelNumber } from '../plain/heading-shapes.ts'
import { parseMarker } from '../plain/markers.ts'
import type { BodySink, Paragraph } from './body-sink.ts'
import type { Numbering, NumberLabel } from './numbering.ts'
import { partAtBreaks, shownOf, takeOff } from './runs.ts'
import type { Style, Styles } from './styles.ts'
import { TableRows } from './table-rows.ts'

export interface NoteReference {
  readonly kind: 'footnote' | 'endnote'
  readonly id: string
  /** As it is printed at its reference. */
  readonly number: string
}

/** A paragraph in a cell, with its number counted. */
interface CellLine {
  readonly paragraph: Paragraph
  readonly label: string
  readonly isBold: boolean
}

export class BodyWriter implements BodySink {
  readonly notes: NoteReference[] = []
  /** The paragraph in the style "Title", when there is one. */
  title: Block | null = null
  private readonly writer = new BlockWriter()
  private readonly styles: Styles
  private readonly numbering: Numbering
  private readonly lists: { numberingId: string; depth: number; list: OpenList }[] = []
  private readonly tables: { box: number | null }[] = []
  private readonly rows = new TableRows<CellLine>()
  private boxes = 0
  private box: number | null = null
  private textBoxIds = new Map<number, number>()
  private joined: Paragraph | null = null

  constructor(styles: Styles, numbering: Numbering) {
    this.styles = styles
    this.numbering = numbering
  }

  paragraph(paragraph: Paragraph): void {
    const shown = shownOf(paragraph, this.styles)
    const whole = this.joined ? { ...shown, runs: [...this.joined.runs, ...shown.runs] } : shown
    this.joined = paragraph.isJoined ? whole : null
    if (paragraph.isJoined) return
    if (this.rows.isInRow) this.addToCell(whole)
    else for (const part of this.partsOf(whole)) this.write(part)
  }

  openTable(columns: number): void {
    // A table of one column is a box around text.
    const isBox = columns === 1 && this.tables.length === 0
    this.tables.push({ box: isBox ? this.boxes++ : null })
  }

  closeTable(): void {
    if (this.tables.pop()?.box === null) this.writeRows()
    this.lists.length = 0
  }

  openRow(): void {
    if (this.tables.at(-1)?.box === null) this.rows.openRow()
  }

  openCell(): void {
    this.rows.openCell()
  }

  widenCell(columns: number): void {
    this.rows.widenCell(columns)
  }

  mergeCell(part: 'first' | 'further'): void {
    this.rows.mergeCell(part)
  }

  skipColumns(columns: number): void {
    for (let column = 0; column < columns; column++) this.rows.openCell()
  }

  closeRow(row: { isHeader: boolean; isDeleted: boolean }): void {
    if (this.tables.at(-1)?.box === null) this.rows.closeRow(row)
  }

  note(kind: 'footnote' | 'endnote', id: string): void {
    if (this.notes.some((note) => note.kind === kind && note.id === id)) return
    const count = this.notes.filter((note) => note.kind === kind).length + 1
    this.notes.push({ kind, id, number: kind === 'footnote' ? String(count) : formatNumber(count, 'i') })
  }

  openNote(): void {
    // Only in the parts that hold notes, which NoteWriter reads.
  }

  writeNote(number: string, paragraphs: readonly Paragraph[]): void {
    this.writer.open({ kind: 'footnote', number })
    paragraphs.forEach((paragraph, i) => {
      if (i > 0) this.writer.breakLine()
      this.addRuns(shownOf(paragraph, this.styles), false)
    })
    this.writer.close()
  }

  finish(): { text: string; blocks: readonly Block[] } {
    return this.writer.finish()
  }

  private write(paragraph: Paragraph): void {
    const style = this.styles.resolve(paragraph.style)
    const label = this.labelOf(paragraph, style)
    if (paragraph.runs.every(({ text }) => text.trim() === '') && !label?.text) return
    const shape = this.shapeOf(paragraph, style, label)
    if (shape.kind !== 'list-item') this.lists.length = 0
    this.writer.open({ ...shape, ...this.boxOf(paragraph, style) })
    if (label && /\p{L}{3}/u.test(label.text))
      this.writer.add(`${label.text} `, { isBold: style.isBold ?? false })
    this.addRuns(paragraph, style.isBold ?? false)
    const block = this.writer.close()
    if (/^title$/i.test(style.name) && block) this.title ??= block
  }

  /** Lines of running text that are typed as items and paragraphs of their own. */
  private partsOf(paragraph: Paragraph): readonly Paragraph[] {
    const style = this.styles.resolve(paragraph.style)
    const isNumbered = (paragraph.numberingId ?? style.numberingId) !== undefined
    return isNumbered || this.levelOf(paragraph, style) !== undefined ? [paragraph] : partAtBreaks(paragraph)
  }

  private shapeOf(paragraph: Paragraph, style: Style, label: NumberLabel | undefined): BlockShape {
    if (paragraph.isContents || /^(?:toc \d|toc heading|table of figures)$/i.test(style.name))
      return { kind: 'navigation' }
    const printed = label?.text ? numberOf(label.text) : undefined
    const number = printed === undefined ? {} : { number: printed }
    const level = this.levelOf(paragraph, style)
    if (level !== undefined) return { kind: 'heading', level, ...number }
    if (/quot|block text/i.test(style.name)) return { kind: 'quote' }
    if (!label) return this.typedItem(paragraph) ?? { kind: 'paragraph' }
    const isWorded = /\p{L}{3}/u.test(label.text)
    if ((label.isOutline || isWorded) && !label.isBullet) return { kind: 'paragraph', ...number }
    const { leadIn, ...item } = nextItem(this.listOf(paragraph, style))
    return { ...item, ...number, ...(leadIn !== undefined && { leadIn }) }
  }

  /** Bullets and "(a)" typed by hand. The mark is taken off, as Word's own marks are not in the text either. */
  private typedItem(paragraph: Paragraph): BlockShape | undefined {
    const first = paragraph.runs.find(({ text }) => text.trim() !== '')
    const line = paragraph.runs.map(({ text }) => text).join('')
    const marker = parseMarker(line.trimStart())
    if (!first || !marker || (marker.kind === 'number' && !marker.style.startsWith('('))) return undefined
    takeOff(paragraph, marker.length + line.length - line.trimStart().length)
    const { leadIn } = this.listFor('typed', marker.kind === 'bullet' ? 0 : 1)
    return {
      kind: 'list-item',
      level: 1,
      ...(marker.number && { number: marker.number }),
      ...(leadIn !== undefined && { leadIn }),
    }
  }

  /** A title stands above all headings, so they move one level in under it. */
  private levelOf(paragraph: Paragraph, style: Style): number | undefined {
    if (/^title$/i.test(style.name)) return 1
    const own = paragraph.outlineLevel
    const level = own !== undefined ? (own < 9 ? own + 1 : undefined) : this.styles.headingLevel(style)
    return level === undefined ? undefined : Math.min(6, level + (this.title === null ? 0 : 1))
  }

  private labelOf(paragraph: Paragraph, style: Style): NumberLabel | undefined {
    const id = paragraph.numberingId ?? style.numberingId
    if (id === undefined) return undefined
    return this.numbering.next(id, this.depthOf(id, paragraph, style))
  }

  private depthOf(id: string, { listLevel, style: styleId }: Paragraph, style: Style): number {
    const ofStyle = styleId === undefined ? undefined : this.numbering.levelOfStyle(id, styleId)
    return listLevel ?? ofStyle ?? style.listLevel ?? 0
  }

  private listOf(paragraph: Paragraph, style: Style): OpenList {
    const id = paragraph.numberingId ?? style.numberingId ?? ''
    // Word's own styles "List Bullet 2" and "List Number 3" each have a numbering of one level.
    const named = /^list (?:bullet|number) ([2-5])$/i.exec(style.name)?.[1]
    return this.listFor(id, this.depthOf(id, paragraph, style) || Number(named ?? 1) - 1)
  }

  private listFor(numberingId: string, depth: number): OpenList {
    while ((this.lists.at(-1)?.depth ?? -1) > depth) this.lists.pop()
    const last = this.lists.at(-1)
    if (last && last.depth === depth) return last.list
    const list = openList(this.writer, last?.list, { isNumbered: false })
    this.lists.push({ numberingId, depth, list })
    return list
  }

  private boxOf(paragraph: Paragraph, style: Style): { box?: number } {
    const tableBox = this.tables.at(-1)?.box
    if (tableBox !== undefined && tableBox !== null) return { box: tableBox }
    if (paragraph.textBox !== undefined) {
      const box = this.textBoxIds.get(paragraph.textBox) ?? this.boxes++
      this.textBoxIds.set(paragraph.textBox, box)
      return { box }
    }
    if (!(paragraph.isBoxed ?? style.isBoxed)) {
      this.box = null
      return {}
    }
    this.box ??= this.boxes++
    return { box: this.box }
  }

  private addRuns(paragraph: Paragraph, isBold: boolean): void {
    for (const run of paragraph.runs)
      run.text.split('\n').forEach((line, i) => {
        if (i > 0) this.writer.breakLine()
        this.writer.add(line, { isBold: run.isBold ?? isBold })
      })
  }

  private addToCell(paragraph: Paragraph): void {
    const style = this.styles.resolve(paragraph.style)
    const label = this.rows.isCovered ? '' : (this.labelOf(paragraph, style)?.text ?? '')
    const isEmpty = label === '' && paragraph.runs.every(({ text }) => text.trim() === '')
    this.rows.add({ paragraph, label, isBold: style.isBold ?? false }, isEmpty)
  }

  private writeRows(): void {
    for (const { isHeader, cells } of this.rows.take()) {
      this.lists.length = 0
      this.writer.open({ kind: 'table-row', ...(isHeader && { isHeaderRow: true }) })
      for (const { content, rows } of cells) {
        this.writer.openCell(rows)
        content.forEach(({ paragraph, label, isBold }, i) => {
          if (i > 0) this.writer.breakLine()
          if (label) this.writer.add(`${label} `)
          this.addRuns(paragraph, isBold)
        })
      }
      this.writer.close()
    }
  }
}

/** "(a)" is a, "2.1." is 2.1, "Recommendation 3:" is 3. */
function numberOf(label: string): string | undefined {
  return labelNumber(label) ?? (label.replace(/^[\s([]+|[\s.):\]–-]+$/g, '') || undefined)
}
