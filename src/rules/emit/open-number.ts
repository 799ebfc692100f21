/** Writes numbers as JavaScript for households of which not all is known: each has a least and a most. */
import type { Expression } from '../expression.ts'
import { cellOffsets } from '../program.ts'
import { type Dimension, type Parameter, timesAYear } from '../rulebook.ts'
import { NO, YES } from '../truth.ts'
import type { Local, OpenEmitter } from './open-truth.ts'

export class OpenNumbers {
  private readonly emitter: OpenEmitter
  private readonly offsets: ReadonlyMap<string, number>

  constructor(emitter: OpenEmitter) {
    this.emitter = emitter
    this.offsets = cellOffsets(emitter.rulebook)
  }

  number(expression: Expression, child: string): Local {
    const { emitter } = this
    switch (expression.kind) {
      case 'nothing':
        return { low: '0', high: '0' }
      case 'input':
        return emitter.input(expression.name, child)
      case 'rule':
        return emitter.rule(expression.name, child)
      case 'parameter':
        return this.parameter(expression.name, child)
      case 'least':
        return this.fold(expression.of, child, (a, b) => `Math.min(${a}, ${b})`)
      case 'greatest':
        return this.fold(expression.of, child, (a, b) => `Math.max(${a}, ${b})`)
      case 'sum':
        return this.fold(expression.of, child, (a, b) => `${a} + ${b}`)
      case 'share': {
        const percent = this.number(expression.percent, child)
        const of = this.number(expression.of, child)
        return emitter.local(
          `Math.round((${of.low} * ${percent.low}) / 100)`,
          `Math.round((${of.high} * ${percent.high}) / 100)`,
        )
      }
      case 'yearly': {
        const of = this.number(expression.of, child)
        const times = timesAYear(this.emitter.rulebook, expression.of)
        return emitter.local(`${of.low} * ${times}`, `${of.high} * ${times}`)
      }
      case 'between': {
        const [from, to] = [this.number(expression.from, child), this.number(expression.to, child)]
        // A rate not held (NaN) at either end leaves neither.
        return emitter.local(`${from.low} + 0 * ${to.high}`, `${to.high} + 0 * ${from.low}`)
      }
      case 'if':
        return this.choose(expression, child)
      default:
        throw new Error(`${expression.kind} is not a number`)
    }
  }

  /** The local that holds the truth. */
  compare(expression: Expression & { kind: 'compare' }, child: string): string {
    const left = this.number(expression.left, child)
    const right = this.number(expression.right, child)
    // The low bit is "can be yes", the high bit "must be yes"; a rate not held (NaN) leaves the first alone.
    const [cannot, must] = {
      'less than': [`${left.low} >= ${right.high}`, `${left.high} < ${right.low}`],
      'at most': [`${left.low} > ${right.high}`, `${left.high} <= ${right.low}`],
      'more than': [`${left.high} <= ${right.low}`, `${left.low} > ${right.high}`],
      'at least': [`${left.high} < ${right.low}`, `${left.low} >= ${right.high}`],
    }[expression.operator]
    return this.emitter.local(`(${cannot} ? 0 : 1) | (${must} ? 2 : 0)`).low
  }

  private choose(expression: Expression & { kind: 'if' }, child: string): Local {
    const { emitter } = this
    const { body } = emitter
    const when = emitter.truth(expression.when, child)
    const result = emitter.openResult(false)
    const put = (part: Expression) => emitter.assign(result, this.number(part, child))
    body.block(`if (${when} === ${YES}) {`, () => put(expression.result))
    body.block(`else if (${when} === ${NO}) {`, () => put(expression.otherwise))
    body.block('else {', () => {
      const [a, b] = [this.number(expression.result, child), this.number(expression.otherwise, child)]
      emitter.assign(result, {
        low: `Math.min(${a.low}, ${b.low})`,
        high: `Math.max(${a.high}, ${b.high})`,
      })
    })
    return result
  }

  private fold(
    parts: readonly Expression[],
    child: string,
    combine: (a: string, b: string) => string,
  ): Local {
    const locals = parts.map((part) => this.number(part, child))
    const joined = locals.reduce((a, b) => ({ low: combine(a.low, b.low), high: combine(a.high, b.high) }))
    return this.emitter.local(joined.low, joined.high)
  }

  private parameter(name: string, child: string): Local {
    const { body, rulebook } = this.emitter
    const parameter = rulebook.parameters.get(name)
    const offset = this.offsets.get(name) ?? 0
    if (!parameter) throw new Error(`no parameter ${name}`)
    if (parameter.dimensions.length === 0) {
      const cell = body.once(`plan.cells[${offset}]`)
      return { low: cell, high: cell }
    }
    return body.kept(`parameter ${name} ${parameter.scope === 'child' ? child : 'h'}`, () =>
      this.table(parameter, offset, child),
    )
  }

  /** One cell where one is possible, the least and the most of several otherwise. */
  private table(parameter: Parameter, offset: number, child: string): Local {
    const { body } = this.emitter
    const masks = parameter.dimensions.map((dimension) => this.mask(dimension, child))
    const [rows = '1', columns] = masks.length === 1 ? ['1', masks[0]] : masks
    const last = parameter.dimensions.at(-1)
    const width = (last?.values ?? last?.bands ?? []).length
    const name = body.name()
    const cells = body.once('plan.cells')
    const isSingle = masks.map((mask) => `(${mask} & (${mask} - 1)) === 0 && ${mask} !== 0`).join(' && ')
    const index =
      masks.length === 1
        ? `31 - Math.clz32(${columns})`
        : `(31 - Math.clz32(${rows})) * ${width} + 31 - Math.clz32(${columns})`
    const fold = (pick: string) => `${pick}(${cells}, ${offset}, ${rows}, ${columns}, ${width})`
    body.write(`let ${name}, ${name}h;`)
    body.write(`if (${isSingle}) { ${name} = ${name}h = ${cells}[${offset} + ${index}]; }`)
    body.write(`else { ${name} = ${fold('leastCell')}; ${name}h = ${fold('mostCell')}; }`)
    return { low: name, high: `${name}h` }
  }

  /** The cells of a dimension that are possible, as a bit mask. */
  private mask(dimension: Dimension, child: string): string {
    const { body } = this.emitter
    const key = this.emitter.input(dimension.input, child)
    if (dimension.bands === null) return key.low
    const table = body.once(`bandTable(${JSON.stringify(dimension.bands.map(({ from, to }) => [from, to]))})`)
    return body.kept(`bands ${table} ${key.low}`, () =>
      this.emitter.local(
        `${key.low} === ${key.high} ? ${table}[${key.low}] : bandMask(${table}, ${key.low}, ${key.high})`,
      ),
    ).low
  }
}
