/** Lists that a page types instead of marking up: "• one<br>• two", or paragraphs that each begin with a sign. */
import type { BlockShape, BlockWriter } from '../block-writer.ts'
import { nextItem, type OpenList, openList } from '../open-list.ts'

export class TypedItems {
  private readonly writer: BlockWriter
  private open: OpenList | undefined
  /** Number of blocks when the last item was opened: another one right after it belongs to the same list. */
  private at = -1

  constructor(writer: BlockWriter) {
    this.writer = writer
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
