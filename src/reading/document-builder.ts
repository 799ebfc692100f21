/** Builds small documents for the tests of this folder: one line a block, in the manner of the parsers. */
import type { Block, DocumentText } from '../model/index.ts'

/** A line: "# " a heading of level 1 (as many as there are signs), "- " a list item led in by the last paragraph. */
export function documentOf(lines: readonly string[], facts: Partial<DocumentText> = {}): DocumentText {
  const blocks: Block[] = []
  let text = ''
  let lead: number | undefined
  for (const line of lines) {
    const marks = /^(#+|-) /u.exec(line)?.[1] ?? ''
    const words = marks === '' ? line : line.slice(marks.length + 1)
    const range = { start: text.length, end: text.length + words.length }
    if (marks.startsWith('#')) blocks.push({ ...range, kind: 'heading', level: marks.length })
    else if (marks === '-')
      blocks.push({ ...range, kind: 'list-item', level: 1, ...(lead === undefined ? {} : { leadIn: lead }) })
    else {
      lead = blocks.length
      blocks.push({ ...range, kind: 'paragraph' })
    }
    text += `${words}\n\n`
  }
  return {
    mediaType: 'text/plain',
    sha256: 'c0ffee',
    title: null,
    publisher: null,
    date: null,
    text,
    blocks,
    pages: null,
    notices: [],
    ...facts,
  }
}
