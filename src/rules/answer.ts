/** The answer for one family on one day: every support, for each child or the household, explained and sourced. */
import { UsageError } from '../model/index.ts'
import { deriveFacts } from './derive-facts.ts'
import { Evaluation } from './evaluate.ts'
import { type CitedSource, Explanation, type Reason, Wording } from './explain.ts'
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

/** Answers a situation as parsed from JSON; throws as `answerSituation` does. */
export type AnswerFamily = (data: unknown, options?: AnswerOptions) => Answer

/** Days and proposals whose plans are kept at a time: more than a person compares, and not all that a script asks. */
const MOST_PLANS = 64

/** For many answers from one rulebook: the plan of a day under some proposals, and its texts, are made once and kept. */
export function prepareAnswers(rulebook: Rulebook): AnswerFamily {
  const kept = new Map<string, Wording>()
  const wordingOf = (day: number, names: readonly string[]): Wording => {
    const key = JSON.stringify([day, names])
    const known = kept.get(key)
    if (known) return known
    if (kept.size >= MOST_PLANS) kept.clear()
    const made = new Wording(makePlan(rulebook, day, names))
    kept.set(key, made)
    return made
  }
  return (data, options = {}) => {
    const { situation, notices } = parseSituation(data)
    const day = dayAsked(options.on ?? situation.on)
    const names = options.proposals ?? []
    const wording = wordingOf(day, names)
    const evaluation = new Evaluation(wording.plan, deriveFacts(situation, day, rulebook))
    const explanation = new Explanation(wording)
    const present = (outcome: Outcome) =>
      presentOutcome(outcome, { evaluation, explanation, wording, hasChanges: options.hasChanges ?? false })
    return {
      schema: 'holdfast/entitlement@1',
      on: formatDay(day),
      proposal: names.filter((name) => name !== TODAY).join('+') || TODAY,
      outcomes: decideAll(evaluation).map(present),
      notices: [...notices, ...findNotices(situation, day, rulebook)],
    }
  }
}

/**
 * @param data a situation as parsed from JSON (docs/rules.md).
 * @throws UsageError when the situation, the day, the council or a proposal cannot be used.
 */
export const answerSituation = (data: unknown, rulebook: Rulebook, options: AnswerOptions = {}): Answer =>
  prepareAnswers(rulebook)(data, options)

function dayAsked(on: string | null): number {
  const day = on === null ? null : parseDay(on)
  if (day !== null) return day
  throw new UsageError(
    'situation_invalid',
    on === null
      ? 'The situation names no day. Write "on": "2026-06-15" in it, or give --on 2026-06-15.'
      : `"${on}" is not a day. Write it as 2026-06-15.`,
  )
}

/** Every support of the rulebook, in its order; for each child where it is about a child. */
export function decideAll(evaluation: Evaluation): Outcome[] {
  return [...evaluation.plan.rulebook.supports.values()].flatMap((support) =>
    support.scope === 'household'
      ? [decide(evaluation, support, null)]
      : evaluation.facts.children.map((_, child) => decide(evaluation, support, child)),
  )
}

interface Presenting {
  readonly evaluation: Evaluation
  readonly explanation: Explanation
  readonly wording: Wording
  readonly hasChanges: boolean
}

function presentOutcome(outcome: Outcome, by: Presenting): AnsweredOutcome {
  const { amount, code, qualifiesAs } = outcome
  const notes = findNotes(outcome, by.evaluation)
  return {
    support: outcome.support.name,
    title: outcome.support.title,
    child: outcome.child,
    outcome: code,
    amount: amount && { low: amount.low / 100, high: amount.high / 100, currency: 'GBP', per: amount.per },
    because: by.explanation.explainOutcome(outcome, notes),
    settles: code === 'cannot-tell' ? findSettling(outcome, by.evaluation) : [],
    sources: sourcesOf(outcome, notes).map((source) => by.wording.cite(source)),
    ...(qualifiesAs ? { qualifiesAs } : {}),
    ...(by.hasChanges ? { changes: findChanges(outcome, by.evaluation) } : {}),
  }
}
