import { describe, expect, it } from 'vitest'
import { readScenarioFiles } from '../../test/rules/scenarios.ts'
import { answerSituation } from './answer.ts'
import { readEnglandRulebook } from './england.ts'

const rulebook = readEnglandRulebook()
const pounds = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(2))

function describeOutcome(
  support: string,
  data: unknown,
  proposals: readonly string[],
  wanted: string,
): string {
  const { outcomes } = answerSituation(data, rulebook, { proposals })
  const found = outcomes.find((one) => one.support === support && (one.child ?? 0) === 0)
  if (!found) throw new Error(`there is no support ${support}`)
  const { outcome, amount, settles, qualifiesAs } = found
  // A case that names only the outcome leaves the amount open.
  if (!wanted.includes(' ') && outcome !== 'cannot-tell' && outcome !== 'rate-not-held') return outcome
  if (outcome === 'cannot-tell') return `${outcome} ${settles.join(', ')}`
  if (outcome === 'rate-not-held') return `${outcome} ${qualifiesAs}`
  if (amount === null) return outcome
  const range =
    amount.low === amount.high ? pounds(amount.low) : `${pounds(amount.low)} to ${pounds(amount.high)}`
  return `${outcome} ${range}`
}

const tidy = (text: string) => text.replace(/\d+(\.\d+)?/g, (digits) => pounds(Number(digits)))

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
