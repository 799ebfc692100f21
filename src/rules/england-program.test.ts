// The generated code of England's rulebook beside the interpreter. 100,000 random households in every run; a million
// with HOLDFAST_HOUSEHOLDS=1000000.
import { expect, it } from 'vitest'
import { findDifferences } from '../../test/rules/back-ends.ts'
import { makeHousehold, makeRandom } from '../../test/rules/random-households.ts'
import { readEnglandRulebook } from './england.ts'
import { englandProgram } from './england-program.ts'
import { parseDay } from './plain-date.ts'
import { makePlan } from './plan.ts'

const HOUSEHOLDS = Number(process.env.HOLDFAST_HOUSEHOLDS ?? 100_000)
const rulebook = readEnglandRulebook()
const proposals = [...rulebook.proposals.keys()]
/** The edges of versions and rates, and days where much is not held. */
const DAYS = [
  '2021-01-01',
  '2022-05-24',
  '2023-05-01',
  '2024-04-05',
  '2024-10-01',
  '2025-06-01',
  '2026-03-15',
  '2026-04-06',
  '2026-06-29',
  '2028-04-01',
]
const STACKS = [[], ...proposals.map((name) => [name]), ['review-2022', 'strategy-2023'], proposals]

it.each(DAYS)(
  'agrees with the interpreter on random households on %s',
  (on) => {
    const random = makeRandom(parseDay(on) ?? 1)
    const each = Math.ceil(HOUSEHOLDS / DAYS.length / STACKS.length)
    for (const stack of STACKS) {
      const plan = makePlan(rulebook, parseDay(on) ?? 0, stack)
      // Half of them with all answers known, which has code of its own.
      for (const openShare of [0, 0.3]) {
        const households = Array.from({ length: Math.ceil(each / 2) }, () =>
          makeHousehold(rulebook, random, openShare),
        )
        expect(findDifferences(plan, englandProgram, households)).toEqual([])
      }
    }
  },
  30_000 + HOUSEHOLDS,
)
