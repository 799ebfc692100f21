/** What patterns cannot do without: of each sentence it is found once which of these words it holds and where last, so
 * that patterns which lack theirs are not tried at all. */
import type { Followers } from './patterns.ts'

/** What an index knows of a word: the needs that it meets, and what can begin with it. */
interface KnownWord<B> {
  readonly meets: number[]
  begins: B | null
}

/** What a sentence holds, one entry a token in `known`, and more of longer ones before. Good until the next sentence. */
interface Met<B> {
  /** For each need by its number, the last token that is one of its words, or -1. */
  readonly places: ArrayLike<number>
  readonly known: readonly (KnownWord<B> | undefined)[]
}

export interface Needs<B> {
  readonly of: (word: string) => KnownWord<B>
  /** The number under which the need is known from now on. */
  readonly add: (need: Followers) => number
  readonly meet: (words: readonly string[]) => Met<B>
}

/** True where each need has a word at `at` or later. A need added since the places were found counts as met. */
export function areMet(needs: readonly number[], places: ArrayLike<number>, at: number): boolean {
  for (const need of needs) if ((places[need] ?? at) < at) return false
  return true
}

/** The needs of the patterns of one index. What is kept grows with the patterns, never with what is read. */
export function createNeeds<B>(): Needs<B> {
  const numbers = new Map<Followers, number>()
  const byWord = new Map<string, KnownWord<B>>()
  let places = new Int32Array(0)
  const known: (KnownWord<B> | undefined)[] = []
  const of = (word: string): KnownWord<B> => {
    const before = byWord.get(word)
    if (before) return before
    const made = { meets: [], begins: null }
    byWord.set(word, made)
    return made
  }
  return {
    of,
    add: (need) => {
      const before = numbers.get(need)
      if (before !== undefined) return before
      const number = numbers.size
      numbers.set(need, number)
      for (const word of need.keys()) of(word).meets.push(number)
      return number
    },
    meet: (words) => {
      if (places.length < numbers.size) places = new Int32Array(numbers.size)
      places.fill(-1)
      for (let at = 0; at < words.length; at++) {
        const word = byWord.get(words[at] ?? '')
        known[at] = word
        if (word === undefined) continue
        const { meets } = word
        for (let index = 0; index < meets.length; index++) places[meets[index] ?? 0] = at
      }
      return { places, known }
    },
  }
}
