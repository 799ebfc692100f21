/**
 * A document's text cut into parts, each of which makes a page of its own that is light on a slow connection. The cuts
 * are kept with the capture, so that the address of a passage is known without its text and never changes.
 */
import type { Block, DocumentText, Range } from '../../model/index.ts'

/** Bytes of HTML that a part's text may come to: with the frame and the notes a page stays below 30 kB. */
const LARGEST = 15_000
/** What the tags around a block and around a cell cost. */
const BLOCK_TAGS = 24
const CELL_TAGS = 12
const PAGE_TAGS = 90

const MARKUP: Readonly<Record<string, number>> = { '&': 5, '<': 4, '>': 4, '"': 6, "'": 5 }

function costOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  const bytes = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  return MARKUP[character] ?? bytes
}

/** Offsets at which parts begin, the first 0; parts end where the next begins. At least one. */
export function splitParts({
  text,
  blocks,
  pages,
}: Pick<DocumentText, 'text' | 'blocks' | 'pages'>): number[] {
  const starts = [0]
  let cost = 0
  let page = 0
  for (const block of blocks) {
    while (pages !== null && (pages[page]?.end ?? Number.POSITIVE_INFINITY) <= block.start) {
      page++
      cost += PAGE_TAGS
    }
    const whole = blockCost(text, block)
    const isNewPart = cost > 0 && (cost + whole > LARGEST || (opensChapter(block) && cost > LARGEST / 2))
    if (isNewPart && block.start > (starts.at(-1) ?? 0)) {
      starts.push(block.start)
      cost = 0
    }
    if (whole <= LARGEST) cost += whole
    else {
      const cuts = cutBlock(text, block)
      starts.push(...cuts)
      cost = blockCost(text, { ...block, start: cuts.at(-1) ?? block.start })
    }
  }
  return starts
}

/** A chapter begins a new part, unless the one before would be short. */
const opensChapter = ({ kind, level }: Block): boolean => kind === 'heading' && level === 1

function blockCost(text: string, { start, end, cells }: Range & Pick<Block, 'cells'>): number {
  let cost = BLOCK_TAGS + CELL_TAGS * (cells?.length ?? 0)
  for (const character of text.slice(start, end)) cost += costOf(character)
  return cost
}

/** Where a block that is longer than a part is cut: after white space where there is some. */
function cutBlock(text: string, { start, end }: Range): number[] {
  const cuts: number[] = []
  let cost = BLOCK_TAGS
  let space = start
  for (let at = start; at < end; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    if (/\s/.test(character)) space = at + 1
    cost += costOf(character)
    if (cost > LARGEST - 200) {
      const cut = space > (cuts.at(-1) ?? start) ? space : at
      if (cut > start) cuts.push(cut)
      cost = BLOCK_TAGS
      at = Math.max(cut, at)
    }
    at += character.length
  }
  return cuts
}

/** Which part (from 1) holds an offset. */
export function partOf(starts: readonly number[], offset: number): number {
  const after = starts.findIndex((start) => start > offset)
  return after < 0 ? starts.length : Math.max(1, after)
}

/** A part (from 1) as a document of its own: its blocks, cut where it is, and its pages; offsets count in the whole. */
export function cutPart(document: DocumentText, starts: readonly number[], part: number): DocumentText {
  const start = starts[part - 1] ?? 0
  const end = starts[part] ?? document.text.length
  const blocks = document.blocks
    .filter((block) => block.start < end && block.end > start)
    .map((block) => {
      if (block.start >= start && block.end <= end) return block
      const { cells: _cells, ...rest } = block
      return { ...rest, start: Math.max(block.start, start), end: Math.min(block.end, end) }
    })
  const hasWords = (page: Range) => blocks.some((block) => block.start < page.end && block.end > page.start)
  const pages = document.pages?.filter(hasWords) ?? null
  return { ...document, blocks, pages }
}
