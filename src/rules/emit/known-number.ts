/** Writes numbers and amounts for households whose answers are all known: most amounts are a cell that the plan holds. */
import type { Expression } from '../expression.ts'
import { cellOffsets, countCells } from '../program.ts'
import { type Dimension, type Parameter, timesAYear } from '../rulebook.ts'
import type { KnownEmitter } from './known-truth.ts'

/** The source of a number's least and most; the same text where they are the same. */
interface Sources {
  readonly low: string
  readonly high: string
}

const same = (source: string): Sources => ({ low: source, high: source })

/** What cannot be written for known answers alone; the code for open answers says it all. */
export class NotForKnown extends Error {}

export class KnownNumbers {
  private readonly emitter: KnownEmitter
  private readonly offsets: ReadonlyMap<string, number>
  /** The place in `plan.amounts` that holds no amount. */
  readonly none: number

  constructor(emitter: KnownEmitter) {
    this.emitter = emitter
    this.offsets = cellOffsets(emitter.rulebook)
    this.none = [...emitter.rulebook.parameters.values()].reduce(
      (sum, { dimensions }) => sum + countCells(dimensions),
      0,
    )
  }

  /** The cell of a parameter that is the same for every row; null for one that is not. */
  single(name: string): number | null {
    const parameter = this.parameter(name)
    return parameter.dimensions.length === 0 ? this.offsetOf(parameter) : null
  }

  /** @throws NotForKnown where a side is a range, or a table whose cell may not be held. */
  compare(left: Expression, operator: string, right: Expression, child: string): string {
    const [a, b] = [left, right].map((side) => {
      this.noteCells(side)
      const { low, high } = this.number(side, child)
      if (low !== high) throw new NotForKnown('a range is compared')
      return low
    })
    return this.emitter.local(`${a} ${operator} ${b} ? 1 : 0`)
  }

  private noteCells(expression: Expression): void {
    switch (expression.kind) {
      case 'parameter': {
        const cell = this.single(expression.name)
        if (cell === null) throw new NotForKnown('a table is compared')
        this.emitter.thresholds.add(cell)
        return
      }
      case 'rule':
        for (const version of this.emitter.rulebook.rules.get(expression.name)?.versions ?? [])
          this.noteCells(version.expression)
        return
      case 'least':
      case 'greatest':
      case 'sum':
        for (const part of expression.of) this.noteCells(part)
        return
      case 'share':
        this.noteCells(expression.percent)
        this.noteCells(expression.of)
        return
      case 'yearly':
        this.noteCells(expression.of)
        return
      case 'if':
        this.noteCells(expression.result)
        this.noteCells(expression.otherwise)
        return
      default:
        return // an input and nothing are known, and a range is refused by whoever compares
    }
  }

  number(expression: Expression, child: string): Sources {
    const fold = (parts: readonly Expression[], combine: (a: string, b: string) => string) =>
      parts.map((part) => this.number(part, child)).reduce((a, b) => both(a, b, combine))
    switch (expression.kind) {
      case 'nothing':
        return same('0')
      case 'input':
        return same(this.emitter.input(expression.name, child))
      case 'rule':
        return this.rule(expression.name, (part) => this.number(part, child))
      case 'parameter':
        return same(this.cell(this.parameter(expression.name), child))
      case 'least':
        return fold(expression.of, (a, b) => `Math.min(${a}, ${b})`)
      case 'greatest':
        return fold(expression.of, (a, b) => `Math.max(${a}, ${b})`)
      case 'sum':
        return fold(expression.of, (a, b) => `(${a} + ${b})`)
      case 'share':
        return both(
          this.number(expression.of, child),
          this.number(expression.percent, child),
          (of, percent) => `Math.round((${of} * ${percent}) / 100)`,
        )
      case 'yearly': {
        const times = timesAYear(this.emitter.rulebook, expression.of)
        return both(this.number(expression.of, child), same(String(times)), (of, by) => `(${of} * ${by})`)
      }
      case 'between': {
        const [from, to] = [this.number(expression.from, child), this.number(expression.to, child)]
        // A rate not held (NaN) at either end leaves neither.
        return { low: `(${from.low} + 0 * ${to.high})`, high: `(${to.high} + 0 * ${from.low})` }
      }
      case 'if': {
        const when = this.emitter.truth(expression.when, child)
        const parts = [expression.result, expression.otherwise].map((part) => this.number(part, child))
        return both(
          parts[0] ?? same('NaN'),
          parts[1] ?? same('NaN'),
          (a, b) => `(${when} === 1 ? ${a} : ${b})`,
        )
      }
      default:
        throw new Error(`${expression.kind} is not a number`)
    }
  }

