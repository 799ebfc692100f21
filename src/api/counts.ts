/** How many of each: the figures that head a table, a page and a summary line. */
import {
  type Comparison,
  DECISIONS,
  type Decision,
  STATEMENT_KINDS,
  STRENGTHS,
  type Statement,
  type StatementKind,
  type Strength,
} from '../model/index.ts'

interface Count<Name extends string> {
  readonly name: Name
  readonly count: number
}

function countBy<Name extends string>(order: readonly Name[], names: readonly Name[]): Count<Name>[] {
  return order
    .map((name) => ({ name, count: names.filter((each) => each === name).length }))
    .filter(({ count }) => count > 0)
}

/** Kinds that occur, in the order of the contract. */
export const countKinds = (statements: readonly Statement[]): Count<StatementKind>[] =>
  countBy(
    STATEMENT_KINDS,
    statements.map(({ kind }) => kind),
  )

/** Decisions that occur, in the order of the contract. */
export const countDecisions = ({ rows }: Comparison): Count<Decision>[] =>
  countBy(
    DECISIONS,
    rows.map(({ decision }) => decision),
  )

/** Strengths of all commitments of a comparison that occur, strongest first. */
export const countStrengths = ({ rows }: Comparison): Count<Strength>[] =>
  countBy(
    STRENGTHS,
    rows.flatMap(({ commitments }) => commitments.flatMap(({ strength }) => strength ?? [])),
  )

/** The strongest of the strengths given; null when there is none. */
export function strongest(commitments: readonly Statement[]): Strength | null {
  return STRENGTHS.find((strength) => commitments.some((each) => each.strength === strength)) ?? null
}

/**
 * A sentence that owns up to the answers that the response does not say in words but that were read out of what it does;
 * null where there are none. An inference is shown as one.
 */
export function describeInferred({ rows }: Comparison): string | null {
  const answered = rows.filter(({ decision }) => decision !== 'no-response')
  const inferred = answered.filter(({ decisionEvidence }) => decisionEvidence === null).length
  if (inferred === 0) return null
  const verb = inferred === 1 ? 'is' : 'are'
  if (inferred === answered.length)
    return 'The response says no answer in so many words: each is our reading of what it does and promises.'
  return `${inferred} of the ${answered.length} answers ${verb} not said in so many words, but our reading of what the response does and promises.`
}
