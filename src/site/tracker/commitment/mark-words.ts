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
  const parts = diffWordsWithSpace(earlier, later)
  const common = parts.reduce(
    (sum, { added, removed, value }) => sum + (added || removed ? 0 : value.trim().length),
    0,
  )
  if (common < LEAST_IN_COMMON * Math.min(earlier.length, later.length)) return null
  const side = (isOther: (part: (typeof parts)[number]) => boolean) =>
    joinPieces(
      parts
        .filter((part) => !isOther(part))
        .map(({ value, added, removed }) => ({ text: value, isMarked: added || removed })),
    )
  return { earlier: side(({ added }) => added), later: side(({ removed }) => removed) }
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
