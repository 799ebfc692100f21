/**
 * Writes expressions as JavaScript. Every value gets a local of its own, kept for reuse as long as its block is open;
 * truths are the two-bit numbers of truth.ts, so that `all` is `&` and `any` is `|`.
 */
import type { Expression } from './expression.ts'
import { cellOffsets } from './program.ts'
import type { Dimension, Rulebook } from './rulebook.ts'
import { NO, truthOf, UNKNOWN, YES } from './truth.ts'

/** The locals that hold the least and the most of a number; of a truth or mask the first alone. */
interface Local {
  readonly low: string
  readonly high: string
}

/** Emits the body of one function; `head` collects what is read once, before the loops. */
export class Emitter {
  readonly head: string[] = []
  readonly body: string[] = []
  private readonly rulebook: Rulebook
  private readonly offsets: ReadonlyMap<string, number>
  private readonly ruleIndexes: ReadonlyMap<string, number>
  private readonly heads = new Map<string, string>()
  private blocks: Map<string, Local>[] = [new Map()]
  private count = 0

  constructor(rulebook: Rulebook) {
    this.rulebook = rulebook
    this.offsets = cellOffsets(rulebook)
    this.ruleIndexes = new Map([...rulebook.rules.keys()].map((name, index) => [name, index]))
  }

  write(line: string): void {
    this.body.push(line)
  }

  /** Writes a block whose locals are forgotten at its end. */
  block(open: string, inside: () => void, close = '}'): void {
    this.write(open)
    this.blocks.push(new Map())
    inside()
    this.blocks.pop()
    this.write(close)
  }

  /** A constant of the function, read once. */
  once(source: string): string {
    const known = this.heads.get(source)
    if (known) return known
    const name = `k${this.heads.size}`
    this.heads.set(source, name)
    this.head.push(`const ${name} = ${source};`)
    return name
  }

  /** The local that holds the truth; `child` is the index variable of the child it is about. */
  truth(expression: Expression, child: string): string {
    switch (expression.kind) {
      case 'constant':
        return String(truthOf(expression.value))
      case 'input':
        return this.input(expression.name, child).low
      case 'rule':
        return this.rule(expression.name, child).low
      case 'is':
        return this.is(expression, child)
      case 'compare':
        return this.compare(expression, child)
      case 'all':
      case 'any': {
        const parts = expression.of.map((part) => this.truth(part, child))
        return this.local(parts.join(expression.kind === 'all' ? ' & ' : ' | ')).low
      }
      case 'not': {
        const of = this.truth(expression.of, child)
        // Without a branch: 0 gives 3, 3 gives 0, and 1 (not known) stays.
        return this.local(`3 - ${of} - (${of} & ~(${of} >> 1) & 1)`).low
      }
      case 'some-child':
        return this.someChild(expression.of, null)
      case 'some-older-child':
        return this.someChild(expression.of, child)
      case 'if':
        return this.choose(expression, child, true).low
      default:
        throw new Error(`${expression.kind} is not a truth`)
    }
  }

  /** A clause's condition: where the first part of an `all` says no, the others are not worked out. */
  condition(expression: Expression, child: string): string {
    const [first, ...others] = expression.kind === 'all' ? expression.of : []
    if (!first || others.length === 0) return this.truth(expression, child)
    const lead = this.truth(first, child)
    const result = `x${this.count++}`
    this.write(`let ${result} = ${lead};`)
    this.block(`if (${result} !== ${NO}) {`, () => {
      const parts = others.map((part) => this.truth(part, child))
      this.write(`${result} &= ${parts.join(' & ')};`)
    })
    return result
  }

