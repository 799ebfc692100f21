/** The parts of a recommendation, "(a) … (b) …", each with its letter and its place in the report. */
import type { Range } from '../model/index.ts'
import { type Piece, squeeze, trimRange } from './pieces.ts'
import type { Recommendation } from './recommendations.ts'
import { parseRoman } from './romans.ts'

export interface AskedPart extends Range {
  /** "a", "b" …, or "i", "ii" … */
  readonly letter: string
}

interface Mark {
  readonly letter: string
  readonly start: number
}

const INLINE =
  /(?<=^|[\s:;,])\(?([a-h]|[ivx]{1,4})\)\s+(?=\S)|(?<=[:;,]\s+(?:and |or )?)([a-h]|[ivx]{1,4})\.\s+(?=\p{Ll})/gu
const OPENING = /^\s*\(?([a-h]|[ivx]{1,4})[).]\s+(?=\S)/

/** The parts in order, from "a" or "i" without a gap; items without a letter count as "a", "b" …. Empty where there are fewer than two. */
export function findAskedParts(one: Recommendation, pieces: readonly Piece[]): AskedPart[] {
  const inner = pieces.filter((piece) => piece.end > one.start && piece.start < one.end)
  const lettered = keepCount(inner.flatMap((piece) => readMarks(piece, one)))
  const marks = lettered.length > 1 ? lettered : readItems(inner, one)
  return marks.length < 2
    ? []
    : marks.map((mark, place) => ({
        letter: mark.letter,
        ...trimEnd(one.text, {
          start: mark.start - one.start,
          end: (marks[place + 1]?.start ?? one.end) - one.start,
        }),
      }))
}

/** What stands between two parts, the next one's letter included where it is none of its text. */
const JOIN = /[;,]?(?:\s+(?:and|or))?(?:\s+\(?(?:[a-h]|[ivx]{1,4})[).])?\s*$/

/** Without the "; and" that only leads on to the next part. */
function trimEnd(text: string, range: Range): Range {
  const joined = JOIN.exec(text.slice(range.start, range.end))
  return trimRange(text, { start: range.start, end: range.end - (joined?.[0].length ?? 0) })
}

/** The words that lead into the parts, for a row to stand under; null without any. */
export function findLead(one: Recommendation, parts: readonly AskedPart[]): string | null {
  const lead = squeeze(one.text.slice(0, parts[0]?.start ?? 0))
  return lead === '' ? null : lead
}

function readMarks(piece: Piece, one: Recommendation): Mark[] {
  // Where a heading leads in, the recommendation begins with its first part.
  if (piece.start >= one.start && /^(?:[a-h]|[ivx]{1,4})$/.test(piece.number ?? ''))
    return [{ letter: piece.number ?? '', start: piece.start }]
  const opening = piece.start > one.start ? OPENING.exec(piece.text) : null
  const inline = [...piece.text.matchAll(INLINE)].filter((match) => piece.start + match.index >= one.start)
  const found = opening && inline.every((match) => match.index > 2) ? [opening, ...inline] : inline
  return found.map((match) => ({ letter: match[1] ?? match[2] ?? '', start: piece.start + match.index }))
}

/** Those that count a, b, c or i, ii, iii; what stands out of the count is a reference. */
function keepCount(marks: readonly Mark[]): Mark[] {
  const isRoman = marks[0]?.letter === 'i'
  const kept: Mark[] = []
  for (const mark of marks) {
    const value = isRoman ? parseRoman(mark.letter) : mark.letter.charCodeAt(0) - 96
    if (value === kept.length + 1 && (isRoman || mark.letter.length === 1)) kept.push(mark)
  }
  return kept
}

function readItems(inner: readonly Piece[], one: Recommendation): Mark[] {
  const items = inner.filter((piece) => piece.kind === 'list-item' && piece.start > one.start)
  const level = Math.min(...items.map((item) => item.level))
  return items
    .filter((item) => item.level === level)
    .map((item, place) => ({ letter: String.fromCharCode(97 + place), start: item.start }))
    .slice(0, 8)
}
