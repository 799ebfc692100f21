/** A share read off a measured table. */

/** Rows in order of what was measured, shares never falling. */
export type MeasuredShares = readonly [
  first: readonly [measured: number, share: number],
  ...rest: readonly (readonly [measured: number, share: number])[],
]

/** The share for `value`, between its two rows and rounded to two places; that of the first or last row beyond them. */
export function shareAt(table: MeasuredShares, value: number): number {
  let [low, lowShare] = table[0]
  if (value <= low) return lowShare
  for (const [high, highShare] of table) {
    if (value <= high) {
      const share = lowShare + ((value - low) / (high - low)) * (highShare - lowShare)
      return Math.round(share * 100) / 100
    }
    low = high
    lowShare = highShare
  }
  return lowShare
}
