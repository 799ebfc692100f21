/** The conditions that stand between a child and what a proposal offers, and which children meet which of them. */
import type { Expression } from '../expression.ts'
import type { Plan } from '../plan.ts'
import type { Columns } from '../program.ts'
import type { Clause, Support } from '../rulebook.ts'
import { sayChoice } from '../step.ts'
import { YES } from '../truth.ts'
import { ConditionColumns, type KnownTruths } from './condition-columns.ts'

export interface Condition {
  readonly title: string
  readonly expression: Expression
}

/**
 * The conditions of the clause through which a plan reaches children: the proposal's own where it has one, otherwise the
 * law's last (schemes stand behind rights). Empty where nothing of the kind is in force, or it asks for nothing.
 */
export function findConditions(
  plan: Plan,
  support: Support,
): { clause: Clause | null; conditions: Condition[] } {
  const groups = plan.groups.get(support.name) ?? []
  const reaching = (isOwn: boolean): Clause[] =>
    groups
      .filter((group) => (group.proposal !== null) === isOwn)
      .flatMap((group) => group.clauses)
      .filter(({ outcome, when }) => when !== null && (outcome === 'entitled' || outcome === 'pilot-area'))
      .filter(({ outcome, when }) => outcome === 'entitled' || (when !== null && !isNever(when, plan)))
  const clause = reaching(true)[0] ?? reaching(false).at(-1) ?? null
  const parts = clause?.when ? partsOf(clause.when, plan) : []
  return { clause, conditions: parts.map((part) => ({ title: titleOf(part, plan), expression: part })) }
}

/** A rule that is "no" on the day, as a scheme is before it begins. */
function isNever(expression: Expression, plan: Plan): boolean {
  if (expression.kind === 'constant') return !expression.value
  if (expression.kind !== 'rule') return false
  const version = plan.versions.get(expression.name)
  return version !== undefined && isNever(version.expression, plan)
}

/** What must all hold; a rule that is itself such a list is opened, once. */
function partsOf(expression: Expression, plan: Plan): readonly Expression[] {
  if (expression.kind === 'all') return expression.of
  if (expression.kind !== 'rule') return [expression]
  const inside = plan.versions.get(expression.name)?.expression
  return inside?.kind === 'all' ? inside.of : [expression]
}

function titleOf(expression: Expression, plan: Plan): string {
  const { rules, inputs } = plan.rulebook
  switch (expression.kind) {
    case 'rule':
      return rules.get(expression.name)?.title ?? expression.name
    case 'input':
      return inputs.get(expression.name)?.title ?? expression.name
    case 'not':
      return `Not: ${titleOf(expression.of, plan)}`
    case 'is':
      return `${titleOf(expression.subject, plan)}: ${expression.values.map(sayChoice).join(' or ')}`
    case 'any':
      return expression.of.map((part) => titleOf(part, plan)).join(', or ')
    case 'all':
      return expression.of.map((part) => titleOf(part, plan)).join(', and ')
    default:
      return 'A test of numbers'
  }
}

/** A bit for each condition, set where the child surely meets it. */
export function metBits(
  plan: Plan,
  columns: Columns,
  conditions: readonly Condition[],
  known: KnownTruths = new Map(),
): Uint8Array {
  const over = new ConditionColumns(plan, columns, known)
  const bits = new Uint8Array(columns.household.length)
  for (const [at, { expression }] of conditions.entries()) {
    const truths = over.truths(expression)
    for (let row = 0; row < bits.length; row++)
      if (truths[row] === YES) bits[row] = (bits[row] ?? 0) | (1 << at)
  }
  return bits
}

export interface WaterfallStep {
  readonly condition: string
  /** Children that come in when it is taken away after those above it. */
  readonly inOrder: number
  /** The same, as the mean over every order in which the conditions can be taken away. */
  readonly averaged: number
}

export interface Waterfall {
  /** Children that meet every condition. */
  readonly begins: number
  readonly steps: readonly WaterfallStep[]
  /** Children in all that the conditions were asked of. */
  readonly ends: number
}

/**
 * Takes the conditions away one at a time.
 * @param counts children by the bits they meet; as many entries as there are sets of conditions.
 */
export function takeAway(conditions: readonly Condition[], counts: Float64Array): Waterfall {
  const size = conditions.length
  const whole = (1 << size) - 1
  /** Children that meet all the conditions of the set. */
  const meeting = (set: number): number => {
    let sum = 0
    for (let bits = 0; bits <= whole; bits++) if ((bits & set) === set) sum += counts[bits] ?? 0
    return sum
  }
  const reached = Array.from({ length: whole + 1 }, (_, set) => meeting(set))
  const at = (set: number) => reached[set] ?? 0
  const steps = conditions.map(({ title }, index) => {
    const before = whole & ~((1 << index) - 1)
    return {
      condition: title,
      inOrder: at(before & ~(1 << index)) - at(before),
      averaged: averageOver(index, size, at),
    }
  })
  return { begins: at(whole), steps, ends: at(0) }
}

/** The mean gain over all orders: each set of others still standing, by the share of orders in which it is what stands. */
function averageOver(index: number, size: number, at: (set: number) => number): number {
  const bit = 1 << index
  let sum = 0
  for (let set = 0; set < 1 << size; set++) {
    if (set & bit) continue
    const others = countBits(set)
    sum += ((factorial(others) * factorial(size - 1 - others)) / factorial(size)) * (at(set) - at(set | bit))
  }
  return sum
}

const countBits = (set: number): number => (set === 0 ? 0 : (set & 1) + countBits(set >> 1))
const factorial = (count: number): number => (count <= 1 ? 1 : count * factorial(count - 1))
