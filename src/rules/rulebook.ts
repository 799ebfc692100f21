/** A rulebook once read and checked: sources, inputs, dated parameters, rules, supports, proposals, areas. */
import type { Expression, Scope, ValueType } from './expression.ts'

export const OUTCOMES = [
  'entitled',
  'conditional',
  'council-decides',
  'pilot-area',
  'information',
  'not-under-this',
  'cannot-tell',
  'rate-not-held',
] as const
/** What a family is told of one support. The last two are never written in a rulebook: they come of evaluating it. */
export type OutcomeCode = (typeof OUTCOMES)[number]

export interface Source {
  readonly id: string
  readonly title: string
  readonly address: string
  /** When it was published; where it bears no date, when it was read. ISO 8601, day, month or year. */
  readonly date: string
}

/** Something that a family is asked, or that follows from an answer and the day (an age, a time since). */
export interface Input {
  readonly name: string
  readonly scope: Scope
  readonly title: string
  /** The key of the situation that settles it ("orderDate"). */
  readonly key: string
  readonly type: ValueType
  /** Numbers: the least and the most it can be, which is also what "unknown" stands for. */
  readonly range: readonly [number, number]
}

export interface Dimension {
  readonly name: string
  readonly input: string
  /** Choices: the values of the input, in cell order. Bands: the highest value of each band, in cell order. */
  readonly values: readonly string[] | null
  readonly bands: readonly { readonly from: number; readonly to: number }[] | null
}

export interface ParameterValue {
  /** Day numbers, both inclusive; `to` is null where no end is known. */
  readonly from: number
  readonly to: number | null
  /** One cell without dimensions, else the cells in row order. Money in pence. */
  readonly cells: readonly number[]
  readonly source: Source
  readonly status: 'seen' | 'derived' | 'seed'
  readonly proposal: string | null
}

/** A number that the law or a scheme sets, by date. A day that no value covers is answered "not held". */
export interface Parameter {
  readonly name: string
  readonly title: string
  readonly unit: string
  readonly scope: Scope
  readonly dimensions: readonly Dimension[]
  readonly values: readonly ParameterValue[]
  /** Where its values stand in the shared facts; null for one that the facts hold as text. */
  readonly fact: string | null
}

export interface RuleVersion {
  readonly from: number
  readonly to: number | null
  /** The proposal that brings this version in; null for the law and schemes as they are. */
  readonly proposal: string | null
  readonly expression: Expression
  readonly sources: readonly Source[]
}

export interface Rule {
  readonly name: string
  readonly title: string
  readonly scope: Scope
  readonly type: ValueType
  /** Law first, in date order, then one version a proposal. */
  readonly versions: readonly RuleVersion[]
}

export interface Clause {
  readonly outcome: OutcomeCode
  /** Null in the last clause, which takes what is left. */
  readonly when: Expression | null
  readonly amount: Expression | null
  readonly text: string
  readonly sources: readonly Source[]
}

export interface Note {
  readonly when: Expression | null
  readonly text: string
  readonly sources: readonly Source[]
}

/** Clauses that stand together from a date, in the order they are tried. */
export interface ClauseGroup {
  readonly from: number
  readonly to: number | null
  readonly proposal: string | null
  /** A proposal's group may stand before the law's clauses or in their place. */
  readonly isWhole: boolean
  readonly clauses: readonly Clause[]
  readonly notes: readonly Note[]
}

export type Period = 'week' | 'month' | 'year'

export interface Support {
  readonly name: string
  readonly title: string
  readonly scope: Scope
  readonly per: Period | null
  /** Proposals first, the latest leading; then the law's in date order. */
  readonly groups: readonly ClauseGroup[]
}

/** Law or schemes that are not, or were not always, so: an overlay from a date. */
export interface Proposal {
  readonly name: string
  readonly title: string
  readonly from: number
  readonly onTopOf: readonly string[]
  readonly sources: readonly Source[]
}

/** A test of law that exists in several wordings; each version is a rule named `predicate/version`. */
export interface Predicate {
  readonly name: string
  readonly title: string
  readonly versions: readonly { readonly name: string; readonly title: string; readonly rule: string }[]
}

export interface Area {
  readonly name: string
  /** What it is found by: its name, shorter names and code, all as plainName writes them. */
  readonly keys: readonly string[]
  readonly code: string
  readonly region: string
}

/** A scheme that runs in named areas from a date. */
export interface AreaList {
  readonly input: string
  readonly from: number
  readonly areas: ReadonlySet<string>
  readonly source: Source
}

export interface Example {
  readonly of: string
  readonly place: { readonly file: string; readonly path: readonly (string | number)[] }
  readonly on: string
  readonly given: Readonly<Record<string, unknown>>
  readonly proposals: readonly string[]
  readonly gives: string | number | boolean
}

export interface Rulebook {
  readonly name: string
  /** First day that the rules answer for. */
  readonly from: number
  /** The day the sources were last compared with the rules. */
  readonly compiled: number
  readonly sources: ReadonlyMap<string, Source>
  readonly inputs: ReadonlyMap<string, Input>
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly rules: ReadonlyMap<string, Rule>
  readonly supports: ReadonlyMap<string, Support>
  readonly proposals: ReadonlyMap<string, Proposal>
  readonly predicates: ReadonlyMap<string, Predicate>
  readonly areas: readonly Area[]
  readonly areaLists: readonly AreaList[]
  readonly examples: readonly Example[]
}

/** How often what the expression gives is paid in a year: 12 times where its unit is a month, else 52, by the week. */
export function timesAYear(
  { parameters, inputs }: Pick<Rulebook, 'parameters' | 'inputs'>,
  expression: Expression,
): number {
  if (expression.kind === 'parameter')
    return parameters.get(expression.name)?.unit === 'GBP per month' ? 12 : 52
  const type = expression.kind === 'input' ? inputs.get(expression.name)?.type : undefined
  return type?.kind === 'number' && type.unit === 'GBP per month' ? 12 : 52
}
