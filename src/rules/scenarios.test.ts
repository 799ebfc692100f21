import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { answerSituation } from './answer.ts'
import { readEnglandRulebook } from './england.ts'
import { expandSituation } from './run-example.ts'

/** A file of named families; each differs from the file's family by what stands under `but`. */
interface ScenarioFile {
  readonly family: Readonly<Record<string, unknown>>
  readonly cases: readonly {
    readonly name: string
    readonly on: string
    readonly proposal?: string
    readonly but?: Readonly<Record<string, unknown>>
    /** By support, for the first child: the outcome, then the pounds, what it qualifies as, or what would settle it. */
    readonly gets: Readonly<Record<string, string>>
  }[]
}

const FOLDER = resolve(import.meta.dirname, '../../rulebook/england/scenarios')
const files = readdirSync(FOLDER).map((name) => ({
  name,
  // The shape is checked by what the cases below read of it.
  file: parse(readFileSync(join(FOLDER, name), 'utf8')) as ScenarioFile,
}))
const rulebook = readEnglandRulebook()
const pounds = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(2))

function describeOutcome(support: string, data: unknown, proposals: string[], wanted: string): string {
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

describe.each(files)('scenarios of $name', ({ file }) => {
  it.each(file.cases.map((one) => [one.name, one] as const))('%s', (_, { on, proposal, but, gets }) => {
    const data = expandSituation({ ...file.family, ...but }, on)
    const found = Object.entries(gets).map(([support, wanted]) => [
      support,
      describeOutcome(support, data, proposal?.split('+') ?? [], wanted),
    ])
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(gets).map(([support, wanted]) => [support, tidy(wanted)])),
    )
  })
})

it('there are at least two hundred scenarios, each named once', () => {
  const names = files.flatMap(({ name, file }) => file.cases.map((one) => `${name} ${one.name}`))
  expect(names.length).toBeGreaterThanOrEqual(200)
  expect(new Set(names).size).toBe(names.length)
})
