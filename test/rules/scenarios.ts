/** For tests: the scenarios of England's rulebook as situations, each with the proposals it is asked under. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { expandSituation } from '../../src/rules/run-example.ts'

const FOLDER = resolve(import.meta.dirname, '../../rulebook/england/scenarios')

export interface Scenario {
  readonly name: string
  readonly situation: unknown
  readonly proposals: readonly string[]
  /** By support, for the first child: the outcome, then the pounds, what it qualifies as, or what would settle it. */
  readonly gets: Readonly<Record<string, string>>
}

/** A file of named families; each differs from the file's family by what stands under `but`. */
interface ScenarioFile {
  readonly family: Readonly<Record<string, unknown>>
  readonly cases: readonly {
    readonly name: string
    readonly on: string
    readonly proposal?: string
    readonly but?: Readonly<Record<string, unknown>>
    readonly gets: Scenario['gets']
  }[]
}

/** The scenarios by file, in order of their names. */
export const readScenarioFiles = (): { readonly file: string; readonly cases: readonly Scenario[] }[] =>
  readdirSync(FOLDER)
    .sort()
    .map((file) => {
      // The shape is checked by what scenarios.test.ts reads of it.
      const { family, cases } = parse(readFileSync(join(FOLDER, file), 'utf8')) as ScenarioFile
      return {
        file,
        cases: cases.map(({ name, on, proposal, but, gets }) => ({
          name,
          situation: expandSituation({ ...family, ...but }, on),
          proposals: proposal?.split('+') ?? [],
          gets,
        })),
      }
    })

export const readScenarios = (): Scenario[] => readScenarioFiles().flatMap(({ cases }) => cases)
