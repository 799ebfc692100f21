/**
 * Headings that stand inside a list of recommendations: "Chapter 2: Funding" between item 3 and item 4. Where formats only
 * guess at levels, such a heading looks like the end of the list; the count that runs on across it tells otherwise.
 */
import type { Block, DocumentText } from '../model/index.ts'
import { isNextInCount, parseMarker } from './labels.ts'

/** Unnumbered blocks that may stand between such a heading and the next item: a line of introduction. */
const MOST_BETWEEN = 2

interface List {
  readonly level: number
  last: number
}

/** The level that each such heading has inside its list, by block index. `levelOf` is null for what is no heading. */
export function findListParts(
  document: DocumentText,
  isTitle: (block: Block) => boolean,
  levelOf: (block: Block) => number | null,
): ReadonlyMap<number, number> {
  const parts = new Map<number, number>()
  let list: List | null = null
  document.blocks.forEach((block, index) => {
    const level = levelOf(block)
    if (level !== null && isTitle(block)) list = { level, last: 0 }
    else if (list && level !== null && level <= list.level) {
      const next = nextNumber(document, index + 1, levelOf)
      if (next !== null && goesOn(list, next)) parts.set(index, list.level + 1)
      else list = null
    } else if (list && level === null) {
      const number = numberOf(document, block)
      if (number !== null && goesOn(list, number)) list.last = number
    }
  })
  return parts
}

/** The count runs on; it may begin anywhere, as a volume's second part does, and skip where it is of paragraphs. */
const goesOn = (list: List, number: number) => list.last === 0 || isNextInCount(list.last, number)

function nextNumber(
  document: DocumentText,
  from: number,
  levelOf: (block: Block) => number | null,
): number | null {
  let between = 0
  for (const block of document.blocks.slice(from, from + 12)) {
    if (block.kind === 'navigation' || block.kind === 'footnote' || levelOf(block) !== null) continue
    const number = numberOf(document, block)
    if (number !== null) return number
    if (++between > MOST_BETWEEN) return null
  }
  return null
}

function numberOf(document: DocumentText, block: Block): number | null {
  const printed =
    block.number ??
    parseMarker(document.text.slice(block.start, Math.min(block.end, block.start + 40)))?.numbers[0]
  return printed !== undefined && /^\d{1,3}\.?$/.test(printed) ? Number.parseInt(printed, 10) : null
}
