/** Which recommendation a stretch of the response prints again: measured on runs of three words, not on topic. */
import { runsOf, splitWords } from './words.ts'

export interface Restated {
  /** Index of the recommendation. */
  readonly which: number
  /** Share of the stretch's words runs that the recommendation holds: near 1 the stretch is nothing else. */
  readonly ofStretch: number
  /** Share of the recommendation's runs that the stretch holds. */
  readonly ofRecommendation: number
}

export interface RestatementIndex {
  /** The recommendation that the text repeats most of; null where it repeats none. */
  find(text: string, prefer?: ReadonlySet<number>): Restated | null
  /** How much of one recommendation the text repeats. */
  measure(text: string, which: number): Restated
  /** True where the recommendation prints these very words in this order: for items too short to measure. */
  holds(text: string, which: number): boolean
  /** The number that the report prints on it; null where it prints none. */
  number(which: number): string | null
  /** The recommendation itself. */
  text(which: number): string
}

const RUN = 3
/** Under this many words a stretch is too short to tell a quotation from a common phrase. */
const FEWEST_WORDS = 5

export function indexRestatements(
  texts: readonly string[],
  numbers: readonly (string | null)[] = [],
): RestatementIndex {
  const holders = new Map<string, number[]>()
  const joined = texts.map((text) => ` ${splitWords(text).join(' ')} `)
  const sizes = texts.map((text, which) => {
    const runs = new Set(runsOf(splitWords(text), RUN))
    for (const run of runs) {
      const known = holders.get(run)
      if (known) known.push(which)
      else holders.set(run, [which])
    }
    return Math.max(1, runs.size)
  })

  function count(text: string): { size: number; hits: Map<number, number> } {
    const runs = new Set(runsOf(splitWords(text), RUN))
    const hits = new Map<number, number>()
    for (const run of runs)
      for (const which of holders.get(run) ?? []) hits.set(which, (hits.get(which) ?? 0) + 1)
    return { size: runs.size, hits }
  }

  const toRestated = (which: number, hit: number, size: number): Restated => ({
    which,
    ofStretch: size === 0 ? 0 : hit / size,
    ofRecommendation: hit / (sizes[which] ?? 1),
  })

  return {
    find(text, prefer) {
      const { size, hits } = count(text)
      if (size < FEWEST_WORDS - RUN + 1) return null
      let best: Restated | null = null
      let bestScore = 0
      for (const [which, hit] of hits) {
        const restated = toRestated(which, hit, size)
        const score = restated.ofStretch + 0.2 * restated.ofRecommendation + (prefer?.has(which) ? 0.15 : 0)
        if (score > bestScore) [best, bestScore] = [restated, score]
      }
      return best
    },
    number: (which) => numbers[which] ?? null,
    text: (which) => texts[which] ?? '',
    holds(text, which) {
      const words = splitWords(text)
      return words.length > 0 && (joined[which] ?? '').includes(` ${words.join(' ')} `)
    },
    measure(text, which) {
      const { size, hits } = count(text)
      return toRestated(which, hits.get(which) ?? 0, size)
    },
  }
}
