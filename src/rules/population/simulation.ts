/** What a simulation comes to: the value behind every page, table and file on who gains. */
import type { Period } from '../rulebook.ts'
import type { Estimated } from './estimate.ts'
import type { Judge } from './judge.ts'
import type { PlanNumbers } from './numbers.ts'
import type { MarginFit } from './rake.ts'
import type { Tally } from './tally.ts'

export interface CalibrationFit {
  readonly name: string
  readonly title: string
  readonly lead: string
  readonly children: number
  readonly families: number
  readonly isConverged: boolean
  readonly sweeps: number
  readonly largestDeviation: number
  readonly margins: readonly MarginFit[]
  readonly groups: readonly GroupSize[]
  readonly conflicts: readonly string[]
  /** Draws in which sources contradicted each other. */
  readonly drawsInConflict: number
  /** Draws whose margins could not all be met. */
  readonly drawsNotMet: number
}

export interface PlanResult {
  readonly proposal: string
  readonly title: string
  readonly results: readonly ({ readonly calibration: string } & Estimated<PlanNumbers>)[]
}

export interface GroupSize {
  readonly dimension: string
  readonly group: string
  /** Simulated children in the group. */
  readonly simulated: number
  /** How many families of equal weight say as much. */
  readonly effective: number
  readonly isTooFew: boolean
}

export interface Simulation {
  readonly schema: 'holdfast/simulation@1'
  readonly on: string
  readonly support: string
  readonly supportTitle: string
  /** What its amounts are for; null for a support that is no sum of money. */
  readonly per: Period | null
  readonly seed: number
  readonly simulatedFamilies: number
  readonly simulatedChildren: number
  readonly draws: number
  readonly fewest: number
  readonly notes: readonly string[]
  readonly calibrations: readonly CalibrationFit[]
  readonly proposals: readonly PlanResult[]
}

/** Below this many families a rate of one half is known to no better than 18 percentage points either way. */
export const FEWEST_CHILDREN = 30

/** Whether groups of a dimension, told together, rest on too few families; one that nobody was simulated in adds none. */
export function areTooFew(
  sizes: readonly GroupSize[],
  dimension: string,
  groups: readonly string[],
): boolean {
  const found = sizes.filter((each) => each.dimension === dimension && groups.includes(each.group))
  return found.reduce((sum, { effective }) => sum + effective, 0) < FEWEST_CHILDREN
}

/** How much each group's numbers rest on. */
export function groupSizes({ groups }: Judge, tally: Tally): GroupSize[] {
  return groups.flatMap(({ dimension, names }, at) =>
    names.flatMap((group, place) => {
      const size = names.length
      const sums = tally.groups[at] ?? new Float64Array(0)
      const [weight, squares] = [sums[place] ?? 0, sums[size + place] ?? 0]
      const simulated = sums[2 * size + place] ?? 0
      if (simulated === 0) return []
      const effective = squares === 0 ? 0 : (weight * weight) / squares
      return [{ dimension, group, simulated, effective, isTooFew: effective < FEWEST_CHILDREN }]
    }),
  )
}
