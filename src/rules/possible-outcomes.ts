/** What a support can still come to for a family of which only some things are known: for tables of whole groups. */
import { deriveFacts } from './derive-facts.ts'
import { Evaluation } from './evaluate.ts'
import { type CitedSource, cite, fillIn } from './explain.ts'
import { findSettling } from './find-changes.ts'
import { decide } from './outcome.ts'
import { parseDay } from './plain-date.ts'
import { makePlan } from './plan.ts'
import type { OutcomeCode, Rulebook } from './rulebook.ts'
import { parseSituation } from './situation.ts'
import { NO } from './truth.ts'

export interface PossibleOutcome {
  readonly outcome: OutcomeCode
  /** What the rule says that gives it. */
  readonly text: string
  readonly sources: readonly CitedSource[]
}

export interface PossibleOutcomes {
  /** In the order they are tried; one where everything that matters is known. */
  readonly outcomes: readonly PossibleOutcome[]
  /** The answers that would leave fewer: found by trying, so only where it is asked for. */
  readonly findSettles: () => readonly string[]
}

/** Finds what a support can come to for the first child of a situation. */
export type FindPossibleOutcomes = (data: unknown, support: string) => PossibleOutcomes

/**
 * @param on an ISO day
 * @throws UsageError for a day or a proposal that cannot be used; what is returned throws it for a situation that
 * cannot be used, and a plain error for a support that there is none of.
 */
export function preparePossibleOutcomes(
  rulebook: Rulebook,
  { on, proposals }: { on: string; proposals: readonly string[] },
): FindPossibleOutcomes {
  const day = parseDay(on) ?? 0
  const plan = makePlan(rulebook, day, proposals)
  return (data, name) => {
    const support = rulebook.supports.get(name)
    if (!support) throw new Error(`there is no support ${name}`)
    const evaluation = new Evaluation(plan, deriveFacts(parseSituation(data).situation, day, rulebook))
    const outcome = decide(evaluation, support, support.scope === 'child' ? 0 : null)
    const possible = outcome.tried.filter(({ truth }) => truth !== NO)
    return {
      outcomes: possible.map(({ clause }) => ({
        outcome: clause.outcome,
        text: fillIn(clause.text, plan),
        sources: clause.sources.map(cite),
      })),
      findSettles: () => (possible.length > 1 ? findSettling(outcome, evaluation) : []),
    }
  }
}
