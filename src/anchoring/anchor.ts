/**
 * From selectors back to a place: the old position if the words still stand there, else the same words elsewhere, else
 * the same letters, else words like them. Each rung that fails says why, and where doubt is left the answer is lost: a
 * passage shown in the wrong place would be worse than none.
 */
import type { Range } from '../model/index.ts'
import { type Candidate, findAll, rateCandidates } from './candidates.ts'
import type { Context } from './context.ts'
import { findEnds, findStart } from './edit-distance.ts'
import { type FoldedText, foldText, isInsideWord, unfoldRange } from './fold-text.ts'
import { differenceInMeaning } from './meaning.ts'
import type { Selectors } from './selectors.ts'

export const RUNGS = ['position', 'same-words', 'same-letters', 'similar'] as const
export type Rung = (typeof RUNGS)[number]

export interface RungFailure {
  readonly rung: Rung
  /** A clause for a person: "the words there are others". */
  readonly why: string
}

export type Anchoring =
  /** `anchored`: the same words at the same place. `moved`: elsewhere, or in other letters. */
  | (Range & {
      readonly kind: 'anchored' | 'moved'
      readonly rung: Rung
      /** Share of the quote's letters that are the same, from 0.8 to 1. */
      readonly score: number
      /** How well what stands around agrees, 0 to 1. */
      readonly context: number
      /** Other places that fit as well; the nearest to the old one was taken. */
      readonly alike: number
      readonly failed: readonly RungFailure[]
    })
  | { readonly kind: 'lost'; readonly failed: readonly RungFailure[] }

/** A text to look in; folded once for any number of quotes. */
export interface Sought {
  readonly text: string
  readonly folded: FoldedText
}

/**
 * Letters (folded) from which words are taken to stand once only by more than chance: about five words. Lower finds
 * more short quotes whose surroundings were rewritten, and more wrong ones ("the Government accepts" is 20).
 */
const TELLING = 24
/** Agreement of the surroundings that decides for a place. Chance gives about 0.05 in running text; a rewritten sentence
 * on one side leaves 0.5. */
const AGREEING = 0.5
/**
 * Share of edited letters: with surroundings that agree, and by itself, where no word of weight may have been exchanged
 * for another (at a tenth, the entry beside it in a list of terms was found for one that went). Twice as much would take
 * a neighbouring sentence of the same make ("accepts this recommendation in part") for the quote.
 */
const MOST_EDITED = 0.2
const MOST_EDITED_ALONE = 0.04
/** Shorter words are too like others, longer ones cost too much (edits grow with length, and time with both). */
const SHORTEST_SIMILAR = 16
const SHORTEST_ALONE = 50
const LONGEST_SIMILAR = 4000
/** Words that stand more often than this are no quote that anyone chose. */
const MOST_PLACES = 50_000
/** Places that words like the quote may stand in before it is given up: a text of nothing else. */
const MOST_SIMILAR = 50
/** Two places whose worth (share of same letters and of context) is closer than this cannot be told apart. */
const APART = 0.1

export type Tried = { readonly found: Candidate; readonly score: number } | { readonly why: string }

/** Folds a text for looking in; do it once a document. */
export const seek = (text: string): Sought => ({ text, folded: foldText(text) })

/** Looks for the words that `selectors` describe. Takes time in proportion to the text, whatever the quote. */
export function anchor(sought: Sought | string, selectors: Selectors): Anchoring {
  const within = typeof sought === 'string' ? seek(sought) : sought
  const { quote } = selectors
  const folded = foldText(quote.exact).text
  const context = { prefix: foldText(quote.prefix).text, suffix: foldText(quote.suffix).text }
  const search: Search = { ...within, selectors, letters: folded, context }
  const failed: RungFailure[] = []
  for (const [rung, climb] of LADDER) {
    const tried = climb(search)
    if ('why' in tried) {
      failed.push({ rung, why: tried.why })
      continue
    }
    const { found, score } = tried
    const isHere = rung !== 'similar' && rung !== 'same-letters' && found.start === selectors.position.start
    if (isHere) return { ...found, kind: 'anchored', rung: 'position', score, failed: [] }
    return { ...found, kind: 'moved', rung, score, failed }
  }
  return { kind: 'lost', failed }
}

interface Search extends Sought {
  readonly selectors: Selectors
  /** The quote, folded. */
  readonly letters: string
  readonly context: Context
}

const LADDER: readonly (readonly [Rung, (search: Search) => Tried])[] = [
  ['position', atPosition],
  ['same-words', sameWords],
  ['same-letters', sameLetters],
  ['similar', similarWords],
]

function atPosition({ text, folded, selectors, context }: Search): Tried {
  const { position, quote } = selectors
  if (text.slice(position.start, position.end) !== quote.exact)
    return { why: 'the words there are others now' }
  const [found] = rateCandidates(folded, [position], context, position.start)
  if (found === undefined || found.context < 1)
    return { why: 'the words there are the same, and what stands around them is not' }
  return { found, score: 1 }
}

