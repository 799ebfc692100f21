/** DOCX: Word's paragraphs, tables, notes and the numbers that it computes, read from the package without Word. */
import type { Block, DocumentNotice } from '../../model/index.ts'
import { finishBlocks } from '../finish-blocks.ts'
import { promoteBoldLines } from '../promote-bold-lines.ts'
import { findPublishedDate } from '../published-date.ts'
import type { ParsedText, ParseLimits, SourceFile } from '../source.ts'
import { BodyEvents } from './body-events.ts'
import type { PartLeftOut } from './body-sink.ts'
import { readNotes } from './notes.ts'
import { Numbering } from './numbering.ts'
import { DocxPackage } from './package.ts'
import { readProperties } from './properties.ts'
import { readStyles } from './styles.ts'
import { BodyWriter } from './write-body.ts'
import { damaged } from './zip-directory.ts'

/**
 * Reads a Word document. Throws SourceError `document_damaged`, `document_encrypted` or `document_unsafe_path`, and
 * LimitError where the package holds or unpacks to more than the limits allow. Nothing outside the file is fetched.
 */
export function parseDocx(source: SourceFile, limits: ParseLimits): ParsedText {
  const docx = new DocxPackage(source, limits)
  const main = findMainPart(docx)
  const parts = [...docx.relationships(main).values()]
  const partOf = (type: string) =>
    parts.find((part) => part.type === type && !part.isExternal)?.target ?? `word/${type}.xml`
  const writer = new BodyWriter(readStyles(docx, partOf('styles')), new Numbering(docx, partOf('numbering')))
  const body = new BodyEvents(writer)
  if (!docx.read(main, body)) throw damaged(source.name, `its main part ${main} is missing`)
  writeNotes(docx, writer, partOf)
  const { text, blocks: written } = finishBlocks(writer.finish(), false)
  const properties = readProperties(docx)
  const blocks = promoteBoldLines(text, written)
  return {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    title: wordsOf(text, writer.title) ?? properties.title ?? wordsOf(text, firstHeading(blocks)),
    publisher: properties.company,
    date: findPublishedDate(text, blocks) ?? properties.created,
    text,
    blocks,
    pages: null,
    notices: [
      ...(body.hasTrackedChanges ? [CHANGES_NOTICE] : []),
      ...[...body.partsLeftOut].map((part) => PARTS_NOTICES[part]),
      ...externalNotices(docx),
    ],
  }
}

function findMainPart(docx: DocxPackage): string {
  const root = [...docx.relationships('').values()]
  return (
    root.find(({ type, isExternal }) => type === 'officeDocument' && !isExternal)?.target ??
    'word/document.xml'
  )
}

function writeNotes(docx: DocxPackage, writer: BodyWriter, partOf: (type: string) => string): void {
  const notes = {
    footnote: readNotes(docx, partOf('footnotes')),
    endnote: readNotes(docx, partOf('endnotes')),
  }
  for (const { kind, id, number } of writer.notes) {
    const paragraphs = notes[kind].get(id)
    if (paragraphs) writer.writeNote(number, paragraphs)
  }
}

function firstHeading(blocks: readonly Block[]): Block | null {
  return blocks.slice(0, 5).find((block) => block.kind === 'heading' && block.level === 1) ?? null
}

function wordsOf(text: string, block: Block | null): string | null {
  return block && text.slice(block.start, block.end).replace(/\s+/g, ' ')
}

const CHANGES_NOTICE: DocumentNotice = {
  code: 'changes_taken_as_accepted',
  message:
    'The document holds tracked changes. It was read as if all were accepted; accept or reject them in Word for another reading.',
}

const PARTS_NOTICES: Readonly<Record<PartLeftOut, DocumentNotice>> = {
  comments: {
    code: 'part_left_out',
    message:
      'The document holds comments in its margin, which were left out. If an answer stands there, write it into the text.',
  },
  document: {
    code: 'part_left_out',
    message:
      'The document has another one put into it, whose words were left out. Open it in Word, save it under a new name and give that.',
  },
  diagram: {
    code: 'part_left_out',
    message: 'The document holds a diagram (SmartArt), whose words were left out. A PDF of it has them.',
  },
}

function externalNotices(docx: DocxPackage): DocumentNotice[] {
  const targets = docx.externalTargets()
  if (targets.length === 0) return []
  const some = targets.slice(0, 3).map((target) => target.slice(0, 100))
  const more = targets.length > some.length ? ` and ${targets.length - some.length} more` : ''
  return [
    {
      code: 'external_reference_ignored',
      message: `The document refers to files outside itself (${some.join(', ')}${more}); none of them was fetched.`,
    },
  ]
}
