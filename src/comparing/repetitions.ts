/** Tells what only prints a recommendation again from a reply that takes up its words. */
import type { Piece } from './pieces.ts'
import { type Draft, hasReplyMarker, speaksForItself } from './reply-drafts.ts'
import { QUOTED_PARAGRAPH } from './reply-lines.ts'
import { measureReplyPrefix } from './reply-markers.ts'
import type { Restated, RestatementIndex } from './restatements.ts'

/** At this share of its words a stretch is a repetition, not a reply that quotes. */
const RESTATED = 0.6
/** Enough under a label, where nothing but the recommendation is to be expected. */
const REWORDED = 0.35
/** The recommendation that a piece prints again, given the reply that is open; null where it speaks for itself. */
export function findRepetition(
  piece: Piece,
  current: Draft | null,
  index: RestatementIndex,
): Restated | null {
  if (measureReplyPrefix(piece.text) > 0) return null
  const inHand = current ? new Set(current.restated.keys()) : undefined
  const found = index.find(piece.text, inHand)
  if (found && isRepetition(found, piece.text, current, index)) return found
  if (!current || current.body.length > 0) return null
  for (const which of inHand ?? [])
    if (index.holds(piece.text, which)) return { which, ofStretch: 1, ofRecommendation: 0 }
  return null
}

function isRepetition(
  found: Restated,
  text: string,
  current: Draft | null,
  index: RestatementIndex,
): boolean {
  const isInHand = current?.restated.has(found.which) ?? false
  // A reply that takes up every word of the recommendation still speaks in its own voice.
  if (found.ofStretch < 0.9 && speaksForItself(text) && !speaksForItself(index.text(found.which)))
    return false
  if (found.ofStretch >= RESTATED) return found.ofRecommendation >= 0.12 || isInHand
  // Right under its label a recommendation may be printed in other words.
  const isUnderLabel = current !== null && current.numbers.length > 0 && current.body.length === 0
  return isUnderLabel && found.ofStretch >= REWORDED && found.ofRecommendation >= REWORDED
}

/** A label, then a paragraph or two, then words of the recommendation: what stands between was it too, reworded. */
export function isParaphraseSoFar(current: Draft | null): boolean {
  if (!current || current.numbers.length === 0 || current.restated.size > 0) return false
  return current.body.length > 0 && current.body.length <= 2 && !hasReplyMarker(current)
}

/** A conclusion of the report, printed as its recommendations are, with the paragraph it comes from. */
export const isQuotedConclusion = (piece: Piece) =>
  QUOTED_PARAGRAPH.test(piece.text) && !speaksForItself(piece.text)

/** The open reply bears the number that the report prints on that recommendation. */
export function isNumbered(which: number, current: Draft | null, index: RestatementIndex): boolean {
  const number = index.number(which)
  return number !== null && (current?.numbers.includes(number) ?? false)
}
