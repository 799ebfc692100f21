/** What would settle an open answer, and what would change a settled one: found by trying, not by guessing. */
import { Evaluation } from './evaluate.ts'
import { type Fact, type HouseholdFacts, isOpen } from './facts.ts'
import { decide, findOpen, type Outcome } from './outcome.ts'
import type { Input, OutcomeCode } from './rulebook.ts'
import type { Step } from './step.ts'
import { NO, YES } from './truth.ts'

/**
 * The keys of the situation that, once answered, could decide an outcome that cannot be told; where no answer could,
 * the parameters whose rates are not held.
 */
export function findSettling(outcome: Outcome, evaluation: Evaluation): string[] {
  const { inputs: open, rates } = findOpen(outcome)
  const deciding = open.filter((step) => canDecide(step, outcome, evaluation))
  const { inputs } = evaluation.plan.rulebook
  const keys = (deciding.length > 0 ? deciding : open).map((step) => inputs.get(step.input ?? '')?.key ?? '')
  return keys.length > 0 ? [...new Set(keys)] : rates
}

/** True if some value of the input leaves fewer clauses possible than now. */
function canDecide(step: Step, outcome: Outcome, evaluation: Evaluation): boolean {
  const input = evaluation.plan.rulebook.inputs.get(step.input ?? '')
  if (!input) return false
  const before = countPossible(outcome)
  return valuesOf(input, step).some((value) => {
    const facts = withFact(evaluation.facts, input, step.child, value)
    return (
      countPossible(decide(new Evaluation(evaluation.plan, facts), outcome.support, outcome.child)) < before
    )
  })
}

const countPossible = (outcome: Outcome): number =>
  new Set(outcome.tried.filter((one) => one.truth !== NO).map((one) => one.clause)).size

/** The values an input can still take: all of a choice; of a number the ends and points between. */
function valuesOf(input: Input, fact: Fact): Fact[] {
  if (input.type.kind === 'truth')
    return [
      { low: YES, high: 0 },
      { low: NO, high: 0 },
    ]
  if (input.type.kind === 'choice')
    return input.type.values.flatMap((_, index) =>
      fact.low & (1 << index) ? [{ low: 1 << index, high: 0 }] : [],
    )
  const points = Array.from({ length: POINTS }, (_, index) =>
    Math.round(fact.low + ((fact.high - fact.low) * index) / (POINTS - 1)),
  )
  return [...new Set(points)].map((value) => ({ low: value, high: value }))
}
/** Enough to land in every band of an age and beyond every threshold of a time; more only costs time. */
const POINTS = 26

function withFact(facts: HouseholdFacts, input: Input, child: number | null, value: Fact): HouseholdFacts {
  if (input.scope === 'household') return { ...facts, household: { ...facts.household, [input.name]: value } }
  const children = facts.children.map((row, index) =>
    index === child ? { ...row, [input.name]: value } : row,
  )
  return { ...facts, children }
}

/** One answer that, given differently and all else the same, brings another outcome. */
export interface Change {
  readonly key: string
  /** As a situation writes them. */
  readonly from: string | boolean
  readonly to: string | boolean
  readonly outcome: OutcomeCode
}

/** Tries every other value of every choice and yes-or-no that the outcome rests on, one at a time. */
export function findChanges(outcome: Outcome, evaluation: Evaluation): Change[] {
  return readInputs(outcome).flatMap((step) => {
    const input = evaluation.plan.rulebook.inputs.get(step.input ?? '')
    if (!input || input.type.kind === 'number' || input.name.startsWith('area.')) return []
    if (isOpen(input, step)) return []
    return alternatives(input, step).flatMap((value): Change[] => {
      const facts = withFact(evaluation.facts, input, step.child, value)
      const other = decide(new Evaluation(evaluation.plan, facts), outcome.support, outcome.child)
      if (other.code === outcome.code || other.code === 'cannot-tell') return []
      return [
        { key: input.key, from: writtenAs(input, step), to: writtenAs(input, value), outcome: other.code },
      ]
    })
  })
}

function writtenAs({ type }: Input, { low }: Fact): string | boolean {
  return type.kind === 'choice' ? (type.values[31 - Math.clz32(low)] ?? '') : low === YES
}

function alternatives(input: Input, now: Fact): Fact[] {
  const whole = { low: input.type.kind === 'choice' ? 2 ** input.type.values.length - 1 : 0, high: 0 }
  return valuesOf(input, whole).filter((value) => value.low !== now.low)
}

function readInputs(outcome: Outcome): Step[] {
  const found = new Map<string, Step>()
  const visit = (step: Step) => {
    if (step.input !== null) found.set(`${step.input} ${step.child}`, step)
    step.steps.forEach(visit)
  }
  for (const { condition } of outcome.tried) if (condition) visit(condition)
  return [...found.values()]
}
