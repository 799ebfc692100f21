/**
 * Writes expressions as plain JavaScript for households whose answers are all known: truths are booleans, choices one
 * bit, numbers one number. Several times as fast as the code for open answers, which emit-expression.ts writes.
 */
import type { Expression } from './expression.ts'
import { cellOffsets } from './program.ts'
import type { Dimension, Rulebook } from './rulebook.ts'

/** The source of a number's least and most; the same text where they are the same. */
interface Sources {
  readonly low: string
  readonly high: string
}

const same = (source: string): Sources => ({ low: source, high: source })

const OPERATORS = { 'less than': '<', 'at most': '<=', 'more than': '>', 'at least': '>=' } as const

export class KnownEmitter {
  /** What is read once, before the loop; and the functions that look through the children of a household. */
  readonly head: string[] = []
  /** The inputs that must be known for this code to hold. */
  readonly needs = new Set<string>()
  /** Cells that a comparison reads: where one is not held, the comparison is open and this code does not hold. */
  readonly thresholds = new Set<number>()
  private readonly rulebook: Rulebook
  private readonly offsets: ReadonlyMap<string, number>
  private readonly ruleIndexes: ReadonlyMap<string, number>
  private readonly heads = new Map<string, string>()
  private isComparing = false

  constructor(rulebook: Rulebook) {
    this.rulebook = rulebook
    this.offsets = cellOffsets(rulebook)
    this.ruleIndexes = new Map([...rulebook.rules.keys()].map((name, index) => [name, index]))
  }

  once(source: string): string {
    const known = this.heads.get(source)
    if (known) return known
    const name = `k${this.heads.size}`
    this.heads.set(source, name)
    this.head.push(`const ${name} = ${source};`)
    return name
  }

  truth(expression: Expression, child: string): string {
    const join = (parts: readonly Expression[], by: string) =>
      `(${parts.map((part) => this.truth(part, child)).join(by)})`
    switch (expression.kind) {
      case 'constant':
        return String(expression.value)
      case 'input':
        return `(${this.input(expression.name, child)} === 3)`
      case 'rule':
        return this.ofRule(expression.name, (part) => same(this.truth(part, child))).low
      case 'is':
        return this.is(expression, child)
      case 'compare':
        return this.compare(expression, child)
      case 'all':
        return join(expression.of, ' && ')
      case 'any':
        return join(expression.of, ' || ')
      case 'not':
        return `!${this.truth(expression.of, child)}`
      case 'some-child':
        return this.someChild(expression.of, null)
      case 'some-older-child':
        return this.someChild(expression.of, child)
      case 'if':
        return `(${this.truth(expression.when, child)} ? ${this.truth(expression.result, child)} : ${this.truth(expression.otherwise, child)})`
      default:
        throw new Error(`${expression.kind} is not a truth`)
    }
  }

