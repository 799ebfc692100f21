/** How much two texts are about the same thing: shared words, the rarer the heavier, headings and titles counted in. */
import type { Words } from './words.ts'

export interface Topic {
  /** Stem to weight, of unit length. */
  readonly weights: ReadonlyMap<string, number>
}

export interface TopicSpace {
  /** How much a stem tells: the fewer passages hold it, the more. */
  readonly rarity: (stem: string) => number
  /** A text with the headings it stands under; `title` counts twice, the innermost heading once, outer ones half. */
  place(body: Words, title: Words, headings: readonly Words[]): Topic
  /** 0 nothing shared to 1 the same words. */
  compare(left: Topic, right: Topic): number
}

/** What a shared list of synonyms counts for, beside a shared word. */
const KIN = 0.75

/** So much less does a word count that stands in the name of a body: many replies name the same one. */
const IN_A_NAME = 0.6

/** A space in which a word weighs by how few of the passages hold it; with `hasKin` its synonyms count as well. */
export function createTopicSpace(passages: readonly Words[], hasKin = false): TopicSpace {
  const held = new Map<string, number>()
  for (const passage of passages)
    for (const stem of new Set(hasKin ? [...passage.topics, ...passage.kin()] : passage.topics))
      held.set(stem, (held.get(stem) ?? 0) + 1)
  const rarity = (stem: string) => Math.log(1 + passages.length / (1 + (held.get(stem) ?? 0)))

  return {
    rarity,
    place(body, title, headings) {
      const counts = new Map<string, number>()
      const kin = new Map<string, number>()
      const add = (words: Words, weight: number) => {
        for (const stem of words.topics) counts.set(stem, (counts.get(stem) ?? 0) + weight)
        if (hasKin) for (const list of words.kin()) kin.set(list, Math.max(kin.get(list) ?? 0, weight))
        for (const [stem, times] of words.named)
          counts.set(stem, (counts.get(stem) ?? 0) - IN_A_NAME * weight * times)
      }
      add(body, 1)
      add(title, 2)
      headings.forEach((heading, depth) => {
        add(heading, depth === headings.length - 1 ? 1 : 0.5)
      })
      const weights = new Map<string, number>()
      let square = 0
      for (const [list, weight] of kin) {
        const own = KIN * Math.min(1, weight) * rarity(list)
        weights.set(list, own)
        square += own * own
      }
      for (const [stem, count] of counts) {
        const weight = (1 + Math.log(Math.max(count, 0.5))) * rarity(stem)
        weights.set(stem, weight)
        square += weight * weight
      }
      const length = Math.sqrt(square) || 1
      for (const [stem, weight] of weights) weights.set(stem, weight / length)
      return { weights }
    },
    compare(left, right) {
      const [small, large] =
        left.weights.size < right.weights.size ? [left.weights, right.weights] : [right.weights, left.weights]
      let sum = 0
      for (const [stem, weight] of small) sum += weight * (large.get(stem) ?? 0)
      return Math.min(1, sum)
    },
  }
}

/** Share of their words' weight that two headings have in common; 0 where either has none. */
export function compareHeadings(left: Words, right: Words, rarity: (stem: string) => number): number {
  const [a, b] = [new Set(left.topics), new Set(right.topics)]
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  let all = 0
  for (const stem of new Set([...a, ...b])) {
    all += rarity(stem)
    if (a.has(stem) && b.has(stem)) shared += rarity(stem)
  }
  return all === 0 ? 0 : shared / all
}
