/** Lists of recommendations that came off their page as one paragraph: "1 Raise the wage. 2 Give … . 3 Ban … ." */
import { LIST_HEADING } from './openings.ts'
import type { Piece } from './pieces.ts'
import { slicePiece } from './split-pieces.ts'

/** Fewer counted sentences than this are no list. */
const FEWEST = 3
const NUMBER = /(?:^|(?<=[.;:?!)”"]\s+))\(?(\d{1,2})[.)]?\s+(?=[\p{Lu}“"])/gu

/** The same pieces, such a paragraph under a heading of recommendations cut into its numbered entries. */
export const splitRunIn = (pieces: readonly Piece[]): Piece[] =>
  pieces.flatMap((piece) => {
    if (piece.kind === 'cell' && CONCERNS_BOX.test(piece.text)) return splitConcerns(piece)
    if (piece.kind !== 'paragraph' || !piece.headings.some((one) => LIST_HEADING.test(one))) return [piece]
    const marks = findCount(piece.text)
    return marks.length < FEWEST
      ? [piece]
      : marks.map((mark, place) => ({
          ...slicePiece(piece, mark.end, marks[place + 1]?.start ?? piece.text.length),
          number: String(place + 1),
        }))
  })

/** A coroner's form prints its concerns in one cell of a table: "5 | CORONER'S CONCERNS … (1) … (2) …". */
const CONCERNS_BOX = /^\W*coroner[’']?s?[’']? (?:matters of )?concerns?\b/i
const CONCERN = /(?<=[.;:?!”"]\s+|\s)\(?(\d{1,2})[.)]\s+(?=[\p{Lu}“"])/gu

function splitConcerns(piece: Piece): Piece[] {
  const marks: { start: number; end: number }[] = []
  for (const match of piece.text.matchAll(CONCERN))
    if (Number(match[1]) === marks.length + 1)
      marks.push({ start: match.index, end: match.index + match[0].length })
  const headings = [...piece.headings, 'Coroner’s concerns']
  return marks.map((mark, place) => ({
    ...slicePiece(piece, mark.end, marks[place + 1]?.start ?? piece.text.length),
    kind: 'list-item',
    level: 1,
    headings,
    number: String(place + 1),
    row: null,
    role: null,
  }))
}

/** The marks of a count from one, the first of them at the start. */
function findCount(text: string): { start: number; end: number }[] {
  const marks: { start: number; end: number }[] = []
  for (const match of text.matchAll(NUMBER)) {
    if (Number(match[1]) !== marks.length + 1 || (marks.length === 0 && match.index > 0)) continue
    marks.push({ start: match.index, end: match.index + match[0].length })
  }
  return marks
}
