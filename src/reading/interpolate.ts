/** A share read off a measured table. */

/** Rows in order of what was measured, shares never falling. */
export type MeasuredShares = readonly [
  first: readonly [measured: number, share: number],
  ...rest: readonly (readonly [measured: number, share: number])[],
]

/** The share for `value`, between its two rows and rounded to two places; that of the first or last row beyond them. */
export function shareAt(table: MeasuredShares, value: number): number {
  let low = table[0]
  if (value <= low[0]) return low[1]
  for (const high of table) {
    if (value <= high[0]) {
      const share = low[1] + ((value - low[0]) / (high[0] - low[0])) * (high[1] - low[1])
      return Math.round(share * 100) / 100
    }
    low = high
  }
  return low[1]
}
