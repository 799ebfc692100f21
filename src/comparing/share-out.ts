/** Which sentences of a reply to several recommendations are about which: those nearest to it in words. */
import type { Spoken } from './spoken.ts'
import type { WordReader } from './words.ts'

/** A sentence is about a recommendation if it is at least this near to it, against the nearest other one. */
const NEAR_ENOUGH = 0.6

/**
 * The sentences of a shared reply without those nearer to `others`; all of
 * them where none is about this recommendation more than about the others.
 */
export function shareOut(
  spoken: readonly Spoken[],
  recommendation: string,
  others: readonly string[],
  words: WordReader,
  rarity: (stem: string) => number,
): readonly Spoken[] {
  const stems = [recommendation, ...others].map((text) => new Set(words.read(text).topics))
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
  for (const sentence of spoken) {
    const [mine = 0, ...theirs] = weigh(sentence)
    const most = Math.max(...theirs)
    // A sentence about none of them goes with the one before it.
    if (mine > 0 || most > 0) isMine = mine >= NEAR_ENOUGH * most
    if (isMine) kept.push(sentence)
    if (mine > most) isDistinct = true
  }
  return isDistinct ? kept : spoken
}
