/** How far a recommendation reaches: from its label to the last piece that is still part of it. */
import { isAsking } from './asks.ts'
import { parseLabel, parseParagraphReference } from './labels.ts'
import type { Opening } from './openings.ts'
import { type Piece, trimRange } from './pieces.ts'

export interface Extent {
  /** Indexes of the first and last piece, both inclusive. */
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
  /** The words a label prints above the recommendation itself ("A register of wells"); null without. */
  readonly title: string | null
}

/** A recommendation is rarely longer; a label without a visible end must not swallow its chapter. */
const MOST_PIECES = 40
export const MOST_CHARACTERS = 9000

/**
 * The extent of the recommendation that `opening` opens. `next` is the index of the following opening (or the number
 * of pieces); `isTight` says that nothing but the recommendation stands between the two. `most` is the number of
 * characters after which it is cut off.
 */
export function findExtent(
  pieces: readonly Piece[],
  opening: Opening,
  next: number,
  isTight: boolean,
  most = MOST_CHARACTERS,
): Extent | null {
  const first = pieces[opening.index]
  if (!first) return null
  const rest = first.text.slice(opening.length).trim()
  const title = isTitle(first, rest) ? rest : null
  const hasOwnText = rest !== '' && title === null
  const last =
    first.kind === 'cell' ? opening.index : reach(pieces, opening, next, { isTight, hasOwnText, most })
  const bodyFirst = hasOwnText ? opening.index : opening.index + 1
  if (bodyFirst > last) return title === null ? null : whole(pieces, opening, opening.index, null)
  if (hasOwnText) return whole(pieces, opening, last, null)
  return { ...span(pieces, bodyFirst, last), title: title || null }
}

function whole(pieces: readonly Piece[], opening: Opening, last: number, title: string | null): Extent {
  const extent = span(pieces, opening.index, last)
  const piece = pieces[opening.index]
  if (!piece) return { ...extent, title }
  const skipped = piece.text.slice(opening.length)
  const start = piece.start + opening.length + (skipped.length - skipped.trimStart().length)
  return { ...extent, start: Math.min(start, extent.end), title }
}

function span(pieces: readonly Piece[], first: number, last: number): Omit<Extent, 'title'> {
  const range = { start: pieces[first]?.start ?? 0, end: pieces[last]?.end ?? 0 }
  return { first, last, ...range }
}

/** A bold paragraph may be read as a heading, and a heading of so many letters that asks and ends is a sentence. */
const SENTENCE = 60

const isSentence = (rest: string) =>
  rest.length >= SENTENCE && /[.!]["”’')\]]*\s*(?:\([^()]{0,80}\)\W*)?$/.test(rest) && isAsking(rest)

/** Words after a label that name the recommendation and are not yet the recommendation. */
export function isTitle(piece: Piece, rest: string): boolean {
  if (rest === '' || piece.kind === 'cell') return false
  if (piece.kind === 'heading') return !isSentence(rest)
  return rest.length < 140 && !/[.;:!?]\W*$/.test(rest) && !isAsking(rest)
}

function reach(
  pieces: readonly Piece[],
  opening: Opening,
  next: number,
  { isTight, hasOwnText, most }: { isTight: boolean; hasOwnText: boolean; most: number },
): number {
  const label = pieces[opening.index]
  const body = hasOwnText ? label : pieces[opening.index + 1]
  if (!label || !body || (!hasOwnText && opening.index + 1 >= next)) return opening.index
  let last = opening.index
  for (let index = opening.index + 1; index < Math.min(next, opening.index + MOST_PIECES); index++) {
    const piece = pieces[index]
    if (!piece || piece.kind === 'cell' || piece.end - label.start > most) break
    const isBody = hasOwnText || last > opening.index
    if (!belongs(piece, pieces[index - 1] ?? label, { label, body, isTight, isBody })) break
    last = index
  }
  // "Within three months the council should:" after the last item that it does not lead in opens the next ones.
  while (last > opening.index + (hasOwnText ? 0 : 1) && opensNext(pieces, last, next)) last--
  return last
}

const opensNext = (pieces: readonly Piece[], last: number, next: number) =>
  last === next - 1 && next < pieces.length && /:\s*$/.test(pieces[last]?.text ?? '')

interface Around {
  readonly label: Piece
  /** The first piece of the recommendation's own words. */
  readonly body: Piece
  readonly isTight: boolean
  /** False until the recommendation's own words have begun. */
  readonly isBody: boolean
}

/** "The force needs to understand the demand on it": no finding where a label stands over it. */
const NEEDS = /\bneeds? to \p{Ll}+/u

function belongs(piece: Piece, before: Piece, around: Around): boolean {
  const { label, body, isTight, isBody } = around
  if (parseLabel(piece.text)?.kind === 'reply' || FINDING.test(piece.text)) return false
  if (body.box !== null) return piece.box === body.box
  if (isBody && body.kind === 'quote' && piece.kind !== 'quote') return false
  if (piece.box !== null && piece.box !== label.box) return false
  // "Area for improvement 3" over a heading that asks: the heading is what is asked.
  const isBelow = !isBody && before === label && piece.level > label.level
  if (piece.kind === 'heading' && isBelow && (isAsking(piece.text) || NEEDS.test(piece.text))) return true
  if (piece.kind === 'heading') return isTight && label.kind === 'heading' && piece.level > label.level
  if (!isBody) return true
  // A summary list closes each entry with the paragraph it repeats.
  if (parseParagraphReference(before.text) !== null) return false
  if (isBodyNumber(piece.number) || /^\s*\d{1,3}\.\d{1,3}\.?\s/.test(piece.text)) return false
  if (isContinuing(before, piece)) return true
  if (piece.kind === 'list-item') return before.kind === 'list-item' || piece.isLedIn || isTight
  if (body.isEmphasised) return piece.isEmphasised
  if (isTight) return true
  return (
    label.kind === 'heading' &&
    label !== body &&
    before.kind !== 'list-item' &&
    isAsking(piece.text) &&
    piece.text.length < 900
  )
}

/** "Finding 4. Agreements run for a year." before the recommendation that it leads to. */
const FINDING = /^\W*(?:key )?findings? \d{1,3}(?:\.\d{1,2})?\s*[.:–—]/i

/** Paragraph numbers of a report's running text ("2.99", "160"). */
const isBodyNumber = (number: string | null) => number !== null && /^\d{1,3}\.\d{1,3}|^\d{3,4}$/.test(number)

/** A sentence that a page break cut, or the item that a colon announces. */
export function isContinuing(before: Piece, piece: Piece): boolean {
  if (/[:;,]\s*$|\b(?:and|or)\s*$/.test(before.text)) return true
  if (/^\s*\p{Ll}/u.test(piece.text) && piece.kind !== 'list-item') return true
  return (
    before.kind !== 'heading' && !/[.!?:;”"’')\]]\s*$/.test(before.text) && /^\s*[\p{Ll}\d]/u.test(piece.text)
  )
}

const PAGE_POINTER = /\s+(?:\([Pp]ages? \d{1,4}\)|Page \d{1,4})\s*$/

/** The range without white space at its ends, or the "Page 12" that a summary list points to the chapter with. */
export function tidyExtent(text: string, extent: Extent): Extent {
  const pointer = PAGE_POINTER.exec(text.slice(Math.max(extent.start, extent.end - 20), extent.end))
  return { ...extent, ...trimRange(text, { ...extent, end: extent.end - (pointer?.[0].length ?? 0) }) }
}
