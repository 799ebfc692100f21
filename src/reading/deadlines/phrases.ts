/** Fixed phrases of several words, matched over tokens; and the end of a plain noun phrase. */
import type { Token } from './tokens.ts'

export type PhraseBook = ReadonlyMap<string, readonly (readonly string[])[]>

/** Phrases by their first word, longest first. */
export function makePhraseBook(phrases: readonly string[]): PhraseBook {
  const book = new Map<string, (readonly string[])[]>()
  for (const phrase of phrases) {
    const words = phrase.split(' ')
    const list = book.get(words[0] ?? '') ?? []
    list.push(words)
    book.set(words[0] ?? '', list)
  }
  for (const list of book.values()) list.sort((left, right) => right.length - left.length)
  return book
}

/** Index after the longest phrase that starts at `at`, or undefined. */
export function matchPhrase(book: PhraseBook, tokens: readonly Token[], at: number): number | undefined {
  const list = book.get(tokens[at]?.word ?? '')
  if (!list) return undefined
  for (const words of list) {
    let length = 1
    while (length < words.length && tokens[at + length]?.word === words[length]) length += 1
    if (length === words.length) return at + length
  }
  return undefined
}

// Words that end a plain noun phrase. "of" and "the" go on with it.
const PHRASE_STOPS = new Set(
  'and or but which that who whom where when if to by with in on for as will shall should must would could is are was were has have be , ; : . ( ) ! ? " “ ” -'.split(
    ' ',
  ),
)
// An event is named in a few words; a longer run is a clause that the reader does not need inside the time.
const PHRASE_WORDS = 9

const ARTICLES = new Set(['the', 'a', 'an', 'its', 'their', 'this', 'that', 'each', 'any'])

/** True where a word inside the run begins another phrase: a new article, or a verb in "-ing" behind the noun. */
function beginsAnother(tokens: readonly Token[], first: number, at: number): boolean {
  const word = tokens[at]?.word ?? ''
  const before = tokens[at - 1]?.word ?? ''
  if (PHRASE_STOPS.has(word)) return true
  if (at === first || before === 'of' || ARTICLES.has(before)) return false
  return ARTICLES.has(word) || (word.length > 5 && word.endsWith('ing'))
}

/** Index after a run of words that can name one event; `at` itself where there is none. */
export function phraseEnd(tokens: readonly Token[], at: number): number {
  let i = at
  while (i < tokens.length && i - at < PHRASE_WORDS && !beginsAnother(tokens, at, i)) i += 1
  while (i > at && (ARTICLES.has(tokens[i - 1]?.word ?? '') || tokens[i - 1]?.word === 'of')) i -= 1
  return i
}
