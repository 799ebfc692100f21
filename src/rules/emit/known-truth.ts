/**
 * Writes truths as arithmetic for households whose answers are all known: 1 for yes, 0 for no, `all` is `&`, `any` is
 * `|`. Without branches, because which clause takes a child is what a processor cannot foresee; several times as fast
 * as the code for open answers.
 */
import type { Comparison, Expression } from '../expression.ts'
import type { Input, Rulebook } from '../rulebook.ts'
import { FunctionBody } from './function-body.ts'
import { KnownBits, type WordTest } from './known-bits.ts'
import { KnownNumbers } from './known-number.ts'

const TURNED: Readonly<Record<Comparison, Comparison>> = {
  'less than': 'more than',
  'at most': 'at least',
  'more than': 'less than',
  'at least': 'at most',
}
const OPERATORS = { 'less than': '<', 'at most': '<=', 'more than': '>', 'at least': '>=' } as const

/** Differences of numbers within this are whole numbers of 32 bits, whose sign is one shift away. */
const MOST = 2 ** 30 - 1

export class KnownEmitter {
  body: FunctionBody<string>
  /** The inputs that must be known for this code to hold. */
  readonly needs = new Set<string>()
  /** Cells that a comparison reads: where one is not held, the comparison is open and this code does not hold. */
  readonly thresholds = new Set<number>()
  readonly rulebook: Rulebook
  readonly numbers: KnownNumbers
  private readonly bits: KnownBits
  private readonly ruleIndexes: ReadonlyMap<string, number>

  constructor(rulebook: Rulebook) {
    this.body = new FunctionBody(null)
    this.rulebook = rulebook
    this.ruleIndexes = new Map([...rulebook.rules.keys()].map((name, index) => [name, index]))
    this.numbers = new KnownNumbers(this)
    this.bits = new KnownBits(rulebook)
  }

  /** "0", "1" or a local that holds one of them; `child` is the index variable of the child it is about. */
  truth(expression: Expression, child: string): string {
    switch (expression.kind) {
      case 'constant':
      case 'input':
      case 'not':
      case 'all':
        return this.all([expression], false, child)
      case 'any':
        return this.opposite(this.all([expression], true, child))
      case 'is':
        return this.is(expression, child)
      case 'rule':
        return this.rule(expression.name, child)
      case 'compare':
        return this.compare(expression, child)
      case 'some-child':
        return this.someChild(expression.of, null)
      case 'some-older-child':
        return this.someChild(expression.of, child)
      case 'if': {
        const [when, result, otherwise] = [expression.when, expression.result, expression.otherwise].map(
          (part) => this.truth(part, child),
        )
        return this.local(`(${when} & ${result}) | ((${when} ^ 1) & ${otherwise})`)
      }
      default:
        throw new Error(`${expression.kind} is not a truth`)
    }
  }

  /** @param isNot whether none of the parts may hold, instead of all. */
  private all(parts: readonly Expression[], isNot: boolean, child: string): string {
    const { words, others, isNever } = this.bits.gather(parts, isNot)
    if (isNever) return '0'
    const tests = [...words.values()].map((test) => this.test(test, child))
    for (const other of others) {
      const truth = this.truth(other.expression, child)
      tests.push(other.isNot ? this.opposite(truth) : truth)
    }
    if (tests.includes('0')) return '0'
    const [first = '1', ...more] = tests.filter((test) => test !== '1')
    return more.length === 0 ? first : this.local([first, ...more].join(' & '))
  }

  /** Whether a word has the bits that it must have and none that it must not: the sign of one less than what differs. */
  private test(test: WordTest, child: string): string {
    const { place, set, clear } = test
    for (const name of this.bits.namesIn(test)) this.needs.add(name)
    const index = place.scope === 'child' ? child : 'h'
    const { body } = this
    const column = body.once(`columns.words.${place.scope}[${place.word}]`)
    const word = body.kept(`word ${column} ${index}`, () => this.local(`${column}[${index}]`))
    const mask = set | clear
    if ((mask & (mask - 1)) === 0) {
      const bit = body.kept(`bit ${word} ${mask}`, () =>
        this.local(`(${word} >> ${31 - Math.clz32(mask)}) & 1`),
      )
      return set === 0 ? this.opposite(bit) : bit
    }
    const differs = set === 0 ? `(${word} & ${mask})` : `((${word} & ${mask}) ^ ${set})`
    return body.kept(`test ${word} ${mask} ${set}`, () => this.local(`(${differs} - 1) >>> 31`))
  }

  /** The column and row of an input, read where it is first asked for. */
  input(name: string, child: string): string {
    this.needs.add(name)
    const index = this.isOfChild(name) ? child : 'h'
    return this.body.kept(`input ${name} ${index}`, () => this.local(`${this.column(name)}[${index}]`))
  }

  column(name: string): string {
    this.needs.add(name)
    return this.body.once(`data[${JSON.stringify(name)}]`)
  }

