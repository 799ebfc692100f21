import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Margin, MIXED, OUTSIDE, rake } from './rake.ts'

const ones = (count: number) => new Int32Array(count).fill(1)
const margin = (name: string, category: number[], shares: number[], total: number | null = null): Margin => ({
  name,
  measure: 'child',
  category: Int8Array.from(category),
  shares,
  total,
})

describe('rake', () => {
  it('finds the table that iterative proportional fitting finds by hand', () => {
    // Cells a, b / c, d begin 1, 2 / 3, 4. Rows to 6 and 4, columns to 5 and 5. The odds ratio (1 x 4) / (2 x 3) stays,
    // so a (a - 1) / ((6 - a) (5 - a)) = 2/3 with a + b = 6, a + c = 5: a = (sqrt(361) - 19) ... solved below.
    const { weights, isConverged } = rake(Float64Array.of(1, 2, 3, 4), ones(4), [
      margin('rows', [0, 0, 1, 1], [0.6, 0.4], 10),
      margin('columns', [0, 1, 0, 1], [0.5, 0.5]),
    ])
    const [a = 0, b = 0, c = 0, d = 0] = weights
    expect(isConverged).toBe(true)
    expect(a + b).toBeCloseTo(6, 8)
    expect(a + c).toBeCloseTo(5, 8)
    expect((a * d) / (b * c)).toBeCloseTo((1 * 4) / (2 * 3), 8)
    // a(a - 1) * 3 = 2 (6 - a)(5 - a)  =>  a² + 19a - 60 = 0.
    expect(a).toBeCloseTo((Math.sqrt(19 * 19 + 4 * 60) - 19) / 2, 8)
  })

  it('is done after one sweep where the margins are independent and the start is even', () => {
    const { weights } = rake(Float64Array.of(1, 1, 1, 1), ones(4), [
      margin('rows', [0, 0, 1, 1], [0.75, 0.25], 100),
      margin('columns', [0, 1, 0, 1], [0.2, 0.8]),
    ])
    expect([...weights].map((weight) => Math.round(weight * 1e6) / 1e6)).toEqual([15, 60, 5, 20])
  })

  it('keeps a cell of nothing at nothing', () => {
    const { weights, isConverged } = rake(Float64Array.of(0, 2, 3, 4), ones(4), [
      margin('rows', [0, 0, 1, 1], [0.3, 0.7], 10),
      margin('columns', [0, 1, 0, 1], [0.4, 0.6]),
    ])
    expect(weights[0]).toBe(0)
    expect(isConverged).toBe(true)
  })

  it('says which margins contradict each other, and by how much', () => {
    const { isConverged, fits } = rake(Float64Array.of(1, 1), ones(2), [
      margin('one', [0, 1], [0.3, 0.7]),
      margin('other', [0, 1], [0.5, 0.5]),
    ])
    expect(isConverged).toBe(false)
    expect(fits.map(({ name }) => name)).toEqual(['one', 'other'])
    expect(fits[0]?.deviation).toBeCloseTo(0.2, 8)
    expect(fits[1]?.deviation).toBeCloseTo(0, 8)
  })

  it('says when a margin wants children of a kind that there are none of', () => {
    const { isConverged, fits } = rake(Float64Array.of(1, 1), ones(2), [margin('kind', [0, 0], [0.5, 0.5])])
    expect(isConverged).toBe(false)
    expect(fits[0]?.reached).toEqual([1, 0])
  })

  it('touches only the families that a margin speaks of, and keeps their number', () => {
    const { weights } = rake(Float64Array.of(5, 1, 3), ones(3), [
      margin('of two', [OUTSIDE, 0, 1], [0.5, 0.5]),
    ])
    expect([...weights]).toEqual([5, 2, 2])
  })

  it('weighs families as wholes where brothers and sisters differ', () => {
    const mixed: Margin = {
      name: 'age',
      measure: 'child',
      category: Int8Array.of(0, 1, MIXED),
      parts: [Float64Array.of(1, 0, 0.5), Float64Array.of(0, 1, 0.5)],
      shares: [0.25, 0.75],
      total: 100,
    }
    const sizes = Int32Array.of(1, 1, 2)
    const { weights, isConverged } = rake(Float64Array.of(1, 1, 1), sizes, [mixed])
    const [young = 0, old = 0, both = 0] = weights
    expect(isConverged).toBe(true)
    expect(young + both).toBeCloseTo(25, 6)
    expect(old + both).toBeCloseTo(75, 6)
    // The closest weights in relative entropy: the mixed family's factor is the geometric mean of the others'.
    expect(both).toBeCloseTo(Math.sqrt(young * old), 6)
  })

  it('counts families where a margin is of families', () => {
    const of: Margin = { ...margin('work', [0, 1], [0.5, 0.5]), measure: 'family' }
    const { weights } = rake(Float64Array.of(1, 3), Int32Array.of(3, 1), [of])
    expect([...weights]).toEqual([2, 2])
  })

  it('meets every margin that some table meets, keeps the total, and gives the same again', () => {
    const table = fc.record({
      start: fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 12, maxLength: 12 }),
      wanted: fc.array(fc.double({ min: 0.05, max: 5, noNaN: true }), { minLength: 12, maxLength: 12 }),
      sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 12, maxLength: 12 }),
    })
    fc.assert(
      fc.property(table, ({ start, wanted, sizes }) => {
        const places = { row: (at: number) => at % 3, column: (at: number) => Math.floor(at / 3) }
        const of = Int32Array.from(sizes)
        const children = wanted.map((weight, at) => weight * (sizes[at] ?? 1))
        const total = children.reduce((sum, each) => sum + each, 0)
        const sharesOf = (place: (at: number) => number, size: number) =>
          Array.from({ length: size }, (_, at) =>
            children.reduce((sum, each, index) => sum + (place(index) === at ? each / total : 0), 0),
          )
        const margins = [
          margin(
            'rows',
            start.map((_, at) => places.row(at)),
            sharesOf(places.row, 3),
            total,
          ),
          margin(
            'columns',
            start.map((_, at) => places.column(at)),
            sharesOf(places.column, 4),
          ),
        ]
        const raked = rake(Float64Array.from(start), of, margins)
        expect(raked.isConverged).toBe(true)
        const reached = raked.weights.reduce((sum, weight, at) => sum + weight * (sizes[at] ?? 1), 0)
        expect(Math.abs(reached / total - 1)).toBeLessThan(1e-8)
        expect(raked.weights.every((weight) => weight > 0)).toBe(true)
        expect(rake(Float64Array.from(start), of, margins).weights).toEqual(raked.weights)
      }),
      { numRuns: 200 },
    )
  })
})
