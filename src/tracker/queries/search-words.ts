/** The words of texts and of questions, and the form that a search compares them by. */
import stemWord from 'wink-porter2-stemmer'
import { isNumberWord, joinNumbers, NUMBER } from './number-words.ts'

/** Small words are in everything and tell nothing apart. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an and are as at be by did do for from has have in is it of on or that the they this to was what who with'.split(
    ' ',
  ),
)

/** Words that a question is put in. A text need not hold them; one that does, such as a title put as a question, comes first. */
export const ASKING_WORDS: ReadonlySet<string> = new Set(
  'about again am any anyone being been but can could does get gets getting give given got had he her him his how i if into its ive just like make many may me more most much must my need no not our out over she should so some than their them then there these those too up us want we were when where which while why will would you your'.split(
    ' ',
  ),
)

/** The form that a search compares words by. */
export const stemOf = (word: string): string => stemWord(word)

/** More words than a large tracker has; what was found is then let go and found again. */
const MOST_STEMS = 100_000

/** The same for many texts one after the other: taking a word apart takes twenty times as long as looking it up. */
export function createStemmer(): (word: string) => string {
  const stems = new Map<string, string>()
  return (word) => {
    const known = stems.get(word)
    if (known !== undefined) return known
    const stem = stemWord(word)
    if (stems.size >= MOST_STEMS) stems.clear()
    stems.set(word, stem)
    return stem
  }
}

/** Words as they are written, in lower case; a number is one word however it is written. */
export const wordsOf = (text: string): string[] =>
  joinNumbers(text)
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .match(/[\p{L}\p{N}£]+/gu) ?? []

/** Letters with a point after each: "S.G.O." */
const INITIALS = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?!\p{L})/gu

/** The words of a question, with initials put as pages put them: "S.G.O." as "sgo". */
export const wordsAsked = (query: string): string[] =>
  wordsOf(query.replaceAll(INITIALS, (initials) => initials.replaceAll('.', '')))

/** Shorter halves stand in too many words by chance. */
const SHORTEST_HALF = 3

/** The ways to take a word for two that were run together: "kinshipcare" for "kinship care" among them. */
export const waysToSplit = (word: string): readonly (readonly [string, string])[] =>
  Array.from({ length: Math.max(0, word.length - 2 * SHORTEST_HALF + 1) }, (_, at) => [
    word.slice(0, at + SHORTEST_HALF),
    word.slice(at + SHORTEST_HALF),
  ])

/** Where the first word of the stem begins in a text; 0 where none does. */
export function placeOfStem(text: string, stem: string): number {
  const isOfStem = (word: string) => word.charAt(0) === stem.charAt(0) && stemOf(word) === stem
  const places = text.matchAll(isNumberWord(stem) ? NUMBER : /[\p{L}\p{N}'’]+/gu)
  for (const place of places) if (wordsOf(place[0]).some(isOfStem)) return place.index
  return 0
}
