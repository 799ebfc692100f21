/** Where words stand that came without their surroundings: a quotation somebody typed, or one in a content file. */
import type { Range } from '../model/index.ts'
import { findSimilarAlone, type RungFailure, type Sought, wholeWords } from './anchor.ts'
import { findAll } from './candidates.ts'
import { foldText, unfoldRange } from './fold-text.ts'

export type WordsFound =
  | {
      readonly kind: 'found'
      readonly rung: 'same-words' | 'same-letters' | 'similar'
      readonly score: number
      /** Every place, in order; more than one where the words stand more than once. */
      readonly places: readonly Range[]
    }
  | { readonly kind: 'not-found'; readonly failed: readonly RungFailure[] }

const MOST_PLACES = 50_000

/** Nothing is chosen between places: without surroundings there is nothing to choose by. `within` narrows the search. */
export function findWords({ text, folded }: Sought, words: string, within: Range | null): WordsFound {
  const failed: RungFailure[] = []
  const keep = (ranges: readonly Range[]) =>
    wholeWords(text, ranges).filter(
      ({ start, end }) => within === null || (start >= within.start && end <= within.end),
    )
  const trimmed = words.trim()
  const starts = trimmed === '' ? [] : (findAll(text, trimmed, MOST_PLACES) ?? [])
  const exact = keep(starts.map((start) => ({ start, end: start + trimmed.length })))
  if (exact.length > 0) return { kind: 'found', rung: 'same-words', score: 1, places: exact }
  failed.push({ rung: 'same-words', why: 'they stand nowhere in the text' })

  const letters = foldText(trimmed).text
  const folds = letters === '' ? [] : (findAll(folded.text, letters, MOST_PLACES) ?? [])
  const same = keep(folds.map((start) => unfoldRange(folded, { start, end: start + letters.length })))
  if (same.length > 0) return { kind: 'found', rung: 'same-letters', score: 1, places: same }
  failed.push({ rung: 'same-letters', why: 'they stand nowhere in the text' })

  const similar = findSimilarAlone({ text, folded }, trimmed)
  if ('why' in similar)
    return { kind: 'not-found', failed: [...failed, { rung: 'similar', why: similar.why }] }
  const places = keep([similar.found])
  if (places.length > 0) return { kind: 'found', rung: 'similar', score: similar.score, places }
  return {
    kind: 'not-found',
    failed: [...failed, { rung: 'similar', why: 'the words like them stand elsewhere' }],
  }
}
