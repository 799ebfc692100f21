import { describe, expect, it } from 'vitest'
import { makeHousehold, makeRandom } from '../../test/rules/random-households.ts'
import { SMALL_RULEBOOK } from '../../test/rules/small-rulebook.ts'
import { readEnglandRulebook } from './england.ts'
import { parseRulebook } from './parse-rulebook.ts'
import { encodeColumns } from './program.ts'
import { listSeveral, wordPlaces } from './words.ts'

describe('words of truths and choices', () => {
  it.each([
    ['England', readEnglandRulebook()],
    ['a small rulebook', parseRulebook(SMALL_RULEBOOK)],
  ])('hold every truth and choice of %s, none over another and none in the highest bit', (_, rulebook) => {
    const places = wordPlaces(rulebook)
    const taken = new Set<string>()
    for (const { scope, word, shift, width } of places.values())
      for (let bit = shift; bit < shift + width; bit++) {
        expect(bit).toBeLessThan(31)
        expect(taken.has(`${scope} ${word} ${bit}`)).toBe(false)
        taken.add(`${scope} ${word} ${bit}`)
      }
    const named = [...rulebook.inputs.values()].filter(({ type }) => type.kind !== 'number')
    expect([...places.keys()]).toEqual(named.map(({ name }) => name))
  })

  it('say what the columns say', () => {
    const rulebook = readEnglandRulebook()
    const random = makeRandom(3)
    const columns = encodeColumns(
      Array.from({ length: 50 }, () => makeHousehold(rulebook, random, 0)),
      rulebook,
    )
    for (const [name, { scope, word, shift, width }] of wordPlaces(rulebook)) {
      const column = columns.data[name] ?? new Uint16Array(0)
      const read = Array.from(columns.words[scope][word] ?? [], (bits) => (bits >> shift) & (2 ** width - 1))
      const isTruth = rulebook.inputs.get(name)?.type.kind === 'truth'
      expect(read).toEqual(Array.from(column, (value) => (isTruth ? value & 1 : value)))
    }
  })

  it('goes on in another word where one is full', () => {
    const rulebook = readEnglandRulebook()
    const input = rulebook.inputs.get('child.arrangement')
    if (!input) throw new Error('no arrangement')
    const many = Array.from(
      { length: 11 },
      (_, at) => [`child.extra-${at}`, { ...input, name: `child.extra-${at}` }] as const,
    )
    const places = wordPlaces({ ...rulebook, inputs: new Map(many) })
    expect([...places.values()].map(({ word }) => word)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2])
  })
})

it('lists the households of several children', () => {
  expect([...listSeveral(Int32Array.of(0, 1, 3, 3, 6), 4)]).toEqual([1, 3])
})