  number(expression: Expression, child: string): Sources {
    const fold = (parts: readonly Expression[], combine: (a: string, b: string) => string) =>
      parts.map((part) => this.number(part, child)).reduce((a, b) => both(a, b, combine))
    switch (expression.kind) {
      case 'nothing':
        return same('0')
      case 'input':
        return same(this.input(expression.name, child))
      case 'rule':
        return this.ofRule(expression.name, (part) => this.number(part, child))
      case 'parameter':
        return same(this.cell(expression.name, child))
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
        const times = this.isMonthly(expression.of) ? 12 : 52
        return both(this.number(expression.of, child), same(String(times)), (of, by) => `(${of} * ${by})`)
      }
      case 'between': {
        const [from, to] = [this.number(expression.from, child), this.number(expression.to, child)]
        // A rate not held (NaN) at either end leaves neither.
        return { low: `(${from.low} + 0 * ${to.high})`, high: `(${to.high} + 0 * ${from.low})` }
      }
      case 'if': {
        const when = this.truth(expression.when, child)
        const parts = [
          this.number(expression.result, child),
          this.number(expression.otherwise, child),
        ] as const
        return both(parts[0], parts[1], (a, b) => `(${when} ? ${a} : ${b})`)
      }
      default:
        throw new Error(`${expression.kind} is not a number`)
    }
  }

  /** Where an amount that is a rate and nothing else stands in `plan.amounts`; null for any other amount. */
  rate(expression: Expression, child: string): string | null {
    if (expression.kind !== 'parameter') return null
    const unit = this.rulebook.parameters.get(expression.name)?.unit ?? ''
    // Other numbers (percent, years) need not be whole.
    return unit.startsWith('GBP') ? this.cell(expression.name, child, 'plan.amounts', '-1') : null
  }

  private input(name: string, child: string): string {
    this.needs.add(name)
    const index = this.rulebook.inputs.get(name)?.scope === 'child' ? child : 'h'
    return `${this.once(`data[${JSON.stringify(name)}]`)}[${index}]`
  }

  /** The version in force, chosen by the plan; a rule that never changed stands as it is. */
  private ofRule(name: string, write: (expression: Expression) => Sources): Sources {
    const versions = this.rulebook.rules.get(name)?.versions ?? []
    const written = versions.map((version) => write(version.expression))
    const chosen = versions.length > 1 ? this.once(`plan.versions[${this.ruleIndexes.get(name)}]`) : ''
    const choose = (sources: readonly string[]): string =>
      sources.reduceRight((rest, source, index) => `(${chosen} === ${index} ? ${source} : ${rest})`)
    return { low: choose(written.map(({ low }) => low)), high: choose(written.map(({ high }) => high)) }
  }

  private is(expression: Expression & { kind: 'is' }, child: string): string {
    const { subject } = expression
    if (subject.kind !== 'input') throw new Error('only an input can be a choice')
    const type = this.rulebook.inputs.get(subject.name)?.type
    const values = type?.kind === 'choice' ? type.values : []
    const allowed = expression.values.reduce((mask, value) => mask | (1 << values.indexOf(value)), 0)
    return `((${this.input(subject.name, child)} & ${allowed}) !== 0)`
  }

  private compare(expression: Expression & { kind: 'compare' }, child: string): string {
    const wasComparing = this.isComparing
    this.isComparing = true
    const [left, right] = [this.number(expression.left, child), this.number(expression.right, child)]
    this.isComparing = wasComparing
    if (left.low !== left.high || right.low !== right.high)
      throw new Error('a range cannot be compared when all is known')
    return `(${left.low} ${OPERATORS[expression.operator]} ${right.low})`
  }

  /** @param child only children older than this one, or all of them. */
  private someChild(of: Expression, child: string | null): string {
    const inner = this.truth(of, 'j')
    const born = child === null ? '' : this.input('child.born', 'j').replace(/\[j\]$/, '')
    const older =
      child === null ? 'true' : `j !== i && (${born}[j] < ${born}[i] || (${born}[j] === ${born}[i] && j < i))`
    const find = this.once(
      `(h, i) => { for (let j = start[h]; j < start[h + 1]; j++) if (${older} && ${inner}) return true; return false; }`,
    )
    return `${find}(h, ${child ?? '0'})`
  }

  private isMonthly(expression: Expression): boolean {
    return (
      expression.kind === 'parameter' &&
      this.rulebook.parameters.get(expression.name)?.unit === 'GBP per month'
    )
  }

  private cell(name: string, child: string, table = 'plan.cells', outsideOf = 'NaN'): string {
    const parameter = this.rulebook.parameters.get(name)
    const offset = this.offsets.get(name) ?? 0
    if (!parameter) throw new Error(`no parameter ${name}`)
    if (this.isComparing) this.thresholds.add(offset)
    if (parameter.dimensions.length === 0) return this.once(`${table}[${offset}]`)
    const keys = parameter.dimensions.map((dimension) => this.index(dimension, child))
    const index = keys.reduce(
      (row, column, at) => `(${row}) * ${sizeOf(parameter.dimensions[at])} + ${column}`,
    )
    const outside = parameter.dimensions.flatMap(({ bands }, at) => (bands ? [`${keys[at]} < 0`] : []))
    const cell = `${this.once(table)}[${offset} + ${index}]`
    return outside.length === 0 ? cell : `(${outside.join(' || ')} ? ${outsideOf} : ${cell})`
  }

  /** The row or column of a key; below 0, and so no cell, where it lies outside every band. */
  private index(dimension: Dimension, child: string): string {
    const key = this.input(dimension.input, child)
    if (dimension.bands === null) return `31 - Math.clz32(${key})`
    const bands = JSON.stringify(dimension.bands.map(({ from, to }) => [from, to]))
    return `${this.once(`bandIndexes(${bands})`)}[${key}]`
  }
}

/**
 * The body of a loop with what it reads of its row more than once read once, at its top: reading costs little and is
 * always foreseen, while the same test of a column stands in many clauses.
 */
export function readOnce(body: string): string {
  const places = /\bk(\d+)\[([hi])\]/g
  const counts = new Map<string, number>()
  for (const [place] of body.matchAll(places)) counts.set(place, (counts.get(place) ?? 0) + 1)
  const often = [...counts].filter(([, count]) => count > 1).map(([place]) => place)
  const nameOf = (place: string) => `v${place.replaceAll(/[^0-9hi]/g, '')}`
  const reads = often.map((place) => `const ${nameOf(place)} = ${place};`)
  return [...reads, body.replaceAll(places, (place) => (often.includes(place) ? nameOf(place) : place))].join(
    '\n',
  )
}

const sizeOf = (dimension: Dimension | undefined) => (dimension?.values ?? dimension?.bands ?? []).length

function both(a: Sources, b: Sources, combine: (a: string, b: string) => string): Sources {
  const low = combine(a.low, b.low)
  return a.low === a.high && b.low === b.high ? same(low) : { low, high: combine(a.high, b.high) }
}
