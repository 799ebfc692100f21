/** Paragraphs that give the decision on most recommendations by number and nothing more: the chapters behind them answer. */
import type { Piece } from './pieces.ts'
import { nameClauses } from './positions.ts'
import type { Reply } from './replies.ts'
import { slicePiece } from './split-pieces.ts'
import { splitSpoken } from './spoken.ts'

/** A summary decides on so many, and on this share of all; chapters have so many paragraphs. */
const FEWEST = { numbers: 3, share: 0.6, paragraphs: 3 } as const
const DECIDES = /\b(?:accept|agree|reject|note[ds]?\b|support|declin|disagree)/i

/** The pieces of the first such stretch; none where nothing but it could answer. */
export function findSummary(pieces: readonly Piece[], known: ReadonlySet<string>): readonly Piece[] {
  const stretches: { pieces: Piece[]; numbers: Set<string> }[] = []
  let isOpen = false
  for (const piece of pieces) {
    if (piece.kind === 'heading') continue
    const numbers = readDecided(piece, known)
    const last = stretches.at(-1)
    if (numbers.length === 0) isOpen = false
    else if (isOpen && last) {
      last.pieces.push(piece)
      for (const number of numbers) last.numbers.add(number)
    } else {
      stretches.push({ pieces: [piece], numbers: new Set(numbers) })
      isOpen = true
    }
  }
  const found = stretches.find(
    ({ numbers }) => numbers.size >= Math.max(FEWEST.numbers, FEWEST.share * known.size),
  )
  if (!found) return []
  const others = pieces.filter((piece) => piece.kind !== 'heading' && !found.pieces.includes(piece))
  return others.length < FEWEST.paragraphs ? [] : found.pieces
}

/** The numbers that every sentence of the piece decides on; none where one says anything else. */
function readDecided(piece: Piece, known: ReadonlySet<string>): string[] {
  if (piece.row !== null || !DECIDES.test(piece.text)) return []
  const clauses = nameClauses(splitSpoken(piece.text, piece.start), known)
  const isAll = clauses.every(({ numbers, spoken }) => numbers.length > 0 && DECIDES.test(spoken.text))
  return isAll ? clauses.flatMap(({ numbers }) => numbers) : []
}

/** The clauses of a summary as replies to what nothing else answers. */
export const answerBySummary = (summary: readonly Piece[], known: ReadonlySet<string>): Reply[] =>
  summary.flatMap((piece) =>
    nameClauses(splitSpoken(piece.text, piece.start), known).map(({ numbers, spoken }) => ({
      numbers,
      restated: new Map(),
      title: null,
      headings: piece.headings,
      quoted: [],
      pieces: [slicePiece(piece, spoken.start - piece.start, spoken.end - piece.start)],
      isToConclusion: false,
      isMention: true,
      isSummary: true,
    })),
  )
