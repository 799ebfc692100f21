/** From a question to what is looked for: abbreviations, mistyped words, sums, and what may be let go. */
import { nearestWord } from './nearest-word.ts'
import { isNumberWord, sayNumberWord, waysToWrite } from './number-words.ts'
import { ASKING_WORDS, SMALL_WORDS, stemOf, waysToSplit, wordsAsked, wordsOf } from './search-words.ts'
import type { Synonyms } from './synonyms.ts'

/** One thing asked for: any of these runs of stems will do. */
export type Term = readonly (readonly string[])[]

/** What a search knows of all texts: how many hold a stem, and which word was most likely meant. */
export interface Vocabulary {
  readonly texts: number
  /** How many texts hold the stem. */
  countOf(stem: string): number
  nearest(word: string): string | null
}

export interface PlannedSearch {
  /** What texts are looked for by. */
  readonly terms: readonly Term[]
  /** What a text need not hold, and is better for holding. */
  readonly hints: readonly Term[]
  readonly corrected: readonly (readonly [typed: string, taken: string])[]
  /** Words typed that no text holds, nor any that stands for them: looked for is the rest. */
  readonly missing: readonly string[]
}

/** No word of a text is longer, and taking one apart would only cost time. */
const LONGEST_WORD = 60
/** Of more the rarest are looked for; each further one doubles the ways to leave some out. */
const MOST_TERMS = 8

/** Synonyms as runs of words. */
export const runsOf = (synonyms: Synonyms): Runs =>
  synonyms.map((set) => set.map((phrase) => wordsOf(phrase)))
type Runs = readonly (readonly (readonly string[])[])[]

const NOTHING: PlannedSearch = { terms: [], hints: [], corrected: [], missing: [] }

/** What is looked for when this is asked: nothing where one word is longer than any text could hold. */
export function planSearch(query: string, runs: Runs, vocabulary: Vocabulary): PlannedSearch {
  const asked = wordsAsked(query)
  if (asked.some((word) => word.length > LONGEST_WORD)) return NOTHING
  const corrected = new Map<string, string>()
  const words = asked.flatMap((word) => {
    const taken = meantBy(word, runs, vocabulary)
    if (taken !== word) corrected.set(word, taken)
    return taken.split(' ')
  })
  const isHeld = (stem: string) => vocabulary.countOf(stem) > 0
  const taken = new Set(stemsTaken(corrected))
  const told = termsOf(words, runs).map(({ typed, term, isAsking }) => {
    const held = term.filter((run) => run.every((stem) => isHeld(stem) || taken.has(stem)))
    return { typed, held, isAsking }
  })
  const sought = told.filter(({ held, isAsking }) => held.length > 0 && !isAsking)
  const asking = told.filter(({ held, isAsking }) => held.length > 0 && isAsking)
  const missing = new Set(
    told.filter(({ held, isAsking }) => held.length === 0 && !isAsking).map(({ typed }) => typed),
  )
  // "How much?" asks for nothing else, and is looked for as it stands.
  const isOnlyAsked = sought.length === 0 && missing.size === 0
  const terms = (isOnlyAsked ? asking : sought).map(({ held }) => held)
  return {
    terms: rarest(terms, vocabulary),
    hints: isOnlyAsked ? [] : asking.map(({ held }) => held),
    corrected: [...corrected],
    missing: [...missing],
  }
}

/** What was looked for in place of words that were typed. */
export const stemsTaken = (corrected: Iterable<readonly [typed: string, taken: string]>): string[] =>
  [...corrected].flatMap(([, taken]) => taken.split(' ').map(stemOf))

/** The word itself, the one that was most likely meant, or two with a space between. */
function meantBy(word: string, runs: Runs, vocabulary: Vocabulary): string {
  const isSmall = SMALL_WORDS.has(word) || ASKING_WORDS.has(word)
  if (isSmall || vocabulary.countOf(stemOf(word)) > 0) return word
  if (isNumberWord(word) || runs.some((set) => set.some((run) => run.includes(word)))) return word
  return (
    vocabulary.nearest(word) ?? nearestSynonym(word, runs, vocabulary) ?? splitWord(word, vocabulary) ?? word
  )
}

