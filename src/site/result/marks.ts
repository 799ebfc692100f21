/** Which stretches of a document's text are marked, and how they nest in one block of it. Pure; draws nothing. */
import type { Range } from '../../model/index.ts'

export interface Mark extends Range {
  /** The anchor that links point to; unique in the page. */
  readonly id: string
  /** What it is, for its look: a statement's kind, 'reply', or 'part' for a date, sum or group inside one. */
  readonly tone: string
  /** The anchor of the entry that the mark is evidence for, and that entry's name; absent on parts. */
  readonly back?: { readonly id: string; readonly label: string }
}

/** A piece of a block: plain text, or a mark with the pieces inside it. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'mark'
      readonly mark: Mark
      readonly pieces: readonly Piece[]
      /** False on the later parts of a mark that another one cuts across or that began in an earlier block. */
      readonly isFirst: boolean
      readonly isLast: boolean
    }

interface Span extends Range {
  readonly mark: Mark
}

/** Outermost and earliest first: the order in which `nestMarks` and `marksIn` want marks. */
export function sortMarks(marks: readonly Mark[]): Mark[] {
  return [...marks]
    .filter(({ start, end }) => end > start)
    .sort(
      (a, b) => a.start - b.start || b.end - a.end || Number(a.tone === 'part') - Number(b.tone === 'part'),
    )
}

/** The text of `range` as pieces. `marks` are sorted and all touch the range; they may overlap in any way. */
export function nestMarks(text: string, range: Range, marks: readonly Mark[]): Piece[] {
  const spans = marks
    .map((mark) => ({ mark, start: Math.max(mark.start, range.start), end: Math.min(mark.end, range.end) }))
    .filter(({ start, end }) => end > start)
    .sort(byPlace)
  return nestSpans(text, range, spans)
}

/**
 * Spans in order become pieces. Each is looked at once on its level, however many one paragraph holds: only those that
 * begin inside the outermost one, and those that were cut at the end of the one before, are sorted again.
 */
function nestSpans(text: string, range: Range, spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = []
  let at = range.start
  let next = 0
  let cut: Span[] = []
  for (;;) {
    const ahead = spans[next]
    const isCut = cut[0] !== undefined && (ahead === undefined || byPlace(cut[0], ahead) <= 0)
    const outer = isCut ? cut[0] : ahead
    if (outer === undefined) break
    const others = isCut ? cut.slice(1) : cut
    if (!isCut) next++
    for (let span = spans[next]; span !== undefined && span.start < outer.end; span = spans[++next])
      others.push(span)
    others.sort(byPlace)
    if (outer.start > at) pieces.push({ kind: 'text', text: text.slice(at, outer.start) })
    pieces.push({
      kind: 'mark',
      mark: outer.mark,
      pieces: nestSpans(
        text,
        outer,
        others.map((span) => ({ ...span, end: Math.min(span.end, outer.end) })),
      ),
      isFirst: outer.start === outer.mark.start,
      isLast: outer.end === outer.mark.end,
    })
    at = outer.end
    // What crosses the outer mark's end goes on after it as a part of its own.
    cut = others
      .filter(({ end }) => end > outer.end)
      .map((span) => ({ ...span, start: outer.end }))
      .sort(byPlace)
  }
  if (at < range.end) pieces.push({ kind: 'text', text: text.slice(at, range.end) })
  return pieces
}

const byPlace = (a: Range, b: Range): number => a.start - b.start || b.end - a.end

/**
 * A walk along sorted marks: each call gives those that touch the next range. Ranges must come in order. Keeps a whole
 * document linear where searching all marks for every block would be quadratic.
 */
export function createMarkWalk(marks: readonly Mark[]): (range: Range) => Mark[] {
  let next = 0
  let open: Mark[] = []
  return ({ start, end }) => {
    open = open.filter((mark) => mark.end > start)
    while (next < marks.length) {
      const mark = marks[next]
      if (mark === undefined || mark.start >= end) break
      if (mark.end > start) open.push(mark)
      next++
    }
    return open.filter((mark) => mark.start < end && mark.end > start)
  }
}
