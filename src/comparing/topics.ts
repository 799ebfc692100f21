/** Headings that name a topic, told from those that every section of a page repeats ("Our verdict", "Response"). */
import { type Piece, squeeze } from './pieces.ts'

const STRUCTURAL =
  /^\W*(?:\d+\W*)?(?:(?:our |the |key |summary of |list of )*(?:recommendations?|conclusions?)(?: and (?:recommendations?|conclusions?))?|what (?:should|needs to|must) happen.*|our (?:verdict|view|asks?|response)|next steps|current status|(?:\w+ ){0,2}response|background|why (?:this|it) matters)\W*$/i

/** A heading printed this often is part of the page's pattern. */
const RECURS = 3

/** Headings, in lower case, that recur. */
export function findRecurring(pieces: readonly Piece[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const piece of pieces) {
    if (piece.kind !== 'heading') continue
    const name = squeeze(piece.text).toLowerCase()
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= RECURS).map(([name]) => name))
}

/** The headings that name a topic, outermost first. */
export function topicsOf(headings: readonly string[], recurring: ReadonlySet<string> = new Set()): string[] {
  return headings.filter((heading) => !STRUCTURAL.test(heading) && !recurring.has(heading.toLowerCase()))
}
