import { describe, expect, it } from 'vitest'
import { readScenarioFiles } from '../../test/rules/scenarios.ts'
import { answerSituation } from './answer.ts'
import { checkScenarios, describeGets, tidy } from './check-scenarios.ts'
import { readEnglandRulebook } from './england.ts'

const rulebook = readEnglandRulebook()

function describeOutcome(support: string, data: unknown, proposals: readonly string[], wanted: string) {
  const { outcomes } = answerSituation(data, rulebook, { proposals })
  const found = outcomes.find((one) => one.support === support && (one.child ?? 0) === 0)
  if (!found) throw new Error(`there is no support ${support}`)
  return describeGets(found, wanted)
}

describe.each(readScenarioFiles())('scenarios of $file', ({ cases }) => {
  it.each(cases)('$name', ({ situation, proposals, gets }) => {
    const found = Object.entries(gets).map(([support, wanted]) => [
      support,
      describeOutcome(support, situation, proposals, wanted),
    ])
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(gets).map(([support, wanted]) => [support, tidy(wanted)])),
    )
  })
})

it('there are at least two hundred scenarios, each named once', () => {
  const names = readScenarioFiles().flatMap(({ file, cases }) => cases.map(({ name }) => `${file} ${name}`))
  expect(names.length).toBeGreaterThanOrEqual(200)
  expect(new Set(names).size).toBe(names.length)
})

describe('a broken file of scenarios', () => {
  const check = (text: string) => () => checkScenarios({ 'scenarios/a.yaml': text }, rulebook)
  const family = 'family: {area: Leeds, age: 7, arrangement: kinship-foster}\n'
  const one = (body: string) => `${family}cases:\n  - name: "A"\n    on: 2025-06-01\n    ${body}\n`

  it('is counted where nothing is wrong', () => {
    expect(check(one('gets: {weekly-allowance: entitled 194}'))()).toBe(1)
  })

  it.each([
    [
      'another outcome',
      one('gets: {weekly-allowance: entitled 195}'),
      'scenarios/a.yaml:5: cases > 0 > gets > weekly-allowance: "A" gets weekly-allowance as "entitled 194", not "entitled 195". Correct the scenario',
    ],
    ['a support that is none', one('gets: {weekly: entitled}'), 'there is no support called "weekly"'],
    ['no outcome', one('get: {}'), '`get` is not a key known here'],
    [
      'nothing it gets',
      one('gets: {}'),
      'scenarios/a.yaml:3: cases > 0: "A" does not say what the family gets',
    ],
    [
      'a misspelt key',
      one('but: {arangement: informal}\n    gets: {weekly-allowance: entitled}'),
      'is given `arangement`: this key is not known and was not used. Did you mean "arrangement"',
    ],
    [
      'a day too early',
      one('gets: {weekly-allowance: entitled}').replace('2025', '2020'),
      '"A" cannot be run: The rules are not held for 2020-06-01',
    ],
    ['no cases', family, 'scenarios/a.yaml:1: there are no scenarios'],
    ['no YAML', 'family: {', 'scenarios/a.yaml:'],
  ])('with %s says file, line, what is wrong and what to write', (_, text, words) => {
    expect(check(text)).toThrow(words)
  })
})
