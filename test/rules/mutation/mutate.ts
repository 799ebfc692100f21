// Puts small wrongs into the rulebook, one at a time, and counts which its tests notice: the examples in its files, the
// scenarios, and the oracle. `npm run mutate` prints what nothing noticed.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { decideAll } from '../../../src/rules/answer.ts'
import { deriveFacts } from '../../../src/rules/derive-facts.ts'
import { Evaluation } from '../../../src/rules/evaluate.ts'
import { parseRulebook } from '../../../src/rules/parse-rulebook.ts'
import { parseDay } from '../../../src/rules/plain-date.ts'
import { makePlan, type Plan } from '../../../src/rules/plan.ts'
import { RulebookError } from '../../../src/rules/problem.ts'
import type { Rulebook } from '../../../src/rules/rulebook.ts'
import { checkExamples, expandSituation } from '../../../src/rules/run-example.ts'
import { parseSituation, type Situation } from '../../../src/rules/situation.ts'
import { makeEdges } from '../oracle/edge-families.ts'
import { findFigureDifferences } from '../oracle/held-figures.ts'
import { judge, PROPOSALS, SUPPORTS } from '../oracle/oracle.ts'
import { Draw, toKnown } from '../oracle/situations.ts'
import { makeRandom } from '../random-households.ts'
import { type Files, type Mutant, makeMutants } from './mutants.ts'

const FOLDER = join(process.cwd(), 'rulebook/england')
const FAMILIES = Number(process.env.ORACLE_FAMILIES ?? 400)

/** By whom a mutant was noticed: the reading of the rulebook refuses it, or one of the tests sees another answer. */
type Notice = 'refused' | 'examples' | 'scenarios' | 'figures' | 'oracle' | 'nobody'

/** One thing to ask of a rulebook, with what is right: an outcome and its pence by support and child. */
interface Check {
  readonly situation: Situation
  readonly day: number
  readonly proposals: readonly string[]
  readonly right: ReadonlyMap<string, string>
}

/** Plans are the dear part, and many families are asked about on one day. */
type PlanOf = (day: number, proposals: readonly string[]) => Plan

function planner(rulebook: Rulebook): PlanOf {
  const kept = new Map<string, Plan>()
  return (day, proposals) => {
    const key = `${day} ${proposals}`
    const plan = kept.get(key) ?? makePlan(rulebook, day, proposals)
    kept.set(key, plan)
    return plan
  }
}

/** By "support child", what the rulebook says, in the short words that checks are written in. */
function tell({ situation, day, proposals }: Omit<Check, 'right'>, planOf: PlanOf): Map<string, string> {
  const plan = planOf(day, proposals)
  const evaluation = new Evaluation(plan, deriveFacts(situation, day, plan.rulebook))
  return new Map(
    decideAll(evaluation).map((found) => [
      `${found.support.name} ${found.child ?? 0}`,
      short(found.code, found.amount, found.qualifiesAs),
    ]),
  )
}

const short = (code: string, amount: { low: number; high: number } | null, qualifiesAs?: string | null) =>
  `${code} ${amount ? `${amount.low}-${amount.high}` : ''} ${qualifiesAs ?? ''}`

function readFiles(): Files {
  const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter((name) => name.endsWith('.yaml') && !name.startsWith('scenarios'))
  return Object.fromEntries(files.map((name) => [name, parse(readFileSync(join(FOLDER, name), 'utf8'))]))
}

interface ScenarioFile {
  readonly family: Readonly<Record<string, unknown>>
  readonly cases: readonly {
    readonly on: string
    readonly proposal?: string
    readonly but?: Readonly<Record<string, unknown>>
    readonly gets: Readonly<Record<string, string>>
  }[]
}

/** Scenarios hold on the rulebook as it stands (a test sees to that), so its answers are what they say. */
function scenarioChecks(planOf: PlanOf): Check[] {
  const folder = join(FOLDER, 'scenarios')
  return readdirSync(folder).flatMap((name) => {
    const { family, cases } = parse(readFileSync(join(folder, name), 'utf8')) as ScenarioFile
    return cases.map(({ on, proposal, but, gets }): Check => {
      const check = toCheck(expandSituation({ ...family, ...but }, on), on, proposal?.split('+') ?? [])
      const named = Object.keys(gets).map((support) => `${support} 0`)
      return { ...check, right: new Map([...tell(check, planOf)].filter(([key]) => named.includes(key))) }
    })
  })
}

const toCheck = (data: unknown, on: string, proposals: readonly string[]) => ({
  situation: parseSituation(data).situation,
  day: parseDay(on) ?? 0,
  proposals,
})

function oracleChecks(): Check[] {
  const draw = new Draw(makeRandom(1989))
  const families = Array.from({ length: FAMILIES }, () => draw.family())
  const drawn = families.flatMap((situation) =>
    Object.keys(PROPOSALS).map((proposal) => ({ situation, proposal })),
  )
  return [...makeEdges(), ...drawn].map(({ situation, proposal }): Check => {
    const family = toKnown(situation)
    const right = Object.entries(SUPPORTS).flatMap(([support, { of }]) =>
      (of === 'child' ? family.children : [null]).map((_, child): [string, string] => {
        const { outcome, amount, qualifiesAs } = judge(family, support, child, proposal)
        return [`${support} ${child}`, short(outcome, amount, qualifiesAs)]
      }),
    )
    return { ...toCheck(situation, situation.on, [proposal]), right: new Map(right) }
  })
}

function noticed({ files }: Mutant, scenarios: readonly Check[], oracle: readonly Check[]): Notice {
  let rulebook: Rulebook
  try {
    rulebook = parseRulebook(files)
  } catch (error) {
    if (error instanceof RulebookError) return 'refused'
    throw error
  }
  if (checkExamples(rulebook).length > 0) return 'examples'
  const planOf = planner(rulebook)
  const isWrong = (check: Check) => {
    try {
      const said = tell(check, planOf)
      return [...check.right].some(([key, right]) => said.get(key) !== right)
    } catch {
      return true // an answer that can no longer be given is noticed too
    }
  }
  if (scenarios.some(isWrong)) return 'scenarios'
  if (findFigureDifferences(rulebook).length > 0) return 'figures'
  return oracle.some(isWrong) ? 'oracle' : 'nobody'
}

function run(): void {
  const files = readFiles()
  const scenarios = scenarioChecks(planner(parseRulebook(files)))
  const oracle = oracleChecks()
  const counts: Record<Notice, number> = {
    refused: 0,
    examples: 0,
    scenarios: 0,
    figures: 0,
    oracle: 0,
    nobody: 0,
  }
  for (const mutant of makeMutants(files)) {
    const by = noticed(mutant, scenarios, oracle)
    counts[by]++
    if (by === 'nobody') console.info(`${mutant.file}: ${mutant.path.join(' > ')}: ${mutant.what}`)
  }
  const { refused, nobody, ...seen } = counts
  const killed = seen.examples + seen.scenarios + seen.figures + seen.oracle
  console.info(
    `${killed} of ${killed + nobody} mutants noticed (${((100 * killed) / (killed + nobody)).toFixed(1)} %): ` +
      `${seen.examples} by examples, ${seen.scenarios} by scenarios, ${seen.figures} by the copied figures, ${seen.oracle} by the oracle; ${refused} more refused on reading.`,
  )
}

run()
