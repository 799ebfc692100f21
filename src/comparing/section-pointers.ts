/** Sections of a response that say at their end what they answer: "This action responds to recommendations 2 and 3." */
import { nameNumbers } from './mentions.ts'
import type { Piece } from './pieces.ts'

const POINTS =
  /^\W*(?:(?:this|these|the above|it) (?:\p{L}+ ){0,2}?)?(?:also )?(?:respond(?:s|ing)?|address(?:es|ing)?|relat(?:es?|ing)|answer(?:s|ing)?|meets?|delivers?|links?|contributes?|fulfils?)(?: (?:to|on|with))?\b[^.;]{0,30}\brecommendations?\b/iu
/** A line that does nothing but point is no longer than this. */
const MOST_CHARACTERS = 120

/**
 * What the pieces of such sections answer: the numbers by the start of the section's first piece, and none by that of the
 * line itself, which is part of the reply. Sections with words of another kind behind the line are left out.
 */
export function findSectionPointers(pieces: readonly Piece[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>()
  for (const section of splitSections(pieces)) {
    const [first, last] = [section[0], section.at(-1)]
    const pointing = section.filter(isPointer)
    if (!first || !last || section.length < 2 || pointing.length !== 1 || pointing[0] !== last) continue
    found.set(first.start, nameNumbers(last.text))
    found.set(last.start, [])
  }
  return found
}

const isPointer = (piece: Piece) =>
  piece.text.length <= MOST_CHARACTERS && POINTS.test(piece.text) && nameNumbers(piece.text).length > 0

function splitSections(pieces: readonly Piece[]): Piece[][] {
  const sections: Piece[][] = [[]]
  for (const piece of pieces) {
    if (piece.kind === 'heading') sections.push([])
    else sections.at(-1)?.push(piece)
  }
  return sections
}
