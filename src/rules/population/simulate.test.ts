import { beforeAll, describe, expect, it } from 'vitest'
import { deriveFacts } from '../derive-facts.ts'
import { Evaluation } from '../evaluate.ts'
import { decide } from '../outcome.ts'
import { parseDay } from '../plain-date.ts'
import { makePlan } from '../plan.ts'
import { parseSituation } from '../situation.ts'
import { DEFAULTS, prepareEngland } from './england.ts'
import type { Estimate } from './estimate.ts'
import { familiesOn } from './families-on.ts'
import { judgeFamilies, makeJudge } from './judge.ts'
import { drawPool } from './pool.ts'
import { simulationRows } from './rows.ts'
import { type SimulateOptions, simulate, simulateInSteps } from './simulate.ts'
import type { Simulation } from './simulation.ts'
import { REACHED } from './standing.ts'
import { targetsOf } from './targets.ts'
import { toSituations } from './to-situations.ts'
import { pointValues, spreadsOf } from './values.ts'
import { keepDraws, weighInSteps } from './weighing.ts'

const ask = {
  ...DEFAULTS,
  on: '2026-04-05',
  proposals: [],
  calibrations: [],
  assumed: [],
  families: 1500,
  draws: 12,
}
const prepare = (more: object = {}) => prepareEngland({ ...ask, ...more }, '2026-11-22')

function finish<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

let simulation: Simulation
beforeAll(() => {
  simulation = simulate(prepare())
})

const estimates = (value: unknown): Estimate[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('low' in value && 'high' in value && 'value' in value) return [value as Estimate]
  return Object.values(value).flatMap(estimates)
}

