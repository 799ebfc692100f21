/** Many patterns looked for at once: at each token only those are tried that can begin there, can go on with the next,
 * and whose other words the sentence holds. */
import { type Beginnings, findBeginnings } from './pattern-beginnings.ts'
import { areMet, createNeeds, type Needs } from './pattern-needs.ts'
import type { OpenPattern, Pattern, Sentence } from './patterns.ts'
import { NUMBER } from './tokens.ts'

export interface PatternIndex<T> {
  /** Calls `see` for every match, in order of place; one pattern may match at several places. */
  readonly find: (sentence: Sentence, see: (value: T, start: number, end: number) => void) => void
}

interface Entry<T> {
  readonly value: T
  readonly pattern: Pattern
}

/** A pattern read to its end, with the numbers of its needs. */
interface Opened<T> {
  readonly value: T
  readonly pattern: OpenPattern
  readonly needs: readonly number[]
}

/**
 * Some opened patterns, with the rarest need of each in a list of plain numbers (-1: it has none). Of a hundred that come
 * to be looked at one is tried: the others are passed over by that list alone.
 */
interface Row<T> {
  readonly patterns: readonly Opened<T>[]
  readonly rarest: Int32Array
}

/** Which of some patterns can go on with a word, in their order. */
type Candidates<T> = (second: string) => Row<T>

/** Builds the index; `value` is what a match is reported as. `beginnings` are those of the entries' patterns, in order. */
export function indexPatterns<T>(
  entries: readonly Entry<T>[],
  beginnings: Beginnings = findBeginnings(entries.map((entry) => entry.pattern)),
): PatternIndex<T> {
  const needs = createNeeds<Candidates<T>>()
  beginnings.words.forEach((word, at) => {
    needs.of(word).begins = candidatesOf(entries, beginnings.patterns[at] ?? [], needs)
  })
  const afterActor = candidatesOf(entries, beginnings.afterActor, needs)
  const afterNumber = candidatesOf(entries, beginnings.afterNumber, needs)
  return {
    find: (sentence, see) => {
      const { words, flags } = sentence.tokens
      const { places, known } = needs.meet(words)
      const tryAll = ({ patterns, rarest }: Row<T>, at: number): void => {
        for (let index = 0; index < rarest.length; index++) {
          // As in `areMet`, a need that was added since the places were found counts as met.
          if ((places[rarest[index] ?? 0] ?? at) < at) continue
          const entry = patterns[index]
          if (!entry || !areMet(entry.needs, places, at)) continue
          const end = entry.pattern.match(sentence, at)
          if (end >= 0) see(entry.value, at, end)
        }
      }
      for (let at = 0; at < words.length; at++) {
        const begins = known[at]?.begins
        if (begins) tryAll(begins(words[at + 1] ?? ''), at)
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
function candidatesOf<T>(
  entries: readonly Entry<T>[],
  numbers: readonly number[],
  needs: Needs<Candidates<T>>,
): Candidates<T> {
  let all: readonly Opened<T>[] = []
  let open = rowOf<T>([])
  // Made when one may first begin; null for words that were not asked about yet.
  let sorted: Map<string, Row<T> | null> | null = null
  return (second) => {
    if (sorted === null) {
      sorted = new Map()
      all = numbers.flatMap((number) => {
        const entry = entries[number]
        return entry ? [openEntry(entry.value, entry.pattern.open(), needs)] : []
      })
      open = rowOf(all.filter(({ pattern }) => pattern.next === null))
      for (const { pattern } of all)
        for (const followers of pattern.next ?? [])
          for (const word of followers.keys()) sorted.set(word, null)
    }
    const before = sorted.get(second)
    if (before === undefined) return open
    if (before !== null) return before
    const canFollow = ({ next }: OpenPattern): boolean =>
      next === null || next.some((followers) => followers.has(second))
    const found = rowOf(all.filter(({ pattern }) => canFollow(pattern)))
    sorted.set(second, found)
    return found
  }
}

function rowOf<T>(patterns: readonly Opened<T>[]): Row<T> {
  return { patterns, rarest: Int32Array.from(patterns, ({ needs }) => needs[0] ?? -1) }
}

function openEntry<T>(value: T, pattern: OpenPattern, needs: Needs<Candidates<T>>): Opened<T> {
  // The fewer words, the rarer one of them stands in a sentence, and the sooner the pattern is put aside.
  const own = [...pattern.needs].sort((a, b) => a.size - b.size)
  return { value, pattern, needs: [...new Set(own.map(needs.add))] }
}
