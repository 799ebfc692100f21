/** Where some patterns can begin, as numbers in their order: worked out of the lexicon when the program is built. */
import type { Pattern } from './patterns.ts'

export interface Beginnings {
  readonly words: readonly string[]
  /** For each of `words`, the patterns that it can begin. */
  readonly patterns: readonly (readonly number[])[]
  readonly afterActor: readonly number[]
  readonly afterNumber: readonly number[]
}

/** Throws a plain Error where a pattern cannot begin with what it begins with. */
export function findBeginnings(patterns: readonly Pattern[]): Beginnings {
  const byWord = new Map<string, number[]>()
  const afterActor: number[] = []
  const afterNumber: number[] = []
  patterns.forEach(({ start }, number) => {
    for (const word of start.words) {
      const list = byWord.get(word)
      if (list) list.push(number)
      else byWord.set(word, [number])
    }
    if (start.isActor) afterActor.push(number)
    if (start.isNumber) afterNumber.push(number)
  })
  return { words: [...byWord.keys()], patterns: [...byWord.values()], afterActor, afterNumber }
}
