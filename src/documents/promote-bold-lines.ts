/** Headings that a writer only set in bold: documents from word processors and web forms are full of them. */
import type { Block } from '../model/index.ts'

/** Longest bold line that is a heading; longer ones are paragraphs in bold. */
const LONGEST = 120

/** `blocks` with short bold paragraphs over running text turned into headings, one level below the heading above. */
export function promoteBoldLines(text: string, blocks: readonly Block[]): Block[] {
  let above = 0
  return blocks.map((block, i) => {
    if (block.kind === 'heading') above = block.level ?? 1
    if (!isBoldLine(text, block) || !leadsText(blocks[i + 1])) return block
    const { isEmphasised: _, ...rest } = block
    return { ...rest, kind: 'heading', level: Math.min(above + 1, 6) }
  })
}

function isBoldLine(text: string, block: Block): boolean {
  if (block.kind !== 'paragraph' || !block.isEmphasised || block.end - block.start > LONGEST) return false
  const words = text.slice(block.start, block.end)
  return /\p{L}{2}/u.test(words) && !/[.,;:]$/.test(words) && !words.includes('\n')
}

const leadsText = (next: Block | undefined): boolean =>
  next !== undefined &&
  next.isEmphasised !== true &&
  /^(?:paragraph|list-item|quote|table-row)$/.test(next.kind)
