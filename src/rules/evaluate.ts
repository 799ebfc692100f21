/** The interpreter: evaluates expressions on the facts of one household and keeps every step for the explanation. */
import type { Expression, ValueType } from './expression.ts'
import { type Fact, type HouseholdFacts, isOpen } from './facts.ts'
import type { Plan } from './plan.ts'
import type { Parameter, ParameterValue, Source } from './rulebook.ts'
import { describeValue, type Step } from './step.ts'
import { and, NO, not, or, type Truth, UNKNOWN, YES } from './truth.ts'

const TRUTH: ValueType = { kind: 'truth' }

/** Evaluates for one household; rules already evaluated for a child are not evaluated again. */
export class Evaluation {
  readonly plan: Plan
  readonly facts: HouseholdFacts
  private readonly known = new Map<string, Step>()

  constructor(plan: Plan, facts: HouseholdFacts) {
    this.plan = plan
    this.facts = facts
  }

  /** @param child index of the child the expression is about; null for the household. */
  evaluate(expression: Expression, child: number | null): Step {
    switch (expression.kind) {
      case 'constant':
        return step(
          expression.value ? 'always so' : 'never so',
          TRUTH,
          truth(expression.value ? YES : NO),
          [],
        )
      case 'nothing':
        return step('nothing', { kind: 'number', unit: 'GBP' }, { low: 0, high: 0 }, [])
      case 'input':
        return this.readInput(expression.name, child)
      case 'parameter':
        return this.lookUp(expression.name, child)
      case 'rule':
        return this.applyRule(expression.name, child)
      case 'is':
        return this.compareChoice(expression, child)
      case 'compare':
        return this.compare(expression, child)
      case 'all':
      case 'any':
        return this.combine(
          expression.kind,
          expression.of.map((part) => this.evaluate(part, child)),
        )
      case 'not': {
        const of = this.evaluate(expression.of, child)
        return step('not so', TRUTH, truth(not(of.low as Truth)), [of])
      }
      case 'some-child':
        return this.combine(
          'any',
          this.facts.children.map((_, index) => this.evaluate(expression.of, index)),
        )
      case 'some-older-child':
        return this.combine(
          'any',
          this.olderThan(child ?? 0).map(({ index, isOlder }) =>
            this.combine('all', [isOlder, this.evaluate(expression.of, index)]),
          ),
        )
      case 'if':
        return this.choose(expression, child)
      default:
        return this.calculate(expression, child)
    }
  }

  private readInput(name: string, child: number | null): Step {
    const input = this.plan.rulebook.inputs.get(name)
    const row = input?.scope === 'child' ? this.facts.children[child ?? 0] : this.facts.household
    const fact = row?.[name]
    if (!input || !fact) throw new Error(`no fact for the input ${name}`)
    const made = step(input.title, input.type, fact, [])
    return {
      ...made,
      input: name,
      child: input.scope === 'child' ? child : null,
      isOpen: isOpen(input, fact),
    }
  }

  private applyRule(name: string, child: number | null): Step {
    const rule = this.plan.rulebook.rules.get(name)
    const version = this.plan.versions.get(name)
    if (!rule || !version) throw new Error(`no rule ${name}`)
    const key = rule.scope === 'child' ? `${name} ${child}` : name
    const known = this.known.get(key)
    if (known) return known
    const of = this.evaluate(version.expression, child)
    const isGroup = of.text === 'all of these' || of.text === 'any of these'
    const made = step(rule.title, of.type, of, isGroup ? of.steps : [of], version.sources)
    this.known.set(key, made)
    return made
  }

  private lookUp(name: string, child: number | null): Step {
    const parameter = this.plan.rulebook.parameters.get(name)
    if (!parameter) throw new Error(`no parameter ${name}`)
    const held = this.plan.held.get(name) ?? null
    const type: ValueType = { kind: 'number', unit: parameter.unit }
    const keys = parameter.dimensions.map((dimension) => this.readInput(dimension.input, child))
    if (!held) return step(parameter.title, type, { low: Number.NaN, high: Number.NaN }, keys)
    return step(parameter.title, type, readCells(parameter, held, keys), keys, [held.source])
  }

