/** For tests: the scenarios of England's rulebook as situations, each with the proposals it is asked under. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { expandSituation } from '../../src/rules/run-example.ts'

const FOLDER = resolve(import.meta.dirname, '../../rulebook/england/scenarios')

interface Scenario {
  readonly name: string
  readonly situation: unknown
  readonly proposals: readonly string[]
}

interface ScenarioFile {
  readonly family: Readonly<Record<string, unknown>>
  readonly cases: readonly {
    readonly name: string
    readonly on: string
    readonly proposal?: string
    readonly but?: Readonly<Record<string, unknown>>
  }[]
}

export function readScenarios(): Scenario[] {
  return readdirSync(FOLDER)
    .sort()
    .flatMap((file) => {
      // scenarios.test.ts holds the files to this shape.
      const { family, cases } = parse(readFileSync(join(FOLDER, file), 'utf8')) as ScenarioFile
      return cases.map(({ name, on, proposal, but }) => ({
        name,
        situation: expandSituation({ ...family, ...but }, on),
        proposals: proposal?.split('+') ?? [],
      }))
    })
}
