/** For tests and measures: loads a generated program, and compares it with the interpreter household by household. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Evaluation } from '../../src/rules/evaluate.ts'
import type { HouseholdFacts } from '../../src/rules/facts.ts'
import { generateProgram } from '../../src/rules/generate-program.ts'
import type { WrittenProgram } from '../../src/rules/kernels.ts'
import { decide } from '../../src/rules/outcome.ts'
import type { Plan } from '../../src/rules/plan.ts'
import { encodeColumns, makeOutcomeColumns, numberPlan, type Program } from '../../src/rules/program.ts'
import { OUTCOMES, type Rulebook } from '../../src/rules/rulebook.ts'
import { makeProgram } from '../../src/rules/run-program.ts'
import { NO } from '../../src/rules/truth.ts'

export async function loadProgram(rulebook: Rulebook, names?: readonly string[]): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-program-'))
  const file = join(folder, 'program.mjs')
  try {
    writeFileSync(file, generateProgram(rulebook, names))
    // What was written one line above has this shape.
    return makeProgram((await import(/* @vite-ignore */ pathToFileURL(file).href)) as WrittenProgram)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export interface Difference {
  readonly support: string
  readonly household: number
  readonly child: number | null
  readonly interpreted: string
  readonly generated: string
}

/** Every outcome of every household by both back ends; the first few that differ. */
export function findDifferences(
  plan: Plan,
  program: Program,
  households: readonly HouseholdFacts[],
): Difference[] {
  const columns = encodeColumns(households, plan.rulebook)
  const numbered = numberPlan(plan)
  const evaluations = households.map((facts) => new Evaluation(plan, facts))
  const differences: Difference[] = []
  for (const support of plan.rulebook.supports.values()) {
    const isOfChild = support.scope === 'child'
    const outcomes = makeOutcomeColumns(isOfChild ? (columns.start.at(-1) ?? 0) : households.length)
    program.supports[support.name]?.(columns, numbered, outcomes)
    let row = 0
    for (const [household, evaluation] of evaluations.entries()) {
      const children = isOfChild ? evaluation.facts.children.map((_, index) => index) : [null]
      for (const child of children) {
        const { code, amount, tried } = decide(evaluation, support, child)
        const first = tried.find((one) => one.truth !== NO)?.clause
        const clause = first ? support.groups.flatMap((group) => group.clauses).indexOf(first) : 255
        const interpreted = `${code} ${clause} ${amount?.low ?? -1} ${amount?.high ?? -1}`
        const generated = `${OUTCOMES[outcomes.code[row] ?? 0]} ${outcomes.clause[row]} ${outcomes.low[row]} ${outcomes.high[row]}`
        if (interpreted !== generated)
          differences.push({ support: support.name, household, child, interpreted, generated })
        row++
      }
    }
  }
  return differences.slice(0, 5)
}
