/** Decides one support for one child or household: clauses in order, and what is still possible where facts are open. */
import type { Evaluation } from './evaluate.ts'
import type { Clause, Note, OutcomeCode, Period, Source, Support } from './rulebook.ts'
import type { Step } from './step.ts'
import { NO, type Truth, UNKNOWN, YES } from './truth.ts'

/** A clause that was looked at, and how it came out; the condition is null in the clause that takes the rest. */
export interface TriedClause {
  readonly clause: Clause
  readonly truth: Truth
  readonly condition: Step | null
}

export interface Amount {
  /** Pence. */
  readonly low: number
  readonly high: number
  readonly per: Period
}

export interface Outcome {
  readonly support: Support
  readonly child: number | null
  readonly code: OutcomeCode
  /** Where the rate is not held: what the family qualifies as. */
  readonly qualifiesAs: OutcomeCode | null
  readonly amount: Amount | null
  readonly amountSteps: readonly Step[]
  readonly tried: readonly TriedClause[]
}

/** Outcomes that a missing rate turns into "rate not held": the family qualifies, only the number is missing. */
export const QUALIFYING: readonly OutcomeCode[] = ['entitled', 'pilot-area']

export function decide(evaluation: Evaluation, support: Support, child: number | null): Outcome {
  const tried = tryClauses(evaluation, evaluation.plan.clauses.get(support.name) ?? [], child)
  const possible = tried.filter((one) => one.truth !== NO).map((one) => one.clause)
  const code = possible[0]?.outcome ?? 'cannot-tell'
  if (possible.some((clause) => clause.outcome !== code))
    return outcomeOf(support, child, tried, 'cannot-tell')
  if (possible.some((clause) => clause.amount === null)) return outcomeOf(support, child, tried, code)
  const steps = possible.flatMap((clause) =>
    clause.amount ? [evaluation.evaluate(clause.amount, child)] : [],
  )
  const low = Math.min(...steps.map((one) => one.low))
  const high = Math.max(...steps.map((one) => one.high))
  if (!Number.isNaN(low) && !Number.isNaN(high))
    return {
      ...outcomeOf(support, child, tried, code, steps),
      amount: { low, high, per: support.per ?? 'week' },
    }
  if (!QUALIFYING.includes(code)) return outcomeOf(support, child, tried, code, steps)
  return { ...outcomeOf(support, child, tried, 'rate-not-held', steps), qualifiesAs: code }
}

function outcomeOf(
  support: Support,
  child: number | null,
  tried: readonly TriedClause[],
  code: OutcomeCode,
  amountSteps: readonly Step[] = [],
): Outcome {
  return { support, child, code, tried, amountSteps, qualifiesAs: null, amount: null }
}

function tryClauses(evaluation: Evaluation, clauses: readonly Clause[], child: number | null): TriedClause[] {
  const tried: TriedClause[] = []
  for (const clause of clauses) {
    const condition = clause.when === null ? null : evaluation.evaluate(clause.when, child)
    const truth = condition === null ? YES : (condition.low as Truth)
    tried.push({ clause, truth, condition })
    if (truth === YES) break
  }
  return tried
}

/** What is told beside the outcome. */
export function findNotes({ support, child }: Outcome, evaluation: Evaluation): Note[] {
  const notes = evaluation.plan.notes.get(support.name) ?? []
  return notes.filter((note) => note.when === null || evaluation.evaluate(note.when, child).low !== NO)
}

/** What an undecided condition rests on: the steps that read an open input, and the rates that are not held. */
export function findOpen(outcome: Outcome): { inputs: Step[]; rates: string[] } {
  const inputs = new Map<string, Step>()
  const rates = new Set<string>()
  const visit = (step: Step) => {
    if (!step.isOpen) return
    if (step.input !== null) inputs.set(`${step.input} ${step.child}`, step)
    if (step.notHeld !== null) rates.add(step.notHeld)
    step.steps.forEach(visit)
  }
  for (const { truth, condition } of outcome.tried) if (truth === UNKNOWN && condition) visit(condition)
  return { inputs: [...inputs.values()], rates: [...rates] }
}

export function sourcesOf(outcome: Outcome, notes: readonly Note[]): Source[] {
  const found = new Map<string, Source>()
  const add = (sources: readonly Source[]) => {
    for (const source of sources) found.set(source.id, source)
  }
  const seen = new Set<Step>()
  const visit = (step: Step) => {
    if (seen.has(step)) return
    seen.add(step)
    add(step.sources)
    step.steps.forEach(visit)
  }
  for (const { clause, truth, condition } of outcome.tried) {
    if (truth === NO) continue
    add(clause.sources)
    if (condition) visit(condition)
  }
  outcome.amountSteps.forEach(visit)
  for (const note of notes) add(note.sources)
  return [...found.values()]
}
