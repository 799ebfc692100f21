/**
 * The replies of a response: each with the numbers it prints, the recommendations it prints again, and its own words,
 * from the first after the repetition to the last before the next reply.
 */
import type { Range } from '../model/index.ts'
import { type Label, normaliseNumber, parseLabel } from './labels.ts'
import type { Piece } from './pieces.ts'
import { ReplyReader } from './reply-reader.ts'
import type { RestatementIndex } from './restatements.ts'
import { takeSpokenCells } from './spoken-cells.ts'

export interface Reply {
  readonly numbers: readonly string[]
  /** True where its number is a list's or a heading's, without the word "recommendation": it may be the response's own. */
  readonly isListNumbered?: boolean
  /** The recommendations it prints again, with how much of each. */
  readonly restated: ReadonlyMap<number, number>
  readonly title: string | null
  readonly headings: readonly string[]
  /** What it answers, as printed again; empty where nothing is. */
  readonly quoted: readonly Piece[]
  /** Its own words; empty where the response prints a recommendation and says nothing to it. */
  readonly pieces: readonly Piece[]
  /** The pieces of each part, where the parts of one recommendation are answered apart. */
  readonly parts?: readonly (readonly Piece[])[]
  /** The numbers that each of these parts bears. */
  readonly partNumbers?: readonly (readonly string[])[]
  /** True where the response calls what it answers a conclusion. */
  readonly isToConclusion: boolean
  /** True where a sentence about several recommendations is all there is: it answers only what nothing else does. */
  readonly isMention?: boolean
  /** True where it only gives decisions by number, and the chapters behind it answer. */
  readonly isSummary?: boolean
  /** The recommendations whose place in the report's order it has, where that is all that tells. */
  readonly answers?: readonly number[]
  /** True where one sentence answers every recommendation. */
  readonly isToAll?: boolean
}

export interface ReplyMarks {
  readonly index: RestatementIndex
  /** A label of the response's own kind, beside "Recommendation 4", which is always one. */
  readonly readLabel: (piece: Piece) => Label | null
  /** False where heading levels were guessed from a page's look, and a heading inside a reply may seem to end it. */
  readonly areLevelsSure: boolean
}

/** The replies that the response marks, by label or by printing the recommendation again, in reading order. */
export function findReplies(pieces: readonly Piece[], marks: ReplyMarks): Reply[] {
  const read = (piece: Piece) => parseLabel(piece.text) ?? readNumberedName(piece) ?? marks.readLabel(piece)
  const reader = new ReplyReader(marks.index, read, findSectionLevels(pieces, read, marks.areLevelsSure))
  for (const piece of pieces) reader.take(piece)
  return reader.finish()
}

const NAME = /^\W*(?:\p{L}+(?:['’]s)?\s+){0,4}?(recommendation|conclusion)\s*:\s*/iu

/** "1. PAC recommendation: …" where the document has taken the number off the text. */
function readNumberedName(piece: Piece): Label | null {
  const match = piece.number === null ? null : NAME.exec(piece.text.slice(0, 80))
  if (!match || piece.number === null) return null
  const kind = match[1]?.toLowerCase() === 'conclusion' ? 'conclusion' : 'recommendation'
  return { kind, numbers: [normaliseNumber(piece.number)], length: match[0].length }
}

/** Heading levels that end a reply: those met right before a reply's label, or every one where levels can be trusted. */
function findSectionLevels(
  pieces: readonly Piece[],
  read: (piece: Piece) => Label | null,
  areSure: boolean,
): ReadonlySet<number> {
  if (areSure) return new Set([1, 2, 3, 4, 5, 6])
  const levels = new Set<number>()
  pieces.forEach((piece, index) => {
    const next = pieces[index + 1]
    if (piece.kind === 'heading' && next && read(next) && !read(piece)) levels.add(piece.level)
  })
  return levels
}

/** Where the reply's own words stand; null for a reply without any. */
export function rangeOf(all: readonly Piece[]): Range | null {
  const pieces = takeSpokenCells(all)
  const [first, last] = [pieces[0], pieces.at(-1)]
  return first && last ? { start: first.start, end: last.end } : null
}
