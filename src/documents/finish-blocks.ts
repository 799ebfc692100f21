/** What all written formats (HTML, Markdown, DOCX) need once their blocks stand: printed numbers, furniture by words. */
import type { Block } from '../model/index.ts'
import { labelNumber } from './plain/heading-shapes.ts'
import { parseMarker } from './plain/markers.ts'
import { isNavigationLine, isSubjectOf } from './plain/navigation.ts'

interface WrittenText {
  readonly text: string
  readonly blocks: readonly Block[]
}

/** The same text; blocks with the numbers that they print, and on web pages, lines of pure furniture as navigation. */
export function finishBlocks({ text, blocks }: WrittenText, isWebPage: boolean): WrittenText {
  return { text, blocks: blocks.map((block, at) => finishBlock(text, block, blocks[at + 1], isWebPage)) }
}

function finishBlock(text: string, block: Block, next: Block | undefined, isWebPage: boolean): Block {
  const { kind, start, end } = block
  if (kind === 'navigation' || kind === 'table-row' || kind === 'footnote') return block
  const words = text.slice(start, Math.min(end, start + 700))
  if (isWebPage && kind !== 'quote' && isNavigationLine(words) && !isOverProse(text, block, next))
    return { kind: 'navigation', start, end }
  if (block.number !== undefined || kind === 'quote') return block
  const number = parseMarker(words)?.number ?? labelNumber(words)
  return number === undefined ? block : { ...block, number }
}

function isOverProse(text: string, { kind, start, end }: Block, next: Block | undefined): boolean {
  if (kind !== 'heading' || next?.kind !== 'paragraph') return false
  return isSubjectOf(text.slice(start, end), text.slice(next.start, next.end))
}
