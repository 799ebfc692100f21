/**
 * Writes truths for households whose answers are all known: for four rows at a time, all bits of a row set for yes and
 * none for no. Without branches, because which clause takes a child is what a processor cannot foresee.
 */
import type { Comparison, Expression } from '../expression.ts'
import { type FoundKernel, LOW_AT, MOST_COLUMNS, MOST_NUMBERS, MOST_RATES } from '../kernels.ts'
import type { Rulebook } from '../rulebook.ts'
import { KernelBody } from './kernel-body.ts'
import { KnownBits, type WordTest } from './known-bits.ts'
import { KnownRates } from './known-rates.ts'
import { AND, type Code, LESS, NOT, OR, putRows, SAME, type WasmFunction } from './wasm.ts'

/** One truth for all rows where the rules alone decide it. */
export type Mask = boolean | Code

/** What cannot be written for known answers alone; the code for open answers says it all. */
export class NotForKnown extends Error {}

const TURNED: Readonly<Record<Comparison, Comparison>> = {
  'less than': 'more than',
  'at most': 'at least',
  'more than': 'less than',
  'at least': 'at most',
}

/** The kernels of a module in the order of their places. */
export type KernelList = WasmFunction[]

export class KnownEmitter {
  body = new KernelBody()
  /** The inputs that must be known for this code to hold. */
  readonly needs = new Set<string>()
  /** Cells that a comparison reads: where one is not held, the comparison is open and this code does not hold. */
  readonly thresholds = new Set<number>()
  /** What must be found out of a household's other children before. */
  readonly founds: FoundKernel[] = []
  readonly rulebook: Rulebook
  readonly rates: KnownRates
  private readonly foundKeys: string[] = []
  private readonly kernels: KernelList
  private readonly bits: KnownBits
  private readonly ruleIndexes: ReadonlyMap<string, number>

  /** @param kernels where finished kernels are put. */
  constructor(rulebook: Rulebook, kernels: KernelList) {
    this.rulebook = rulebook
    this.kernels = kernels
    this.ruleIndexes = new Map([...rulebook.rules.keys()].map((name, index) => [name, index]))
    this.rates = new KnownRates(this)
    this.bits = new KnownBits(rulebook)
  }

  truth(expression: Expression): Mask {
    switch (expression.kind) {
      case 'constant':
      case 'input':
      case 'not':
      case 'all':
        return this.all([expression], false)
      case 'any':
        return this.opposite(this.all([expression], true))
      case 'is': {
        const bits = this.bits.bitsOf(expression)
        const isOne = (bits & (bits - 1)) === 0
        return isOne ? this.all([expression], false) : this.opposite(this.all([expression], true))
      }
      case 'rule':
        return this.rule(expression.name)
      case 'compare':
        return this.compare(expression)
      case 'some-child':
        return this.someChild(expression.of, false)
      case 'some-older-child':
        return this.someChild(expression.of, true)
      case 'if': {
        const when = this.truth(expression.when)
        const [result, otherwise] = [expression.result, expression.otherwise].map((part) => this.truth(part))
        return this.either(
          this.both([when, result ?? false]),
          this.both([this.opposite(when), otherwise ?? false]),
        )
      }
      default:
        throw new Error(`${expression.kind} is not a truth`)
    }
  }

  /** The code of a truth, one that is the same for all rows too. */
  code(mask: Mask): Code {
    return typeof mask === 'boolean' ? this.body.constant(mask ? -1 : 0) : mask
  }

  both(masks: readonly Mask[]): Mask {
    if (masks.includes(false)) return false
    const [first, ...others] = masks.flatMap((mask) => (typeof mask === 'boolean' ? [] : [mask]))
    if (!first) return true
    return others.length === 0 ? first : this.body.local(first, ...others.flatMap((other) => [other, AND]))
  }

  either(a: Mask, b: Mask): Mask {
    if (typeof a === 'boolean') return a ? true : b
    if (typeof b === 'boolean') return b ? true : a
    return this.body.local(a, b, OR)
  }

  /** The column of an input. */
  input(name: string): Code {
    this.needs.add(name)
    return this.body.column({ kind: 'number', scope: this.scopeOf(name), name })
  }

