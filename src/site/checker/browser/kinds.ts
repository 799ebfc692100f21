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
}

/** @param answer tells private fostering, which follows from the relationship and the time; null where none is made yet */
export function kindsOf(app: App, answer: Answer | null): ChildKind[] {
  const { children } = toSituation(app.interview, questionContent.questions)
  return children.map((said, child) => ({ child, arrangements: possible(said, child, answer) }))
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
  return duty?.outcome === 'cannot-tell' ? ['informal', 'private-fostering'] : named
}

/** Told once: on the first page after the questions about the paper. */
export function describeKinds(app: App, { question, atMostMore }: AskedPage): Node[] {
  const { given } = app.interview
  const last = questionContent.questions.find(({ id }) => id === given[given.length - 1]?.question)
  if (atMostMore === null || question.isFirst || !last?.isFirst) return []
  const kinds = kindsOf(app, null).map(({ arrangements }) => arrangements)
  const names = [...new Set(kinds.map(([only, ...others]) => (only && others.length === 0 ? only : null)))]
  const text = names.every((name): name is Arrangement => name !== null)
    ? `${WORDS.soFar} ${names.map((name) => nameOf(name)).join(', and a ')}.`
    : WORDS.soFarOpen
  return [element('p', { class: 'told', role: 'status' }, text)]
}

export const nameOf = (arrangement: Arrangement): string => {
  const { name } = questionContent.kinds[arrangement]
  return name.charAt(0).toLowerCase() + name.slice(1)
}
