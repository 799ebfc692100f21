/** Which sentences of a reply to several recommendations are about which: those that name it or stand nearest in words. */
import { nameNumbers } from './mentions.ts'
import type { Spoken } from './spoken.ts'
import type { WordReader } from './words.ts'

export interface Sharer {
  readonly text: string
  readonly number: string | null
}

/** A sentence is about a recommendation if it is at least this near to it, against the nearest other one. */
const NEAR_ENOUGH = 0.6

/**
 * The sentences of a shared reply without those nearer to `others`, or behind one that names another by number; all of
 * them where none is about this recommendation more than about the others.
 */
export function shareOut(
  spoken: readonly Spoken[],
  one: Sharer,
  others: readonly Sharer[],
  words: WordReader,
  rarity: (stem: string) => number,
): readonly Spoken[] {
  const stems = [one, ...others].map(({ text }) => new Set(words.read(text).topics))
  const weigh = (sentence: Spoken) => {
    const own = new Set(words.read(sentence.text).topics)
    return stems.map((asked) => {
      let sum = 0
      for (const stem of own) if (asked.has(stem)) sum += rarity(stem)
      return sum
    })
  }
  const kept: Spoken[] = []
  let isDistinct = false
  let isMine = true
  // "As to Recommendation 11, …": what follows is about that one until another is named.
  let isNamed = false
  for (const sentence of spoken) {
    const named = one.number === null ? [] : nameNumbers(sentence.text)
    if (named.length > 0) {
      isNamed = true
      isMine = named.some((number) => number === one.number)
      if (isMine) isDistinct = true
    } else if (!isNamed) {
      const [mine = 0, ...theirs] = weigh(sentence)
      const most = Math.max(...theirs)
      // A sentence about none of them goes with the one before it.
      if (mine > 0 || most > 0) isMine = mine >= NEAR_ENOUGH * most
      if (mine > most) isDistinct = true
    }
    if (isMine) kept.push(sentence)
  }
  return isDistinct && kept.length > 0 ? kept : spoken
}