  /** Whether a choice is one value, by its place. */
  hasValue(name: string, value: number): Code {
    const place = this.bits.place(name)
    return this.test({ place, set: 1 << (place.shift + value), clear: 0 })
  }

  finish(): FoundKernel {
    const { code, reads } = this.body.finish()
    const { columns, numbers } = reads
    if (columns.length > MOST_COLUMNS || numbers.length > MOST_NUMBERS || this.rates.none >= MOST_RATES)
      throw new NotForKnown("more is read than a kernel's memory holds")
    return { at: this.kernels.push(code) - 1, isOlder: false, ...reads }
  }

  /** @param isNot whether none of the parts may hold, instead of all. */
  private all(parts: readonly Expression[], isNot: boolean): Mask {
    const { words, others, isNever } = this.bits.gather(parts, isNot)
    if (isNever) return false
    const tests: Mask[] = [...words.values()].map((test) => this.test(test))
    for (const other of others) {
      const truth = this.truth(other.expression)
      tests.push(other.isNot ? this.opposite(truth) : truth)
    }
    return this.both(tests)
  }

  /** Whether a word has the bits that it must have and none that it must not. */
  private test(test: WordTest): Code {
    const { place, set, clear } = test
    for (const name of this.bits.namesIn(test)) this.needs.add(name)
    const { body } = this
    const word = body.column({ kind: 'word', scope: place.scope, word: place.word })
    return body.kept(`test ${word} ${set} ${clear}`, () =>
      body.local(word, body.constant(set | clear), AND, body.constant(set), SAME),
    )
  }

  private rule(name: string): Mask {
    const versions = this.rulebook.rules.get(name)?.versions ?? []
    const [first, ...others] = versions
    if (!first) throw new Error(`no rule ${name}`)
    if (others.length === 0) return this.truth(first.expression)
    const rule = this.ruleIndexes.get(name) ?? 0
    return this.body.kept(`rule ${name}`, () =>
      this.body.choose(
        { kind: 'version', rule },
        versions.map(
          ({ expression }) =>
            () =>
              this.code(this.truth(expression)),
        ),
      ),
    )
  }

  opposite(mask: Mask): Mask {
    if (typeof mask === 'boolean') return !mask
    return this.body.kept(`not ${mask}`, () => this.body.local(mask, NOT))
  }

  private compare({ left, right, operator }: Expression & { kind: 'compare' }): Mask {
    const mask = this.beside(operator, left, right) ?? this.beside(TURNED[operator], right, left)
    if (mask === null) throw new NotForKnown('more is compared than an input with a cell')
    return mask
  }

  /** An input, or so many times it, beside a number that is the same for every row. */
  private beside(operator: Comparison, left: Expression, right: Expression): Mask | null {
    const [subject, times] = left.kind === 'yearly' ? [left.of, this.rates.timesOf(left)] : [left, 1]
    const input = subject.kind === 'input' ? this.rulebook.inputs.get(subject.name) : undefined
    const cell = right.kind === 'parameter' ? this.rates.single(right.name) : null
    if (input?.type.kind !== 'number' || cell === null) return null
    this.thresholds.add(cell)
    const isUpTo = operator === 'at most' || operator === 'more than'
    const value = this.input(input.name)
    const bound = this.body.planned({ kind: 'bound', cell, times, isUpTo })
    const below = this.body.kept(`below ${value} ${bound}`, () => this.body.local(value, bound, LESS))
    return operator === 'less than' || operator === 'at most' ? below : this.opposite(below)
  }

  /** A column of whether one of the household's children is so, which a kernel of its own is written for. */
  private someChild(of: Expression, isOlder: boolean): Code {
    const key = JSON.stringify([of, isOlder])
    let at = this.foundKeys.indexOf(key)
    if (at < 0) {
      const outer = this.body
      this.body = new KernelBody()
      this.body.write(this.body.wide, this.code(this.truth(of)), putRows(LOW_AT))
      if (isOlder) this.needs.add('child.born')
      // Those that it asks for itself come before it.
      at = this.founds.push({ ...this.finish(), isOlder }) - 1
      this.foundKeys[at] = key
      this.body = outer
    }
    return this.body.column({ kind: 'found', scope: isOlder ? 'child' : 'household', at })
  }

  private scopeOf(name: string): 'household' | 'child' {
    return this.rulebook.inputs.get(name)?.scope ?? 'child'
  }
}