  /** The version of a rule in force, as the plan says; a rule that never changed stands as it is. */
  version(name: string): string {
    return this.body.once(`plan.versions[${this.ruleIndexes.get(name)}]`)
  }

  local(source: string): string {
    const name = this.body.name()
    this.body.write(`const ${name} = ${source};`)
    return name
  }

  private rule(name: string, child: string): string {
    const rule = this.rulebook.rules.get(name)
    if (!rule) throw new Error(`no rule ${name}`)
    return this.body.kept(`rule ${name} ${rule.scope === 'child' ? child : 'h'}`, () => {
      const [first, ...others] = rule.versions
      if (!first) throw new Error(`no version of ${name}`)
      if (others.length === 0) return this.truth(first.expression, child)
      const chosen = this.version(name)
      const result = this.body.name()
      this.body.write(`let ${result} = 0;`)
      rule.versions.forEach((version, index) => {
        const test = index === others.length ? '{' : `if (${chosen} === ${index}) {`
        this.body.block(`${index > 0 ? 'else ' : ''}${test}`, () =>
          this.body.write(`${result} = ${this.truth(version.expression, child)};`),
        )
      })
      return result
    })
  }

  private ofInput(name: string, child: string, what: string, write: (value: string) => string): string {
    const index = this.isOfChild(name) ? child : 'h'
    return this.body.kept(`${what} ${name} ${index}`, () => this.local(write(this.input(name, child))))
  }

  private is(expression: Expression & { kind: 'is' }, child: string): string {
    const bits = this.bits.bitsOf(expression)
    return (bits & (bits - 1)) === 0
      ? this.all([expression], false, child)
      : this.opposite(this.all([expression], true, child))
  }

  private opposite(truth: string): string {
    if (truth === '0' || truth === '1') return truth === '0' ? '1' : '0'
    return this.body.kept(`not ${truth}`, () => this.local(`${truth} ^ 1`))
  }

  private compare(expression: Expression & { kind: 'compare' }, child: string): string {
    const { left, right, operator } = expression
    return (
      this.beside(operator, left, right, child) ??
      this.beside(TURNED[operator], right, left, child) ??
      this.numbers.compare(left, OPERATORS[operator], right, child)
    )
  }

  /** An input beside a number that is the same for every row: the sign of their difference, in whole numbers. */
  private beside(operator: Comparison, left: Expression, right: Expression, child: string): string | null {
    const input = left.kind === 'input' ? this.rulebook.inputs.get(left.name) : undefined
    const cell = right.kind === 'parameter' ? this.numbers.single(right.name) : null
    if (!input || cell === null || !isSmall(input)) return null
    this.thresholds.add(cell)
    // Below a bound b: less than c is below the next whole number from c, at most c is below the next one after c.
    const isUpTo = operator === 'at most' || operator === 'more than'
    const bound = this.body.once(
      `Math.max(-${MOST}, Math.min(${MOST}, ${isUpTo ? `Math.floor(plan.cells[${cell}]) + 1` : `Math.ceil(plan.cells[${cell}])`})) | 0`,
    )
    const below = this.ofInput(input.name, child, `below ${bound}`, (value) => `(${value} - ${bound}) >>> 31`)
    return operator === 'less than' || operator === 'at most' ? below : this.opposite(below)
  }

  /**
   * A column of whether one of the household's children is so, worked out before the loop over rows, which stays simple.
   * @param child only those older than this one, or all.
   */
  private someChild(of: Expression, child: string | null): string {
    const outer = this.body
    this.body = new FunctionBody(outer)
    const born = child === null ? '' : this.column('child.born')
    const inner = this.truth(of, 'j')
    const lines = this.body.lines.join(' ')
    this.body = outer
    const isAny = child === null
    const each = `let r = 0; for (let j = from; j < to; j++) { ${lines} r |= ${isAny ? inner : `${OLDER(born)} & ${inner}`}; }`
    const range = 'const from = start[h], to = start[h + 1];'
    // Only where there are several children has one an older one.
    const loop = isAny
      ? `for (let h = 0; h < households; h++) { ${range} ${each} found[h] = r; }`
      : `for (let at = 0, several = columns.several; at < several.length; at++) { const h = several[at]; ${range} for (let i = from; i < to; i++) { ${each} found[i] = r; } }`
    const found = outer.once(
      `(() => { const found = new Uint8Array(${isAny ? 'households' : 'household.length'}); ${loop} return found; })()`,
      JSON.stringify([of, isAny]),
    )
    const index = child ?? 'h'
    return outer.kept(`${found} ${index}`, () => this.local(`${found}[${index}]`))
  }

  private isOfChild(name: string): boolean {
    return this.rulebook.inputs.get(name)?.scope === 'child'
  }
}

/** Of two born on one day the one named first is the older; a child is not older than itself. */
const OLDER = (born: string): string => `((${born}[j] - ${born}[i] - ((j - i) >>> 31)) >>> 31)`

const isSmall = ({ type, range: [least, most] }: Input): boolean =>
  type.kind === 'number' && least >= -MOST && most <= MOST
