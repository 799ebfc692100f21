/**
 * A document as the pieces that comparing works on: its blocks in reading order, table rows taken apart into cells,
 * each with the headings above it. Navigation, footnotes and contents lists are left out.
 */
import type { Block, BlockKind, DocumentText, Range } from '../model/index.ts'
import { isAsking } from './asks.ts'
import { type ColumnRole, readColumnRoles } from './columns.ts'
import { findForms } from './forms.ts'
import { parseLabel, parseParagraphReference, parseTrailingLabel } from './labels.ts'
import { findListParts } from './list-parts.ts'
import { reachDown } from './spanned-cells.ts'

export interface Piece extends Range {
  /** The document's text from start to end, each white-space character turned into a space: the same length. */
  readonly text: string
  readonly kind: Exclude<BlockKind, 'table-row' | 'navigation' | 'footnote'> | 'cell'
  /** Headings: 1 (outermost) to 6. List items: depth from 1. Else 0. */
  readonly level: number
  /** The headings above it, outermost first; a heading's own words are not among them. */
  readonly headings: readonly string[]
  /** The number it prints, as the document writes it; null where it prints none. */
  readonly number: string | null
  /** Pieces drawn in one box share it. */
  readonly box: number | null
  readonly isEmphasised: boolean
  /** True on a list item that a paragraph leads in. */
  readonly isLedIn: boolean
  /** Cells: which table row (counted over the document) and what the column is for. */
  readonly row: number | null
  readonly role: ColumnRole | null
}

interface HeadingAbove {
  readonly level: number
  readonly text: string
}

/** The pieces of a document, in reading order. */
export function takePieces(document: DocumentText): Piece[] {
  const inContents = findContents(document)
  const above: HeadingAbove[] = []
  const roles = readColumnRoles(document)
  const reach = reachDown()
  const forms = findForms(document)
  const parts = findListParts(
    document,
    (block) => isListTitle(document, block),
    (block) => headingLevel(document, block),
  )
  return document.blocks.flatMap((found, index) => {
    if (found.kind === 'navigation' || found.kind === 'footnote' || inContents.has(index)) return []
    const formLevel = forms.get(index)
    if (formLevel !== undefined) return takeFormRow(document, found, formLevel, above)
    if (found.kind === 'table-row') {
      const headings = above.map((heading) => heading.text)
      return takeCells(document, { ...found, cells: reach(found, index) }, index, headings, roles.get(index))
    }
    const level = parts.get(index) ?? headingLevel(document, found)
    const plain = found.kind === 'heading' ? 'paragraph' : found.kind
    const kind = level === null ? plain : 'heading'
    const block = level === null ? found : { ...found, level }
    if (kind === 'heading') dropFrom(above, block.level ?? 6)
    const piece = toPiece(
      document,
      block,
      kind,
      above.map((heading) => heading.text),
    )
    if (piece.text.trim() === '') return []
    if (kind === 'heading') above.push({ level: block.level ?? 6, text: squeeze(piece.text) })
    return [piece]
  })
}

// Tried on the text without its spaces: capitals set wide often come out of a PDF with gaps inside words.
const LIST_TITLE =
  /^(?:[ivxl]{1,6}\.)?[\W\d]*(?:summaryof|listof|our|the|key|main|final|(?:conclusions?|findings?)and)*(?:conclusions?|recommendations?)(?:and(?:conclusions?|recommendations?))?(?:(?:made)?inthisreport)?\W*$/i

function isListTitle(document: DocumentText, block: Block): boolean {
  if (block.kind === 'table-row' || block.end - block.start > 90) return false
  return LIST_TITLE.test(document.text.slice(block.start, block.end).replace(/\s/g, ''))
}

const PART_TITLE =
  /^\s*(?:chapter|part|section|theme)\s+(?:\d{1,2}|[ivx]{1,4}|[a-z])\s*[:–—]\s*\S[^.!?:]{2,100}\.?\s*$/i

/** "14. We recommend that … (Paragraph 51)" on one short line looks like a heading, and is an item of the list. */
function isNumberedItem(document: DocumentText, block: Block): boolean {
  const text = document.text.slice(block.start, block.end)
  if (parseTrailingLabel(text) !== null) return true
  if (block.number === undefined || parseLabel(text) !== null) return false
  return parseParagraphReference(text) !== null || (/\.\s*$/.test(text) && isAsking(text))
}