describe('simulate', () => {
  it('gives the same for the same seed, and other families for another', () => {
    expect(simulate(prepare())).toEqual(simulation)
    expect(simulate(prepare({ seed: 7 })).proposals).not.toEqual(simulation.proposals)
  })

  it('meets every margin of every calibration, and says how closely', () => {
    for (const { isConverged, largestDeviation, margins } of simulation.calibrations) {
      expect(isConverged).toBe(true)
      expect(largestDeviation).toBeLessThan(1e-8)
      expect(margins.length).toBeGreaterThan(20)
    }
  })

  it('adds up: every child stands somewhere, and reasons and steps make wholes', () => {
    for (const { results } of simulation.proposals)
      for (const { calibration, children, reasons, waterfall, groups } of results) {
        const all = simulation.calibrations.find(({ name }) => name === calibration)?.children ?? 0
        const { reached, judged, unnamedPilot, councilDecides, informed, leftOut, cannotTell } = children
        const parts = [reached, judged, unnamedPilot, councilDecides, informed, leftOut, cannotTell]
        expect(parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(all, 3)
        expect(children.newlyReached.value + children.alreadyReached.value).toBeCloseTo(reached.value, 3)
        expect(reasons.reduce((sum, { children: { value } }) => sum + value, 0)).toBeCloseTo(all, 3)
        const ethnicity = groups.filter(({ dimension }) => dimension === 'ethnicity')
        expect(ethnicity.reduce((sum, { children: { value } }) => sum + value, 0)).toBeCloseTo(all, 3)
        if (!waterfall) continue
        for (const key of ['inOrder', 'averaged'] as const)
          expect(
            waterfall.begins.value + waterfall.steps.reduce((sum, step) => sum + step[key].value, 0),
          ).toBeCloseTo(waterfall.ends.value, 3)
      }
  })

  it('has every point inside its range', () => {
    const all = estimates(simulation.proposals)
    expect(all.length).toBeGreaterThan(1000)
    for (const { value, low, high } of all) {
      expect(low).toBeLessThanOrEqual(value)
      expect(high).toBeGreaterThanOrEqual(value)
    }
  })

  it('takes what councils pay now off the cost, and never gives more than the gross', () => {
    const review = simulation.proposals.find(({ proposal }) => proposal === 'review-2022')
    for (const { cost } of review?.results ?? []) {
      expect(cost?.gross.value).toBeGreaterThan(0)
      expect(cost?.net.value).toBeLessThan(cost?.gross.value ?? 0)
      expect((cost?.gross.value ?? 0) - (cost?.paidNow.value ?? 0)).toBeCloseTo(cost?.net.value ?? 0, 2)
    }
  })

  it('says that a rate is not held instead of a cost', () => {
    const later = simulate(prepare({ on: '2026-06-01', proposals: ['review-2022'] }))
    expect(later.proposals[0]?.results.map(({ cost }) => cost)).toEqual([null, null, null])
    expect(later.proposals[0]?.results[0]?.children.newlyReached.value).toBeGreaterThan(0)
    expect(later.notes.join(' ')).toContain('not held')
  })

  it('counts a pilot whose councils were never named apart from those reached', () => {
    const strategy = simulation.proposals.find(({ proposal }) => proposal === 'strategy-2023')
    const today = simulation.proposals.find(({ proposal }) => proposal === 'today')
    expect(strategy?.results[0]?.children.unnamedPilot.value).toBeGreaterThan(1000)
    expect(strategy?.results[0]?.children.reached.value).toBe(today?.results[0]?.children.reached.value)
  })

  it('leaves a group untold that too few simulated children stand for', () => {
    const small = simulate(prepare({ families: 100, draws: 0, proposals: ['review-2022'] }))
    const few = small.calibrations.flatMap(({ groups }) => groups.filter(({ isTooFew }) => isTooFew))
    expect(few.length).toBeGreaterThan(0)
    const rows = simulationRows(small).filter((row) => row.at(-1) === 'yes')
    expect(rows.length).toBeGreaterThan(0)
    // A rate is left out; how many there are is told, and marked.
    for (const row of rows) expect(row[8] === null).toBe(String(row[7]).startsWith('percent'))
    expect(rows.some((row) => row[4] === 'waterfall')).toBe(true)
    // A comparison with a group of too few is not told either.
    for (const { name, groups } of small.calibrations) {
      const isFew = (group: string) => groups.find((size) => size.group === group)?.isTooFew ?? true
      const said = (measure: string) =>
        simulationRows(small)
          .find((row) => row[3] === name && row[4] === 'equality' && row[6] === measure)
          ?.at(-1)
      expect(said('missed white')).toBe(isFew('white') ? 'yes' : 'no')
      expect(said('black gap')).toBe(isFew('white') || isFew('black') ? 'yes' : 'no')
    }
    expect(
      small.calibrations.some(({ groups }) => groups.some((size) => size.group === 'black' && size.isTooFew)),
    ).toBe(true)
  })

  it('moves with an assumption that somebody sets', () => {
    const none = simulate(
      prepare({
        draws: 0,
        proposals: ['review-2022'],
        assumed: ['guardianship-sign-share=0', 'arrangements-sign-share=0'],
      }),
    )
    const all = simulate(
      prepare({
        draws: 0,
        proposals: ['review-2022'],
        assumed: ['guardianship-sign-share=1', 'arrangements-sign-share=1'],
      }),
    )
    expect(none.proposals[0]?.results[0]?.children.newlyReached.value).toBeLessThan(
      all.proposals[0]?.results[0]?.children.newlyReached.value ?? 0,
    )
  })

  it('says when orders and fostering come to more than the children counted', () => {
    const most = simulate(prepare({ draws: 0, assumed: ['orders-standing=1'], calibrations: ['order-led'] }))
    expect(most.calibrations[0]?.conflicts.join(' ')).toContain('more than the 130,000 children counted')
    expect(most.calibrations[0]?.children).toBeGreaterThan(130_000)
  })

  it.each([
    [{ proposals: ['reveiw-2022'] }, 'Did you mean "review-2022"?'],
    [{ support: 'weekly-alowance' }, 'Did you mean "weekly-allowance"?'],
    [{ calibrations: ['census'] }, 'There is no calibration called "census"'],
    [{ assumed: ['zone-share=2'] }, 'write a share from 0 to 1'],
    [{ assumed: ['zone-share=x'] }, 'write a share from 0 to 1'],
    [{ assumed: ['zone=1'] }, 'there is no such assumption'],
    [{ on: '2026-02-30' }, 'is not a day'],
    [{ on: '2020-01-01' }, 'The rules are not held for 2020-01-01'],
  ])('refuses %j and says what would be right', (more, words) => {
    expect(() => simulate(prepare(more))).toThrow(words)
  })

  it.each([...prepare().rulebook.supports.keys()])(
    'works for the support %s under every proposal',
    (name) => {
      const of = simulate(prepare({ support: name, draws: 2, families: 200 }))
      expect(of.support).toBe(name)
      for (const { results } of of.proposals)
        for (const { calibration, children, families, waterfall } of results) {
          const all = of.calibrations.find((fit) => fit.name === calibration)?.children ?? 0
          const { reached, judged, unnamedPilot, councilDecides, informed, leftOut, cannotTell } = children
          const sum = [reached, judged, unnamedPilot, councilDecides, informed, leftOut, cannotTell].reduce(
            (total, { value }) => total + value,
            0,
          )
          expect(sum / all).toBeCloseTo(1, 9)
          expect(children.newlyReached.value + children.alreadyReached.value).toBeCloseTo(reached.value, 6)
          expect(families.newlyReached.value).toBeLessThanOrEqual(families.reached.value + 1e-6)
          const steps = waterfall?.steps.reduce((total, { inOrder }) => total + inOrder.value, 0) ?? 0
          const mean = waterfall?.steps.reduce((total, { averaged }) => total + averaged.value, 0) ?? 0
          if (waterfall) {
            expect(waterfall.begins.value + steps).toBeCloseTo(waterfall.ends.value, 4)
            expect(mean).toBeCloseTo(steps, 4)
          }
        }
    },
  )

  it('says the same with families that were weighed before, for another day and support', () => {
    const options = prepare({ draws: 3, families: 300 })
    const kept = keepDraws(finish(weighInSteps(options)))
    for (const more of [{}, { on: '2025-03-01' }, { support: 'pupil-premium-plus' }]) {
      const asked = prepare({ draws: 3, families: 300, ...more })
      expect(finish(simulateInSteps(asked, kept))).toEqual(simulate(asked))
    }
  })

  it('takes off what councils pay only where it is for the same', () => {
    const of = (support: string) =>
      simulate(prepare({ support, draws: 0, families: 400, proposals: ['ask-without-in-care-test'] }))
        .proposals[0]?.results[0]?.cost
    expect(of('weekly-allowance')?.paidNow.value).toBeGreaterThan(0)
    const leave = of('paid-leave')
    expect(leave?.paidNow.value).toBe(0)
    expect(leave?.net.value).toBe(leave?.gross.value)
    expect(leave?.gross.value).toBeGreaterThan(0)
  })

  it('has no cost for a support that is no sum of money', () => {
    const school = simulate(prepare({ support: 'virtual-school', draws: 0, proposals: ['today'] }))
    expect(school.proposals[0]?.results[0]?.cost).toBeNull()
    expect(school.notes.join(' ')).toContain('no sum of money')
  })
})

describe('simulated families', () => {
  it('are told the same by the interpreter, family by family', () => {
    const options = prepare()
    const { families, judge } = drawFor(options)
    const judged = judgeFamilies(judge, families)
    const situations = toSituations(families, options.rulebook, options.on)
    for (const [at, { plan }] of judge.plans.entries())
      for (let family = 0; family < 300; family++) {
        const { situation } = parseSituation(situations[family])
        const evaluation = new Evaluation(plan, deriveFacts(situation, options.on, options.rulebook))
        for (const child of situation.children.keys()) {
          const row = (families.start[family] ?? 0) + child
          const { code, amount } = decide(evaluation, judge.support, child)
          const isReached = code === 'entitled' || code === 'pilot-area'
          const standing = judged.plans[at]?.standing[row]
          // A pilot whose councils nobody named is a pilot to the rules, and reaches nobody here.
          if (!plan.proposals.has('strategy-2023')) expect(standing === REACHED).toBe(isReached)
          if (amount && isReached) expect(judged.plans[at]?.yearly[row]).toBe(amount.low * 52)
        }
      }
  })
})

function drawFor(options: SimulateOptions) {
  const chosen = [...options.content.calibrations.values()]
  const spreads = chosen.map((calibration) => spreadsOf(options.content, calibration, options.assumed))
  const targets = chosen.map((calibration, at) =>
    targetsOf(calibration, pointValues(spreads[at] ?? new Map())),
  )
  const pool = drawPool({
    count: 400,
    seed: 5,
    rulebook: options.rulebook,
    targets,
    spreads: spreads[0] ?? new Map(),
  })
  const support = options.rulebook.supports.get('weekly-allowance')
  if (!support) throw new Error('no allowance')
  const plans = options.stacks.map((stack) => makePlan(options.rulebook, parseDay(ask.on) ?? 0, stack))
  return { families: familiesOn(pool, options.on), judge: makeJudge(options.program, support, plans) }
}
