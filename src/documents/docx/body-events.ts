/** From the XML of a Word part to its paragraphs and tables, in reading order. What Word would not show is left out. */
import type { BodySink, Paragraph, PartLeftOut } from './body-sink.ts'
import { characterOf } from './characters.ts'
import { FormField } from './form-field.ts'
import { isOn, readFormat } from './styles.ts'
import type { XmlAttributes, XmlHandler } from './xml.ts'

/** Elements of which nothing is shown: deleted and moved text, fallbacks for old programs, field codes, properties. */
const SKIPPED = new Set([
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:delInstrText',
  'mc:Fallback',
  'w:sectPr',
  'w:rPrChange',
  'w:pPrChange',
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'w:numberingChange',
  'w:rt',
  'w:object',
])

/** What an empty content control asks its reader to do, in Word's own words. */
const PROMPT = /^(?:click|tap|choose|enter|select)\b.*\b(?:text|date|item|here|picture|option)\b/i

interface OpenParagraph {
  readonly paragraph: Paragraph
  isBold: boolean | undefined
  isHidden: boolean | undefined
  isRaised: boolean
  style: string | undefined
}

const CHANGES = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])

export class BodyEvents implements XmlHandler {
  private readonly sink: BodySink
  /** More than one while text boxes stand inside paragraphs. */
  private readonly paragraphs: OpenParagraph[] = []
  /** Paragraphs of text boxes, kept until the paragraph that anchors them is done. */
  private readonly boxed: Paragraph[] = []
  private readonly rows: { isHeader: boolean; isDeleted: boolean }[] = []
  private readonly tables: { columns: number; isAnnounced: boolean }[] = []
  private readonly fields: ('code' | 'result')[] = []
  /** The state of the field whose properties are being read. */
  private formField: FormField | null = null
  private skipping = 0
  private path: string[] = []
  private contents = 0
  /** What is known of the content controls around. */
  private readonly controls: { isContents: boolean; isPrompt: boolean }[] = []
  private textBoxes = 0
  private readonly openTextBoxes: number[] = []
  /** Whether changes were tracked that nobody has accepted or rejected yet. */
  hasTrackedChanges = false
  /** Where words stand that are shown beside the text, or that Word takes in when it opens the file. */
  readonly partsLeftOut = new Set<PartLeftOut>()

  constructor(sink: BodySink) {
    this.sink = sink
  }

  open(name: string, attributes: XmlAttributes): void {
    if (CHANGES.has(name)) this.hasTrackedChanges = true
    if (this.skipping > 0 || (SKIPPED.has(name) && !this.isDeletedMark(name))) {
      this.skipping++
      return
    }
    this.path.push(name)
    if (name === 'w:p') this.openParagraph()
    else if (name === 'w:ffData') this.formField = new FormField()
    else if (this.formField) this.formField.open(name, attributes)
    else if (this.isInProperties()) this.readProperty(name, attributes)
    else this.openContent(name, attributes)
  }

  close(name: string): void {
    if (this.skipping > 0) {
      this.skipping--
      return
    }
    this.path.pop()
    if (name === 'w:p') this.closeParagraph()
    else if (name === 'w:r') this.resetRun()
    else if (name === 'w:ffData') this.closeFormField()
    else if (name === 'w:tbl') this.closeTable()
    else if (name === 'w:tr') this.sink.closeRow(this.rows.pop() ?? { isHeader: false, isDeleted: false })
    else if (name === 'w:txbxContent') this.openTextBoxes.pop()
    else if (name === 'w:sdt' && this.controls.pop()?.isContents) this.contents--
  }

  text(text: string): void {
    const parent = this.path.at(-1)
    if (this.skipping === 0 && (parent === 'w:t' || parent === 'm:t')) this.add(text)
  }

  /** Inside paragraph and row properties, these are marks on the paragraph or row, not deleted or moved text. */
  private isDeletedMark(name: string): boolean {
    const parent = this.path.at(-1)
    if (parent === 'w:trPr') return name === 'w:del'
    return parent === 'w:rPr' && (name === 'w:del' || name === 'w:moveFrom')
  }

  private isInProperties(): boolean {
    return this.path.some((name, i) => i >= this.path.length - 4 && /Pr$|^w:tblGrid$/.test(name))
  }

  private openParagraph(): void {
    const textBox = this.openTextBoxes.at(-1)
    const paragraph: Paragraph = {
      runs: [],
      ...(textBox !== undefined && { textBox }),
      ...(this.contents > 0 && { isContents: true }),
    }
    this.paragraphs.push({
      paragraph,
      isBold: undefined,
      isHidden: undefined,
      isRaised: false,
      style: undefined,
    })
  }

  private closeParagraph(): void {
    const closed = this.paragraphs.pop()
    if (!closed) return
    if (closed.paragraph.textBox !== undefined && this.paragraphs.length > 0) {
      this.boxed.push(closed.paragraph)
      return
    }
    this.sink.paragraph(closed.paragraph)
    for (const boxed of this.boxed.splice(0)) this.sink.paragraph(boxed)
  }

