/** What an unnumbered page or letter recommends or asks: one entry for each paragraph, from its first asking sentence to its last. */
import type { Range, Statement } from '../model/index.ts'
import { isAsking, isDirectAsk, isOthers, UNASKED } from './asks.ts'
import { parseParagraphReference } from './labels.ts'
import { ANNOUNCES } from './openings.ts'
import type { Piece } from './pieces.ts'
import { splitSpoken } from './spoken.ts'
import { findRecurring, topicsOf } from './topics.ts'

export interface Stated {
  readonly piece: Piece
  readonly range: Range
  readonly number: string | null
  /** Those of one section of the page share it; null outside sections. */
  readonly group: string | null
}

/** The paragraphs of `pieces` that ask, by what reading takes for an ask, or by asking somebody directly. */
export function findStated(pieces: readonly Piece[], statements: readonly Statement[]): Stated[] {
  const asks = keepAsking(
    statements.filter(
      (one) =>
        (one.kind === 'recommendation' || one.kind === 'ask') &&
        !isOthers(one.text) &&
        !UNASKED.test(one.text) &&
        !ANNOUNCES.test(one.text),
    ),
  )
  const recurring = findRecurring(pieces)
  let next = 0
  return pieces.flatMap((piece) => {
    while ((asks[next]?.start ?? Number.POSITIVE_INFINITY) < piece.start) next++
    const from = next
    while ((asks[next]?.start ?? Number.POSITIVE_INFINITY) < piece.end) next++
    const asking = [...asks.slice(from, next), ...findDirect(piece)]
    // A line without a sentence ("What we are asking for") only says that asks follow.
    const isLine = !ENDS.test(piece.text) && piece.text.length < 80 && !isAsking(piece.text)
    if (asking.length === 0 || isLine) return []
    const start = Math.min(...asking.map((one) => one.start))
    const end = Math.min(Math.max(...asking.map((one) => one.end)), piece.end)
    // "The inspectorate is stretched. We recommend … (Para 44)" is one entry of a summary, whole.
    const range = parseParagraphReference(piece.text) === null ? { start, end } : piece
    const group = topicsOf(piece.headings, recurring).join(' / ') || null
    return [
      {
        piece,
        range: { start: range.start, end: range.end },
        number: asks[from]?.number ?? null,
        group,
      },
    ]
  })
}

/** So many asks in so many words show how the page asks; what only sounds like one beside them is none. */
const FEWEST_PLAIN = 3

function keepAsking(asks: readonly Statement[]): readonly Statement[] {
  const plain = asks.filter((one) => isAsking(one.text) || isDirectAsk(one.text))
  return plain.length >= FEWEST_PLAIN && 2 * plain.length > asks.length ? plain : asks
}

const ENDS = /[.;:!?)”"]\s*$/

/** The sentences of a paragraph or item that ask somebody in so many words, however the page speaks. */
const findDirect = (piece: Piece): Range[] =>
  piece.kind === 'heading' || piece.kind === 'quote'
    ? []
    : splitSpoken(piece.text, piece.start).filter((one) => isDirectAsk(one.text))

/** True where the text asks, as a whole or in one of its sentences. */
export const asksSomebody = (text: string): boolean =>
  isAsking(text) || splitSpoken(text, 0).some((one) => isDirectAsk(one.text))
