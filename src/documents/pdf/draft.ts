/** Blocks before they have offsets: what the layout rules make and refine, page by page, until the text is laid out. */
import type { BlockKind } from '../../model/index.ts'
import type { Line } from './lines.ts'

export interface Draft {
  kind: BlockKind
  level?: number
  number?: string
  box?: number
  isHeaderRow?: boolean
  isEmphasised?: boolean
  /** The lines that make it up, in reading order; they may lie on several pages. Empty for table rows. */
  readonly lines: Line[]
  /** Table rows: the lines of each cell. */
  readonly cells?: Line[][]
}

export const firstLine = (draft: Draft): Line | undefined => draft.lines[0] ?? draft.cells?.flat()[0]
export const lastLine = (draft: Draft): Line | undefined => draft.lines.at(-1) ?? draft.cells?.flat().at(-1)