function sameWords(search: Search): Tried {
  const { text, selectors } = search
  const { exact } = selectors.quote
  const starts = findAll(text, exact, MOST_PLACES)
  if (starts === null) return { why: `the words stand more than ${MOST_PLACES} times` }
  return choose(
    search,
    starts.map((start) => ({ start, end: start + exact.length })),
  )
}

function sameLetters(search: Search): Tried {
  const { folded, letters } = search
  if (letters === '') return { why: 'the quote holds no letters' }
  const starts = findAll(folded.text, letters, MOST_PLACES)
  if (starts === null) return { why: `the letters stand more than ${MOST_PLACES} times` }
  return choose(
    search,
    starts.map((start) => unfoldRange(folded, { start, end: start + letters.length })),
  )
}

/** The quote was whole words unless it was cut out of one. */
function keepWholeWords({ text, selectors: { quote } }: Search, ranges: readonly Range[]): readonly Range[] {
  const cutsFirst = isInsideWord(quote.prefix + quote.exact, quote.prefix.length)
  const cutsLast = isInsideWord(quote.exact + quote.suffix, quote.exact.length)
  return wholeWords(text, ranges, cutsFirst, cutsLast)
}

export const wholeWords = (
  text: string,
  ranges: readonly Range[],
  mayCutFirst = false,
  mayCutLast = false,
): readonly Range[] =>
  ranges.filter(
    ({ start, end }) =>
      (mayCutFirst || !isInsideWord(text, start)) && (mayCutLast || !isInsideWord(text, end)),
  )

function choose(search: Search, everywhere: readonly Range[]): Tried {
  const { folded, selectors, letters, context } = search
  const ranges = keepWholeWords(search, everywhere)
  const [best] = rateCandidates(folded, ranges, context, selectors.position.start)
  if (best === undefined) return { why: 'they stand nowhere in the text' }
  if (best.context >= AGREEING) return { found: best, score: 1 }
  if (ranges.length > 1) return { why: `they stand ${ranges.length} times, and none is where they stood` }
  if (letters.length >= TELLING) return { found: best, score: 1 }
  return { why: 'they stand once, with other words around, and are too few to tell' }
}

function similarWords(search: Search): Tried {
  const { folded, letters, selectors, text } = search
  if (letters.length < SHORTEST_SIMILAR) return { why: 'the quote is too short to look for words like it' }
  if (letters.length > LONGEST_SIMILAR) return { why: 'the quote is too long to look for words like it' }
  const most = Math.floor(letters.length * MOST_EDITED)
  const ends = findEnds(folded.text, letters, most)
    .sort((one, other) => one.errors - other.errors)
    .slice(0, MOST_SIMILAR)
  const places = ends.map((end) => {
    const start = findStart(folded.text, letters, end)
    const range = widenToWords(text, unfoldRange(folded, { start, end: end.end }))
    return { range, score: 1 - end.errors / letters.length }
  })
  if (places.length === 0) return { why: 'nothing in the text is like it' }
  const told = places.map((place) => {
    const difference = differenceInMeaning(
      selectors.quote.exact,
      text.slice(place.range.start, place.range.end),
    )
    return { ...place, difference }
  })
  const rated = told.flatMap(({ range, score, difference }) => {
    const [found] = rateCandidates(folded, [range], search.context, selectors.position.start)
    return found === undefined || difference !== null ? [] : [{ found, score }]
  })
  if (rated.length === 0)
    return { why: `the words most like it say something else: ${told[0]?.difference ?? ''}` }
  return chooseSimilar(rated, letters.length)
}

interface Rated {
  readonly found: Candidate
  readonly score: number
}

function chooseSimilar(rated: readonly Rated[], length: number): Tried {
  const worth = ({ found, score }: Rated) => score + found.context
  const isEnough = ({ found, score }: Rated) =>
    found.context >= AGREEING || (length >= SHORTEST_ALONE && 1 - score <= MOST_EDITED_ALONE)
  const [best, second] = rated.filter(isEnough).sort((one, other) => worth(other) - worth(one))
  if (best === undefined) return { why: 'there are words like it, but not enough, and others around them' }
  if (second !== undefined && worth(best) - worth(second) < APART)
    return { why: 'two places are about equally like it' }
  return best
}

/** Words like these, where nothing is known of what stood around them: only very like ones count. */
export function findSimilarAlone(sought: Sought, words: string): Tried {
  const quote = { exact: words, prefix: '', suffix: '' }
  const selectors = {
    quote,
    position: { start: 0, end: words.length },
    place: { page: null, block: null, heading: null },
  }
  // Surroundings that no text has: letters of the private use area.
  const context = { prefix: '\ue000', suffix: '\ue000' }
  return similarWords({ ...sought, selectors, letters: foldText(words).text, context })
}

function widenToWords(text: string, { start, end }: Range): Range {
  let [from, to] = [start, end]
  while (isInsideWord(text, from)) from--
  while (isInsideWord(text, to)) to++
  return { start: from, end: to }
}
