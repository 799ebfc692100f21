/** An entitlement answer for a terminal: a table of what there is, then what was read otherwise than it was said. */
import type { Answer, AnsweredOutcome, OutcomeCode } from '../rules/index.ts'
import { cleanForTerminal, wrapText } from './display-width.ts'
import { renderTable } from './table.ts'
import type { TextStyle } from './text-style.ts'

const WORDS: Readonly<Record<OutcomeCode, string>> = {
  entitled: 'yes',
  conditional: 'if you meet conditions',
  'council-decides': 'your council decides',
  'pilot-area': 'only in a pilot area',
  information: 'information',
  'not-under-this': 'no',
  'cannot-tell': 'cannot tell yet',
  'rate-not-held': 'yes, rate not held',
}

const COLUMNS = [
  { title: 'support', least: 16, most: 34, share: 1 },
  { title: 'answer', least: 10, most: 22, share: 0 },
  { title: 'amount', least: 12, most: 22, share: 0 },
  { title: 'why', least: 20, most: 90, share: 3 },
] as const

export function entitlementText(
  answer: Answer,
  { width, style }: { width: number; style: TextStyle },
): string {
  const hasSeveral = answer.outcomes.some(({ child }) => child !== null && child > 0)
  const rows = answer.outcomes.map((outcome) => [
    outcome.title + (hasSeveral && outcome.child !== null ? ` (child ${outcome.child + 1})` : ''),
    WORDS[outcome.outcome],
    describeAmount(outcome),
    describeWhy(outcome),
  ])
  const notices = answer.notices.flatMap(({ path, message }) =>
    wrapText(cleanForTerminal(`Note: ${path}: ${message}`), width),
  )
  return [
    style.bold(`On ${answer.on}, under ${answer.proposal}`),
    '',
    ...renderTable(COLUMNS, rows, width, style),
    '',
    ...notices,
    'This is information, not advice. --format json gives every reason with its source.',
    '',
  ].join('\n')
}

function describeAmount({ amount }: AnsweredOutcome): string {
  if (amount === null) return ''
  const low = `£${amount.low.toFixed(2)}`
  const range = amount.low === amount.high ? low : `${low} to £${amount.high.toFixed(2)}`
  return `${range} a ${amount.per}`
}

function describeWhy({ outcome, because, settles }: AnsweredOutcome): string {
  if (outcome === 'cannot-tell') return `Depends on: ${settles.join(', ')}`
  return because[0]?.text ?? ''
}
