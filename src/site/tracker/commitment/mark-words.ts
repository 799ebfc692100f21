/** Two wordings with the words marked that only one of them has. */
import { diffWordsWithSpace } from 'diff'

export interface Piece {
  readonly text: string
  readonly isMarked: boolean
}

export interface MarkedWords {
  readonly earlier: readonly Piece[]
  readonly later: readonly Piece[]
}

/** Below this share of common letters the marks would be confetti: the two are told in different words altogether. */
const LEAST_IN_COMMON = 0.4

/** Null where the two have too little in common for marks to help. */
export function markWords(earlier: string, later: string): MarkedWords | null {
  // A capital alone is no change of words, where taking it for none leaves every letter in its place.
  const ignoreCase = [earlier, later].every((text) => text.toLowerCase().length === text.length)
  const parts = diffWordsWithSpace(earlier, later, { ignoreCase })
  const common = parts.reduce(
    (sum, { added, removed, value }) => sum + (added || removed ? 0 : value.trim().length),
    0,
  )
  if (common < LEAST_IN_COMMON * Math.min(earlier.length, later.length)) return null
  // What both hold is written as each has it: the differ gives it as the later one does.
  let at = 0
  const ofEarlier = parts.flatMap(({ value, added, removed }) => {
    if (added) return []
    at += value.length
    return { text: earlier.slice(at - value.length, at), isMarked: removed }
  })
  const ofLater = parts.flatMap(({ value, added, removed }) =>
    removed ? [] : { text: value, isMarked: added },
  )
  return { earlier: joinPieces(ofEarlier), later: joinPieces(ofLater) }
}

/** A space between two marked words is marked too, so that a run of words is one mark. */
function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  pieces.forEach((piece, at) => {
    const isBetween =
      piece.text.trim() === '' && joined.at(-1)?.isMarked === true && pieces[at + 1]?.isMarked === true
    const isMarked = piece.isMarked || isBetween
    const last = joined.at(-1)
    if (last?.isMarked === isMarked) joined[joined.length - 1] = { text: last.text + piece.text, isMarked }
    else joined.push({ text: piece.text, isMarked })
  })
  return joined
}
