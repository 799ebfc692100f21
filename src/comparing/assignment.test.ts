import { describe, expect, it } from 'vitest'
import { assignOneToOne } from './assignment.ts'

const pairsOf = (edges: readonly (readonly [number, number, number])[]) =>
  assignOneToOne(edges.map(([left, right, score]) => ({ left, right, score }))).map((pair) => [
    pair.left,
    pair.right,
    pair.next,
  ])

describe('assignOneToOne', () => {
  it('gives nothing for nothing', () => expect(pairsOf([])).toEqual([]))

  it('lets the one who would lose most choose first', () => {
    // Left 0 can do nearly as well elsewhere, left 1 cannot.
    const edges = [
      [0, 0, 0.8],
      [0, 1, 0.75],
      [1, 0, 0.7],
      [1, 1, 0.1],
    ] as const
    expect(pairsOf(edges)).toEqual([
      [0, 1, 0.8],
      [1, 0, 0.1],
    ])
  })

  it('uses each right once and leaves the rest unpaired', () => {
    expect(
      pairsOf([
        [0, 0, 0.9],
        [1, 0, 0.5],
        [2, 0, 0.4],
      ]),
    ).toEqual([[0, 0, 0]])
  })

  it('breaks ties by order', () => {
    expect(
      pairsOf([
        [0, 0, 0.5],
        [0, 1, 0.5],
        [1, 0, 0.5],
        [1, 1, 0.5],
      ]),
    ).toEqual([
      [0, 0, 0.5],
      [1, 1, 0.5],
    ])
  })
})
