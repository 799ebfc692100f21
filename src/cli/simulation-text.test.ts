import { describe, expect, it } from 'vitest'
import { aFit, aResult, aSimulation } from '../../test/builders/simulation.ts'
import { displayWidth } from './display-width.ts'
import { simulationText } from './simulation-text.ts'
import { plainStyle } from './text-style.ts'

const textOf = (simulation = aSimulation(), width = 80) =>
  simulationText(simulation, { width, style: plainStyle })

describe('a simulation as text', () => {
  it('answers on equality, then tells each proposal, and how the families fit', async () => {
    await expect(textOf()).toMatchFileSnapshot('../../test/golden/simulation/80-columns.txt')
  })

  it('stacks its tables where the terminal is too narrow for them', async () => {
    await expect(textOf(aSimulation(), 40)).toMatchFileSnapshot('../../test/golden/simulation/40-columns.txt')
  })

  it.each([20, 40, 60, 80, 100, 160])('keeps within %i columns', (width) => {
    const widest = Math.max(...textOf(aSimulation(), width).split('\n').map(displayWidth))
    expect(widest).toBeLessThanOrEqual(width)
  })

  it('says that there are too few families instead of a number', () => {
    const few = <T extends object>(of: T) => ({ ...of, isTooFew: true as const })
    const whole = aResult('census-led', 100)
    const marked = {
      ...whole,
      children: { ...whole.children, newlyReached: few(whole.children.newlyReached) },
      equality: { ...whole.equality, blackGap: few(whole.equality.blackGap) },
      groups: whole.groups.map((one) =>
        one.group === 'black' ? { ...one, reachedRate: few(one.reachedRate) } : one,
      ),
    }
    const results = [marked, aResult('order-led', 100)]
    const text = textOf(aSimulation({ proposals: [{ proposal: 'review', title: 'R', results }] }))
    expect(text).toMatch(/^Newly reached, over every way and draw: .*, of too few families to rely on/m)
    expect(text).toMatch(/^newly reached .* few +/m)
    expect(text).toContain('review: too few families to say.')
    expect(text).toMatch(/^black +too few +40% -2 \(-4 to 0\)$/m)
    expect(text).toMatch(/^review +too few +\+20 \(12 to 26\)$/m)
    expect(textOf()).not.toMatch(/too few families to say/)
  })

  it('claims no difference that the ranges do not hold', () => {
    const equal = { ...aResult('x', 0).equality, blackGap: { value: 4, low: -1, high: 8 } }
    const plan = (a: object, b: object) => ({
      proposal: 'review',
      title: 'R',
      results: [aResult('census-led', 100, a), aResult('order-led', 100, b)],
    })
    const said = (a: object, b: object) => textOf(aSimulation({ proposals: [plan(a, b)] }), 200)
    expect(said({ equality: equal }, { equality: equal })).toContain('review: no clear difference')
    expect(said({}, { equality: equal })).toContain(
      'more under 1 of 2 ways, with no clear difference elsewhere',
    )
    expect(said({}, {})).toContain('review: yes, Black children are missed more, under all 2 ways')
  })

  it('tells a file of families one by one, without ranges, fit or ways', () => {
    const one = (value: number) => ({ value, low: null, high: null })
    const result = aResult('own-weights', 12)
    const text = textOf(
      aSimulation({
        simulatedFamilies: 0,
        simulatedChildren: 30,
        draws: 0,
        calibrations: [{ ...aFit('own-weights'), children: 45, families: 31 }],
        proposals: [
          {
            proposal: 'review',
            title: 'R',
            results: [
              {
                ...result,
                children: { ...result.children, newlyReached: one(12), leftOut: one(7) },
                cost: { gross: one(123_456), paidNow: one(3456), net: one(120_000) },
              },
            ],
          },
        ],
      }),
    )
    expect(text).toContain('30 children of the file, which its weights make 45 children in 31 families.')
    expect(text).toMatch(/^newly reached +12$/m)
    expect(text).toMatch(/^left out +7$/m)
    expect(text).toMatch(/^gross +123,456$/m)
    expect(text).not.toContain('How the families fit')
  })
})