  number(expression: Expression, child: string): Local {
    switch (expression.kind) {
      case 'nothing':
        return { low: '0', high: '0' }
      case 'input':
        return this.input(expression.name, child)
      case 'rule':
        return this.rule(expression.name, child)
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
        return this.local(
          `Math.round((${of.low} * ${percent.low}) / 100)`,
          `Math.round((${of.high} * ${percent.high}) / 100)`,
        )
      }
      case 'yearly': {
        const of = this.number(expression.of, child)
        const times = this.isMonthly(expression.of) ? 12 : 52
        return this.local(`${of.low} * ${times}`, `${of.high} * ${times}`)
      }
      case 'between': {
        const [from, to] = [this.number(expression.from, child), this.number(expression.to, child)]
        // A rate not held (NaN) at either end leaves neither.
        return this.local(`${from.low} + 0 * ${to.high}`, `${to.high} + 0 * ${from.low}`)
      }
      case 'if':
        return this.choose(expression, child, false)
      default:
        throw new Error(`${expression.kind} is not a number`)
    }
  }

  private local(low: string, high?: string): Local {
    const name = `x${this.count++}`
    this.write(`const ${name} = ${low};`)
    if (high === undefined) return { low: name, high: name }
    this.write(`const ${name}h = ${high};`)
    return { low: name, high: `${name}h` }
  }

  private remembered(key: string, make: () => Local): Local {
    for (const block of [...this.blocks].reverse()) {
      const known = block.get(key)
      if (known) return known
    }
    const made = make()
    this.blocks.at(-1)?.set(key, made)
    return made
  }

  private input(name: string, child: string): Local {
    const input = this.rulebook.inputs.get(name)
    const index = input?.scope === 'child' ? child : 'h'
    const column = this.once(`data[${JSON.stringify(name)}]`)
    return this.remembered(`input ${name} ${index}`, () =>
      input?.type.kind === 'number'
        ? this.local(
            `${column}[${index}]`,
            `${this.once(`data[${JSON.stringify(`${name}:high`)}]`)}[${index}]`,
          )
        : this.local(`${column}[${index}]`),
    )
  }

  private rule(name: string, child: string): Local {
    const rule = this.rulebook.rules.get(name)
    if (!rule) throw new Error(`no rule ${name}`)
    return this.remembered(`rule ${name} ${rule.scope === 'child' ? child : 'h'}`, () => {
      const isTruth = rule.type.kind === 'truth'
      const value = (expression: Expression): Local => {
        if (!isTruth) return this.number(expression, child)
        const low = this.truth(expression, child)
        return { low, high: low }
      }
      const [first, ...others] = rule.versions
      if (!first) throw new Error(`no version of ${name}`)
      if (others.length === 0) return value(first.expression)
      const chosen = this.once(`plan.versions[${this.ruleIndexes.get(name)}]`)
      const result = this.openResult(isTruth)
      rule.versions.forEach((version, index) => {
        const isLast = index === rule.versions.length - 1
        const test = isLast ? '{' : `if (${chosen} === ${index}) {`
        this.block(`${index > 0 ? 'else ' : ''}${test}`, () => this.assign(result, value(version.expression)))
      })
      return result
    })
  }

  private openResult(isTruth: boolean): Local {
    const name = `x${this.count++}`
    this.write(isTruth ? `let ${name} = 0;` : `let ${name} = 0, ${name}h = 0;`)
    return { low: name, high: isTruth ? name : `${name}h` }
  }

  private assign(result: Local, value: Local): void {
    this.write(`${result.low} = ${value.low};`)
    if (result.high !== result.low) this.write(`${result.high} = ${value.high};`)
  }

  private is(expression: Expression & { kind: 'is' }, child: string): string {
    const { subject } = expression
    if (subject.kind !== 'input') throw new Error('only an input can be a choice')
    const input = this.rulebook.inputs.get(subject.name)
    const values = input?.type.kind === 'choice' ? input.type.values : []
    const allowed = expression.values.reduce((mask, value) => mask | (1 << values.indexOf(value)), 0)
    const mask = this.input(subject.name, child).low
    const table = this.once(`isTable(${values.length}, ${allowed})`)
    return this.remembered(`is ${mask} ${allowed}`, () => this.local(`${table}[${mask}]`)).low
  }

  private compare(expression: Expression & { kind: 'compare' }, child: string): string {
    const left = this.number(expression.left, child)
    const right = this.number(expression.right, child)
    // The low bit is "can be yes", the high bit "must be yes"; a rate not held (NaN) leaves the first alone.
    const [cannot, must] = {
      'less than': [`${left.low} >= ${right.high}`, `${left.high} < ${right.low}`],
      'at most': [`${left.low} > ${right.high}`, `${left.high} <= ${right.low}`],
      'more than': [`${left.high} <= ${right.low}`, `${left.low} > ${right.high}`],
      'at least': [`${left.high} < ${right.low}`, `${left.low} >= ${right.high}`],
    }[expression.operator]
    return this.local(`(${cannot} ? 0 : 1) | (${must} ? 2 : 0)`).low
  }

  /** @param child only children older than this one, or all of them. */
  private someChild(of: Expression, child: string | null): string {
    const result = this.openResult(true)
    const other = `j${this.count++}`
    this.block(
      `for (let ${other} = start[h], e${other} = start[h + 1]; ${other} < e${other}; ${other}++) {`,
      () => {
        if (child === null) {
          this.write(`${result.low} |= ${this.truth(of, other)};`)
          return
        }
        this.write(`if (${other} === ${child}) continue;`)
        const [own, others] = [this.input('child.born', child), this.input('child.born', other)]
        const older = `isOlder(${others.low}, ${others.high}, ${own.low}, ${own.high}, ${other} < ${child})`
        this.write(`${result.low} |= ${older} & ${this.truth(of, other)};`)
      },
    )
    return result.low
  }

  private choose(expression: Expression & { kind: 'if' }, child: string, isTruth: boolean): Local {
    const when = this.truth(expression.when, child)
    const result = this.openResult(isTruth)
    const value = (part: Expression) =>
      isTruth ? { low: this.truth(part, child), high: '' } : this.number(part, child)
    this.block(`if (${when} === ${YES}) {`, () => this.assign(result, value(expression.result)))
    this.block(`else if (${when} === ${NO}) {`, () => this.assign(result, value(expression.otherwise)))
    this.block('else {', () => {
      const [a, b] = [value(expression.result), value(expression.otherwise)]
      const hull = { low: `Math.min(${a.low}, ${b.low})`, high: `Math.max(${a.high}, ${b.high})` }
      this.assign(result, isTruth ? { low: `${a.low} === ${b.low} ? ${a.low} : ${UNKNOWN}`, high: '' } : hull)
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
    return this.local(joined.low, joined.high)
  }

  private isMonthly(expression: Expression): boolean {
    if (expression.kind === 'parameter')
      return this.rulebook.parameters.get(expression.name)?.unit === 'GBP per month'
    const input = expression.kind === 'input' ? this.rulebook.inputs.get(expression.name)?.type : undefined
    return input?.kind === 'number' && input.unit === 'GBP per month'
  }

  private parameter(name: string, child: string): Local {
    const parameter = this.rulebook.parameters.get(name)
    const offset = this.offsets.get(name) ?? 0
    if (!parameter) throw new Error(`no parameter ${name}`)
    if (parameter.dimensions.length === 0) {
      const cell = this.once(`plan.cells[${offset}]`)
      return { low: cell, high: cell }
    }
    return this.remembered(`parameter ${name} ${parameter.scope === 'child' ? child : 'h'}`, () => {
      const masks = parameter.dimensions.map((dimension) => this.mask(dimension, child))
      const [rows = '1', columns] = masks.length === 1 ? ['1', masks[0]] : masks
      const last = parameter.dimensions.at(-1)
      const width = (last?.values ?? last?.bands ?? []).length
      const name = `x${this.count++}`
      const cells = this.once('plan.cells')
      const isSingle = masks.map((mask) => `(${mask} & (${mask} - 1)) === 0 && ${mask} !== 0`).join(' && ')
      const index =
        masks.length === 1
          ? `31 - Math.clz32(${columns})`
          : `(31 - Math.clz32(${rows})) * ${width} + 31 - Math.clz32(${columns})`
      const fold = (pick: string) => `${pick}(${cells}, ${offset}, ${rows}, ${columns}, ${width})`
      this.write(`let ${name}, ${name}h;`)
      this.write(`if (${isSingle}) { ${name} = ${name}h = ${cells}[${offset} + ${index}]; }`)
      this.write(`else { ${name} = ${fold('leastCell')}; ${name}h = ${fold('mostCell')}; }`)
      return { low: name, high: `${name}h` }
    })
  }

  /** The cells of a dimension that are possible, as a bit mask. */
  private mask(dimension: Dimension, child: string): string {
    const key = this.input(dimension.input, child)
    if (dimension.bands === null) return key.low
    const table = this.once(`bandTable(${JSON.stringify(dimension.bands.map(({ from, to }) => [from, to]))})`)
    return this.remembered(`bands ${table} ${key.low}`, () =>
      this.local(
        `${key.low} === ${key.high} ? ${table}[${key.low}] : bandMask(${table}, ${key.low}, ${key.high})`,
      ),
    ).low
  }
}
