/** Parts a column of lines into paragraphs, headings and list items by spacing, indent, style and markers. */
import type { Draft } from './draft.ts'
import type { Line } from './lines.ts'
import { findMarker } from './markers.ts'

/** A step between baselines this many times the usual one opens a new paragraph. */
const WIDE_STEP = 1.28
/** Sizes that differ by more than this share belong to different blocks. */
const SIZE_SHARE = 0.07
/** A first line set in by this many ems opens a paragraph. */
const INDENT = 0.8

/** The blocks of one column of lines, top to bottom. `step` gives the usual distance of baselines for a type size. */
export function partParagraphs(lines: readonly Line[], step: (size: number) => number): Draft[] {
  const drafts: Draft[] = []
  let current: Draft | undefined
  let before: Line | undefined
  for (const line of lines) {
    if (current === undefined || before === undefined || startsBlock(before, line, current, step)) {
      current = openDraft(line)
      drafts.push(current)
    } else current.lines.push(line)
    before = line
  }
  return drafts
}

function openDraft(line: Line): Draft {
  const marker = findMarker(line.text)
  if (marker === null) return { kind: 'paragraph', lines: [line] }
  const number = marker.number === null ? {} : { number: marker.number }
  return { kind: marker.kind === 'section' ? 'paragraph' : 'list-item', ...number, lines: [line] }
}

function startsBlock(before: Line, line: Line, current: Draft, step: (size: number) => number): boolean {
  const size = Math.max(before.style.size, line.style.size)
  if (Math.abs(before.style.size - line.style.size) > SIZE_SHARE * size) return true
  if (line.baseline - before.baseline > WIDE_STEP * step(size) || line.baseline < before.baseline - size)
    return true
  if (before.style.isBold !== line.style.isBold && !mixes(before, line)) return true
  if (findMarker(line.text) !== null && line.x <= (current.lines[0]?.x ?? line.x) + size * 4) return true
  const left = current.lines.length > 1 ? before.x : (current.lines[0]?.x ?? before.x)
  return current.kind === 'paragraph' && line.x - left > INDENT * size && current.lines.length > 1
}

/** True where bold and plain words share one of the two lines, so that a change of weight is emphasis in a sentence. */
const mixes = (before: Line, line: Line): boolean =>
  [before, line].some((one) => new Set(one.words.map((word) => word.style.isBold)).size > 1)