  private readProperty(name: string, attributes: XmlAttributes): void {
    const open = this.paragraphs.at(-1)
    const row = this.rows.at(-1)
    const isInRun = this.path.at(-2) === 'w:rPr' && this.path.at(-3) === 'w:r'
    if (name === 'w:docPartGallery') this.markContents(attributes['w:val'] ?? '')
    else if (name === 'w:tblHeader' && row) row.isHeader = isOn(attributes)
    else if (name === 'w:del' && this.path.at(-2) === 'w:trPr' && row) row.isDeleted = true
    else if (name === 'w:showingPlcHdr' && isOn(attributes)) this.markPrompt()
    else if (name === 'w:gridCol') this.addColumn()
    else if (name === 'w:gridSpan') this.sink.widenCell(columnsOf(attributes))
    else if (name === 'w:gridBefore') this.sink.skipColumns(columnsOf(attributes))
    else if (name === 'w:vMerge') this.sink.mergeCell(attributes['w:val'] === 'restart' ? 'first' : 'further')
    else if (!open) return
    else if (isInRun && name === 'w:rStyle') open.style = attributes['w:val']
    else if (isInRun && name === 'w:vertAlign') open.isRaised = attributes['w:val'] === 'superscript'
    else if (isInRun && name === 'w:b') open.isBold = isOn(attributes)
    else if (isInRun && (name === 'w:vanish' || name === 'w:webHidden')) open.isHidden = isOn(attributes)
    else if (name === 'w:del' || name === 'w:moveFrom') open.paragraph.isJoined = true
    else if (name === 'w:pStyle') open.paragraph.style = attributes['w:val'] ?? ''
    else if (this.path.includes('w:pPr')) readFormat(open.paragraph, name, attributes)
  }

  private openContent(name: string, attributes: XmlAttributes): void {
    if (name === 'w:tbl') this.tables.push({ columns: 0, isAnnounced: false })
    else if (name === 'w:tr') this.openRow()
    else if (name === 'w:tc') this.sink.openCell()
    else if (name === 'w:sdt') this.controls.push({ isContents: false, isPrompt: false })
    else if (name === 'w:altChunk' || name === 'w:subDoc') this.partsLeftOut.add('document')
    else if (name === 'dgm:relIds') this.partsLeftOut.add('diagram')
    else if (name === 'w:commentReference') this.partsLeftOut.add('comments')
    else if (name === 'w:txbxContent') this.openTextBoxes.push(this.textBoxes++)
    else if (name === 'w:fldChar') this.changeField(attributes['w:fldCharType'] ?? '')
    else if (name === 'w:footnote' || name === 'w:endnote')
      this.sink.openNote(attributes['w:id'] ?? '', attributes['w:type'] ?? 'normal')
    else if (name === 'w:footnoteReference') this.sink.note('footnote', attributes['w:id'] ?? '')
    else if (name === 'w:endnoteReference') this.sink.note('endnote', attributes['w:id'] ?? '')
    else this.add(characterOf(name, attributes) ?? '')
  }

  private addColumn(): void {
    const table = this.tables.at(-1)
    if (table) table.columns++
  }

  /** A table is told of at its first row, when its columns are known. */
  private openRow(): void {
    const table = this.tables.at(-1)
    if (table && !table.isAnnounced) this.sink.openTable(table.columns)
    if (table) table.isAnnounced = true
    this.rows.push({ isHeader: false, isDeleted: false })
    this.sink.openRow()
  }

  private closeTable(): void {
    if (this.tables.pop()?.isAnnounced) this.sink.closeTable()
  }

  private markContents(gallery: string): void {
    const control = this.controls.at(-1)
    if (!/^table of (?:contents|figures)$/i.test(gallery) || control === undefined) return
    if (!control.isContents) this.contents++
    control.isContents = true
  }

  private markPrompt(): void {
    const control = this.controls.at(-1)
    if (control) control.isPrompt = true
  }

  /** Between `begin` and `separate` stands a field's code, which is not shown; its result follows up to `end`. */
  private changeField(type: string): void {
    if (type === 'begin') this.fields.push('code')
    else if (type === 'separate') this.fields[this.fields.length - 1] = 'result'
    else if (type === 'end') this.fields.pop()
  }

  /** The state is shown in place of the field, which has begun and whose code goes on. */
  private closeFormField(): void {
    const field = this.fields.pop()
    this.add(this.formField?.shown ?? '')
    if (field) this.fields.push(field)
    this.formField = null
  }

  private add(text: string): void {
    const open = this.paragraphs.at(-1)
    if (text === '' || !open || this.fields.at(-1) === 'code') return
    if (this.controls.at(-1)?.isPrompt && PROMPT.test(text)) return
    const { isBold, isHidden, isRaised, style } = open
    open.paragraph.runs.push({
      text,
      isBold,
      isHidden,
      ...(isRaised && { isRaised }),
      ...(style !== undefined && { style }),
    })
  }

  private resetRun(): void {
    const open = this.paragraphs.at(-1)
    if (!open) return
    open.isBold = undefined
    open.isHidden = undefined
    open.isRaised = false
    open.style = undefined
  }
}

/** Word has 63 columns at most; what says more is damaged. */
const columnsOf = (attributes: XmlAttributes): number =>
  Math.min(Math.max(Number(attributes['w:val']) || 1, 1), 63)
