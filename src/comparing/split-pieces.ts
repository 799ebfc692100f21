/** Takes apart the paragraphs of a response that print a recommendation and its reply in one go. */

import type { Piece } from './pieces.ts'
import { measureReplyPrefix } from './reply-markers.ts'
import type { RestatementIndex } from './restatements.ts'

const SENTENCE_END =
  /(?<!\b(?:[Hh]on|Mr|Mrs|Ms|Dr|Prof|Rt|St|Nos?|[Pp]aras?|[Rr]ecs?|e\.g|i\.e|cf|vs))[.!?:]["”’)\]]?\s+(?=[\p{Lu}“"‘(\d])/gu

/** The starts of the sentences of a text, 0 first. Rough on purpose: only used to try cuts on. */
export function sentenceStarts(text: string): number[] {
  return [0, ...[...text.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length)]
}

/** The same pieces, a mixed one cut where the repetition of a recommendation ends and the reply begins. */
export function splitPieces(pieces: readonly Piece[], index: RestatementIndex): Piece[] {
  return pieces.flatMap((piece) => {
    const cut = findCut(piece.text, index)
    return cut === null ? [piece] : [slicePiece(piece, 0, cut), slicePiece(piece, cut, piece.text.length)]
  })
}

/** "(005/12) Accepted." opens what answers; "… are maintained (005/12)." closes what is asked. */
const CODE_OPENS = /^\(\d{3}\/\d{2}\)\s/
const CODE_CLOSES = /\S\s*\(\d{3}\/\d{2}\)\W*$/

/** Paragraphs that ran together, cut before each code that opens a sentence and behind each that closes one. */
export const splitAtCodes = (pieces: readonly Piece[]): Piece[] =>
  pieces.flatMap((piece) => {
    // Cheap first: few documents have such codes.
    if (piece.kind === 'heading' || !/\(\d{3}\/\d{2}\)/.test(piece.text)) return [piece]
    const cuts = sentenceStarts(piece.text).filter(
      (start) =>
        start > 0 &&
        (CODE_OPENS.test(piece.text.slice(start)) || CODE_CLOSES.test(piece.text.slice(0, start).trimEnd())),
    )
    return [0, ...cuts].map((start, place) => slicePiece(piece, start, cuts[place] ?? piece.text.length))
  })

/** Part of a piece, counted in its own characters. */
export function slicePiece(piece: Piece, from: number, to: number): Piece {
  const text = piece.text.slice(from, to)
  const lead = text.length - text.trimStart().length
  const start = piece.start + from + lead
  return { ...piece, start, end: start + text.trim().length, text: text.trim() }
}

function findCut(text: string, index: RestatementIndex): number | null {
  const starts = sentenceStarts(text)
  if (starts.length < 2) return null
  const marked = starts.find((start) => start > 0 && measureReplyPrefix(text.slice(start)) > 0)
  if (marked !== undefined) return marked
  const restated = index.find(text)
  if (!restated || restated.ofStretch < 0.12 || restated.ofStretch > 0.8 || restated.ofRecommendation < 0.5)
    return null
  return lastRestated(text, starts, restated.which, index)
}

/** The start of the first sentence after the run of opening sentences that the recommendation holds. */
function lastRestated(
  text: string,
  starts: readonly number[],
  which: number,
  index: RestatementIndex,
): number | null {
  for (let place = 0; place < starts.length; place++) {
    const sentence = text.slice(starts[place], starts[place + 1] ?? text.length)
    if (index.measure(sentence, which).ofStretch >= 0.5) continue
    return place === 0 ? null : (starts[place] ?? null)
  }
  return null
}
