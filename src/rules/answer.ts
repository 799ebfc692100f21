/** The answer for one family on one day: every support, for each child or the household, explained and sourced. */
import { UsageError } from '../model/index.ts'
import { deriveFacts } from './derive-facts.ts'
import { Evaluation } from './evaluate.ts'
import { type CitedSource, cite, explainOutcome, type Reason } from './explain.ts'
import { type Change, findChanges, findSettling } from './find-changes.ts'
import type { SituationProblem } from './json-reader.ts'
import { findNotices } from './notices.ts'
import { decide, findNotes, type Outcome, sourcesOf } from './outcome.ts'
import { formatDay, parseDay } from './plain-date.ts'
import { makePlan, TODAY } from './plan.ts'
import type { OutcomeCode, Period, Rulebook } from './rulebook.ts'
import { parseSituation } from './situation.ts'

export interface AnsweredOutcome {
  readonly support: string
  /** The support in words. */
  readonly title: string
  readonly child: number | null
  readonly outcome: OutcomeCode
  /** Pounds. */
  readonly amount: { low: number; high: number; currency: 'GBP'; per: Period } | null
  readonly because: readonly Reason[]
  readonly settles: readonly string[]
  readonly sources: readonly CitedSource[]
  /** Only beside "rate-not-held": what the family qualifies as. */
  readonly qualifiesAs?: OutcomeCode
  /** Only when asked for. */
  readonly changes?: readonly Change[]
}

export interface Answer {
  readonly schema: 'holdfast/entitlement@1'
  readonly on: string
  readonly proposal: string
  readonly outcomes: readonly AnsweredOutcome[]
  /** What was not used, or was read otherwise than it was said. */
  readonly notices: readonly SituationProblem[]
}

export interface AnswerOptions {
  /** ISO day; wins over the situation's own. */
  readonly on?: string
  /** Names of proposals to stack; none for the law and schemes of the day. */
  readonly proposals?: readonly string[]
  /** Also says which single answer, given differently, would bring another outcome; this costs many evaluations. */
  readonly hasChanges?: boolean
}

/**
 * @param data a situation as parsed from JSON (docs/rules.md).
 * @throws UsageError when the situation, the day, the council or a proposal cannot be used.
 */
export function answerSituation(data: unknown, rulebook: Rulebook, options: AnswerOptions = {}): Answer {
  const { situation, notices } = parseSituation(data)
  const on = options.on ?? situation.on
  const day = on === null ? null : parseDay(on)
  if (on === null || day === null)
    throw new UsageError(
      'situation_invalid',
      on === null
        ? 'The situation names no day. Write "on": "2026-06-15" in it, or give --on 2026-06-15.'
        : `"${on}" is not a day. Write it as 2026-06-15.`,
    )
  const names = options.proposals ?? []
  const plan = makePlan(rulebook, day, names)
  const facts = deriveFacts(situation, day, rulebook)
  const evaluation = new Evaluation(plan, facts)
  const outcomes = decideAll(evaluation)
  return {
    schema: 'holdfast/entitlement@1',
    on: formatDay(day),
    proposal: names.filter((name) => name !== TODAY).join('+') || TODAY,
    outcomes: outcomes.map((outcome) => presentOutcome(outcome, evaluation, options.hasChanges ?? false)),
    notices: [...notices, ...findNotices(situation, day, rulebook)],
  }
}

/** Every support of the rulebook, in its order; for each child where it is about a child. */
export function decideAll(evaluation: Evaluation): Outcome[] {
  return [...evaluation.plan.rulebook.supports.values()].flatMap((support) =>
    support.scope === 'household'
      ? [decide(evaluation, support, null)]
      : evaluation.facts.children.map((_, child) => decide(evaluation, support, child)),
  )
}

function presentOutcome(outcome: Outcome, evaluation: Evaluation, hasChanges: boolean): AnsweredOutcome {
  const { amount, code, qualifiesAs } = outcome
  const notes = findNotes(outcome, evaluation)
  return {
    support: outcome.support.name,
    title: outcome.support.title,
    child: outcome.child,
    outcome: code,
    amount: amount && { low: amount.low / 100, high: amount.high / 100, currency: 'GBP', per: amount.per },
    because: explainOutcome(outcome, notes, evaluation.plan),
    settles: code === 'cannot-tell' ? findSettling(outcome, evaluation) : [],
    sources: sourcesOf(outcome, notes).map(cite),
    ...(qualifiesAs ? { qualifiesAs } : {}),
    ...(hasChanges ? { changes: findChanges(outcome, evaluation) } : {}),
  }
}
