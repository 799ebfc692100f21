/** Several ways to find the same words again, described where they stand now. */
import type { Block, PageSpan, Range } from '../model/index.ts'

/** What anchoring needs of a document's text; a `DocumentText` is one. */
export interface AnchorableText {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly pages: readonly PageSpan[] | null
}

export interface QuoteSelector {
  readonly exact: string
  /** What stands before and after: at most 40 units each, never half a character. */
  readonly prefix: string
  readonly suffix: string
}

/** Where in the document the words stand, in a reader's terms. Null where the document does not tell. */
export interface PlaceSelector {
  readonly page: number | null
  /** Index of the block that they begin in. */
  readonly block: number | null
  readonly heading: string | null
}

export interface Selectors {
  readonly quote: QuoteSelector
  readonly position: Range
  readonly place: PlaceSelector
}

/** About seven words: two sentences that share all of them on both sides are the same sentence in practice. */
const CONTEXT = 40
const LONGEST_HEADING = 160

const isHalf = (text: string, offset: number) =>
  offset > 0 &&
  offset < text.length &&
  text.charCodeAt(offset - 1) >> 10 === 0x36 &&
  text.charCodeAt(offset) >> 10 === 0x37

const cut = (text: string, length: number) => text.slice(0, isHalf(text, length) ? length - 1 : length)

/** Throws RangeError for a range that is empty, outside the text, or cuts a character in two. */
export function describe(document: AnchorableText, { start, end }: Range): Selectors {
  const { text } = document
  if (!(start >= 0 && start < end && end <= text.length))
    throw new RangeError(`there is no text from ${start} to ${end} of ${text.length}`)
  if (isHalf(text, start) || isHalf(text, end))
    throw new RangeError(`${start} or ${end} cuts a character in two`)
  const from = Math.max(0, start - CONTEXT)
  const to = Math.min(text.length, end + CONTEXT)
  return {
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(isHalf(text, from) ? from + 1 : from, start),
      suffix: text.slice(end, isHalf(text, to) ? to - 1 : to),
    },
    position: { start, end },
    place: placeOf(document, start),
  }
}

/** The page, block and heading at an offset. */
export function placeOf({ text, blocks, pages }: AnchorableText, offset: number): PlaceSelector {
  const block = lastAt(blocks, offset)
  const page = pages === null ? undefined : pages[lastAt(pages, offset)]
  const headingAt = blocks.findLastIndex((each, at) => at <= block && each.kind === 'heading')
  const heading = blocks[headingAt]
  return {
    page: page?.number ?? null,
    block: block < 0 ? null : block,
    heading:
      heading === undefined
        ? null
        : cut(text.slice(heading.start, heading.end).replace(/\s+/g, ' '), LONGEST_HEADING),
  }
}

/** Index of the last range that starts at or before the offset; -1 where none does. */
function lastAt(ranges: readonly Range[], offset: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ranges[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
