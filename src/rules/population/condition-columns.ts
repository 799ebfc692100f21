/**
 * Single conditions over columns of families: what a waterfall needs, and generated code (which only knows whole
 * clauses) cannot say. Three-valued like both back ends; a test compares it with the interpreter.
 */
import type { Comparison, Expression } from '../expression.ts'
import type { Plan } from '../plan.ts'
import type { Columns } from '../program.ts'
import type { Parameter } from '../rulebook.ts'
import { NO, UNKNOWN, YES } from '../truth.ts'

/** The truth of each child (truth.ts). */
export type Truths = Uint8Array

type Column = Uint16Array | Int32Array
/** A column, and for each child where in it to look. */
type Read = (name: string) => readonly [Column, Int32Array]
type ReadNumber = (row: number) => number

export class ConditionColumns {
  private readonly plan: Plan
  private readonly columns: Columns
  private readonly ownRows: Int32Array
  private readonly rules = new Map<string, Truths>()

  constructor(plan: Plan, columns: Columns) {
    this.plan = plan
    this.columns = columns
    this.ownRows = columns.household.map((_, row) => row)
  }

  /** @throws Error for an expression that has no truth child by child (a search through siblings, a calculation). */
  truths(expression: Expression): Truths {
    switch (expression.kind) {
      case 'constant':
        return this.each(() => (expression.value ? YES : NO))
      case 'rule':
        return this.rule(expression.name)
      case 'input': {
        const [column, at] = this.read(expression.name)
        return this.each((row) => column[at[row] ?? 0] ?? UNKNOWN)
      }
      case 'is':
        return this.is(expression)
      case 'all':
        return this.join(expression.of, (a, b) => a & b)
      case 'any':
        return this.join(expression.of, (a, b) => a | b)
      case 'not':
        return this.truths(expression.of).map((truth) => (truth === NO ? YES : truth === YES ? NO : UNKNOWN))
      case 'compare':
        return this.compare(expression)
      default:
        throw new Error(`a condition of the kind "${expression.kind}" has no truth child by child`)
    }
  }

  private rule(name: string): Truths {
    const known = this.rules.get(name)
    if (known) return known
    const version = this.plan.versions.get(name)
    if (!version) throw new Error(`no rule ${name}`)
    const truths = this.truths(version.expression)
    this.rules.set(name, truths)
    return truths
  }

  private is({ subject, values }: Expression & { kind: 'is' }): Truths {
    if (subject.kind !== 'input') throw new Error('only an input can be a choice')
    const type = this.plan.rulebook.inputs.get(subject.name)?.type
    const all = type?.kind === 'choice' ? type.values : []
    const allowed = values.reduce((mask, value) => mask | (1 << all.indexOf(value)), 0)
    const [column, at] = this.read(subject.name)
    return this.each((row) => {
      const mask = column[at[row] ?? 0] ?? 0
      return (mask & allowed) === 0 ? NO : (mask & ~allowed) === 0 ? YES : UNKNOWN
    })
  }

  private compare({ operator, left, right }: Expression & { kind: 'compare' }): Truths {
    const isTurned = operator === 'more than' || operator === 'at least'
    const [a, b] = isTurned
      ? [this.number(right), this.number(left)]
      : [this.number(left), this.number(right)]
    const [isSure, isPossible] = ORDERINGS[operator]
    return this.each((row) =>
      isSure(a.high(row), b.low(row)) ? YES : isPossible(a.low(row), b.high(row)) ? UNKNOWN : NO,
    )
  }

  private number(expression: Expression): { low: ReadNumber; high: ReadNumber } {
    if (expression.kind === 'input') {
      const [low, at] = this.read(expression.name)
      const [high] = this.read(`${expression.name}:high`, expression.name)
      const from = (column: Column) => (row: number) => column[at[row] ?? 0] ?? Number.NaN
      return { low: from(low), high: from(high) }
    }
    const parameter = expression.kind === 'parameter' && this.plan.rulebook.parameters.get(expression.name)
    if (!parameter) throw new Error(`a number of the kind "${expression.kind}" cannot be read child by child`)
    const cells = this.plan.held.get(parameter.name)?.cells ?? []
    const cell = cellReader(parameter, (name) => this.read(name))
    const read = (row: number) => cells[cell(row)] ?? Number.NaN
    return { low: read, high: read }
  }

  private join(parts: readonly Expression[], combine: (a: number, b: number) => number): Truths {
    const [first, ...others] = parts.map((part) => this.truths(part))
    if (!first) throw new Error('nothing to join')
    const result = Uint8Array.from(first)
    for (const other of others)
      for (let row = 0; row < result.length; row++) result[row] = combine(result[row] ?? 0, other[row] ?? 0)
    return result
  }

  private each(of: (row: number) => number): Truths {
    const truths = new Uint8Array(this.columns.household.length)
    for (let row = 0; row < truths.length; row++) truths[row] = of(row)
    return truths
  }

  /** @param input whose scope says where to look, where the column is its upper end. */
  private read(name: string, input: string = name): readonly [Column, Int32Array] {
    const column = this.columns.data[name]
    if (!column) throw new Error(`no column ${name}`)
    const isOfChild = this.plan.rulebook.inputs.get(input)?.scope === 'child'
    return [column, isOfChild ? this.ownRows : this.columns.household]
  }
}

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

/** The place of a child's cell in the table of a parameter; -1 where it lies outside every band, or is not known. */
export function cellReader({ dimensions }: Parameter, read: Read): (row: number) => number {
  const keys = dimensions.map(({ input, values, bands }) => {
    const [column, at] = read(input)
    const size = (values ?? bands ?? []).length
    const place = (value: number) => {
      if (bands) return bands.findIndex(({ from, to }) => from <= value && value <= to)
      return (value & (value - 1)) === 0 ? 31 - Math.clz32(value) : -1
    }
    return { size, of: (row: number) => place(column[at[row] ?? 0] ?? -1) }
  })
  return (row) => {
    let cell = 0
    for (const { size, of } of keys) {
      const at = of(row)
      if (at < 0) return -1
      cell = cell * size + at
    }
    return cell
  }
}
