import { describe, expect, it } from 'vitest'
import { boundOf } from './kernel-numbers.ts'

describe('the bound of a cell', () => {
  const values = Array.from({ length: 400 }, (_, at) => at - 100)
  const cells = [0, 1, 52, 52.5, 103.99, 104, 3 * 0.1, 99.99999999999999, -7, -7.5]

  it.each([1, 12, 52])('compares whole numbers %i times as the cell itself does', (times) => {
    for (const cell of cells)
      for (const value of values) {
        expect(value < boundOf(cell, times, false)).toBe(value * times < cell)
        expect(value < boundOf(cell, times, true)).toBe(value * times <= cell)
      }
  })

  it('stays a number of 32 bits', () => {
    for (const cell of [1e300, 2 ** 40, Number.POSITIVE_INFINITY])
      expect(boundOf(cell, 52, true)).toBe(2 ** 31 - 1)
    for (const cell of [-1e300, Number.NEGATIVE_INFINITY]) expect(boundOf(cell, 1, false)).toBe(1 - 2 ** 31)
  })
})
