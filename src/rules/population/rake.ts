/**
 * Raking: weights moved as little as possible (in relative entropy) until every margin holds. Where a family lies wholly
 * in one category this is iterative proportional fitting; where its children lie in several, the step of Darroch and
 * Ratcliff, which takes each category's factor to the power of the family's share in it.
 */

export interface Margin {
  readonly name: string
  /** Whether the shares are of children or of families. */
  readonly measure: 'child' | 'family'
  /** The category of each family; OUTSIDE where the margin says nothing of it, MIXED where its children differ. */
  readonly category: Int8Array
  /** The families that the margin speaks of, where somebody listed them already. */
  readonly inside?: Int32Array
  /** By category, the share of each family's children that lie in it; read where the category is MIXED. */
  readonly parts?: readonly Float64Array[]
  /** What each category is to be, as shares that add up to 1. */
  readonly shares: readonly number[]
  /** The children in all; null where the margin only divides those it speaks of, as many as they are. */
  readonly total: number | null
}

/** Said of a family that a margin does not speak of. */
export const OUTSIDE = -1
/** Said of a family whose children lie in different categories. */
export const MIXED = -2

export interface MarginFit {
  readonly name: string
  readonly shares: readonly number[]
  readonly reached: readonly number[]
  /** The largest difference between a share and what was reached; of the total too, where the margin sets one. */
  readonly deviation: number
}

export interface Raked {
  /** Weight of each family. */
  readonly weights: Float64Array
  readonly sweeps: number
  readonly isConverged: boolean
  readonly fits: readonly MarginFit[]
}

interface RakeOptions {
  /** Largest deviation that counts as met. */
  readonly tolerance?: number
  readonly mostSweeps?: number
}

/**
 * @param start weights to begin with; a family of weight 0 stays at 0.
 * @param sizes children in each family.
 * Margins that contradict each other do not converge: the last weights come back, with what each margin missed.
 */
export function rake(
  start: Float64Array,
  sizes: Int32Array,
  given: readonly Margin[],
  { tolerance = 1e-9, mostSweeps = 400 }: RakeOptions = {},
): Raked {
  const weights = Float64Array.from(start)
  const margins = given.map((margin) => ({ ...margin, inside: margin.inside ?? listInside(margin.category) }))
  let sweeps = 0
  let isMoving = true
  while (sweeps < mostSweeps && isMoving) {
    isMoving = false
    for (const margin of margins) {
      const sums = sumCategories(weights, sizes, margin)
      if (compare(sums, margin).deviation <= tolerance) continue
      adjust(weights, sums, margin)
      isMoving = true
    }
    sweeps++
  }
  const fits = margins.map((margin) => compare(sumCategories(weights, sizes, margin), margin))
  return { weights, sweeps, isConverged: fits.every(({ deviation }) => deviation <= tolerance), fits }
}

/** The families that a margin speaks of. */
export function listInside(category: Int8Array): Int32Array {
  const list: number[] = []
  for (let family = 0; family < category.length; family++) if (category[family] !== OUTSIDE) list.push(family)
  return Int32Array.from(list)
}

type Listed = Margin & { readonly inside: Int32Array }

/** The weight in each category. */
function sumCategories(weights: Float64Array, sizes: Int32Array, margin: Listed): Float64Array {
  const sums = new Float64Array(margin.shares.length)
  const isOfChildren = margin.measure === 'child'
  const { category, inside, parts = [] } = margin
  for (let index = 0; index < inside.length; index++) {
    const family = inside[index] ?? 0
    const at = category[family] ?? 0
    const weight = (weights[family] ?? 0) * (isOfChildren ? (sizes[family] ?? 0) : 1)
    if (at >= 0) sums[at] = (sums[at] ?? 0) + weight
    else
      for (let part = 0; part < parts.length; part++)
        sums[part] = (sums[part] ?? 0) + weight * (parts[part]?.[family] ?? 0)
  }
  return sums
}

function compare(sums: Float64Array, margin: Margin): MarginFit {
  const whole = sums.reduce((sum, each) => sum + each, 0)
  const reached = Array.from(sums, (each) => (whole === 0 ? 0 : each / whole))
  const off = reached.map((share, at) => Math.abs(share - (margin.shares[at] ?? 0)))
  const ofTotal = margin.total === null ? 0 : Math.abs(whole / margin.total - 1)
  // A margin that speaks of nobody has nothing to miss.
  const deviation = whole === 0 && margin.total === null ? 0 : Math.max(ofTotal, ...off)
  return { name: margin.name, shares: margin.shares, reached, deviation }
}

function adjust(weights: Float64Array, sums: Float64Array, margin: Listed): void {
  const whole = margin.total ?? sums.reduce((sum, each) => sum + each, 0)
  const factors = Array.from(sums, (sum, at) => (sum === 0 ? 1 : ((margin.shares[at] ?? 0) * whole) / sum))
  const { category, inside, parts = [] } = margin
  for (let index = 0; index < inside.length; index++) {
    const family = inside[index] ?? 0
    const at = category[family] ?? 0
    if (at >= 0) weights[family] = (weights[family] ?? 0) * (factors[at] ?? 1)
    else {
      let factor = 1
      for (let part = 0; part < parts.length; part++)
        factor *= (factors[part] ?? 1) ** (parts[part]?.[family] ?? 0)
      weights[family] = (weights[family] ?? 0) * factor
    }
  }
}