  private compareChoice(expression: Expression & { kind: 'is' }, child: number | null): Step {
    const subject = this.evaluate(expression.subject, child)
    const values = subject.type.kind === 'choice' ? subject.type.values : []
    const allowed = expression.values.reduce((mask, value) => mask | (1 << values.indexOf(value)), 0)
    const result = (subject.low & allowed) === 0 ? NO : (subject.low & ~allowed) === 0 ? YES : UNKNOWN
    return step(`${subject.text} is ${expression.values.join(' or ')}`, TRUTH, truth(result), [subject])
  }

  private compare(expression: Expression & { kind: 'compare' }, child: number | null): Step {
    const left = this.evaluate(expression.left, child)
    const right = this.evaluate(expression.right, child)
    const text = `${left.text} ${expression.operator} ${describeValue(right)}`
    return step(text, TRUTH, truth(compareNumbers(expression.operator, left, right)), [left, right])
  }

  private combine(kind: 'all' | 'any', steps: readonly Step[]): Step {
    const truths = steps.map((one) => one.low as Truth)
    const result = kind === 'all' ? truths.reduce(and, YES as Truth) : truths.reduce(or, NO as Truth)
    // Only what decides is kept: one "no" settles `all`, one "yes" settles `any`.
    const isSettled = kind === 'all' ? result === NO : result === YES
    const kept = isSettled ? steps.filter((one) => one.low === result) : steps
    return step(kind === 'all' ? 'all of these' : 'any of these', TRUTH, truth(result), kept)
  }

  private olderThan(child: number): { index: number; isOlder: Step }[] {
    const own = this.readInput('child.born', child)
    return this.facts.children.flatMap((_, index) => {
      if (index === child) return []
      const other = this.readInput('child.born', index)
      const isOlder = step('that child is older', TRUTH, truth(bornBefore(other, own, index < child)), [
        other,
        own,
      ])
      return [{ index, isOlder }]
    })
  }

  private choose(expression: Expression & { kind: 'if' }, child: number | null): Step {
    const when = this.evaluate(expression.when, child)
    const parts = [
      ...(when.low === NO ? [] : [this.evaluate(expression.result, child)]),
      ...(when.low === YES ? [] : [this.evaluate(expression.otherwise, child)]),
    ]
    const [first, second] = parts
    if (!first) throw new Error('an `if` without parts')
    if (!second) return step(first.text, first.type, first, [when, first])
    return step('either of these', first.type, eitherOf(first, second), [when, ...parts])
  }

  private calculate(expression: Expression, child: number | null): Step {
    const on = (part: Expression) => this.evaluate(part, child)
    switch (expression.kind) {
      case 'least':
      case 'greatest':
      case 'sum': {
        const parts = expression.of.map(on)
        const [words, combine] = COMBINERS[expression.kind]
        return step(words, unitOf(parts), combineNumbers(parts, combine), parts)
      }
      case 'share': {
        const [percent, of] = [on(expression.percent), on(expression.of)]
        const take = (share: number, whole: number) => Math.round((whole * share) / 100)
        const value = { low: take(percent.low, of.low), high: take(percent.high, of.high) }
        return step('a share of', of.type, value, [percent, of])
      }
      case 'yearly': {
        const of = on(expression.of)
        const times = of.type.kind === 'number' && of.type.unit === 'GBP per month' ? 12 : 52
        return step(
          'over a year',
          { kind: 'number', unit: 'GBP per year' },
          { low: of.low * times, high: of.high * times },
          [of],
        )
      }
      case 'between': {
        const [from, to] = [on(expression.from), on(expression.to)]
        const isHeld = !Number.isNaN(from.low) && !Number.isNaN(to.high)
        return step(
          'anything between',
          unitOf([from, to]),
          isHeld ? { low: from.low, high: to.high } : NOT_HELD,
          [from, to],
        )
      }
      default:
        throw new Error(`${expression.kind} is not a calculation`)
    }
  }
}

