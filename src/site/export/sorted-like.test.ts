import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sortedLike } from './sorted-like.ts'

it('gives what a sort gives, whatever was there before', () => {
  const names = fc.uniqueArray(fc.string())
  fc.assert(
    fc.property(names, names, (all, others) => {
      const before = [...new Set([...all.filter((_, at) => at % 3 > 0), ...others])].sort()
      expect(sortedLike(mapOf(all), mapOf(before))).toEqual([...all].sort())
    }),
  )
})

it('puts in order what somebody moved', () => {
  expect(sortedLike(mapOf(['a', 'b', 'c', 'd']), mapOf(['c', 'a', 'd']))).toEqual(['a', 'b', 'c', 'd'])
})

it('takes in many that are new', () => {
  const names = Array.from({ length: 2000 }, (_, at) => `${at}`)
  expect(sortedLike(mapOf(names), mapOf(['1', '2']))).toEqual([...names].sort())
})

const mapOf = (names: readonly string[]) => new Map(names.map((name) => [name, null]))
