/**
 * What generated code reads and writes: households in columns, the plan of a day as numbers, outcomes in columns.
 * A column of truths or choices is named after its input; a number has two, its least and (`name:high`) its most.
 */
import { type Elders, listElders } from './elders.ts'
import { type Fact, type HouseholdFacts, isOpen } from './facts.ts'
import type { Plan } from './plan.ts'
import type { Dimension, Rulebook } from './rulebook.ts'
import { listSeveral, packWords, type Words, wordPlaces } from './words.ts'

export interface Columns {
  readonly households: number
  /** Where the children of each household begin; one longer than the households, so that the last ends too. */
  readonly start: Int32Array
  /** The household of each child. */
  readonly household: Int32Array
  readonly data: Readonly<Record<string, Uint16Array | Int32Array>>
  /** Truths and choices as bits, the households of several children, and who is older: for code that takes what is known. */
  readonly words: Words
  readonly several: Int32Array
  readonly elders: Elders
  /** The inputs that are known of every household. */
  readonly known: ReadonlySet<string>
}

/** A plan as the numbers that generated code takes: which version, which groups of clauses, which values. */
export interface NumberedPlan {
  /** Index of the version in force, by rule. */
  readonly versions: Uint8Array
  /** 1 for each group of clauses in force, by support and then group. */
  readonly groups: Uint8Array
  /** The cells of every parameter; NaN where none is held. */
  readonly cells: Float64Array
  /** The same as whole pence, for amounts that are a rate and nothing else; -1 where none is held, and in one place more. */
  readonly amounts: Int32Array
}

/** One row a child, or one a household for supports of the household. */
export interface OutcomeColumns {
  /** Index in OUTCOMES. */
  readonly code: Uint8Array
  /** Which clause decided: its place among all clauses of the support, group after group; the first possible one. */
  readonly clause: Uint8Array
  /** Pence; -1 where there is no amount. */
  readonly low: Int32Array
  readonly high: Int32Array
}

/** Writes the outcomes of one support. */
export type Judge = (columns: Columns, plan: NumberedPlan, outcomes: OutcomeColumns) => void

/** What `generateProgram` wrote, ready to be asked: one function a support. */
export interface Program {
  readonly supports: Readonly<Record<string, Judge>>
}

/** Where the cells of each parameter begin in `NumberedPlan.cells`. */
export function cellOffsets(rulebook: Rulebook): Map<string, number> {
  let next = 0
  return new Map(
    [...rulebook.parameters.values()].map((parameter) => {
      const offset = next
      next += countCells(parameter.dimensions)
      return [parameter.name, offset]
    }),
  )
}

export const countCells = (dimensions: readonly Dimension[]) =>
  dimensions.reduce((count, { values, bands }) => count * (values ?? bands ?? []).length, 1)

export function numberPlan(plan: Plan): NumberedPlan {
  const { rulebook } = plan
  const versions = [...rulebook.rules.values()].map((rule) => {
    const chosen = plan.versions.get(rule.name)
    return chosen ? rule.versions.indexOf(chosen) : 0
  })
  const groups = [...rulebook.supports.values()].flatMap((support) => {
    const active = plan.groups.get(support.name) ?? []
    return support.groups.map((group) => (active.includes(group) ? 1 : 0))
  })
  const cells = [...rulebook.parameters.values()].flatMap((parameter) => {
    const held = plan.held.get(parameter.name)
    return held ? held.cells : new Array<number>(countCells(parameter.dimensions)).fill(Number.NaN)
  })
  return {
    versions: Uint8Array.from(versions),
    groups: Uint8Array.from(groups),
    cells: Float64Array.from(cells),
    amounts: Int32Array.from([...cells, Number.NaN], (cell) => (Number.isNaN(cell) ? -1 : Math.round(cell))),
  }
}

export function encodeColumns(households: readonly HouseholdFacts[], rulebook: Rulebook): Columns {
  const start = new Int32Array(households.length + 1)
  for (const [index, household] of households.entries())
    start[index + 1] = (start[index] ?? 0) + household.children.length
  const household = new Int32Array(start[households.length] ?? 0)
  for (let index = 0; index < households.length; index++)
    household.fill(index, start[index] ?? 0, start[index + 1] ?? 0)
  const rows = { household: households.length, child: start[households.length] ?? 0 }
  const data: Record<string, Uint16Array | Int32Array> = {}
  const known = new Set<string>()
  for (const input of rulebook.inputs.values()) {
    const { name, scope, type } = input
    const isNumber = type.kind === 'number'
    const low = isNumber ? new Int32Array(rows[scope]) : new Uint16Array(rows[scope])
    const high = new Int32Array(isNumber ? rows[scope] : 0)
    let row = 0
    let isKnown = true
    const write = (fact: Fact | undefined) => {
      low[row] = fact?.low ?? 0
      if (fact && isOpen(input, fact)) isKnown = false
      if (isNumber) high[row] = fact?.high ?? 0
      row++
    }
    for (const household of households) {
      if (scope === 'household') write(household.household[name])
      else for (const child of household.children) write(child[name])
    }
    data[name] = low
    if (isKnown) known.add(name)
    if (isNumber) data[`${name}:high`] = high
  }
  const several = listSeveral(start, households.length)
  return {
    households: households.length,
    start,
    household,
    data,
    words: packWords(wordPlaces(rulebook), data, rows),
    several,
    elders: listElders(start, several, data['child.born'] ?? new Int32Array(rows.child)),
    known,
  }
}

export function makeOutcomeColumns(rows: number): OutcomeColumns {
  return {
    code: new Uint8Array(rows),
    clause: new Uint8Array(rows),
    low: new Int32Array(rows),
    high: new Int32Array(rows),
  }
}
