import { describe, expect, it } from 'vitest'
import { placeDots, placeNames } from './ladder-places.ts'

const at = (...xs: number[]) => xs.map((x) => ({ x, rung: 4 }))

describe('placeDots', () => {
  it('leaves dots where their days are, when there is room', () => {
    expect(placeDots(at(100, 150, 200), 8, 300)).toEqual([100, 150, 200])
  })
  it('moves dots of one rung apart, in their order', () => {
    expect(placeDots(at(100, 102, 104), 8, 300)).toEqual([100, 108, 116])
  })
  it('lets dots of different rungs stand over each other', () => {
    const steps = [
      { x: 100, rung: 4 },
      { x: 101, rung: 6 },
    ]
    expect(placeDots(steps, 8, 300)).toEqual([100, 101])
  })
  it('moves back what would run out of the picture', () => {
    expect(placeDots(at(290, 295, 299), 8, 300)).toEqual([284, 292, 300])
  })
  it('never puts a step left of the one before it', () => {
    expect(
      placeDots(
        [
          { x: 200, rung: 4 },
          { x: 190, rung: 6 },
        ],
        8,
        300,
      ),
    ).toEqual([200, 200])
  })
  it('has no dots for no steps', () => {
    expect(placeDots([], 8, 300)).toEqual([])
  })
})

describe('placeNames', () => {
  it('puts a name after its line, or before it where there is no room after', () => {
    expect(placeNames([{ x: 120, name: 'Labour government' }], 82, 340)).toMatchObject([
      { x: 124, isBefore: false },
    ])
    expect(placeNames([{ x: 300, name: 'Labour government' }], 82, 340)).toMatchObject([
      { x: 296, isBefore: true },
    ])
  })
  it('never lets two names lie on each other, nor one run out of the picture', () => {
    const lines = [100, 130, 180, 250, 320].map((x) => ({ x, name: 'A government with a name' }))
    const placed = placeNames(lines, 82, 340)
    const spans = placed.map(({ x, name, isBefore }) => {
      const width = name.length * 5.4
      return isBefore ? [x - width - 10.8, x] : [x, x + width]
    })
    for (const [start = 0, end = 0] of spans) {
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeLessThanOrEqual(340)
    }
    for (const [index, [, end = 0]] of spans.slice(0, -1).entries())
      expect(spans[index + 1]?.[0]).toBeGreaterThanOrEqual(end - 8)
  })
  it('leaves out a name that has no room at all', () => {
    expect(placeNames([{ x: 200, name: 'x'.repeat(60) }], 82, 340)).toEqual([])
  })
})
