/** How well the text around a place agrees with what stood around the quote. Counted in folded letters. */
import type { Range } from '../model/index.ts'

export interface Context {
  /** Folded letters before and after; empty at the ends of a text. */
  readonly prefix: string
  readonly suffix: string
}

/** A few letters more may stand in between where an edit added some. */
const SLACK = 8

/** Fewest edits between `pattern` and what `unitAt` gives from 0 on, wherever that stops. */
function distanceFromStart(
  pattern: string,
  unitAt: (index: number) => number,
  reach: number,
  isReversed: boolean,
): number {
  let row = Array.from({ length: reach + 1 }, (_, column) => column)
  for (let at = 1; at <= pattern.length; at++) {
    const unit = pattern.charCodeAt(isReversed ? pattern.length - at : at - 1)
    const next = [at]
    for (let column = 1; column <= reach; column++) {
      const same = unitAt(column - 1) === unit ? 0 : 1
      next.push(Math.min((row[column - 1] ?? 0) + same, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    row = next
  }
  return Math.min(...row)
}

/** From 0 (nothing agrees) to 1; 1 too where the quote had no text around it to compare. */
export function rateContext(folded: string, { start, end }: Range, { prefix, suffix }: Context): number {
  const total = prefix.length + suffix.length
  if (total === 0) return 1
  const isSame = folded.startsWith(suffix, end) && folded.endsWith(prefix, start)
  if (isSame) return 1
  const before = distanceFromStart(
    prefix,
    (index) => folded.charCodeAt(start - 1 - index),
    Math.min(start, prefix.length + SLACK),
    true,
  )
  const after = distanceFromStart(
    suffix,
    (index) => folded.charCodeAt(end + index),
    Math.min(folded.length - end, suffix.length + SLACK),
    false,
  )
  // Letters of any two English stretches align by chance at about half; only what is better than that is agreement.
  const agreed = (pattern: string, distance: number) => Math.max(0, pattern.length - 2 * distance)
  return (agreed(prefix, before) + agreed(suffix, after)) / total
}

/** The same at a glance: how many letters next to the place are the same. For choosing whom to rate. */
export function glanceAtContext(folded: string, { start, end }: Range, { prefix, suffix }: Context): number {
  let before = 0
  while (
    before < prefix.length &&
    folded.charCodeAt(start - 1 - before) === prefix.charCodeAt(prefix.length - 1 - before)
  )
    before++
  let after = 0
  while (after < suffix.length && folded.charCodeAt(end + after) === suffix.charCodeAt(after)) after++
  return before + after
}
