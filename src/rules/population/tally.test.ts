import { expect, it } from 'vitest'
import { parseDay } from '../plain-date.ts'
import { makePlan } from '../plan.ts'
import { DEFAULTS, prepareEngland } from './england.ts'
import { makeFamilies } from './families.ts'
import { judgeFamilies, makeJudge, shapeOf } from './judge.ts'
import { getSupport } from './simulate.ts'
import { groupSizes } from './simulation.ts'
import { addTo, makeTally } from './tally.ts'

const ON = '2026-04-05'
const day = parseDay(ON) ?? 0
const ask = { ...DEFAULTS, on: ON, proposals: [], calibrations: [], assumed: [] }
const { rulebook, program } = prepareEngland(ask, ON)
const judge = makeJudge(program, getSupport(rulebook, 'weekly-allowance'), [makePlan(rulebook, day, [])])

/** Families by the ages of their children, with a weight each. */
function sizesOf(families: readonly { ages: readonly number[]; weight: number }[]) {
  const columns = makeFamilies(
    families.length,
    families.reduce((sum, { ages }) => sum + ages.length, 0),
  )
  let row = 0
  for (const [at, { ages, weight }] of families.entries()) {
    columns.family.weight[at] = weight
    for (const age of ages) {
      columns.child.ethnicity[row] = 1
      columns.child.bornLow[row] = day - age * 366 - 30
      columns.child.bornHigh[row++] = day - age * 366 - 30
    }
    columns.start[at + 1] = row
  }
  const tally = makeTally(shapeOf(judge))
  addTo(tally, judgeFamilies(judge, columns))
  const sizes = groupSizes(judge, tally)
  return (group: string) => sizes.find((size) => size.group === group)
}

it('counts brothers and sisters in one group together: they tell no more than one family', () => {
  const single = sizesOf(Array.from({ length: 12 }, () => ({ ages: [7], weight: 1 })))
  const fours = sizesOf(Array.from({ length: 12 }, () => ({ ages: [7, 8, 9, 12], weight: 1 })))
  expect(single('white')?.effective).toBeCloseTo(12)
  expect(fours('white')).toMatchObject({ simulated: 48, isTooFew: true })
  expect(fours('white')?.effective).toBeCloseTo(12)
  // By age they are in two groups, three and one of each family.
  expect(fours('5-10')?.effective).toBeCloseTo(12)
  expect(fours('11-15')?.effective).toBeCloseTo(12)
})

it('counts families of unequal weight for less', () => {
  const sizes = sizesOf([
    { ages: [7], weight: 9 },
    { ages: [7], weight: 1 },
    { ages: [7, 8], weight: 1 },
  ])
  // (9 + 1 + 2)² / (9² + 1² + 2²)
  expect(sizes('white')?.effective).toBeCloseTo(144 / 86)
})
