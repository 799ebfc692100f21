/** A simulation as rows of one long table: one number a row, with its range, ready for a spreadsheet. */
import type { Estimate } from './estimate.ts'
import type { Simulation } from './simulation.ts'

export const SIMULATION_COLUMNS = [
  'on',
  'support',
  'proposal',
  'calibration',
  'part',
  'group',
  'measure',
  'unit',
  'value',
  'low',
  'high',
  'too_few',
] as const

export type SimulationRow = readonly (string | number | null)[]

const SUMS = { gross: 'gross', paidNow: 'paid by councils now', net: 'net' } as const

/**
 * In the order of the result. A number that rests on too few families is marked; a rate or comparison of a group that
 * does is left out as well.
 */
export function simulationRows(simulation: Simulation): SimulationRow[] {
  const { on, support } = simulation
  const rows: SimulationRow[] = []
  for (const { proposal, results } of simulation.proposals)
    for (const result of results) {
      const add = (part: string, group: string, measure: string, unit: string, of: Estimate | null) => {
        const isTooFew = of?.isTooFew ?? false
        const isLeftOut = of === null || (isTooFew && unit.startsWith('percent'))
        const numbers = isLeftOut ? [null, null, null] : [of.value, of.low, of.high].map(round)
        rows.push([
          on,
          support,
          proposal,
          result.calibration,
          part,
          group,
          measure,
          unit,
          ...numbers,
          isTooFew ? 'yes' : 'no',
        ])
      }
      for (const [measure, of] of Object.entries(result.families))
        add('reach', '', spell(measure), 'families', of)
      for (const [measure, of] of Object.entries(result.children))
        add('reach', '', spell(measure), 'children', of)
      for (const [part, cost] of [
        ['cost', result.cost],
        ['cost if judged too', result.costIfJudgedToo],
      ] as const)
        for (const [key, word] of Object.entries(SUMS))
          add(part, '', word, 'GBP per year', cost === null ? null : readSum(cost, key))
      for (const { standing, reason, children } of result.reasons)
        add('why', reason, standing, 'children', children)
      for (const { condition, children, onlyThis } of result.missing) {
        add('condition', condition, 'do not meet it', 'children', children)
        add('condition', condition, 'meet all others', 'children', onlyThis)
      }
      if (result.waterfall) {
        add('waterfall', 'all conditions', 'begins', 'children', result.waterfall.begins)
        for (const { condition, inOrder, averaged } of result.waterfall.steps) {
          add('waterfall', condition, 'taken away in order', 'children', inOrder)
          add('waterfall', condition, 'mean over all orders', 'children', averaged)
        }
        add('waterfall', 'no condition', 'ends', 'children', result.waterfall.ends)
      }
      for (const [measure, of] of Object.entries(result.equality))
        add('equality', '', spell(measure), measure.endsWith('Gap') ? 'percentage points' : 'percent', of)
      for (const {
        dimension,
        group,
        children,
        share,
        reachedRate,
        newlyReachedRate,
        judgedRate,
        gap,
      } of result.groups) {
        add(dimension, group, 'children', 'children', children)
        add(dimension, group, 'share of all children', 'percent', share)
        add(dimension, group, 'reached', 'percent', reachedRate)
        add(dimension, group, 'newly reached', 'percent', newlyReachedRate)
        add(dimension, group, 'reached if judged so', 'percent', judgedRate)
        add(dimension, group, 'share of newly reached less share of all', 'percentage points', gap)
      }
    }
  return rows
}

const readSum = (cost: Readonly<Record<string, Estimate>> | object, key: string): Estimate | null =>
  Object.entries(cost).find(([name]) => name === key)?.[1] ?? null

/** "newlyReachedPaidNow" as words. */
const spell = (key: string): string => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/** Far finer than any of these numbers is known, and the same digits wherever it is written. */
const round = (value: number | null): number | null => (value === null ? null : Math.round(value * 100) / 100)
