/**
 * Single conditions over columns of families: what a waterfall needs, and generated code (which only knows whole
 * clauses) cannot say. Three-valued like both back ends; a test compares it with the interpreter.
 */
import type { Comparison, Expression } from '../expression.ts'
import type { Plan } from '../plan.ts'
import type { Columns } from '../program.ts'
import type { RuleVersion } from '../rulebook.ts'
import { NO, UNKNOWN, YES } from '../truth.ts'
import { ConditionNumbers } from './condition-numbers.ts'
import { someChild, someOlderChild } from './sibling-truths.ts'

/** The truth of each child (truth.ts). */
export type Truths = Uint8Array

type Column = Uint16Array | Int32Array

/** Truths of rules that were worked out for the same columns under another plan: a version says the same in each. */
export type KnownTruths = Map<RuleVersion, Truths>

export class ConditionColumns {
  private readonly plan: Plan
  private readonly columns: Columns
  private readonly known: KnownTruths
  private readonly numbers: ConditionNumbers

  constructor(plan: Plan, columns: Columns, known: KnownTruths = new Map()) {
    this.plan = plan
    this.columns = columns
    this.known = known
    this.numbers = new ConditionNumbers(plan, columns, (expression) => this.truths(expression))
  }

  /** @throws Error for an expression that has no truth child by child (a calculation). */
  truths(expression: Expression): Truths {
    switch (expression.kind) {
      case 'constant':
        return new Uint8Array(this.columns.household.length).fill(expression.value ? YES : NO)
      case 'rule':
        return this.rule(expression.name)
      case 'input':
        return this.look(expression.name, AS_IT_IS)
      case 'is':
        return this.is(expression)
      case 'all':
      case 'any':
        return this.join(expression.of, expression.kind === 'all')
      case 'not': {
        const truths = Uint8Array.from(this.truths(expression.of))
        for (let row = 0; row < truths.length; row++)
          truths[row] = OPPOSITE[truths[row] ?? UNKNOWN] ?? UNKNOWN
        return truths
      }
      case 'compare':
        return this.compare(expression)
      case 'some-child':
        return someChild(this.columns, this.truths(expression.of))
      case 'some-older-child':
        return someOlderChild(this.columns, this.truths(expression.of))
      case 'if':
        return this.choose(expression)
      default:
        throw new Error(`a condition of the kind "${expression.kind}" has no truth child by child`)
    }
  }

  private rule(name: string): Truths {
    const version = this.plan.versions.get(name)
    if (!version) throw new Error(`no rule ${name}`)
    const known = this.known.get(version)
    if (known) return known
    const truths = this.truths(version.expression)
    // What a version names can have other versions under another plan; only what rests on inputs alone is the same.
    if (this.restsOnInputs(version.expression)) this.known.set(version, truths)
    return truths
  }

  private restsOnInputs(expression: Expression): boolean {
    switch (expression.kind) {
      case 'rule': {
        const rule = this.plan.rulebook.rules.get(expression.name)
        const [only, ...others] = rule?.versions ?? []
        return only !== undefined && others.length === 0 && this.restsOnInputs(only.expression)
      }
      case 'all':
      case 'any':
        return expression.of.every((part) => this.restsOnInputs(part))
      case 'not':
        return this.restsOnInputs(expression.of)
      default:
        return expression.kind === 'constant' || expression.kind === 'input' || expression.kind === 'is'
    }
  }

  private is({ subject, values }: Expression & { kind: 'is' }): Truths {
    if (subject.kind !== 'input') throw new Error('only an input can be a choice')
    const type = this.plan.rulebook.inputs.get(subject.name)?.type
    const all = type?.kind === 'choice' ? type.values : []
    const allowed = values.reduce((mask, value) => mask | (1 << all.indexOf(value)), 0)
    const table = Uint8Array.from({ length: 1 << all.length }, (_, mask) =>
      (mask & allowed) === 0 ? NO : (mask & ~allowed) === 0 ? YES : UNKNOWN,
    )
    return this.look(subject.name, table)
  }

  /** The truth of each value of a column by a table. */
  private look(name: string, table: Uint8Array): Truths {
    const column = this.column(name)
    const { household } = this.columns
    const truths = new Uint8Array(household.length)
    if (this.isOfChild(name))
      for (let row = 0; row < truths.length; row++) truths[row] = table[column[row] ?? 0] ?? UNKNOWN
    else
      for (let row = 0; row < truths.length; row++)
        truths[row] = table[column[household[row] ?? 0] ?? 0] ?? UNKNOWN
    return truths
  }

  private compare({ operator, left, right }: Expression & { kind: 'compare' }): Truths {
    const isTurned = operator === 'more than' || operator === 'at least'
    const [a, b] = isTurned
      ? [this.numbers.range(right), this.numbers.range(left)]
      : [this.numbers.range(left), this.numbers.range(right)]
    const [isSure, isPossible] = ORDERINGS[operator]
    const truths = new Uint8Array(this.columns.household.length)
    for (let row = 0; row < truths.length; row++)
      truths[row] = isSure(a.high(row), b.low(row)) ? YES : isPossible(a.low(row), b.high(row)) ? UNKNOWN : NO
    return truths
  }

  private join(parts: readonly Expression[], isAll: boolean): Truths {
    const [first, ...others] = parts.map((part) => this.truths(part))
    if (!first) throw new Error('nothing to join')
    const result = Uint8Array.from(first)
    for (const other of others)
      if (isAll)
        for (let row = 0; row < result.length; row++) result[row] = (result[row] ?? 0) & (other[row] ?? 0)
      else for (let row = 0; row < result.length; row++) result[row] = (result[row] ?? 0) | (other[row] ?? 0)
    return result
  }

  private choose({ when, result, otherwise }: Expression & { kind: 'if' }): Truths {
    const [tests, yes, no] = [this.truths(when), this.truths(result), this.truths(otherwise)]
    return tests.map((test, row) => {
      const [a, b] = [yes[row] ?? UNKNOWN, no[row] ?? UNKNOWN]
      return test === YES ? a : test === NO || a === b ? b : UNKNOWN
    })
  }

  private column(name: string): Column {
    const column = this.columns.data[name]
    if (!column) throw new Error(`no column ${name}`)
    return column
  }

  private isOfChild(name: string): boolean {
    return this.plan.rulebook.inputs.get(name)?.scope === 'child'
  }
}

/** Truths by themselves: 0, 1 and 3. */
const AS_IT_IS = Uint8Array.of(NO, UNKNOWN, UNKNOWN, YES)
const OPPOSITE = Uint8Array.of(YES, UNKNOWN, UNKNOWN, NO)

type Test = (a: number, b: number) => boolean
const isLess: Test = (a, b) => a < b
const isAtMost: Test = (a, b) => a <= b
/**
 * Of two ranges, the lesser named first: when it is surely so, and when it can be so. A rate that is not held (NaN)
 * is neither, which would read as "no": so what can be so is asked the other way round.
 */
const ORDERINGS: Readonly<Record<Comparison, readonly [Test, Test]>> = {
  'less than': [isLess, (a, b) => !(a >= b)],
  'at most': [isAtMost, (a, b) => !(a > b)],
  'more than': [isLess, (a, b) => !(a >= b)],
  'at least': [isAtMost, (a, b) => !(a > b)],
}
