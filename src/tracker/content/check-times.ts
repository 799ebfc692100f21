/** Days that cannot be: what was due before it was asked, a term that ends before it begins, words of a government out of its time. */
import type { FuzzyDate } from '../../model/index.ts'
import type { RecordOf } from '../record/index.ts'
import type { Content } from './parse-content.ts'

/** What is wrong, and how to put it right. */
type Problem = readonly [message: string, fix: string]

export function findAskProblems(ask: RecordOf<'ask'>): Problem[] {
  const problems: Problem[] = []
  if (ask.dueBy !== null && ask.dueBy.to < ask.on.from)
    problems.push(['was due before it was asked.', 'Check "on" and "dueBy".'])
  const isLookedAt = ask.state !== 'open' && ask.state !== 'not-looked-at'
  if (isLookedAt && ask.stateReason === undefined)
    problems.push([
      `is "${ask.state}", and does not say how that is known.`,
      'Fill "stateReason" (and "stateOn", the day), or set the state to not-looked-at.',
    ])
  return problems
}

export function findTermProblems({ from, to }: RecordOf<'government'>): Problem[] {
  return to !== null && to < from ? [['ends before it begins.', 'Check "from" and "to".']] : []
}

/** Whose words these are, said on a day: nobody speaks for a government that is not yet there, or no longer. */
export function findOutOfTerm(
  content: Content,
  { on, government, what }: { readonly on: FuzzyDate; readonly government: string; readonly what: string },
): Problem[] {
  const term = content.records.find(({ type, id }) => type === 'government' && id === government)
  if (term?.type !== 'government') return []
  const { from, to } = term.body
  if (on.to < from)
    return [
      [
        `${what} is dated ${on.words}, before government "${government}" began (${from}).`,
        'Check the day, or name the government of that day.',
      ],
    ]
  if (to !== null && on.from > to)
    return [
      [
        `${what} is dated ${on.words}, after government "${government}" ended (${to}).`,
        'Check the day, or name the government of that day.',
      ],
    ]
  return []
}
