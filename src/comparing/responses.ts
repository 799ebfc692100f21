/** The replies of a response by the marks it uses: labels and repetitions, else list numbers, else its sections. */
import { type Label, normaliseNumber, parseMarker } from './labels.ts'
import type { Piece } from './pieces.ts'
import type { Recommendation } from './recommendations.ts'
import { findReplies, type Reply } from './replies.ts'
import { indexRestatements } from './restatements.ts'
import { findSections } from './sections.ts'

/** Replies in reading order. */
export function findResponses(pieces: readonly Piece[], asked: readonly Recommendation[]): Reply[] {
  const index = indexRestatements(asked.map((one) => one.text))
  const marked = findReplies(pieces, index, () => null)
  if (isMarked(marked, asked)) return marked
  const byParagraph = findReplies(pieces, index, readParagraphLabel)
  if (isMarked(byParagraph, asked)) return byParagraph
  const known = new Set(asked.flatMap((one) => one.number ?? []))
  const numbered = findReplies(pieces, index, (piece) => readListNumber(piece, known))
  if (coversNumbers(numbered, known)) return numbered
  return findSections(pieces)
}

/** Enough replies are marked to take the marks for the response's way of answering. */
function isMarked(replies: readonly Reply[], asked: readonly Recommendation[]): boolean {
  const useful = replies.filter((reply) => reply.pieces.length > 0)
  const wanted = asked.filter((one) => one.isAsk).length
  return useful.length >= Math.max(1, Math.min(3, Math.ceil(0.2 * wanted)))
}

function coversNumbers(replies: readonly Reply[], known: ReadonlySet<string>): boolean {
  const covered = new Set(replies.flatMap((reply) => (reply.pieces.length > 0 ? reply.numbers : [])))
  return known.size > 0 && covered.size >= Math.max(2, 0.5 * known.size)
}

const PARAGRAPH =
  /^\W*(?:(?:response|reply) to )?para(?:graph)?s?\.?\s+(\d{1,4}(?:\.\d{1,3})?)(?:\s*(?:[:.–—-]\s*|$))/i

function readParagraphLabel(piece: Piece): Label | null {
  const match = PARAGRAPH.exec(piece.text.slice(0, 80))
  return match?.[1] ? { kind: 'number', numbers: [match[1]], length: match[0].length } : null
}

function readListNumber(piece: Piece, known: ReadonlySet<string>): Label | null {
  const marker = parseMarker(piece.text, false)
  const number = marker?.numbers[0] ?? (piece.number === null ? null : normaliseNumber(piece.number))
  if (number === null || !known.has(number)) return null
  return { kind: 'number', numbers: [number], length: marker?.length ?? 0 }
}
