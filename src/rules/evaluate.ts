/** The interpreter: evaluates expressions on the facts of one household and keeps every step for the explanation. */
import type { Expression, ValueType } from './expression.ts'
import { type Fact, type HouseholdFacts, isOpen } from './facts.ts'
import { bornBefore, combineNumbers, compareNumbers, eitherOf, NOT_HELD, readCells } from './intervals.ts'
import type { Plan } from './plan.ts'
import type { Source } from './rulebook.ts'
import { describeValue, type Step, sayChoice } from './step.ts'
import { and, NO, not, or, type Truth, UNKNOWN, YES } from './truth.ts'

const TRUTH: ValueType = { kind: 'truth' }

/** Evaluates for one household; rules already evaluated for a child are not evaluated again. */
export class Evaluation {
  readonly plan: Plan
  readonly facts: HouseholdFacts
  /** By child, then rule; the household's rules come first. */
  private readonly known: Map<string, Step>[]
  /** Inputs, kept in the same way. */
  private readonly read: Map<string, Step>[]

  constructor(plan: Plan, facts: HouseholdFacts) {
    this.plan = plan
    this.facts = facts
    this.known = [null, ...facts.children].map(() => new Map())
    this.read = this.known.map(() => new Map())
  }

  /** @param child index of the child the expression is about; null for the household. */
  evaluate(expression: Expression, child: number | null): Step {
    switch (expression.kind) {
      case 'constant':
        return step(
          () => (expression.value ? 'always so' : 'never so'),
          TRUTH,
          truth(expression.value ? YES : NO),
          [],
        )
      case 'nothing':
        return step(() => 'nothing', { kind: 'number', unit: 'GBP' }, { low: 0, high: 0 }, NO_STEPS)
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
        return step(() => 'not so', TRUTH, truth(not(of.low as Truth)), [of], { isList: true })
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
    const own = this.read[child === null ? 0 : child + 1]
    const known = own?.get(name)
    if (known) return known
    const made = this.readFact(name, child)
    own?.set(name, made)
    return made
  }

  private readFact(name: string, child: number | null): Step {
    const input = this.plan.rulebook.inputs.get(name)
    const row = input?.scope === 'child' ? this.facts.children[child ?? 0] : this.facts.household
    const fact = row?.[name]
    if (!input || !fact) throw new Error(`no fact for the input ${name}`)
    return step(() => input.title, input.type, fact, NO_STEPS, {
      sources: this.plan.listed.get(name) ?? NO_SOURCES,
      input: name,
      child: input.scope === 'child' ? child : null,
      isOpen: isOpen(input, fact),
    })
  }

  private applyRule(name: string, child: number | null): Step {
    const rule = this.plan.rulebook.rules.get(name)
    const version = this.plan.versions.get(name)
    if (!rule || !version) throw new Error(`no rule ${name}`)
    const own = this.known[rule.scope === 'child' ? (child ?? 0) + 1 : 0]
    const known = own?.get(name)
    if (known) return known
    const of = this.evaluate(version.expression, child)
    const made = step(() => rule.title, of.type, of, of.isList ? of.steps : [of], {
      sources: version.sources,
    })
    own?.set(name, made)
    return made
  }

  private lookUp(name: string, child: number | null): Step {
    const parameter = this.plan.rulebook.parameters.get(name)
    if (!parameter) throw new Error(`no parameter ${name}`)
    const held = this.plan.held.get(name) ?? null
    const type: ValueType = { kind: 'number', unit: parameter.unit }
    const keys = parameter.dimensions.map((dimension) => this.readInput(dimension.input, child))
    if (!held) return step(() => parameter.title, type, NOT_HELD, keys, { notHeld: name })
    return step(() => parameter.title, type, readCells(parameter, held, keys), keys, {
      sources: [held.source],
    })
  }

  private compareChoice(expression: Expression & { kind: 'is' }, child: number | null): Step {
    const subject = this.evaluate(expression.subject, child)
    const values = subject.type.kind === 'choice' ? subject.type.values : []
    const allowed = expression.values.reduce((mask, value) => mask | (1 << values.indexOf(value)), 0)
    const result = (subject.low & allowed) === 0 ? NO : (subject.low & ~allowed) === 0 ? YES : UNKNOWN
    return step(
      () => `${subject.say()} is ${expression.values.map(sayChoice).join(' or ')}`,
      TRUTH,
      truth(result),
      [subject],
    )
  }

  private compare(expression: Expression & { kind: 'compare' }, child: number | null): Step {
    const left = this.evaluate(expression.left, child)
    const right = this.evaluate(expression.right, child)
    const say = () => `${left.say()} ${expression.operator} ${describeValue(right)}`
    return step(say, TRUTH, truth(compareNumbers(expression.operator, left, right)), [left, right])
  }

  private combine(kind: 'all' | 'any', steps: readonly Step[]): Step {
    const truths = steps.map((one) => one.low as Truth)
    const result = kind === 'all' ? truths.reduce(and, YES as Truth) : truths.reduce(or, NO as Truth)
    // Only what decides is kept: one "no" settles `all`, one "yes" settles `any`.
    const isSettled = kind === 'all' ? result === NO : result === YES
    const kept = isSettled ? steps.filter((one) => one.low === result) : steps
    return step(() => `${kind} of these`, TRUTH, truth(result), kept, { isList: true })
  }

  private olderThan(child: number): { index: number; isOlder: Step }[] {
    const own = this.readInput('child.born', child)
    return this.facts.children.flatMap((_, index) => {
      if (index === child) return []
      const other = this.readInput('child.born', index)
      const isOlder = step(() => 'that child is older', TRUTH, truth(bornBefore(other, own, index < child)), [
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
    if (!second) return step(first.say, first.type, first, [when, first])
    return step(() => 'either of these', first.type, eitherOf(first.type, first, second), [when, ...parts])
  }

  private calculate(expression: Expression, child: number | null): Step {
    const on = (part: Expression) => this.evaluate(part, child)
    switch (expression.kind) {
      case 'least':
      case 'greatest':
      case 'sum': {
        const parts = expression.of.map(on)
        const [words, combine] = COMBINERS[expression.kind]
        return step(() => words, unitOf(parts), combineNumbers(parts, combine), parts)
      }
      case 'share': {
        const [percent, of] = [on(expression.percent), on(expression.of)]
        const take = (share: number, whole: number) => Math.round((whole * share) / 100)
        const value = { low: take(percent.low, of.low), high: take(percent.high, of.high) }
        return step(() => 'a share of', of.type, value, [percent, of])
      }
      case 'yearly': {
        const of = on(expression.of)
        const times = of.type.kind === 'number' && of.type.unit === 'GBP per month' ? 12 : 52
        return step(
          () => 'over a year',
          { kind: 'number', unit: 'GBP per year' },
          { low: of.low * times, high: of.high * times },
          [of],
        )
      }
      case 'between': {
        const [from, to] = [on(expression.from), on(expression.to)]
        const isHeld = !Number.isNaN(from.low) && !Number.isNaN(to.high)
        return step(
          () => 'anything between',
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

const COMBINERS = {
  least: ['the least of these', Math.min],
  greatest: ['the most of these', Math.max],
  sum: ['all of these together', (a: number, b: number) => a + b],
} as const

const truth = (value: Truth): Fact => ({ low: value, high: 0 })

/** What a step has beyond its words, type, value and parts. */
interface Extras {
  readonly sources?: readonly Source[]
  readonly input?: string
  readonly notHeld?: string
  readonly child?: number | null
  readonly isOpen?: boolean
  readonly isList?: boolean
}

const NO_STEPS: readonly Step[] = []
const NO_SOURCES: readonly Source[] = []

function step(
  say: () => string,
  type: ValueType,
  fact: Fact,
  steps: readonly Step[],
  extras: Extras = {},
): Step {
  const isOpen =
    type.kind === 'truth' ? fact.low === UNKNOWN : type.kind === 'number' && fact.low !== fact.high
  return {
    say,
    type,
    low: fact.low,
    high: fact.high,
    steps,
    sources: extras.sources ?? NO_SOURCES,
    input: extras.input ?? null,
    notHeld: extras.notHeld ?? null,
    child: extras.child ?? null,
    isOpen: extras.isOpen ?? isOpen,
    isList: extras.isList ?? false,
  }
}

function unitOf(parts: readonly Step[]): ValueType {
  const typed = parts.find((part) => part.type.kind === 'number' && part.type.unit !== 'GBP')
  return typed?.type ?? { kind: 'number', unit: 'GBP' }
}
