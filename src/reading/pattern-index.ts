/** Many patterns looked for at once: at each token only those are tried that can begin there. */
import type { Pattern, Sentence } from './patterns.ts'
import { NUMBER } from './tokens.ts'

export interface PatternIndex<T> {
  /** Calls `see` for every match, in order of place; one pattern may match at several places. */
  readonly find: (sentence: Sentence, see: (value: T, start: number, end: number) => void) => void
}

interface Entry<T> {
  readonly value: T
  readonly pattern: Pattern
}

/** Builds the index; `value` is what a match is reported as. */
export function indexPatterns<T>(entries: readonly Entry<T>[]): PatternIndex<T> {
  const byWord = new Map<string, Entry<T>[]>()
  for (const entry of entries) {
    for (const word of entry.pattern.start.words) {
      const list = byWord.get(word)
      if (list) list.push(entry)
      else byWord.set(word, [entry])
    }
  }
  const byActor = entries.filter((entry) => entry.pattern.start.isActor)
  const byNumber = entries.filter((entry) => entry.pattern.start.isNumber)
  return {
    find: (sentence, see) => {
      const { words, flags } = sentence.tokens
      const tryAll = (list: readonly Entry<T>[], at: number, second: number): void => {
        const following = words[second] ?? ''
        for (const { value, pattern } of list) {
          const { next, match } = pattern.open()
          if (next && !next.some((followers) => followers.has(following))) continue
          const end = match(sentence, at)
          if (end >= 0) see(value, at, end)
        }
      }
      for (let at = 0; at < words.length; at++) {
        const list = byWord.get(words[at] ?? '')
        if (list) tryAll(list, at, at + 1)
        const span = sentence.actors.get(at)
        if (span) tryAll(byActor, at, span.end)
        if (((flags[at] ?? 0) & NUMBER) !== 0) tryAll(byNumber, at, at + 1)
      }
    },
  }
}
