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
  const { household } = columns
  const ofFamily = (places: Uint8Array) => {
    const groups = new Uint8Array(household.length)
    for (let row = 0; row < groups.length; row++) groups[row] = places[household[row] ?? 0] ?? 0
    return groups
  }
  return [
    byTable(families.child.ethnicity, choiceTable(ETHNICITIES.length)),
    byTable(families.child.arrangement, choiceTable(ARRANGEMENTS.length)),
    ofFamily(byTable(columns.data['area.region'] ?? new Uint16Array(0), MASKS_OF_REGIONS)),
    groupAges(columns, rulebook),
    ofFamily(byTable(families.family.employment, WORK_OF_EMPLOYMENT)),
  ]
}

/** From places plus 1 to places; 0 and whatever is beyond are not known. */
const choiceTable = (size: number): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, value) => (value === 0 || value > size ? size : value - 1))

/** By the mask of the regions possible. */
const MASKS_OF_REGIONS = Uint8Array.from({ length: 1 << REGIONS.length }, (_, mask) =>
  mask !== 0 && (mask & (mask - 1)) === 0 ? 31 - Math.clz32(mask) : REGIONS.length,
)

const WORK_OF_EMPLOYMENT = Uint8Array.from({ length: 256 }, (_, value) => {
  const name = EMPLOYMENTS[value - 1]
  if (name === undefined) return WORK.length
  return name === 'retired' ? 2 : name === 'not-working' ? 1 : 0
})

function byTable(of: Uint8Array | Uint16Array | Int32Array, table: Uint8Array): Uint8Array {
  const groups = new Uint8Array(of.length)
  for (let row = 0; row < groups.length; row++) groups[row] = table[of[row] ?? 0] ?? 0
  return groups
}

function groupAges(columns: Columns, rulebook: Rulebook): Uint8Array {
  const bands = ageBands(rulebook)
  const table = Uint8Array.from({ length: 256 }, (_, age) => {
    const band = bands.findIndex(({ from, to }) => from <= age && age <= to)
    return band < 0 ? bands.length : band
  })
  const ages = columns.data['child.age'] ?? new Int32Array(0)
  const highest = columns.data['child.age:high'] ?? ages
  const groups = new Uint8Array(columns.household.length)
  for (let row = 0; row < groups.length; row++)
    groups[row] = ages[row] === highest[row] ? (table[ages[row] ?? 255] ?? bands.length) : bands.length
  return groups
}
