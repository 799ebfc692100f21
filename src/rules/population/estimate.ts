/** A number with the range that draws give it. */

export interface Estimate {
  readonly value: number
  /** The middle nine tenths of the draws; null where nothing was drawn (microdata speak for themselves). */
  readonly low: number | null
  readonly high: number | null
  /** Only where too few families stand behind the number. */
  readonly isTooFew?: true
}

/** The same shape with an estimate for every number. */
export type Estimated<T> = T extends number
  ? Estimate
  : T extends string | null
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Estimated<Item>[]
      : { readonly [Key in keyof T]: Estimated<T[Key]> }

/** Nine tenths: of 24 draws, the second from either end. */
const TAIL = 0.05

/**
 * @param draws of the same shape as the point; a list is matched by place. A null in the point stays null.
 * The range always holds the point, which draws that lean to one side could leave out.
 */
export function estimate<T>(point: T, draws: readonly T[]): Estimated<T> {
  // The recursion follows the type; the compiler cannot see that through the conditions of `Estimated`.
  return estimateAny(point, draws) as Estimated<T>
}

function estimateAny(point: unknown, draws: readonly unknown[]): unknown {
  if (typeof point === 'number') return estimateNumber(point, draws)
  if (Array.isArray(point))
    return point.map((item, at) =>
      estimateAny(
        item,
        draws.map((draw) => (Array.isArray(draw) ? draw[at] : undefined)),
      ),
    )
  if (typeof point === 'object' && point !== null)
    return Object.fromEntries(
      Object.entries(point).map(([key, value]) => [
        key,
        estimateAny(
          value,
          draws.map((draw) => readKey(draw, key)),
        ),
      ]),
    )
  return point
}

// Any object can be asked for any key; what is not there is undefined.
const readKey = (draw: unknown, key: string): unknown =>
  typeof draw === 'object' && draw !== null ? (draw as Record<string, unknown>)[key] : undefined

function estimateNumber(value: number, draws: readonly unknown[]): Estimate {
  const sorted = draws.filter((draw) => typeof draw === 'number').sort((a, b) => a - b)
  if (sorted.length === 0) return { value, low: null, high: null }
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? value
  return { value, low: Math.min(value, at(TAIL)), high: Math.max(value, at(1 - TAIL)) }
}
