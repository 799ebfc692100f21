/** Parts a column of lines into paragraphs, headings and list items by spacing, indent, style and markers. */

import { boxAround } from './boxes.ts'
import { isContentsLine } from './contents.ts'
import type { Draft } from './draft.ts'
import type { Line } from './lines.ts'
import type { Look } from './look.ts'
import { findMarker, type Marker } from './markers.ts'
import type { Area } from './table-grid.ts'

/** A step between baselines this many times the usual one opens a new paragraph. */
const WIDE_STEP = 1.25
/** Sizes that differ by more than this share belong to different blocks. */
const SIZE_SHARE = 0.07
/** A first line set in by this many ems opens a paragraph; one set out by as many ends a hanging one. */
const INDENT = 0.8
/** A line ending this many ems short of the column's edge may be the last of its paragraph. */
const SHORT = 3

interface Column {
  readonly left: number
  readonly right: number
  readonly look: Look
  readonly boxes: readonly Area[]
}

/** The blocks of one column of lines, top to bottom. */
export function partParagraphs(lines: readonly Line[], look: Look, boxes: readonly Area[]): Draft[] {
  const column: Column = {
    left: Math.min(...lines.map((line) => line.x)),
    right: Math.max(...lines.map((line) => line.right)),
    look,
    boxes,
  }
  const drafts: Draft[] = []
  let before: Line | undefined
  for (const line of lines) {
    const current = drafts.at(-1)
    if (current === undefined || before === undefined || startsBlock(before, line, current, column))
      drafts.push(openDraft(line, column))
    else current.lines.push(line)
    before = line
  }
  return drafts
}

/** A bare arabic number at the column's edge numbers a paragraph; any other marker makes a list item. */
function openDraft(line: Line, column: Column): Draft {
  const marker = findMarker(line.text)
  const box = boxAround([line], column.boxes)
  const rest = { lines: [line], ...(box === null ? {} : { box }) }
  if (marker === null) return { kind: 'paragraph', ...rest }
  const number = marker.number === null ? {} : { number: marker.number }
  const isParagraph =
    marker.kind === 'section' ||
    (marker.kind === 'number' && line.x - column.left < line.style.size && box === null)
  return { kind: isParagraph ? 'paragraph' : 'list-item', ...number, ...rest }
}

function startsBlock(before: Line, line: Line, current: Draft, column: Column): boolean {
  const size = Math.max(before.style.size, line.style.size)
  const step = line.baseline - before.baseline
  if (isContentsLine(before) || Math.abs(before.style.size - line.style.size) > SIZE_SHARE * size) return true
  if (step > WIDE_STEP * column.look.step(line.style.size) || step < -size) return true
  if ((boxAround([line], column.boxes) ?? undefined) !== current.box) return true
  if (changesStyle(before, line) && !isInItem(line, current)) return true
  const marker = findMarker(line.text)
  if (marker !== null && opensItem(marker, line, current)) return true
  return changesIndent(line, before, current, column)
}

/** Text set under an item's words, behind its marker, is the item's: its title may be bold and the rest not. */
function isInItem(line: Line, current: Draft): boolean {
  const first = current.lines[0]
  if (current.kind !== 'list-item' || first === undefined) return false
  return Math.abs(line.x - textStart(first)) < line.style.size * 0.5
}

/** True where one line is all of one weight or colour and the next all of another, as titles and emphasis are. */
function changesStyle(before: Line, line: Line): boolean {
  const isChange =
    before.style.isBold !== line.style.isBold ||
    (before.style.isItalic !== line.style.isItalic && before.style.colour !== line.style.colour)
  return isChange && !isMixed(before) && !isMixed(line)
}

const isMixed = (line: Line): boolean => {
  const bold = line.words.filter((word) => /\p{L}/u.test(word.text)).map((word) => word.style.isBold)
  return new Set(bold).size > 1
}

/** A marker inside running text ("in section 4. The next") is no marker: it must stand where items start. */
function opensItem(marker: Marker, line: Line, current: Draft): boolean {
  const first = current.lines[0]
  if (first === undefined || marker.kind === 'bullet') return true
  const hanging = textStart(first)
  const size = line.style.size
  if (current.number !== undefined) return Math.abs(line.x - hanging) > size * 0.3 || hanging === first.x
  return Math.abs(line.x - first.x) > size * INDENT || gapAfterMarker(line) > size * 0.6
}

/** Left edge of a line's text behind its marker. */
export function textStart(line: Line): number {
  return findMarker(line.text) === null ? line.x : (line.words[1]?.x ?? line.x)
}

function gapAfterMarker(line: Line): number {
  const [first, second] = line.words
  return first === undefined || second === undefined ? 0 : second.x - (first.x + first.width)
}

function changesIndent(line: Line, before: Line, current: Draft, column: Column): boolean {
  const first = current.lines[0]
  if (first === undefined) return false
  const size = line.style.size
  if (current.kind === 'list-item') return line.x < first.x - size * INDENT
  const isShortBefore = before.right < column.right - SHORT * size
  const left = current.lines.length > 1 ? before.x : textStart(first)
  const shift = line.x - left
  if (current.lines.length > 1 && shift > size * INDENT) return !isCentred(before, line)
  if (current.number === undefined && shift < -size * 2.5)
    return current.lines.length > 1 && !isCentred(before, line)
  return isShortBefore && /[.:;?!]["”’)]*$/.test(before.text) && Math.abs(shift) > size * INDENT
}

const isCentred = (a: Line, b: Line): boolean =>
  Math.abs((a.x + a.right) / 2 - (b.x + b.right) / 2) < a.style.size * 0.6
