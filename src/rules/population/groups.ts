/** The groups that results are told by: which group of each dimension a child belongs to. */
import type { Columns } from '../program.ts'
import type { Rulebook } from '../rulebook.ts'
import { ARRANGEMENTS, EMPLOYMENTS } from '../situation.ts'
import type { Families } from './families.ts'
import { ETHNICITIES } from './targets.ts'

export const DIMENSIONS = ['ethnicity', 'arrangement', 'region', 'age', 'work'] as const
export type Dimension = (typeof DIMENSIONS)[number]

export const NOT_SAID = 'not-known'

export interface Groups {
  readonly dimension: Dimension
  /** Names of the groups; the last takes whoever is not known. */
  readonly names: readonly string[]
}

export const REGIONS = ['london', 'south-east', 'rest'] as const
const WORK = ['in-work', 'not-working', 'retired'] as const

/** Whose bands of age results are told by. */
export const FOSTERING_RATE = 'minimum-fostering-allowance'

export function groupsOf(rulebook: Rulebook): Groups[] {
  const bands = ageBands(rulebook).map(({ from, to }) => `${from}-${to}`)
  const lists: Readonly<Record<Dimension, readonly string[]>> = {
    ethnicity: ETHNICITIES,
    arrangement: ARRANGEMENTS,
    region: REGIONS,
    age: bands,
    work: WORK,
  }
  return DIMENSIONS.map((dimension) => ({ dimension, names: [...lists[dimension], NOT_SAID] }))
}

function ageBands(rulebook: Rulebook): readonly { from: number; to: number }[] {
  const dimension = rulebook.parameters.get(FOSTERING_RATE)?.dimensions.find(({ bands }) => bands !== null)
  return dimension?.bands ?? []
}

/** For each dimension, the place of each child's group in its names. */
export function groupChildren(families: Families, columns: Columns, rulebook: Rulebook): Uint8Array[] {
  const bands = ageBands(rulebook)
  const { household } = columns
  const ages = columns.data['child.age'] ?? new Int32Array(0)
  const highest = columns.data['child.age:high'] ?? ages
  const regions = columns.data['area.region'] ?? new Uint16Array(0)
  const work = EMPLOYMENTS.map((name) => (name === 'retired' ? 2 : name === 'not-working' ? 1 : 0))
  const fill = (size: number, of: (row: number) => number) =>
    Uint8Array.from(household, (_, row) => {
      const place = of(row)
      return place < 0 || place >= size ? size : place
    })
  const employment = (row: number) => families.family.employment[household[row] ?? 0] ?? 0
  return [
    fill(ETHNICITIES.length, (row) => (families.child.ethnicity[row] ?? 0) - 1),
    fill(ARRANGEMENTS.length, (row) => (families.child.arrangement[row] ?? 0) - 1),
    fill(REGIONS.length, (row) => {
      const mask = regions[household[row] ?? 0] ?? 0
      return (mask & (mask - 1)) === 0 ? 31 - Math.clz32(mask) : -1
    }),
    fill(bands.length, (row) =>
      ages[row] === highest[row]
        ? bands.findIndex(({ from, to }) => from <= (ages[row] ?? -1) && (ages[row] ?? -1) <= to)
        : -1,
    ),
    fill(WORK.length, (row) => work[employment(row) - 1] ?? -1),
  ]
}