/**
 * The level of a heading; null for other blocks. The title of a list of recommendations, or of a part ("Theme 2: Money"),
 * is a heading even where its setting does not show it.
 */
function headingLevel(document: DocumentText, block: Block): number | null {
  if (block.kind === 'heading') return isNumberedItem(document, block) ? null : (block.level ?? 6)
  if (isListTitle(document, block)) return 2
  const isShort = block.kind === 'paragraph' && block.end - block.start <= 120
  return isShort && PART_TITLE.test(document.text.slice(block.start, block.end)) ? 3 : null
}

function dropFrom(above: HeadingAbove[], level: number): void {
  while ((above.at(-1)?.level ?? 0) >= level) above.pop()
}

function toPiece(
  document: DocumentText,
  block: Block,
  kind: Piece['kind'],
  headings: readonly string[],
): Piece {
  const range = trimRange(document.text, block)
  return {
    ...range,
    text: blank(document.text.slice(range.start, range.end)),
    kind,
    level: kind === 'paragraph' ? 0 : (block.level ?? (kind === 'heading' ? 6 : 0)),
    headings,
    number: block.number ?? null,
    box: block.box ?? null,
    isEmphasised: block.isEmphasised ?? false,
    isLedIn: block.leadIn !== undefined,
    row: null,
    role: null,
  }
}

/** The name of what stands beside it as a heading, and that as a paragraph under it. */
function takeFormRow(document: DocumentText, row: Block, level: number, above: HeadingAbove[]): Piece[] {
  const [name = row, text = row] = row.cells ?? []
  dropFrom(above, level)
  const headings = () => above.map((heading) => heading.text)
  const title = toPiece(document, { ...name, kind: 'heading', level }, 'heading', headings())
  above.push({ level, text: squeeze(title.text) })
  const said = toPiece(document, { ...text, kind: 'paragraph' }, 'paragraph', headings())
  return said.text.trim() === '' ? [title] : [title, said]
}

function takeCells(
  document: DocumentText,
  block: Block,
  row: number,
  headings: readonly string[],
  roles: readonly ColumnRole[] | undefined,
): Piece[] {
  // A row that names the columns has no roles of its own and says nothing.
  if (block.isHeaderRow || roles === undefined) return []
  return (block.cells ?? [block]).flatMap((cell, column) => {
    const piece = toPiece(document, { ...cell, kind: 'table-row' }, 'cell', headings)
    return piece.text.trim() === '' ? [] : [{ ...piece, row, role: roles[column] ?? 'other' }]
  })
}

/** The same range without the white space at its ends. */
export function trimRange(text: string, range: Range): Range {
  let { start, end } = range
  while (start < end && /\s/.test(text[start] ?? '')) start++
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--
  return { start, end }
}

/** White space as single blanks, one for one, so that offsets hold. */
const blank = (text: string) => text.replace(/\s/g, ' ')

/** White space squeezed and trimmed: for showing, not for offsets. */
export const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Blocks of contents lists: dotted leaders, or three and more short lines in a row that each end in a page number. */
function findContents(document: DocumentText): Set<number> {
  const found = new Set<number>()
  const run: number[] = []
  let lastPage = 0
  const close = () => {
    if (run.length >= 3) for (const index of run) found.add(index)
    run.length = 0
    lastPage = 0
  }
  document.blocks.forEach((block, index) => {
    if (block.kind === 'navigation' || block.kind === 'footnote') return
    const text = document.text.slice(block.start, Math.min(block.end, block.start + 400))
    if (/(?:\.\s?|…\s?){4,}\s*\d{1,4}\s*$/.test(text)) found.add(index)
    const page =
      block.end - block.start > 400 || !/^[^.!?]*$/.test(text) ? null : /\s(\d{1,3})\s*$/.exec(text)?.[1]
    if (!page || Number(page) < lastPage) close()
    if (!page) return
    run.push(index)
    lastPage = Number(page)
  })
  close()
  return found
}
