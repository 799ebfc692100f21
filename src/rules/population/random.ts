/** Seeded numbers: whole-number arithmetic only, so that the same seed gives the same families on every machine. */

/** Numbers from 0 up to, not including, 1 (mulberry32). */
export type Random = () => number

export function makeRandom(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A seed for one of many streams that should not follow each other. */
export const streamSeed = (seed: number, stream: number): number =>
  (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 1, 0xc2b2ae35)) | 0

/** The index of the share that the next number falls in; shares need not add up to 1. */
export function pick(random: Random, shares: readonly number[]): number {
  let rest = random() * shares.reduce((sum, share) => sum + share, 0)
  for (const [index, share] of shares.entries()) {
    rest -= share
    if (rest < 0) return index
  }
  return shares.findLastIndex((share) => share > 0)
}

/** Between `low` and `high`, most often near `value`: a triangle, so that the middle counts for more than the ends. */
export function drawTriangle(
  random: Random,
  { low, value, high }: { low: number; value: number; high: number },
): number {
  const at = random()
  if (high <= low) return value
  const split = (value - low) / (high - low)
  return at < split
    ? low + Math.sqrt(at * (high - low) * (value - low))
    : high - Math.sqrt((1 - at) * (high - low) * (high - value))
}

/** How often one of many is taken when as many are drawn with replacement: 0, 1, 2… with mean 1 (Poisson). */
export function drawCount(random: Random): number {
  let rest = random()
  let chance = 0.36787944117144233
  for (let count = 0; count < 8; count++) {
    rest -= chance
    if (rest < 0) return count
    chance /= count + 1
  }
  return 8
}
