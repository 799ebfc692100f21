/** The numbers that conditions compare, child by child: least and most, NaN where a rate is not held. */
import type { Expression } from '../expression.ts'
import type { Plan } from '../plan.ts'
import type { Columns } from '../program.ts'
import { type Parameter, timesAYear } from '../rulebook.ts'
import { NO, YES } from '../truth.ts'

type Column = Uint16Array | Int32Array
/** A column, and for each child where in it to look. */
type Read = (name: string) => readonly [Column, Int32Array]
type ReadNumber = (row: number) => number

export interface Range {
  readonly low: ReadNumber
  readonly high: ReadNumber
}

const same = (read: ReadNumber): Range => ({ low: read, high: read })
const each = (ranges: readonly Range[], combine: (...values: number[]) => number): Range => ({
  low: (row) => combine(...ranges.map(({ low }) => low(row))),
  high: (row) => combine(...ranges.map(({ high }) => high(row))),
})

export class ConditionNumbers {
  private readonly plan: Plan
  private readonly columns: Columns
  private readonly truths: (expression: Expression) => Uint8Array

  constructor(plan: Plan, columns: Columns, truths: (expression: Expression) => Uint8Array) {
    this.plan = plan
    this.columns = columns
    this.truths = truths
  }

  range(expression: Expression): Range {
    switch (expression.kind) {
      case 'nothing':
        return same(() => 0)
      case 'input':
        return this.input(expression.name)
      case 'parameter':
        return this.parameter(expression.name)
      case 'rule': {
        const version = this.plan.versions.get(expression.name)
        if (!version) throw new Error(`no rule ${expression.name}`)
        return this.range(version.expression)
      }
      case 'least':
        return each(this.ranges(expression.of), Math.min)
      case 'greatest':
        return each(this.ranges(expression.of), Math.max)
      case 'sum':
        return each(this.ranges(expression.of), (...parts) => parts.reduce((sum, part) => sum + part, 0))
      case 'share':
        return each(this.ranges([expression.percent, expression.of]), (share = 0, whole = 0) =>
          Math.round((whole * share) / 100),
        )
      case 'yearly': {
        const times = timesAYear(this.plan.rulebook, expression.of)
        return each([this.range(expression.of)], (of = 0) => of * times)
      }
      case 'between': {
        const [from, to] = [this.range(expression.from), this.range(expression.to)]
        return {
          low: (row) => from.low(row) + 0 * to.high(row),
          high: (row) => to.high(row) + 0 * from.low(row),
        }
      }
      case 'if':
        return this.choose(expression)
      default:
        throw new Error(`${expression.kind} is not a number`)
    }
  }

  private ranges(parts: readonly Expression[]): Range[] {
    return parts.map((part) => this.range(part))
  }

  private choose({ when, result, otherwise }: Expression & { kind: 'if' }): Range {
    const tests = this.truths(when)
    const [yes, no] = [this.range(result), this.range(otherwise)]
    return {
      low: (row) =>
        tests[row] === YES
          ? yes.low(row)
          : tests[row] === NO
            ? no.low(row)
            : Math.min(yes.low(row), no.low(row)),
      high: (row) =>
        tests[row] === YES
          ? yes.high(row)
          : tests[row] === NO
            ? no.high(row)
            : Math.max(yes.high(row), no.high(row)),
    }
  }

  private input(name: string): Range {
    const { household } = this.columns
    const from = (column: Column): ReadNumber =>
      this.isOfChild(name)
        ? (row) => column[row] ?? Number.NaN
        : (row) => column[household[row] ?? 0] ?? Number.NaN
    return { low: from(this.column(name)), high: from(this.column(`${name}:high`)) }
  }

  private parameter(name: string): Range {
    const parameter = this.plan.rulebook.parameters.get(name)
    if (!parameter) throw new Error(`no parameter ${name}`)
    const cells = this.plan.held.get(name)?.cells ?? []
    if (parameter.dimensions.length === 0) {
      const [value = Number.NaN] = cells
      return same(() => value)
    }
    const ownRows = this.columns.household.map((_, row) => row)
    const cell = cellReader(parameter, (input) => [
      this.column(input),
      this.isOfChild(input) ? ownRows : this.columns.household,
    ])
    return same((row) => cells[cell(row)] ?? Number.NaN)
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
