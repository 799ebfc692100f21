/** "The Government accepts all of the Inquiry's recommendations": one sentence that answers every recommendation at once. */
import type { Piece } from './pieces.ts'
import type { Reply } from './replies.ts'
import { sentenceStarts, slicePiece } from './split-pieces.ts'

const RECOMMENDATIONS = String.raw`(?:all|each|every one)(?: of)?(?: (?:the|its|these|your|his|her|their))?(?: [\p{L}\p{N}’'-]+){0,5}? recommendations?\b`
const ACTIVE = new RegExp(
  String.raw`\b(?:accepts?|accepted|accepting|agrees? (?:with|to)|will implement)(?: (?:in (?:full|principle)|and (?:\p{L}+ )?(?:implement|act on)))?,? ${RECOMMENDATIONS}`,
  'iu',
)
const PASSIVE = new RegExp(
  String.raw`^\W*${RECOMMENDATIONS}(?: \S+){0,3}? (?:are|have been|were) (?:fully )?accepted\b`,
  'iu',
)
const LIMITED =
  /\b(?:not|n[’']t|but|except|apart from|almost|nearly|if|whether|would|should|urges?|calls?)\b|\bpredecessor|\bprevious/i

/** The sentence and its place in the response's text before and between the replies; null where there is none. */
export function findBlanket(pieces: readonly Piece[], replies: readonly Reply[]): Reply | null {
  const taken = new Set(
    replies.flatMap((reply) => [...reply.pieces, ...reply.quoted].map((piece) => piece.start)),
  )
  for (const piece of pieces) {
    if (taken.has(piece.start) || piece.kind === 'heading' || !/\brecommendations?\b/i.test(piece.text))
      continue
    const starts = sentenceStarts(piece.text)
    for (const [place, start] of starts.entries()) {
      const end = starts[place + 1] ?? piece.text.length
      const sentence = piece.text.slice(start, end)
      if (LIMITED.test(sentence) || !(ACTIVE.test(sentence) || PASSIVE.test(sentence))) continue
      const { headings } = piece
      const own = {
        numbers: [],
        restated: new Map(),
        title: null,
        headings,
        quoted: [],
        isToConclusion: false,
      }
      return { ...own, pieces: [slicePiece(piece, start, end)], isMention: true, isToAll: true }
    }
  }
  return null
}
