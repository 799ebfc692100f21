/** How often a kind with a given chance proved right on pages that nothing had seen. */

// Chance that rules and weights together give the kind, and the share that was right by either label. Monotone by
// construction; interpolated between rows. Measured on pages left out of the fit, whole publishers at a time.
const TABLE: readonly (readonly [chance: number, share: number])[] = [
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
export function certaintyOf(chance: number): number {
  let [lowChance, lowShare] = TABLE[0] ?? [0, 0.26]
  for (const [highChance, highShare] of TABLE) {
    if (chance <= highChance) {
      const part = highChance === lowChance ? 0 : (chance - lowChance) / (highChance - lowChance)
      return Math.round((lowShare + Math.max(0, part) * (highShare - lowShare)) * 100) / 100
    }
    lowChance = highChance
    lowShare = highShare
  }
  return lowShare
}
