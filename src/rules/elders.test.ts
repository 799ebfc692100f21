import { expect, it } from 'vitest'
import { makeRandom } from '../../test/rules/random-households.ts'
import { listElders } from './elders.ts'
import { listSeveral } from './words.ts'

it('names the next older child of each, the one named first of two born on one day', () => {
  const start = Int32Array.of(0, 1, 4, 4, 6, 9)
  const born = Int32Array.of(50, 30, 10, 20, 7, 7, 3, 2, 3)
  const { child, elder } = listElders(start, listSeveral(start, 5), born)
  expect([...child].map((row, pair) => [row, elder[pair]])).toEqual([
    [3, 2],
    [1, 3],
    [5, 4],
    [6, 7],
    [8, 6],
  ])
})

it('gives every child but the eldest one elder, who is not younger and comes before', () => {
  const random = makeRandom(3)
  const start = new Int32Array(201)
  for (let at = 0; at < 200; at++) start[at + 1] = (start[at] ?? 0) + Math.floor(random() * 6)
  const born = Int32Array.from({ length: start[200] ?? 0 }, () => Math.floor(random() * 9))
  const several = listSeveral(start, 200)
  const { child, elder } = listElders(start, several, born)
  const seen = new Set<number>()
  for (const [pair, row] of child.entries()) {
    const older = elder[pair] ?? 0
    expect(born[older]).toBeLessThanOrEqual(born[row] ?? 0)
    if (born[older] === born[row]) expect(older).toBeLessThan(row)
    expect(child.subarray(pair).includes(older)).toBe(false)
    seen.add(row)
  }
  expect(seen.size).toBe(child.length)
  expect(child.length).toBe(
    born.length - start.subarray(1).filter((end, at) => end > (start[at] ?? 0)).length,
  )
})
