/** Runs the examples that stand inside a rulebook, and its scenarios: what they say a family gets is what it gets. */
import { HoldfastError } from '../model/index.ts'
import { answerSituation } from './answer.ts'
import { deriveFacts } from './derive-facts.ts'
import { Evaluation } from './evaluate.ts'
import { parseDay } from './plain-date.ts'
import { makePlan } from './plan.ts'
import type { RulebookProblem } from './problem.ts'
import type { Example, Rulebook } from './rulebook.ts'
import { checkSituation, parseSituation } from './situation.ts'
import { NO, YES } from './truth.ts'

const CARER_KEYS = ['relationship', 'employment', 'weeksInJob', 'weeklyEarnings', 'universalCredit']

/**
 * A situation from the short form that rulebook files use: keys of carer and first child side by side, or `children`
 * for more than one.
 */
export function expandSituation(given: Readonly<Record<string, unknown>>, on: string): unknown {
  const { area, children, ...rest } = given
  const entries = Object.entries(rest)
  const carer = Object.fromEntries(entries.filter(([key]) => CARER_KEYS.includes(key)))
  const child = Object.fromEntries(entries.filter(([key]) => !CARER_KEYS.includes(key)))
  return { on, area: area ?? null, carer, children: children ?? [child] }
}

/** Examples that do not give what they say, or cannot be run, as problems at their places. */
export function checkExamples(rulebook: Rulebook): RulebookProblem[] {
  return rulebook.examples.flatMap((example) => {
    const at = { file: example.place.file, path: example.place.path }
    try {
      const unread = unreadKeys(example.given, example.on)
      if (unread !== '')
        return [
          { ...at, message: `the example of ${example.of} ${unread}`, advice: 'Use a key of a situation.' },
        ]
      const given = runExample(example, rulebook)
      if (given === example.gives) return []
      const message = `the example of ${example.of} gives ${given}, not ${example.gives}`
      return [
        {
          ...at,
          message,
          advice: 'Correct the example if the rule is right, or the rule if the example is.',
        },
      ]
    } catch (error) {
      if (!(error instanceof HoldfastError)) throw error
      return [
        {
          ...at,
          message: `the example of ${example.of} cannot be run: ${error.message}`,
          advice: 'Correct what it is given.',
        },
      ]
    }
  })
}

/** A misspelt key would be left out, and the example would be about another family than it says. */
export function unreadKeys(given: Example['given'], on: string): string {
  const { notices } = checkSituation(expandSituation(given, on))
  return notices
    .map(
      ({ path, message }) =>
        `is given \`${path.split('.').at(-1)}\`: ${lowerFirst(message).replace(/[.?]$/, '')}`,
    )
    .join('; ')
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** What the example gives: an outcome, "yes", "no", "unknown", or a number (pounds for money). */
export function runExample(example: Example, rulebook: Rulebook): string | number {
  const data = expandSituation(example.given, example.on)
  if (rulebook.supports.has(example.of)) {
    const { outcomes } = answerSituation(data, rulebook, { proposals: example.proposals })
    return outcomes.find(({ support, child }) => support === example.of && (child ?? 0) === 0)?.outcome ?? ''
  }
  const day = parseDay(example.on) ?? 0
  const { situation } = parseSituation(data)
  const evaluation = new Evaluation(
    makePlan(rulebook, day, example.proposals),
    deriveFacts(situation, day, rulebook),
  )
  const step = evaluation.evaluate({ kind: 'rule', name: example.of }, 0)
  if (step.type.kind === 'truth') return step.low === YES ? 'yes' : step.low === NO ? 'no' : 'unknown'
  return step.type.kind === 'number' && step.type.unit.startsWith('GBP') ? step.low / 100 : step.low
}
