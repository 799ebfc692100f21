/** What a walk through a page knows of where it is. */
import type { BlockShape } from '../block-writer.ts'
import type { OpenList } from '../open-list.ts'
import type { SpannedColumns } from './tables.ts'

/** What the elements around a node make of its text. */
export interface Surroundings {
  readonly isNavigation: boolean
  readonly isBold: boolean
  readonly isQuote: boolean
  readonly isNote: boolean
  /** Where the note's own element tells it. */
  readonly noteNumber?: string
  readonly isPreformatted: boolean
  readonly isInCell: boolean
  readonly isInDataTable: boolean
  /** The columns of the data table around. */
  readonly columns?: SpannedColumns
  readonly isInContent: boolean
  readonly heading?: number
  readonly box?: number
  readonly list?: OpenList
  /** The list item that text here belongs to; its first block is the item, later ones are paragraphs inside it. */
  readonly item?: { shape: BlockShape | null }
}

/** Where no element is around. */
export const OUTSIDE: Surroundings = {
  isNavigation: false,
  isBold: false,
  isQuote: false,
  isNote: false,
  isPreformatted: false,
  isInCell: false,
  isInDataTable: false,
  isInContent: false,
}
