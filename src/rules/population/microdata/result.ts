/** The sums over a file of families as a simulation: the same shape, one "calibration" (the file's own weights), no ranges. */
import { formatDay } from '../../plain-date.ts'
import { estimate } from '../estimate.ts'
import { markFew } from '../few-families.ts'
import type { Judge } from '../judge.ts'
import { numbersOf } from '../numbers.ts'
import { nameOf, titleOf } from '../simulate.ts'
import { FEWEST_CHILDREN, groupSizes, type Simulation } from '../simulation.ts'
import { NEW, type Tally } from '../tally.ts'
import type { RowsAsk } from './judge-rows.ts'

/** The name under which a file's own weights stand where calibrations do. */
export const OWN_WEIGHTS = 'own-weights'

/** @param file its name, as given. */
export function microdataResult(ask: RowsAsk, judge: Judge, tally: Tally, file: string): Simulation {
  const { support } = judge
  const { children, families, rows } = tally.whole
  const notKnown = Math.max(0, ...tally.plans.map(({ newlyReached }) => newlyReached[NEW.paidNotKnown] ?? 0))
  const results = ask.stacks.map((stack, at) => {
    const plan = judge.plans[at + 1]?.plan
    if (!plan) throw new Error(`no plan ${at}`)
    const numbers = markFew(estimate(numbersOf(judge, tally, at + 1), []), { judge, tally, at: at + 1 })
    return {
      proposal: nameOf(stack),
      title: titleOf(plan, stack),
      results: [{ calibration: OWN_WEIGHTS, ...numbers }],
    }
  })
  return {
    schema: 'holdfast/simulation@1',
    on: formatDay(ask.on),
    support: support.name,
    supportTitle: support.title,
    per: support.per,
    seed: 0,
    simulatedFamilies: 0,
    simulatedChildren: rows,
    draws: 0,
    fewest: FEWEST_CHILDREN,
    notes: [
      `These are the families of ${file}, with its own weights; nothing is drawn, so there are no ranges.`,
      ...(notKnown > 0
        ? [
            `What councils pay now is not known for ${Math.round(notKnown).toLocaleString('en-GB')} children whom a proposal reaches, and counted as nothing: a column councilPays would tell.`,
          ]
        : []),
      ...(results.some(({ results: [own] }) => own?.cost === null) && support.per !== null
        ? ['The rate of this day is not held for every child reached, so nothing is said of cost.']
        : []),
    ],
    calibrations: [
      {
        name: OWN_WEIGHTS,
        title: "The file's own weights",
        lead: `${rows.toLocaleString('en-GB')} rows.`,
        children,
        families,
        isConverged: true,
        sweeps: 0,
        largestDeviation: 0,
        margins: [],
        groups: groupSizes(judge, tally),
        conflicts: [],
        drawsInConflict: 0,
        drawsNotMet: 0,
      },
    ],
    proposals: results,
  }
}
