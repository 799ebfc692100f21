import { expect, it } from 'vitest'
import { answerSituation, prepareAnswers } from './answer.ts'
import { readEnglandRulebook } from './england.ts'
import { formatDay, parseDay } from './plain-date.ts'

const rulebook = readEnglandRulebook()
const family = { carer: {}, children: [{ arrangement: 'informal' }, { born: '2016-02-29' }] }
const FIRST = parseDay('2025-12-01') ?? 0

it('answers with kept plans as with plans made for the answer, day after day', () => {
  const answer = prepareAnswers(rulebook)
  const [proposal = ''] = rulebook.proposals.keys()
  // More days than are kept, and the first of them again.
  for (const offset of [...Array(70).keys(), 0, 1])
    for (const proposals of offset % 35 === 0 ? [[], [proposal], [proposal, 'today']] : [[]]) {
      const options = { on: formatDay(FIRST + offset), proposals }
      expect(answer(family, options)).toEqual(answerSituation(family, rulebook, options))
    }
})

it('does not take one list of names for another', () => {
  const answer = prepareAnswers(rulebook)
  const [one = '', other = ''] = rulebook.proposals.keys()
  const on = '2026-11-21'
  answer(family, { on, proposals: [one, other] })
  expect(() => answer(family, { on, proposals: [`${one} ${other}`] })).toThrow('There is no proposal called')
})
