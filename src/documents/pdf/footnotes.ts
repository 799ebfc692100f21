/** Parts a page's footnotes from its running text: small type at the foot, opened by a number or sign. */
import type { Draft } from './draft.ts'
import { type Line, topOf } from './lines.ts'
import type { Look } from './look.ts'
import type { Shape } from './page-content.ts'
import { THICKEST_RULE } from './rulings.ts'

/** Footnotes are set at most this large, as a share of the body's size. */
const NOTE_SIZE = 0.94
/** A rule above footnotes, in points: from a short stroke to the width of the text. */
const SHORTEST_RULE = 30
/** Share of the page's height above which no footnotes start. */
const HIGHEST = 0.25
/** Share below which small type in a flow of its own can be notes that go on, without a rule. */
const LOWEST_FLOW = 0.6
const NOTE_MARK = /^(?:\[?\d{1,4}\]?|[*†‡§¶]{1,3}|[a-z])[.)]?$/

/** `flow` split into the lines of running text and the footnotes, one draft each. */
export function splitFootnotes(
  flow: readonly Line[],
  look: Look,
  shapes: readonly Shape[],
  height: number,
): { text: Line[]; notes: Draft[] } {
  const start = findStart(flow, look, shapes, height)
  if (start === null) return { text: [...flow], notes: [] }
  return { text: flow.slice(0, start), notes: partNotes(flow.slice(start)) }
}

/** Index of the first line of the notes: all from it on are small, and a mark or a rule opens them. */
function findStart(
  flow: readonly Line[],
  look: Look,
  shapes: readonly Shape[],
  height: number,
): number | null {
  let start: number | null = null
  for (let i = flow.length - 1; i >= 0; i--) {
    const line = flow[i]
    if (line === undefined) break
    if (!isSmall(line, look)) return start ?? startOfRest(flow, i + 1)
    if (topOf(line) < height * HIGHEST) break
    const before = flow[i - 1]
    const isUnderRule = hasRuleAbove(line, before, shapes)
    const opens = markOf(line) !== null && (before === undefined || !isSmall(before, look) || isUnderRule)
    if (opens || isUnderRule) start = i
    if (isUnderRule) break
    const standsApart = i === 0 && topOf(line) > height * LOWEST_FLOW
    if (start === null && standsApart) start = startOfRest(flow, 0)
  }
  return start
}

/**
 * Where no rule parts them: the first small line at `top` where it goes on with a sentence, above a line with a mark. It is
 * the rest of a note of the page before, for nothing of the running text is as small.
 */
function startOfRest(flow: readonly Line[], top: number): number | null {
  const first = flow[top]
  if (first === undefined || !/^\p{Ll}/u.test(first.text)) return null
  return flow.slice(top + 1).some((line) => /[\d*†‡§¶]/.test(markOf(line) ?? '')) ? top : null
}

/** True for the first lines of `draft` where they belong to a note that the page before begins. */
export const isRestOfNote = (draft: Draft): boolean => {
  const first = draft.lines[0]
  return draft.kind === 'footnote' && first !== undefined && markOf(first) === null
}

const isSmall = (line: Line, look: Look): boolean => line.style.size <= look.body.size * NOTE_SIZE

function hasRuleAbove(line: Line, before: Line | undefined, shapes: readonly Shape[]): boolean {
  // Lower than any underline of the line above.
  const from = before === undefined ? line.baseline - 60 : before.baseline + before.style.size * 0.45
  return shapes.some(
    (shape) =>
      shape.height <= THICKEST_RULE &&
      shape.width >= SHORTEST_RULE &&
      shape.y > from &&
      shape.y < topOf(line) + line.style.size * 0.3 &&
      Math.abs(shape.x - line.x) < 30,
  )
}

function markOf(line: Line): string | null {
  const first = line.words[0]
  return first !== undefined && line.words.length > 1 && NOTE_MARK.test(first.text) ? first.text : null
}

function partNotes(lines: readonly Line[]): Draft[] {
  const notes: Draft[] = []
  let last: number | null = null
  for (const line of lines) {
    const mark = markOf(line)
    const value = mark === null ? null : Number(mark.replace(/\D/g, '') || Number.NaN)
    const current = notes.at(-1)
    if (current === undefined || (mark !== null && opensNote(value, last, line, current))) {
      notes.push({ kind: 'footnote', lines: [line] })
      last = value === null || Number.isNaN(value) ? last : value
    } else current.lines.push(line)
  }
  return notes
}

/** A number opens a note when it counts on from the last; a sign, or a number out of count, when it is raised. */
function opensNote(value: number | null, last: number | null, line: Line, current: Draft): boolean {
  if (value !== null && !Number.isNaN(value) && last !== null) return value > last && value <= last + 3
  const first = line.words[0]
  const isRaised = first !== undefined && first.style.size < line.style.size * 0.85
  return isRaised || (current.lines[0] !== undefined && Math.abs(line.x - current.lines[0].x) < 2)
}
