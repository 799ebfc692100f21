import { describe, expect, it } from 'vitest'
import { DECISION_CUES } from './decision-cues.ts'
import { findPositions, readShared } from './positions.ts'
import { splitSpoken } from './spoken.ts'
import { createWordReader } from './words.ts'

const bench = { cues: DECISION_CUES, words: createWordReader() }
const ASKED = ['1', '2', '3', '4']

const positionsOf = (text: string) =>
  ASKED.map((number) => findPositions(splitSpoken(text, 0), ASKED, bench).get(number)?.decision ?? null)

describe('findPositions', () => {
  it.each([
    [
      'We accept recommendations 1 and 2. We accept 3 in principle. We do not accept recommendation 4.',
      ['accepted', 'accepted', 'accepted-in-principle', 'rejected'],
    ],
    [
      'We accept two of your four recommendations. We cannot accept recommendation 2, and we accept recommendation 3 in part.',
      ['accepted', 'rejected', 'accepted-in-part', 'accepted'],
    ],
    [
      'The board accepts all of the recommendations with the exception of recommendation 4.',
      ['accepted', 'accepted', 'accepted', 'rejected'],
    ],
    ['We accept all of your recommendations.', [null, null, null, null]],
    ['Our predecessor accepted recommendation 1.', [null, null, null, null]],
    [
      'The board implemented one already (recommendation 2), agreed to two and noted one.',
      [null, null, null, null],
    ],
    ['We employ 3 wardens and accept 4 coins.', [null, null, null, null]],
  ])('%s', (text, decisions) => {
    expect(positionsOf(text)).toEqual(decisions)
  })

  it('says nothing where the count starts again', () => {
    const found = findPositions(splitSpoken('We accept recommendation 1.', 0), ['1', '1'], bench)
    expect(found.size).toBe(0)
  })
})

describe('readShared', () => {
  const readFor = (text: string, own: string) =>
    readShared(splitSpoken(text, 0), [own], ['1', '2', '3'], bench)?.decision ?? null

  it.each([
    ['1 and 3 agreed. 2 not agreed.', ['accepted', 'rejected', 'accepted']],
    ['Agreed (1 and 2); for discussion with the forum (3)', ['accepted', 'accepted', 'noted']],
    ['Agreed. Work starts in May.', [null, null, null]],
  ])('%s', (text, decisions) => {
    expect(['1', '2', '3'].map((own) => readFor(text, own))).toEqual(decisions)
  })
})
