/** Many patterns looked for at once: at each token only those are tried that can begin there and go on with the next. */
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

/** Which of some patterns can go on with a word, in their order. */
type Candidates<T> = (second: string) => readonly Entry<T>[]

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
  const candidates = new Map<string, Candidates<T>>()
  for (const [word, list] of byWord) candidates.set(word, candidatesOf(list))
  const afterActor = candidatesOf(entries.filter((entry) => entry.pattern.start.isActor))
  const afterNumber = candidatesOf(entries.filter((entry) => entry.pattern.start.isNumber))
  return {
    find: (sentence, see) => {
      const { words, flags } = sentence.tokens
      const tryAll = (list: readonly Entry<T>[], at: number): void => {
        for (const { value, pattern } of list) {
          const end = pattern.open().match(sentence, at)
          if (end >= 0) see(value, at, end)
        }
      }
      for (let at = 0; at < words.length; at++) {
        const byFirst = candidates.get(words[at] ?? '')
        if (byFirst) tryAll(byFirst(words[at + 1] ?? ''), at)
        const span = sentence.actors.get(at)
        if (span) tryAll(afterActor(words[span.end] ?? ''), at)
        if (((flags[at] ?? 0) & NUMBER) !== 0) tryAll(afterNumber(words[at + 1] ?? ''), at)
      }
    },
  }
}

/**
 * Sorts patterns by the words they can go on with, the first time one of them may begin; then one look-up gives those
 * worth trying. Kept for words of the lexicon only, so it never grows with what is read.
 */
function candidatesOf<T>(list: readonly Entry<T>[]): Candidates<T> {
  let known: ReadonlySet<string> | null = null
  let open: readonly Entry<T>[] = []
  const sorted = new Map<string, readonly Entry<T>[]>()
  const goesOn = ({ pattern }: Entry<T>, second: string): boolean => {
    const { next } = pattern.open()
    return next === null || next.some((followers) => followers.has(second))
  }
  return (second) => {
    if (known === null) {
      open = list.filter(({ pattern }) => pattern.open().next === null)
      known = new Set(
        list.flatMap(({ pattern }) => (pattern.open().next ?? []).flatMap((map) => [...map.keys()])),
      )
    }
    if (!known.has(second)) return open
    const before = sorted.get(second)
    if (before) return before
    const found = list.filter((entry) => goesOn(entry, second))
    sorted.set(second, found)
    return found
  }
}
