/** What patterns cannot do without: of each sentence it is found once which of these words it holds and where last, so
 * that patterns which lack theirs are not tried at all. */
import type { Followers } from './patterns.ts'

export interface Needs {
  /** The number under which the need is known from now on. */
  readonly add: (need: Followers) => number
  /** For each need by its number, the last token that is one of its words, or -1. Good until the next call. */
  readonly lastPlaces: (words: readonly string[]) => ArrayLike<number>
}

/** True where each need has a word at `at` or later. A need added since the places were found counts as met. */
export function areMet(needs: readonly number[], places: ArrayLike<number>, at: number): boolean {
  for (const need of needs) if ((places[need] ?? at) < at) return false
  return true
}

/** The needs of the patterns of one index. What is kept grows with the patterns, never with what is read. */
export function createNeeds(): Needs {
  const numbers = new Map<Followers, number>()
  const byWord = new Map<string, number[]>()
  let places = new Int32Array(0)
  return {
    add: (need) => {
      const known = numbers.get(need)
      if (known !== undefined) return known
      const number = numbers.size
      numbers.set(need, number)
      for (const word of need.keys()) {
        const list = byWord.get(word)
        if (list) list.push(number)
        else byWord.set(word, [number])
      }
      return number
    },
    lastPlaces: (words) => {
      if (places.length < numbers.size) places = new Int32Array(numbers.size)
      places.fill(-1)
      for (let at = 0; at < words.length; at++) {
        const met = byWord.get(words[at] ?? '')
        if (met) for (const need of met) places[need] = at
      }
      return places
    },
  }
}