/** No text need hold a word that readers type for another: "neice" stands for "niece", and so for what pages say. */
function nearestSynonym(word: string, runs: Runs, { countOf }: Vocabulary): string | null {
  const isHeld = (run: readonly string[]) => run.every((each) => countOf(stemOf(each)) > 0)
  const known = new Map(
    runs.filter((set) => set.some(isHeld)).flatMap((set) => set.flat().map((each) => [each, 1])),
  )
  return nearestWord(word, known) ?? (word.endsWith('s') ? nearestWord(word.slice(0, -1), known) : null)
}

/** "kinshipcare": of all ways to part it, the one of which texts hold both halves most often. */
function splitWord(word: string, { countOf }: Vocabulary): string | null {
  const uses = (halves: readonly string[]) => Math.min(...halves.map((half) => countOf(stemOf(half))))
  const [best] = waysToSplit(word)
    .filter((halves) => uses(halves) > 0)
    .sort((one, other) => uses(other) - uses(one))
  return best?.join(' ') ?? null
}

function rarest(terms: readonly Term[], { countOf }: Vocabulary): readonly Term[] {
  if (terms.length <= MOST_TERMS) return terms
  const uses = (term: Term) => Math.max(...term.map((run) => Math.min(...run.map((stem) => countOf(stem)))))
  const kept = new Set([...terms].sort((one, other) => uses(one) - uses(other)).slice(0, MOST_TERMS))
  return terms.filter((term) => kept.has(term))
}

interface ToldTerm {
  readonly typed: string
  readonly term: Term
  readonly isAsking: boolean
}

/** Runs of words that have synonyms become one term each; every other word is a term, small ones left out. */
function termsOf(words: readonly string[], runs: Runs): ToldTerm[] {
  const terms: ToldTerm[] = []
  const stems = (run: readonly string[]) => run.filter((word) => !SMALL_WORDS.has(word)).map(stemOf)
  for (let at = 0; at < words.length; ) {
    const found = runs
      .flatMap((set) => set.map((run) => ({ set, run })))
      .filter(
        ({ run }) =>
          run.length > 0 && run.every((word, index) => stemOf(word) === stemOf(words[at + index] ?? '')),
      )
    const longest = Math.max(1, ...found.map(({ run }) => run.length))
    const word = words[at] ?? ''
    const alike = found.filter(({ run }) => run.length === longest).flatMap(({ set }) => set)
    // What was typed stands first: the rest stands for it.
    const ways = [
      ...(alike.length > 0 ? [words.slice(at, at + longest)] : []),
      ...alike,
      ...waysToWrite(word),
    ]
      .map(stems)
      .filter(({ length }) => length > 0)
    const typed = words
      .slice(at, at + longest)
      .map(sayNumberWord)
      .join(' ')
    if (ways.length > 0) terms.push({ typed, term: distinct(ways), isAsking: false })
    else if (!SMALL_WORDS.has(word))
      terms.push({ typed, term: [[stemOf(word)]], isAsking: ASKING_WORDS.has(word) })
    at += longest
  }
  return terms
}

const distinct = (term: Term): Term => [...new Map(term.map((run) => [run.join(' '), run])).values()]

/** All ways to take `count` of the terms. */
export function choose(terms: readonly Term[], count: number): readonly (readonly Term[])[] {
  if (count === 0) return [[]]
  return terms.flatMap((term, at) => choose(terms.slice(at + 1), count - 1).map((rest) => [term, ...rest]))
}

/** What the words of texts that meet the terms begin with: a stem begins as its words do. */
export const initialsOf = (terms: readonly Term[]): ReadonlySet<string> =>
  new Set(terms.flat(2).map((stem) => stem.charAt(0)))
