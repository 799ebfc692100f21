/** Choosing between the places where the same words stand, by what stands around them. */
import type { Range } from '../model/index.ts'
import { type Context, glanceAtContext, rateContext } from './context.ts'
import { type FoldedText, foldedIndex } from './fold-text.ts'

/** A place in the text with how well its surroundings agree, 0 to 1. */
export interface Candidate extends Range {
  readonly context: number
  /** How many other places have the same words with surroundings that agree as well. */
  readonly alike: number
}

/** Every place of `words`, overlapping ones too. Null beyond `most`: words so common tell nothing. */
export function findAll(text: string, words: string, most: number): number[] | null {
  const found: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (found.length === most) return null
    found.push(at)
  }
  return found
}

/** Rating costs two small alignments; beyond this many places, those that look best at a glance are rated. */
const MOST_RATED = 200

/** Best first; of equals the one nearest to where the words stood. */
export function rateCandidates(
  folded: FoldedText,
  ranges: readonly Range[],
  context: Context,
  expected: number,
): Candidate[] {
  const places = ranges.map((range) => {
    const inFolded = { start: foldedIndex(folded, range.start), end: foldedIndex(folded, range.end) }
    return { range, inFolded, glance: glanceAtContext(folded.text, inFolded, context) }
  })
  const near = ({ range }: { range: Range }) => Math.abs(range.start - expected)
  const chosen =
    places.length <= MOST_RATED
      ? places
      : places.sort((one, other) => other.glance - one.glance || near(one) - near(other)).slice(0, MOST_RATED)
  const rated = chosen.map(({ range, inFolded }) => ({
    ...range,
    context: rateContext(folded.text, inFolded, context),
  }))
  return rated
    .sort(
      (one, other) =>
        other.context - one.context || Math.abs(one.start - expected) - Math.abs(other.start - expected),
    )
    .map((each) => ({ ...each, alike: rated.filter(({ context }) => context === each.context).length - 1 }))
}
