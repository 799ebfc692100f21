/**
 * A report that counts its paragraphs may ask in one of them for a list of things: "24. The Council should also:" and
 * four bullets. The number is the paragraph's, and each bullet asks by itself.
 */
import { LIST_HEADING, SHOULD_LEAD } from './openings.ts'
import type { Piece } from './pieces.ts'

/** One bullet may go on with the sentence. */
const FEWEST_BULLETS = 2

/** The pieces with every counted paragraph as a plain one and such bullets as a list of its own; as they came where there are none. */
export function freeLedBullets(pieces: readonly Piece[]): readonly Piece[] {
  const leads = pieces.flatMap((piece, index) => (leadsBullets(pieces, piece, index) ? [index] : []))
  const [first] = leads
  if (first === undefined || !isCountedOn(pieces, first)) return pieces
  const bullets = new Set(leads.flatMap((lead) => bulletsBelow(pieces, lead)))
  return pieces.map((piece) => {
    if (bullets.has(piece)) return { ...piece, level: 1 }
    const isCounted = piece.number !== null && piece.kind === 'list-item'
    return isCounted ? { ...piece, kind: 'paragraph', level: 0, number: null } : piece
  })
}

const leadsBullets = (pieces: readonly Piece[], piece: Piece, index: number) =>
  piece.number !== null &&
  piece.kind !== 'heading' &&
  SHOULD_LEAD.test(piece.text) &&
  piece.headings.some((one) => LIST_HEADING.test(one)) &&
  bulletsBelow(pieces, index).length >= FEWEST_BULLETS

function bulletsBelow(pieces: readonly Piece[], index: number): Piece[] {
  const end = pieces.findIndex(
    (piece, place) => place > index && (piece.kind !== 'list-item' || piece.number !== null),
  )
  return pieces.slice(index + 1, end < 0 ? undefined : end)
}

/** The count began above the list, and goes on in it. */
function isCountedOn(pieces: readonly Piece[], index: number): boolean {
  const counted = pieces
    .slice(0, index + 1)
    .filter((piece) => Number(piece.number) > 0 && piece.kind !== 'heading')
  const first = counted.findIndex((piece) => piece.headings.some((one) => LIST_HEADING.test(one)))
  const [before, own] = [counted[first - 1], counted[first]]
  return before !== undefined && own !== undefined && Number(before.number) < Number(own.number)
}
