/** Responses that print the reply first and the recommendation it answers behind it: each quotation ends its reply. */
import type { Piece } from './pieces.ts'
import type { Recommendation } from './recommendations.ts'
import type { Reply } from './replies.ts'
import { createWordReader } from './words.ts'

/** The fewest quotations from which an order can be told. */
const FEWEST = 2
/** As much nearer to the recommendation behind it must the text be than to the one before it. */
const CLEARLY = 1.25

/**
 * The same replies, or each with what stands before its quotation. So it is where nothing follows the last quotation,
 * something stands before the first, and the texts are clearly nearer to the recommendations behind them.
 */
export function turnRound(
  replies: readonly Reply[],
  pieces: readonly Piece[],
  asked: readonly Recommendation[],
): readonly Reply[] {
  const [first, last] = [replies[0], replies.at(-1)]
  if (!first || !last || replies.length < FEWEST || last.pieces.length > 0) return replies
  if (replies.slice(0, -1).some((reply) => reply.pieces.length === 0 || reply.isMention)) return replies
  const opening = before(first, pieces, Math.max(...replies.map((reply) => reply.pieces.length)))
  if (opening.length === 0) return replies
  const turned = replies.map((reply, place) => ({
    ...reply,
    pieces: place === 0 ? opening : (replies[place - 1]?.pieces ?? []),
  }))
  return nearness(turned, asked) > CLEARLY * nearness(replies, asked) ? turned : replies
}

/** The paragraphs right before the first quotation, as many as a reply has at most. */
function before(first: Reply, pieces: readonly Piece[], most: number): Piece[] {
  const start = first.quoted[0]?.start
  const at = start === undefined ? -1 : pieces.findIndex((piece) => piece.end >= start)
  const found: Piece[] = []
  for (let index = at - 1; index >= 0 && found.length < most; index--) {
    const piece = pieces[index]
    if (!piece || piece.kind === 'heading') break
    found.unshift(piece)
  }
  return found
}

/** Words that each reply shares with what it answers, summed. */
function nearness(replies: readonly Reply[], asked: readonly Recommendation[]): number {
  const words = createWordReader()
  return replies.reduce((sum, reply) => {
    const own = new Set(words.read(reply.pieces.map((piece) => piece.text).join(' ')).topics)
    const [which] = [...reply.restated].sort((a, b) => b[1] - a[1])[0] ?? []
    const wanted = new Set(which === undefined ? [] : words.read(asked[which]?.text ?? '').topics)
    return sum + [...own].filter((stem) => wanted.has(stem)).length
  }, 0)
}