const NOT_HELD: Fact = { low: Number.NaN, high: Number.NaN }
const COMBINERS = {
  least: ['the least of these', Math.min],
  greatest: ['the most of these', Math.max],
  sum: ['all of these together', (a: number, b: number) => a + b],
} as const

const truth = (value: Truth): Fact => ({ low: value, high: 0 })

function step(
  text: string,
  type: ValueType,
  fact: Fact,
  steps: readonly Step[],
  sources: readonly Source[] = [],
): Step {
  const isUnsettled =
    type.kind === 'truth' ? fact.low === UNKNOWN : type.kind === 'number' && !(fact.low === fact.high)
  return {
    text,
    type,
    low: fact.low,
    high: fact.high,
    steps,
    sources,
    input: null,
    child: null,
    isOpen: isUnsettled,
  }
}

function unitOf(parts: readonly Step[]): ValueType {
  const typed = parts.find((part) => part.type.kind === 'number' && part.type.unit !== 'GBP')
  return typed?.type ?? { kind: 'number', unit: 'GBP' }
}

/** NaN, a rate not held, makes the whole not held: Math.min, Math.max and + all keep it. */
function combineNumbers(parts: readonly Fact[], combine: (a: number, b: number) => number): Fact {
  return parts.reduce((a, b) => ({ low: combine(a.low, b.low), high: combine(a.high, b.high) }))
}

function eitherOf(a: Step, b: Step): Fact {
  if (a.type.kind === 'truth') return a.low === b.low ? a : truth(UNKNOWN)
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) }
}

export function compareNumbers(operator: string, left: Fact, right: Fact): Truth {
  switch (operator) {
    case 'less than':
      return left.high < right.low ? YES : left.low >= right.high ? NO : UNKNOWN
    case 'at most':
      return left.high <= right.low ? YES : left.low > right.high ? NO : UNKNOWN
    case 'more than':
      return left.low > right.high ? YES : left.high <= right.low ? NO : UNKNOWN
    default:
      return left.low >= right.high ? YES : left.high < right.low ? NO : UNKNOWN
  }
}

/** Whether one child is older than another; of twins, the one named first counts as older. */
function bornBefore(other: Fact, own: Fact, isNamedFirst: boolean): Truth {
  if (other.high < own.low) return YES
  if (other.low > own.high) return NO
  if (other.low === other.high && own.low === own.high) return isNamedFirst ? YES : NO
  return UNKNOWN
}

/** The least and most of the cells that the keys leave possible; not held when one of them lies outside every band. */
function readCells(parameter: Parameter, held: ParameterValue, keys: readonly Fact[]): Fact {
  let indexes = [0]
  for (const [at, dimension] of parameter.dimensions.entries()) {
    const key = keys[at]
    const size = (dimension.values ?? dimension.bands ?? []).length
    const open = key ? openCells(dimension.bands, size, key) : []
    if (open.length === 0) return NOT_HELD
    indexes = indexes.flatMap((index) => open.map((cell) => index * size + cell))
  }
  const cells = indexes.map((index) => held.cells[index] ?? Number.NaN)
  return { low: Math.min(...cells), high: Math.max(...cells) }
}

function openCells(bands: readonly { from: number; to: number }[] | null, size: number, key: Fact): number[] {
  const all = Array.from({ length: size }, (_, index) => index)
  if (bands === null) return all.filter((index) => key.low & (1 << index))
  return all.filter((index) => {
    const band = bands[index]
    return band !== undefined && key.low <= band.to && key.high >= band.from
  })
}
