/** What all written formats (HTML, Markdown, DOCX) need once their blocks stand: printed numbers, furniture by words. */
import type { Block } from '../model/index.ts'
import { labelNumber } from './plain/heading-shapes.ts'
import { parseMarker } from './plain/markers.ts'
import { isNavigationLine } from './plain/navigation.ts'

interface WrittenText {
  readonly text: string
  readonly blocks: readonly Block[]
}

/** The same text; blocks with the numbers that they print, and on web pages, lines of pure furniture as navigation. */
export function finishBlocks({ text, blocks }: WrittenText, isWebPage: boolean): WrittenText {
  return { text, blocks: blocks.map((block) => finishBlock(text, block, isWebPage)) }
}

function finishBlock(text: string, block: Block, isWebPage: boolean): Block {
  const { kind, start, end } = block
  if (kind === 'navigation' || kind === 'table-row' || kind === 'footnote') return block
  const words = text.slice(start, Math.min(end, start + 700))
  if (isWebPage && kind !== 'quote' && isNavigationLine(words)) return { kind: 'navigation', start, end }
  if (block.number !== undefined || kind === 'quote') return block
  const number = parseMarker(words)?.number ?? labelNumber(words)
  return number === undefined ? block : { ...block, number }
}
