/** A simulation with numbers that are easy to follow, for tests of what shows one. */
import type { Estimate, PlanResult, Simulation } from '../../src/rules/population/index.ts'

export const between = (value: number, low: number | null, high: number | null): Estimate => ({
  value,
  low,
  high,
})

/** Ten per cent either way. */
const near = (value: number): Estimate => between(value, value * 0.9, value * 1.1)

type Result = PlanResult['results'][number]

export function aResult(calibration: string, newly: number, more: Partial<Result> = {}): Result {
  const none = between(0, 0, 0)
  const cost = newly === 0 ? none : near(newly * 10_000)
  return {
    calibration,
    families: { reached: near(9000 + newly / 2), newlyReached: near(newly / 2), alreadyReached: near(9000) },
    children: {
      reached: near(16_000 + newly),
      newlyReached: newly === 0 ? none : near(newly),
      alreadyReached: near(16_000),
      newlyReachedPaidNow: newly === 0 ? none : near(newly / 4),
      newlyReachedUnpaidNow: newly === 0 ? none : near((newly * 3) / 4),
      judged: none,
      unnamedPilot: none,
      councilDecides: near(80_000 - newly),
      informed: none,
      leftOut: near(34_000),
      cannotTell: none,
    },
    cost: { gross: cost, paidNow: none, net: cost },
    costIfJudgedToo: { gross: cost, paidNow: none, net: cost },
    reasons: [
      { standing: 'reached', reason: 'The council must pay.', children: near(16_000 + newly) },
      { standing: 'left-out', reason: 'There is no weekly money without an order.', children: near(34_000) },
    ],
    missing: [],
    waterfall: null,
    groups: [
      aGroup('ethnicity', 'white', 60, newly === 0 ? null : between(3, 1, 5)),
      aGroup('ethnicity', 'black', 40, newly === 0 ? null : between(-2, -4, 0.2)),
      aGroup('age', '0-2', 50, newly === 0 ? null : between(0.2, -0.4, 0.4)),
    ],
    equality: {
      missedWhite: near(40),
      missedBlack: near(60),
      missedMinority: near(50),
      blackGap: between(20, 12, 26),
      minorityGap: between(10, -3, 14),
    },
    ...more,
  }
}

const aGroup = (dimension: string, group: string, rate: number, gap: Estimate | null) => ({
  dimension,
  group,
  children: near(10_000),
  share: near(10),
  reachedRate: near(rate),
  newlyReachedRate: near(rate / 2),
  judgedRate: between(0, 0, 0),
  gap,
})

export function aFit(name: string, effective: Readonly<Record<string, number>> = {}) {
  const sizes = { white: 400, black: 60, '0-2': 90, ...effective }
  return {
    name,
    title: `Led by ${name}`,
    lead: 'One of two.',
    children: 130_000,
    families: 94_000,
    isConverged: true,
    sweeps: 9,
    largestDeviation: 1e-9,
    margins: [],
    groups: Object.entries(sizes).map(([group, size]) => ({
      dimension: group === '0-2' ? 'age' : 'ethnicity',
      group,
      simulated: Math.round(size),
      effective: size,
      isTooFew: size < 30,
    })),
    conflicts: [],
    drawsInConflict: 0,
    drawsNotMet: 0,
  }
}

export function aSimulation(more: Partial<Simulation> = {}): Simulation {
  return {
    schema: 'holdfast/simulation@1',
    on: '2026-04-05',
    support: 'weekly-allowance',
    supportTitle: 'A weekly allowance for the child',
    per: 'week',
    seed: 1,
    simulatedFamilies: 400,
    simulatedChildren: 550,
    draws: 8,
    fewest: 30,
    notes: ['These are simulated families, not counted ones.'],
    calibrations: [aFit('census-led'), aFit('order-led')],
    proposals: [
      {
        proposal: 'today',
        title: 'The law and schemes of the day',
        results: [aResult('census-led', 0), aResult('order-led', 0)],
      },
      {
        proposal: 'plan',
        title: 'A plan that changes nothing',
        results: [aResult('census-led', 0), aResult('order-led', 0)],
      },
      {
        proposal: 'review',
        title: 'The Review',
        results: [
          aResult('census-led', 40_000, {
            waterfall: {
              begins: near(40_000),
              steps: [{ condition: 'An order is made', inOrder: near(30_000), averaged: near(24_000) }],
              ends: near(70_000),
            },
          }),
          aResult('order-led', 70_000, {
            waterfall: {
              begins: near(70_000),
              steps: [
                { condition: 'An order is made', inOrder: between(0, 0, 0), averaged: between(0, 0, 9000) },
              ],
              ends: near(70_000),
            },
          }),
        ],
      },
    ],
    ...more,
  }
}
