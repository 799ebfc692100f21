/** How often a kind with a given chance proved right on pages that nothing had seen. */
import { type MeasuredShares, shareAt } from '../interpolate.ts'

// Chance that rules and weights together give the kind, and the share that was right by either label. Monotone by
// construction; interpolated between rows. Measured on 10,000 sentences left out of the fit, whole publishers at a time,
// and taken half way down to what 5,605 gave before rules had been written for the newest of those pages.
const TABLE: MeasuredShares = [
  [0.1, 0.25],
  [0.23, 0.36],
  [0.41, 0.5],
  [0.5, 0.6],
  [0.6, 0.68],
  [0.7, 0.75],
  [0.8, 0.83],
  [0.89, 0.88],
  [0.95, 0.93],
  [0.99, 0.98],
]

/** The share for a chance, rounded to two places. */
export const certaintyOf = (chance: number): number => shareAt(TABLE, chance)
