/** How often a kind with a given chance proved right on pages that nothing had seen. */
import { type MeasuredShares, shareAt } from '../interpolate.ts'

// Chance that rules and weights together give the kind, and the share that was right by either label. Monotone by
// construction; interpolated between rows. Measured on pages left out of the fit, whole publishers at a time.
const TABLE: MeasuredShares = [
  [0.08, 0.19],
  [0.2, 0.24],
  [0.31, 0.4],
  [0.41, 0.48],
  [0.5, 0.58],
  [0.6, 0.65],
  [0.7, 0.72],
  [0.8, 0.82],
  [0.89, 0.87],
  [0.95, 0.93],
  [0.99, 0.98],
]

/** The share for a chance, rounded to two places. */
export const certaintyOf = (chance: number): number => shareAt(TABLE, chance)
