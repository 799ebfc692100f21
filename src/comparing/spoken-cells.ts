/** Of a table's row the cells that answer: who does it, by when and a coloured mark stand beside the reply and are none of it. */
import type { Piece } from './pieces.ts'
import { readReplyMarker } from './reply-markers.ts'

/** Longer than a name, an office or a milestone, a cell of an unnamed column is part of what is said. */
const LONGEST_NOTE = 60
/** Marks of how far something has got, which decide nothing. */
const MARK =
  /^\W*(?:green|amber|red|blue|grey|gray|black|purple|white|rag|b?rag? ?[a-z]?|on (?:track|target|schedule)|not started|in progress|on ?going|open|closed|complete[d]?|delivered|pending|n\/?a)\W*$/i

/** The pieces without such cells before the first that answers and behind the last; all of them where no column holds replies. */
export function takeSpokenCells(pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some((piece) => piece.role === 'response')) return pieces
  const first = pieces.findIndex((piece) => !isBeside(piece))
  const last = pieces.findLastIndex((piece) => !isBeside(piece))
  return pieces.slice(first, last + 1)
}

function isBeside({ role, text }: Piece): boolean {
  if (role === 'date' || role === 'number') return true
  if (role === 'decision') return MARK.test(text)
  return role === 'other' && text.trim().length <= LONGEST_NOTE && readReplyMarker(text) !== 'decision'
}
