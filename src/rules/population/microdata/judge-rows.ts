/** From a block of microdata to its sums: what each worker does, again and again. */

import { englandProgram } from '../../england-program.ts'
import { makePlan } from '../../plan.ts'
import { readEngland } from '../england.ts'
import { type Judge, judgeFamilies, makeJudge, shapeOf } from '../judge.ts'
import { getSupport } from '../simulate.ts'
import { addTo, makeTally, type Tally } from '../tally.ts'
import { CsvRows, type ReadBlock } from './csv-rows.ts'
import type { RowProblem } from './family-rows.ts'
import { CellProblem, type ColumnPlan, fieldsOf, planColumns } from './fields.ts'

/** What is asked of every block; plain values, so that it travels to workers. */
export interface RowsAsk {
  /** Day number. */
  readonly on: number
  readonly support: string
  readonly stacks: readonly (readonly string[])[]
  /** The header. */
  readonly columns: readonly string[]
}

export interface JudgedRows {
  readonly rows: number
  readonly problems: readonly RowProblem[]
  readonly tally: Tally
}

/** @throws UsageError for a support, proposal or day that does not exist. */
export function makeRowsJudge(ask: RowsAsk) {
  const { rulebook } = readEngland()
  const support = getSupport(rulebook, ask.support)
  const plans = [[], ...ask.stacks].map((stack) => makePlan(rulebook, ask.on, stack))
  const judge = makeJudge(englandProgram, support, plans)
  const fields = fieldsOf(rulebook)
  const plan = planColumns(ask.columns, fields)
  if (plan instanceof CellProblem) throw new Error(plan.message) // whoever asks has looked at the header
  const csv = new CsvRows(plan, fields, ask.on)
  return {
    judge,
    fields,
    plan,
    judgeBytes: (bytes: Uint8Array): JudgedRows => judgeBlock(judge, csv.read(bytes)),
    judgeBlock: (block: ReadBlock): JudgedRows => judgeBlock(judge, block),
  }
}

function judgeBlock(judge: Judge, { families, rows, problems }: ReadBlock): JudgedRows {
  const tally = makeTally(shapeOf(judge), true)
  if (problems.length === 0 && families.count > 0) addTo(tally, judgeFamilies(judge, families))
  return { rows, problems, tally }
}

/** @returns the plan of a file's header, or what is wrong with it. */
export function planHeader(names: readonly string[]): ColumnPlan | CellProblem {
  return planColumns(names, fieldsOf(readEngland().rulebook))
}
