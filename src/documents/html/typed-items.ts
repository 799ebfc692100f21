/** Lists that a page types instead of marking up: "• one<br>• two", or paragraphs that each begin with a sign. */
import type { BlockShape, BlockWriter } from '../block-writer.ts'
import { nextItem, type OpenList, openList } from '../open-list.ts'
import { labelNumber } from '../plain/heading-shapes.ts'
import { parseMarker, startsListItem } from '../plain/markers.ts'

const BLANK = /^[ \t\n\r\f]*/

export class TypedItems {
  private readonly writer: BlockWriter
  private open: OpenList | undefined
  /** Number of blocks when the last item was opened: another one right after it belongs to the same list. */
  private at = -1

  constructor(writer: BlockWriter) {
    this.writer = writer
  }

  /** How much of a line's first text is its mark and the blanks around that; 0 where no sign of a list opens it. */
  markLength(text: string): number {
    const blanks = BLANK.exec(text)?.[0].length ?? 0
    const words = text.slice(blanks, blanks + 40)
    // The item's words may stand in an element of their own.
    const marker = parseMarker(`${words}x`)
    if (marker?.kind !== 'bullet' || /^[o+*]$/.test(marker.style) || !startsListItem(`${words}x`)) return 0
    return blanks + Math.min(marker.length, words.length)
  }

  /** The shape of the item, once what stands before it is written. */
  itemShape(): BlockShape {
    this.writer.close()
    const { count } = this.writer
    if (this.open === undefined || this.at !== count - 1)
      this.open = openList(this.writer, undefined, { isNumbered: false })
    this.at = count
    return nextItem(this.open)
  }
}

/** Whether a line after a break is a paragraph of its own: it is numbered ("2. Training"), or a recommendation by its label. */
export function opensParagraph(text: string): boolean {
  const words = text.slice(BLANK.exec(text)?.[0].length ?? 0).slice(0, 80)
  const marker = parseMarker(words)
  const isNumbered =
    marker?.kind === 'number' && /^\d/.test(marker.style) && /^\p{Lu}/u.test(words.slice(marker.length))
  return isNumbered || labelNumber(words) !== undefined
}
