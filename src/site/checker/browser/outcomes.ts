/** The outcomes of an answer as a family reads them: one line a kind of help, with its reasons down to dated sources. */
import type {
  Answer,
  AnsweredOutcome,
  CitedSource,
  Interview,
  OutcomeCode,
  Reason,
} from '../../../rules/index.ts'
import { givenAge } from '../../../rules/index.ts'
import { answerContent } from './content.ts'
import { element } from './element.ts'
import { sayAmount } from './say-outcome.ts'
import { childLabel, WORDS } from './words.ts'

/** The same outcome of several children is told once. */
export interface ToldOutcome {
  readonly outcome: AnsweredOutcome
  readonly children: readonly number[]
}

export function groupOutcomes({ outcomes }: Pick<Answer, 'outcomes'>): ToldOutcome[] {
  const groups = new Map<string, { outcome: AnsweredOutcome; children: number[] }>()
  for (const outcome of outcomes) {
    const key = JSON.stringify([outcome.support, outcome.outcome, outcome.amount, textOf(outcome)])
    const group = groups.get(key) ?? { outcome, children: [] }
    if (outcome.child !== null) group.children.push(outcome.child)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** What the rule that decided says. */
export const textOf = ({ because }: AnsweredOutcome): string => because[0]?.text ?? ''

/** In a table: the outcome in a word or two, with its amount. */
export function sayOutcome(outcome: AnsweredOutcome): string {
  const words = answerContent.outcomes[outcome.qualifiesAs ?? outcome.outcome].short
  const amount = sayAmount(outcome)
  return amount === '' ? words : `${words}: ${amount}`
}

/** "For: First child (7), Second child (2)"; empty where it is the same for all, or about the household. */
export function sayChildren(children: readonly number[], interview: Interview): string {
  const whose = sayWhose(children, interview)
  return whose === '' ? '' : `${WORDS.forChild}: ${whose}`
}

export function sayWhose(children: readonly number[], interview: Interview): string {
  if (children.length === 0 || children.length === interview.children) return ''
  return children.map((child) => childLabel(child, givenAge(interview, child))).join(', ')
}

/** Built when it is opened: most reasons are never looked at. */
export function drawReasons(outcome: AnsweredOutcome): Node {
  const details = element('details', { class: 'why' }, element('summary', {}, WORDS.why))
  details.addEventListener('toggle', () => {
    if (details.open && details.childNodes.length === 1) details.appendChild(drawTree(outcome.because))
  })
  return details
}

function drawTree(reasons: readonly Reason[]): Node {
  return element(
    'ul',
    { class: 'reasons' },
    reasons.map(({ text, value, source, children }) =>
      element(
        'li',
        {},
        sayReason(text),
        value === null ? null : element('b', {}, ` ${sayReasonValue(value)}`),
        source === null ? null : drawSource(source),
        children.length === 0 ? null : drawTree(children),
      ),
    ),
  )
}

/** The rules name their outcomes; a family reads what they mean. */
const sayReason = (text: string): string =>
  text.replace(/^Not "[a-z-]+": /, WORDS.notThis).replace(/^Perhaps "[a-z-]+": /, WORDS.perhapsThis)

function sayReasonValue(value: string): string {
  const code = Object.keys(answerContent.outcomes).find((name) => name === value)
  // The keys of the content are the outcomes' names.
  return code === undefined ? value : answerContent.outcomes[code as OutcomeCode].short
}

export function drawSource({ title, address, date }: CitedSource): Node {
  return element('span', { class: 'source' }, ` ${WORDS.source}: `, outwardLink(address, title), `, ${date}`)
}

/** Opens beside this page, so that the answers here are not lost, and does not say where it comes from. */
export const outwardLink = (address: string, text: string) =>
  element(
    'a',
    { href: address, target: '_blank', rel: 'noopener noreferrer' },
    text,
    element('span', { class: 'unseen' }, ` ${WORDS.newTab}`),
  )
