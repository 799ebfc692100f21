/** Lists of recommendations that came off their page as one paragraph: "1 Raise the wage. 2 Give … . 3 Ban … ." */
import { parseLabel } from './labels.ts'
import { LIST_HEADING } from './openings.ts'
import type { Piece } from './pieces.ts'
import { parseRoman } from './romans.ts'
import { sentenceStarts, slicePiece } from './split-pieces.ts'

/** Fewer counted sentences than this are no list. */
const FEWEST = 3
const BEFORE = String.raw`(?:^|(?<=[.;:,?!)”"](?:\s+and|\s+or)?\s+))`
interface Count {
  readonly pattern: RegExp
  /** What the mark stands for, from one; null for what is no mark. */
  readonly read: (mark: string) => number | null
}
const COUNTS: readonly Count[] = [
  { pattern: new RegExp(String.raw`${BEFORE}\(?(\d{1,2})[.)]?\s+(?=[\p{Lu}“"])`, 'gu'), read: Number },
  { pattern: new RegExp(String.raw`${BEFORE}\(?([ivx]{1,5})[.)]\s+(?=\S)`, 'gu'), read: parseRoman },
  {
    pattern: new RegExp(String.raw`${BEFORE}\(?([a-h])[.)]\s+(?=\S)`, 'gu'),
    read: (mark) => mark.charCodeAt(0) - 96,
  },
  {
    pattern: new RegExp(String.raw`${BEFORE}\(?(\p{Lu}{1,5}-?\d{1,3})[.):]?\s+(?=[\p{Lu}“"])`, 'gu'),
    read: (mark) => Number(/\d+$/.exec(mark)?.[0]),
  },
]

/** The same pieces, such a paragraph under a heading of recommendations cut into its numbered entries. */
export const splitRunIn = (pieces: readonly Piece[]): Piece[] =>
  pieces.flatMap((piece) => {
    if (piece.kind === 'cell' && CONCERNS_BOX.test(piece.text)) return splitConcerns(piece)
    if (piece.kind !== 'paragraph') return [piece]
    const labelled = splitAtLabels(piece)
    if (labelled.length > 1) return labelled
    if (!piece.headings.some((one) => LIST_HEADING.test(one))) return [piece]
    const marks = findCount(piece.text)
    return marks.length < FEWEST
      ? [piece]
      : marks.map((mark, place) => ({
          ...slicePiece(piece, mark.end, marks[place + 1]?.start ?? piece.text.length),
          number: mark.number,
        }))
  })

/** A paragraph in whose middle "Recommendation 7 The police should …" begins lost the line between the two. */
function splitAtLabels(piece: Piece): Piece[] {
  // Cheap first: a long report has thousands of paragraphs.
  if (!/[.;!?]\s+(?:[A-Za-z]+ )?recommendation\s/i.test(piece.text)) return [piece]
  const cuts = sentenceStarts(piece.text).filter(
    (start) => start > 0 && parseLabel(piece.text.slice(start))?.kind === 'recommendation',
  )
  return [0, ...cuts].map((start, place) => slicePiece(piece, start, cuts[place] ?? piece.text.length))
}

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

interface Mark {
  readonly start: number
  readonly end: number
  /** As printed: "3", "iv", "SW2". */
  readonly number: string
}

/** The marks of the longest count from one, the first of them at the start. */
function findCount(text: string): readonly Mark[] {
  return COUNTS.map((count) => readCount(text, count)).reduce((best, one) =>
    one.length > best.length ? one : best,
  )
}

/** At the start, or behind "The council should:". */
const opensAt = (text: string, index: number) => index === 0 || /:\s*$/.test(text.slice(0, index))

function readCount(text: string, { pattern, read }: Count): Mark[] {
  const marks: Mark[] = []
  for (const match of text.matchAll(pattern)) {
    const number = match[1] ?? ''
    if (read(number) !== marks.length + 1 || (marks.length === 0 && !opensAt(text, match.index))) continue
    marks.push({ start: match.index, end: match.index + match[0].length, number })
  }
  return marks
}
