/**
 * Writes truths as JavaScript for households of which not all is known. Every value gets a local of its own, kept for
 * reuse as long as its block is open; truths are the two-bit numbers of truth.ts, so that `all` is `&` and `any` is `|`.
 */
import type { Expression } from '../expression.ts'
import type { Rulebook } from '../rulebook.ts'
import { NO, truthOf, UNKNOWN, YES } from '../truth.ts'
import { FunctionBody } from './function-body.ts'
import { OpenNumbers } from './open-number.ts'

/** The locals that hold the least and the most of a number; of a truth or mask the first alone. */
export interface Local {
  readonly low: string
  readonly high: string
}

export class OpenEmitter {
  readonly body = new FunctionBody<Local>()
  readonly rulebook: Rulebook
  readonly numbers: OpenNumbers
  private readonly ruleIndexes: ReadonlyMap<string, number>

  constructor(rulebook: Rulebook) {
    this.rulebook = rulebook
    this.ruleIndexes = new Map([...rulebook.rules.keys()].map((name, index) => [name, index]))
    this.numbers = new OpenNumbers(this)
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
        return this.numbers.compare(expression, child)
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
        return this.choose(expression, child)
      default:
        throw new Error(`${expression.kind} is not a truth`)
    }
  }

  /** A clause's condition: where the first part of an `all` says no, the others are not worked out. */
  condition(expression: Expression, child: string): string {
    const [first, ...others] = expression.kind === 'all' ? expression.of : []
    if (!first || others.length === 0) return this.truth(expression, child)
    const lead = this.truth(first, child)
    const result = this.body.name()
    this.body.write(`let ${result} = ${lead};`)
    this.body.block(`if (${result} !== ${NO}) {`, () => {
      const parts = others.map((part) => this.truth(part, child))
      this.body.write(`${result} &= ${parts.join(' & ')};`)
    })
    return result
  }

  local(low: string, high?: string): Local {
    const name = this.body.name()
    this.body.write(`const ${name} = ${low};`)
    if (high === undefined) return { low: name, high: name }
    this.body.write(`const ${name}h = ${high};`)
    return { low: name, high: `${name}h` }
  }

  /** Locals that the branches of a block fill. */
  openResult(isTruth: boolean): Local {
    const name = this.body.name()
    this.body.write(isTruth ? `let ${name} = 0;` : `let ${name} = 0, ${name}h = 0;`)
    return { low: name, high: isTruth ? name : `${name}h` }
  }

  assign(result: Local, value: Local): void {
    this.body.write(`${result.low} = ${value.low};`)
    if (result.high !== result.low) this.body.write(`${result.high} = ${value.high};`)
  }

  input(name: string, child: string): Local {
    const { body } = this
    const input = this.rulebook.inputs.get(name)
    const index = input?.scope === 'child' ? child : 'h'
    const column = body.once(`data[${JSON.stringify(name)}]`)
    return body.kept(`input ${name} ${index}`, () =>
      input?.type.kind === 'number'
        ? this.local(
            `${column}[${index}]`,
            `${body.once(`data[${JSON.stringify(`${name}:high`)}]`)}[${index}]`,
          )
        : this.local(`${column}[${index}]`),
    )
  }

  rule(name: string, child: string): Local {
    const rule = this.rulebook.rules.get(name)
    if (!rule) throw new Error(`no rule ${name}`)
    return this.body.kept(`rule ${name} ${rule.scope === 'child' ? child : 'h'}`, () => {
      const isTruth = rule.type.kind === 'truth'
      const value = (expression: Expression): Local => {
        if (!isTruth) return this.numbers.number(expression, child)
        const low = this.truth(expression, child)
        return { low, high: low }
      }
      const [first, ...others] = rule.versions
      if (!first) throw new Error(`no version of ${name}`)
      if (others.length === 0) return value(first.expression)
      const chosen = this.body.once(`plan.versions[${this.ruleIndexes.get(name)}]`)
      const result = this.openResult(isTruth)
      rule.versions.forEach((version, index) => {
        const test = index === others.length ? '{' : `if (${chosen} === ${index}) {`
        this.body.block(`${index > 0 ? 'else ' : ''}${test}`, () =>
          this.assign(result, value(version.expression)),
        )
      })
      return result
    })
  }

  private is(expression: Expression & { kind: 'is' }, child: string): string {
    const { subject } = expression
    if (subject.kind !== 'input') throw new Error('only an input can be a choice')
    const input = this.rulebook.inputs.get(subject.name)
    const values = input?.type.kind === 'choice' ? input.type.values : []
    const allowed = expression.values.reduce((mask, value) => mask | (1 << values.indexOf(value)), 0)
    const mask = this.input(subject.name, child).low
    const table = this.body.once(`isTable(${values.length}, ${allowed})`)
    return this.body.kept(`is ${mask} ${allowed}`, () => this.local(`${table}[${mask}]`)).low
  }

  /** @param child only children older than this one, or all of them. */
  private someChild(of: Expression, child: string | null): string {
    const result = this.openResult(true)
    const other = this.body.name()
    this.body.block(
      `for (let ${other} = start[h], e${other} = start[h + 1]; ${other} < e${other}; ${other}++) {`,
      () => {
        if (child === null) {
          this.body.write(`${result.low} |= ${this.truth(of, other)};`)
          return
        }
        this.body.write(`if (${other} === ${child}) continue;`)
        const [own, others] = [this.input('child.born', child), this.input('child.born', other)]
        const older = `isOlder(${others.low}, ${others.high}, ${own.low}, ${own.high}, ${other} < ${child})`
        this.body.write(`${result.low} |= ${older} & ${this.truth(of, other)};`)
      },
    )
    return result.low
  }

  private choose(expression: Expression & { kind: 'if' }, child: string): string {
    const { body } = this
    const when = this.truth(expression.when, child)
    const result = this.openResult(true).low
    const put = (part: Expression) => body.write(`${result} = ${this.truth(part, child)};`)
    body.block(`if (${when} === ${YES}) {`, () => put(expression.result))
    body.block(`else if (${when} === ${NO}) {`, () => put(expression.otherwise))
    body.block('else {', () => {
      const [a, b] = [this.truth(expression.result, child), this.truth(expression.otherwise, child)]
      body.write(`${result} = ${a} === ${b} ? ${a} : ${UNKNOWN};`)
    })
    return result
  }
}
