import { describe, expect, it } from 'vitest'
import { aResult, aSimulation, between } from '../../../test/builders/simulation.ts'
import type { Estimate } from '../../rules/population/index.ts'
import { sayAcross, sayComparison, sayEquality, sayEstimate, sayMillions, sayPoint } from './words.ts'

const few = (estimate: Estimate): Estimate => ({ ...estimate, isTooFew: true })

describe('a number on the pages of who gains', () => {
  it('has its range in brackets, and a unit once', () => {
    expect(sayEstimate(between(65_640, 57_000, 89_100))).toBe('65,600 (57,000 to 89,100)')
    expect(sayEstimate(between(4, null, null))).toBe('4')
    expect(sayEstimate(between(4, 4, 4))).toBe('4')
    expect(sayEstimate(between(425e6, 344e6, 455e6), sayMillions)).toBe('£425 million (£344 to £455 million)')
    expect(sayAcross([between(425e6, 0, 0), between(1_320e6, 0, 0)], sayMillions)).toBe(
      '£425 to £1,320 million',
    )
  })

  it('says that few families stand behind it, or is not told at all', () => {
    const one = few(between(120, 90, 300))
    expect(sayEstimate(one)).toBe('120 (90 to 300) · few families')
    expect(sayAcross([between(90, 0, 0), one])).toBe('90 to 120 · few families')
    expect(sayPoint(one)).toBe('120, few')
    expect(sayComparison(one, String)).toBe('too few families')
    expect(sayComparison(between(7, 2, 8), String)).toBe('7 (2 to 8)')
  })
})

describe('the answer on ethnic groups', () => {
  const { equality } = aResult('census-led', 100)
  const said = (...gaps: readonly (readonly [black: Estimate, minority: Estimate])[]) =>
    sayEquality(
      aSimulation({
        proposals: [
          {
            proposal: 'ask',
            title: 'A',
            results: gaps.map(([blackGap, minorityGap]) =>
              aResult('census-led', 100, { equality: { ...equality, blackGap, minorityGap } }),
            ),
          },
        ],
      }),
      'ask',
    )
  const [more, none, less] = [between(12, 8, 15), between(0, -1, 5), between(-9, -12, -2)]

  it('claims only what the ranges hold, for Black and for all minority ethnic children', () => {
    expect(said([more, none], [between(7, 2, 8), none])).toBe(
      'Black children are missed more than White children, by 7 to 12 percentage points, under all 2 ways to weigh the sources. All minority ethnic children together: the sources cannot show it, as no range keeps to one side of no difference.',
    )
    expect(said([more, more], [none, less])).toContain(
      'Black children are missed more than White children, by 12 percentage points, under 1 of 2 ways to weigh the sources; under the other the ranges show no clear difference.',
    )
    expect(said([less, none])).toContain('Black children are missed less than White children')
  })

  it('says where too few families were simulated', () => {
    expect(said([few(more), more])).toMatch(/^Black children: too few families were simulated to say\. All/)
    expect(sayEquality(aSimulation({ proposals: [] }), 'ask')).toBe('This was not worked out.')
  })
})
