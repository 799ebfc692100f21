/** Footnotes and endnotes of a Word document, which stand in parts of their own. */
import { BodyEvents } from './body-events.ts'
import type { BodySink, Paragraph } from './body-sink.ts'
import type { DocxPackage } from './package.ts'

/** The paragraphs of each note, by id; separators between text and notes are none. */
export function readNotes(docx: DocxPackage, part: string): Map<string, Paragraph[]> {
  const notes = new Map<string, Paragraph[]>()
  let current: Paragraph[] = []
  const ignore = () => {}
  const sink: BodySink = {
    paragraph: (paragraph) => current.push(paragraph),
    openNote: (id, type) => {
      current = []
      if (type === 'normal') notes.set(id, current)
    },
    openTable: ignore,
    closeTable: ignore,
    openRow: ignore,
    closeRow: ignore,
    openCell: ignore,
    widenCell: ignore,
    mergeCell: ignore,
    skipColumns: ignore,
    note: ignore,
  }
  docx.read(part, new BodyEvents(sink))
  return notes
}
