/** Which kind of carer this is, in words: what the law calls the arrangement of each child. */
import { type Answer, ARRANGEMENTS, type Arrangement, toSituation } from '../../../rules/index.ts'
import type { App } from './app.ts'
import { questionContent } from './content.ts'
import { element } from './element.ts'
import type { AskedPage } from './question-screen.ts'
import { WORDS } from './words.ts'

export interface ChildKind {
  readonly child: number
  /** One, or those it can still be. */
  readonly arrangements: readonly Arrangement[]
  /** The order that would make it so is asked for and not made. */
  readonly isAsked: boolean
}

/** @param answer tells private fostering, which follows from the relationship and the time; null where none is made yet */
export function kindsOf(app: App, answer: Answer | null): ChildKind[] {
  const { children } = toSituation(app.interview, questionContent.questions)
  return children.map((said, child) => ({
    child,
    arrangements: possible(said, child, answer),
    isAsked: said.orderMade === false,
  }))
}

function possible(
  said: Readonly<Record<string, unknown>>,
  child: number,
  answer: Answer | null,
): Arrangement[] {
  const open = Array.isArray(said.arrangementIsOneOf) ? said.arrangementIsOneOf : ARRANGEMENTS
  const named = ARRANGEMENTS.filter((name) =>
    said.arrangement == null ? open.includes(name) : name === said.arrangement,
  )
  if (named.length !== 1 || answer === null) return named
  const duty = answer.outcomes.find(
    (each) => each.support === 'private-fostering-duties' && each.child === child,
  )
  if (duty?.outcome === 'information') return ['private-fostering']
  // Who has asked for an order is told that; whether the council must be told is among the answers.
  const isOpen = duty?.outcome === 'cannot-tell' && said.orderMade !== false
  return isOpen ? ['informal', 'private-fostering'] : named
}

/** Told once: on the first page after the questions about the paper. */
export function describeKinds(app: App, { question, atMostMore }: AskedPage): Node[] {
  const { given } = app.interview
  const last = questionContent.questions.find(({ id }) => id === given[given.length - 1]?.question)
  if (atMostMore === null || question.isFirst || !last?.isFirst) return []
  const found = kindsOf(app, null)
  const isOpen = found.some(({ arrangements }) => arrangements.length !== 1)
  const text = isOpen ? WORDS.soFarOpen : sayKinds(found)
  return [element('p', { class: 'told', role: 'status' }, text)]
}

/** Of children whose arrangement is known: what the carer is, and what a court has been asked for. */
function sayKinds(found: readonly ChildKind[]): string {
  const names: string[] = []
  const asked: string[] = []
  for (const { arrangements, isAsked } of found)
    for (const name of arrangements) {
      const words = isAsked ? questionContent.kinds[name].asked : undefined
      if (words === undefined) names.push(nameOf(name))
      else asked.push(words)
    }
  const are = names.length === 0 ? [] : [`${WORDS.soFar} ${[...new Set(names)].join(', and a ')}.`]
  return [...are, ...new Set(asked)].join(' ')
}

export const nameOf = (arrangement: Arrangement): string => {
  const { name } = questionContent.kinds[arrangement]
  return name.charAt(0).toLowerCase() + name.slice(1)
}
