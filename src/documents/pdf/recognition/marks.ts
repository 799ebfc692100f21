/** The letter-sized shapes of a page, gathered into lines of lettering. */
import type { Outline } from './outlines.ts'

/** One drawn letter or sign with its box, in points from the page's top left corner. */
export interface Mark {
  readonly outline: Outline
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Marks that stand on one line with no wide gap between them, from left to right. */
export interface MarkLine {
  readonly marks: readonly Mark[]
  readonly baseline: number
  /** Typical height of its marks, in points. */
  readonly height: number
}

/** Larger shapes are grounds, pictures and ornaments; thinner ones are rules and underlines. */
const TALLEST = 48
const WIDEST = 60
const PALEST = 200
/** A flat shape much longer than a dash is an underline. */
const LONGEST_DASH = 14
const THICKEST_RULE = 1.6
/** Gaps wider than this many mark heights part columns and table cells. */
const COLUMN_GAP = 3

function boxOf(outline: Outline) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const ring of outline.rings)
    for (let i = 0; i + 1 < ring.length; i += 2) {
      left = Math.min(left, ring[i] ?? left)
      right = Math.max(right, ring[i] ?? right)
      top = Math.min(top, ring[i + 1] ?? top)
      bottom = Math.max(bottom, ring[i + 1] ?? bottom)
    }
  return { left, right, top, bottom }
}

/**
 * A printer driver may join signs without curves that stand side by side ("ll", ". I") into one path: they come apart
 * again. A straight double quote stays one sign: two short strokes of one height.
 */
function partStrokes(outline: Outline): Outline[] {
  if (outline.hasCurves || outline.rings.length < 2) return [outline]
  const parts = outline.rings.map((ring) => ({ ...outline, rings: [ring] }))
  const boxes = parts.map(boxOf).sort((one, other) => one.left - other.left)
  const areApart = boxes.every((box, at) => at === 0 || box.left > (boxes[at - 1]?.right ?? 0))
  const [first] = boxes
  const isQuote =
    first !== undefined &&
    boxes.length === 2 &&
    boxes.every(
      (box) => Math.abs(box.bottom - first.bottom) < 0.3 && box.bottom - box.top < 5 * (box.right - box.left),
    )
  return areApart && !isQuote ? parts : [outline]
}

function markOf(outline: Outline): Mark | null {
  const { left, right, top, bottom } = boxOf(outline)
  const [width, height] = [right - left, bottom - top]
  const isRule = width > LONGEST_DASH && height < THICKEST_RULE
  if (
    outline.luminance > PALEST ||
    height > TALLEST ||
    width > WIDEST ||
    isRule ||
    !(width > 0.1) ||
    !(height > 0.1)
  )
    return null
  return { outline, left, right, top, bottom }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[sorted.length >> 1] ?? 0
}

/** Rows of marks whose boxes overlap in height, found from the tall marks first so that points and dashes join them. */
function gatherRows(marks: readonly Mark[]): Mark[][] {
  const rows: { top: number; bottom: number; marks: Mark[] }[] = []
  const byHeight = [...marks].sort((one, other) => other.bottom - other.top - (one.bottom - one.top))
  for (const mark of byHeight) {
    const middle = (mark.top + mark.bottom) / 2
    const row = rows.find((known) => middle > known.top && middle < known.bottom)
    if (row) row.marks.push(mark)
    else rows.push({ top: mark.top - 1, bottom: mark.bottom + 1, marks: [mark] })
  }
  return rows.map((row) => row.marks)
}

function splitAtGaps(row: readonly Mark[]): Mark[][] {
  const height = median(row.map((mark) => mark.bottom - mark.top))
  const parts: Mark[][] = []
  let end = -Infinity
  for (const mark of [...row].sort((one, other) => one.left - other.left)) {
    if (mark.left - end > COLUMN_GAP * height) parts.push([])
    parts.at(-1)?.push(mark)
    end = Math.max(end, mark.right)
  }
  return parts
}

/** The lines of lettering of a page, from top to bottom, then left to right. */
export function gatherLines(outlines: readonly Outline[]): MarkLine[] {
  const marks = outlines
    .flatMap(partStrokes)
    .map(markOf)
    .filter((mark) => mark !== null)
  return gatherRows(marks)
    .flatMap(splitAtGaps)
    .map((line) => ({
      marks: line,
      baseline: median(line.map((mark) => mark.bottom)),
      height: median(line.map((mark) => mark.bottom - mark.top)),
    }))
    .sort(
      (one, other) =>
        one.baseline - other.baseline || (one.marks[0]?.left ?? 0) - (other.marks[0]?.left ?? 0),
    )
}
