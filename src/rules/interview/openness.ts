/** How much of a family's answer is still open, as one number to compare questions by, and what it rests on. */
import { decideAll } from '../answer.ts'
import type { Evaluation } from '../evaluate.ts'
import { findOpen, type Outcome } from '../outcome.ts'
import type { Step } from '../step.ts'
import { NO } from '../truth.ts'

export interface Openness {
  /** 0 when everything is settled that answers can settle. */
  readonly weight: number
  /** The inputs that something open rests on, as "name child": how many outcomes rest on each. */
  readonly inputs: ReadonlyMap<string, number>
  /** Those and all that may come to matter once others are known. */
  readonly reachable: ReadonlySet<string>
}

/** An outcome that is not told weighs most; which of several clauses gives it, and a range, are small things. */
const WEIGHT = { outcome: 4, clause: 1, amount: 1 }

export function measureOpenness(evaluation: Evaluation): Openness {
  const inputs = new Map<string, number>()
  const reachable = new Set<string>()
  let weight = 0
  for (const outcome of decideAll(evaluation)) {
    const inCondition = findOpen(outcome).inputs
    for (const key of keysOf([...inCondition, ...amountInputs(possibleAmounts(outcome, evaluation))]))
      reachable.add(key)
    const inAmount = outcome.amount === null ? [] : amountInputs(outcome.amountSteps)
    const isOpen = isUndecided(outcome)
    weight += weigh(outcome, isOpen) + (inAmount.length > 0 ? WEIGHT.amount : 0)
    for (const key of keysOf([...(isOpen ? inCondition : []), ...inAmount]))
      inputs.set(key, (inputs.get(key) ?? 0) + 1)
  }
  return { weight, inputs, reachable }
}

const possibleClauses = ({ tried }: Outcome) =>
  tried.filter(({ truth }) => truth !== NO).map(({ clause }) => clause)

/** Where only the words differ between the clauses that are possible, an answer would tell the family nothing. */
function isUndecided(outcome: Outcome): boolean {
  const { amount, code } = outcome
  return (
    code === 'cannot-tell' ||
    (amount !== null && amount.low !== amount.high && possibleClauses(outcome).length > 1)
  )
}

function weigh(outcome: Outcome, isOpen: boolean): number {
  if (!isOpen) return 0
  const possible = possibleClauses(outcome)
  const codes = new Set(possible.map((clause) => clause.outcome)).size
  return (codes - 1) * WEIGHT.outcome + (possible.length - codes) * WEIGHT.clause
}

function possibleAmounts(outcome: Outcome, evaluation: Evaluation): Step[] {
  return possibleClauses(outcome).flatMap(({ amount }) =>
    amount === null ? [] : [evaluation.evaluate(amount, outcome.child)],
  )
}

const keysOf = (steps: readonly Step[]) => new Set(steps.map((step) => `${step.input} ${step.child}`))

/** The open inputs that make an amount a range; those of a rate that is not held on the day make no difference. */
function amountInputs(steps: readonly Step[]): Step[] {
  const found: Step[] = []
  const visit = (step: Step) => {
    if (step.notHeld !== null) return
    if (step.input !== null && step.isOpen) found.push(step)
    step.steps.forEach(visit)
  }
  steps.forEach(visit)
  return found
}
