/** The sentences of every block: a heading is one, each cell of a table row is read by itself. */
import type { Block, DocumentText, Range } from '../model/index.ts'
import { isRealHeading } from './sections.ts'
import { createSentenceSplitter } from './sentences.ts'

export interface BlockSentence extends Range {
  readonly block: number
  /** Column of the table cell it stands in; -1 outside tables. */
  readonly column: number
  readonly isHeading: boolean
}

/** All sentences in order. Blocks without words give none. */
export function splitBlocks(document: DocumentText): BlockSentence[] {
  const split = createSentenceSplitter()
  const sentences: BlockSentence[] = []
  document.blocks.forEach((block, index) => {
    const isHeading = isRealHeading(block, document.text)
    partsOf(block).forEach((part, column) => {
      const ranges = isHeading ? wholeOf(document.text, part) : split(document.text, part.start, part.end)
      for (const range of ranges) {
        if (!saysSomething(document.text, range)) continue
        const { start, end } = range
        sentences.push({ start, end, block: index, column: block.cells ? column : -1, isHeading })
      }
    })
  })
  return sentences
}

// So far in, a sentence has shown whether it holds words or only signs.
const SEARCHED = 400

function saysSomething(text: string, { start, end }: Range): boolean {
  const first = text.charCodeAt(start)
  // Nearly always the first sign is a plain letter.
  if ((first >= 97 && first <= 122) || (first >= 65 && first <= 90)) return true
  return /[\p{L}\p{N}]/u.test(text.slice(start, Math.min(end, start + SEARCHED)))
}

function partsOf(block: Block): readonly Range[] {
  return block.cells && block.cells.length > 0 ? block.cells : [block]
}

function wholeOf(text: string, range: Range): Range[] {
  const raw = text.slice(range.start, range.end)
  const lead = raw.length - raw.trimStart().length
  const start = range.start + lead
  const end = range.end - (raw.length - raw.trimEnd().length)
  return end > start ? [{ start, end }] : []
}
