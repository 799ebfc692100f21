/** Where each child stands with one support under one plan, in the few words that reach is counted in. */
import type { Expression } from '../expression.ts'
import type { Plan } from '../plan.ts'
import { type Columns, makeOutcomeColumns, type NumberedPlan, numberPlan, type Program } from '../program.ts'
import { type Clause, OUTCOMES, type Support } from '../rulebook.ts'

/**
 * In the order that tables show them. "reached" is a right, or a scheme in named areas; "judged" is a right that hangs on
 * somebody's judgement or on what is not asked here; "unnamed-pilot" a scheme in areas that nobody named, so nobody can say whom it reaches.
 */
export const STANDINGS = [
  'reached',
  'judged',
  'unnamed-pilot',
  'council-decides',
  'informed',
  'left-out',
  'cannot-tell',
] as const
export type Standing = (typeof STANDINGS)[number]

export const REACHED = STANDINGS.indexOf('reached')

export interface StandingColumns {
  /** Place in STANDINGS. */
  readonly standing: Uint8Array
  /** Place among all clauses of the support. */
  readonly clause: Uint8Array
  /** Pence for the support's period; -1 where there is no amount or its rate is not held. */
  readonly amount: Int32Array
}

export const clausesOf = (support: Support): Clause[] => support.groups.flatMap((group) => group.clauses)

/** A row for each child, for supports of the household too. */
export function standChildren(
  program: Program,
  plan: Plan,
  support: Support,
  columns: Columns,
  numbered: NumberedPlan = numberPlan(plan),
): StandingColumns {
  const isOfChild = support.scope === 'child'
  const outcomes = makeOutcomeColumns(isOfChild ? columns.household.length : columns.households)
  program.supports[support.name]?.(columns, numbered, outcomes)
  const byClause = clausesOf(support).map((clause) => STANDINGS.indexOf(standingOf(clause, plan)))
  const cannotTell = OUTCOMES.indexOf('cannot-tell')
  const rows = columns.household.length
  const result = {
    standing: new Uint8Array(rows),
    clause: new Uint8Array(rows),
    amount: new Int32Array(rows),
  }
  for (let row = 0; row < rows; row++) {
    const at = isOfChild ? row : (columns.household[row] ?? 0)
    const clause = outcomes.clause[at] ?? 0
    result.clause[row] = clause
    result.standing[row] =
      outcomes.code[at] === cannotTell ? STANDINGS.indexOf('cannot-tell') : (byClause[clause] ?? 0)
    result.amount[row] = outcomes.low[at] ?? -1
  }
  return result
}

/** Where whoever a clause takes stands. */
export function standingOf(clause: Clause, plan: Plan): Standing {
  switch (clause.outcome) {
    case 'entitled':
      return 'reached'
    case 'pilot-area':
      return clause.when && restsOnArea(clause.when, plan) ? 'reached' : 'unnamed-pilot'
    case 'conditional':
      return 'judged'
    case 'council-decides':
      return 'council-decides'
    case 'information':
      return 'informed'
    default:
      return 'left-out'
  }
}

/** Whether a condition asks which council it is: a scheme that does not is one whose areas were never named. */
function restsOnArea(expression: Expression, plan: Plan): boolean {
  const lists = new Set(plan.rulebook.areaLists.map(({ input }) => input))
  const visit = (part: Expression): boolean => {
    switch (part.kind) {
      case 'input':
        return lists.has(part.name)
      case 'rule': {
        const version = plan.versions.get(part.name)
        return version !== undefined && visit(version.expression)
      }
      case 'all':
      case 'any':
        return part.of.some(visit)
      case 'not':
        return visit(part.of)
      default:
        return false
    }
  }
  return visit(expression)
}