  /** Where an amount that is a rate, or one of two, stands in `plan.amounts`; null for one that is worked out. */
  place(expression: Expression, child: string): string | null {
    if (expression.kind === 'if') {
      const [result, otherwise] = [expression.result, expression.otherwise].map((part) =>
        this.place(part, child),
      )
      if (result == null || otherwise == null) return null
      const when = this.emitter.truth(expression.when, child)
      const [a, b] = [Number(result), Number(otherwise)]
      return Number.isNaN(a + b)
        ? `(${when} === 1 ? ${result} : ${otherwise})`
        : `(${b} + (${a - b} & -${when}))`
    }
    if (expression.kind === 'rule') {
      const [version, ...others] = this.emitter.rulebook.rules.get(expression.name)?.versions ?? []
      return version && others.length === 0 ? this.place(version.expression, child) : null
    }
    if (expression.kind !== 'parameter') return null
    const parameter = this.parameter(expression.name)
    // Other numbers (percent, years) need not be whole.
    if (!parameter.unit.startsWith('GBP')) return null
    return this.at(parameter, child, String(this.none))
  }

  private rule(name: string, write: (expression: Expression) => Sources): Sources {
    const versions = this.emitter.rulebook.rules.get(name)?.versions ?? []
    const written = versions.map((version) => write(version.expression))
    const chosen = versions.length > 1 ? this.emitter.version(name) : ''
    const choose = (sources: readonly string[]): string =>
      sources.reduceRight((rest, source, index) => `(${chosen} === ${index} ? ${source} : ${rest})`)
    return { low: choose(written.map(({ low }) => low)), high: choose(written.map(({ high }) => high)) }
  }

  private cell(parameter: Parameter, child: string): string {
    const { body } = this.emitter
    if (parameter.dimensions.length === 0) return body.once(`plan.cells[${this.offsetOf(parameter)}]`)
    return `${body.once('plan.cells')}[${this.at(parameter, child, '-1')}]`
  }

  /** The index of a parameter's cell; `outside` where a key lies in no band. Reading at -1 gives no number. */
  private at(parameter: Parameter, child: string, outside: string): string {
    const offset = this.offsetOf(parameter)
    const { dimensions } = parameter
    if (dimensions.length === 0) return String(offset)
    const keys = dimensions.map((dimension) => this.key(dimension, child))
    const index = keys.reduce((row, column, at) => `(${row}) * ${sizeOf(dimensions[at])} + ${column}`)
    const isOutside = dimensions.flatMap(({ bands }, at) => (bands ? [`${keys[at]} < 0`] : [])).join(' || ')
    const cell = `${offset} + ${index}`
    return isOutside === '' ? `(${cell})` : `(${isOutside} ? ${outside} : ${cell})`
  }

  /** The row or column of a key; below 0 where it lies outside every band. */
  private key(dimension: Dimension, child: string): string {
    const { body } = this.emitter
    const value = this.emitter.input(dimension.input, child)
    return body.kept(`key ${dimension.input} ${JSON.stringify(dimension.bands)} ${value}`, () => {
      if (dimension.bands === null) return this.emitter.local(`31 - Math.clz32(${value})`)
      const bands = JSON.stringify(dimension.bands.map(({ from, to }) => [from, to]))
      return this.emitter.local(`${body.once(`bandIndexes(${bands})`)}[${value}]`)
    })
  }

  private parameter(name: string): Parameter {
    const parameter = this.emitter.rulebook.parameters.get(name)
    if (!parameter) throw new Error(`no parameter ${name}`)
    return parameter
  }

  private offsetOf(parameter: Parameter): number {
    return this.offsets.get(parameter.name) ?? 0
  }
}

const sizeOf = (dimension: Dimension | undefined) => (dimension?.values ?? dimension?.bands ?? []).length

function both(a: Sources, b: Sources, combine: (a: string, b: string) => string): Sources {
  const low = combine(a.low, b.low)
  return a.low === a.high && b.low === b.high ? same(low) : { low, high: combine(a.high, b.high) }
}
