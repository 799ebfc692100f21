/**
 * A document's text with places: the one shape that every format is read into and that all later work counts
 * offsets in. Offsets are UTF-16 code units, half open, and the same bytes always give the same offsets.
 */

export interface Range {
  readonly start: number
  readonly end: number
}

export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'table-row'
  | 'quote'
  | 'footnote'
  | 'navigation'

/** A cell of a table row. */
export interface Cell extends Range {
  /** Rows that it reaches down over, where more than its own: in those below, an empty cell stands in its column. */
  readonly rows?: number
}

/**
 * One block of a document's text. Blocks are in reading order and never overlap; text between blocks is white space
 * (plain text keeps its bytes as they are, so the gaps there may hold list markers or rules).
 */
export interface Block extends Range {
  readonly kind: BlockKind
  /** Headings: 1 (outermost) to 6. List items: nesting depth from 1. Absent on other kinds. */
  readonly level?: number
  /** Headings, paragraphs and list items: the printed number or letter when there is one ("4", "2a", "iii"), without
   * its punctuation. The marker itself stays in the text only where the document prints it as words of the line. */
  readonly number?: string
  /** List items: index in `blocks` of the paragraph or heading that leads the list in ("The Government should:"). */
  readonly leadIn?: number
  /** Table rows: the cells, in column order, as ranges in the document's text. */
  readonly cells?: readonly Cell[]
  /** Table rows: true on the row that names the columns. */
  readonly isHeaderRow?: boolean
  /** An id shared by the blocks that the page draws inside one box or on one tinted ground. */
  readonly box?: number
  /** True where the page sets the whole block in bold, or in a colour or size of its own, without its being a heading. */
  readonly isEmphasised?: boolean
}

/** The place of one page in the text; pages are in order and cover all the text. `number` counts from 1. */
export interface PageSpan extends Range {
  readonly number: number
  /** What the page calls itself in print ("iv", "12"), where the document tells. */
  readonly label?: string
}

export type MediaType =
  | 'text/plain'
  | 'text/markdown'
  | 'text/html'
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Something about the document that its reader should know, worded for a person ("Page 12 holds no text: a scan?"). */
export interface DocumentNotice {
  readonly code:
    | 'page_without_text'
    | 'text_recognised'
    | 'text_cut_short'
    | 'undecodable_bytes'
    | 'external_reference_ignored'
    | 'changes_taken_as_accepted'
    | 'part_left_out'
    | 'format_not_of_name'
    | 'damaged'
  readonly message: string
}

export interface DocumentText {
  readonly mediaType: MediaType
  /** SHA-256 of the bytes as given, lower-case hex. */
  readonly sha256: string
  readonly title: string | null
  readonly publisher: string | null
  /** The date the document gives itself, ISO 8601, day precision ("2022-05-24"); the first day where only a month or
   * year is printed. Null where it does not say. */
  readonly date: string | null
  readonly text: string
  readonly blocks: readonly Block[]
  /** Null where the format has no pages. */
  readonly pages: readonly PageSpan[] | null
  readonly notices: readonly DocumentNotice[]
}
