/** How often a kind with a given chance proved right on pages that nothing had seen. */
import { type MeasuredShares, shareAt } from '../interpolate.ts'

// Chance that rules and weights together give the kind, and the share that was right by either label. Monotone by
// construction; interpolated between rows. Measured on pages left out of the fit, whole publishers at a time.
const TABLE: MeasuredShares = [
  [0.1, 0.26],
  [0.25, 0.36],
  [0.36, 0.48],
  [0.45, 0.54],
  [0.55, 0.69],
  [0.65, 0.75],
  [0.75, 0.81],
  [0.85, 0.87],
  [0.93, 0.93],
  [0.98, 0.97],
]

/** The share for a chance, rounded to two places. */
export const certaintyOf = (chance: number): number => shareAt(TABLE, chance)
