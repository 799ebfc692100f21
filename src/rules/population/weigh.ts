/** Weights for the pool of families under one calibration's targets, and what the weighing missed. */
import type { Pool } from './pool.ts'
import { type Margin, type Raked, rake } from './rake.ts'
import { TARGET_NAMES, type TargetName, type Targets } from './targets.ts'

/** Shares of families; all others are shares of children. */
const OF_FAMILIES: readonly TargetName[] = [
  'children-a-family',
  'work',
  'self-employed',
  'retired',
  'earns-enough',
  'universal-credit',
]

export function marginsOf(pool: Pool, targets: Targets): Margin[] {
  return TARGET_NAMES.map((name) => {
    const parts = pool.parts[name]
    return {
      name,
      measure: OF_FAMILIES.includes(name) ? 'family' : 'child',
      category: pool.traits[name],
      inside: pool.inside[name],
      ...(parts ? { parts } : {}),
      shares: targets.shares[name],
      total: name === 'arrangement' ? targets.children : null,
    }
  })
}

/** The calibration itself: weighed until every margin holds to the ninth place. */
export function weigh(pool: Pool, targets: Targets): Raked {
  const each = targets.children / pool.children
  return rake(new Float64Array(pool.drawn.length).fill(each), pool.sizes, marginsOf(pool, targets))
}

/**
 * A draw: targets that are a little different, families counted as often as chance takes them, weighed from weights
 * that nearly fit already. A tenth of a percentage point is close enough: the draw itself moves shares by far more.
 */
export function weighDraw(
  pool: Pool,
  targets: Targets,
  near: Float64Array,
  taken: (family: number) => number,
): Raked {
  // A calibration that leaves nobody without an order has weights of 0 that a draw may need again.
  const least = (targets.children / pool.children) * 1e-3
  const start = near.map((weight, family) => Math.max(weight, least) * taken(family))
  return rake(start, pool.sizes, marginsOf(pool, targets), { tolerance: 1e-3, mostSweeps: 60 })
}
