/** One question on a page: asked of the household or of each child it matters for, checked, and explained where it does not fit. */
import {
  answerPage,
  checkSituation,
  type GivenPage,
  givenAge,
  givenValue,
  type Question,
  toSituation,
} from '../../../rules/index.ts'
import type { App } from './app.ts'
import { questionContent } from './content.ts'
import { element } from './element.ts'
import { type Field, makeField } from './fields.ts'
import { describeKinds } from './kinds.ts'
import { sayValue } from './say-value.ts'
import { childLabel, WORDS } from './words.ts'

export interface AskedPage {
  readonly question: Question
  readonly children: readonly (number | null)[]
  /** Null on a page that is answered again. */
  readonly atMostMore: number | null
  /** Counts from 1. */
  readonly number: number
}

interface ShownError {
  readonly message: string
  readonly at: string
  /** The page to change instead. */
  readonly other?: { readonly index: number; readonly short: string }
}

/** More than this is no help to know. */
const MOST_TO_TELL = 12

export function drawQuestion(app: App, asked: AskedPage) {
  const { question, children } = asked
  const isEach = children.length > 1 || (question.of === 'child' && app.interview.children > 1)
  const title = element('h1', { tabindex: '-1', id: 'ask' }, question.ask)
  const councils = app.rulebook.areas.map(({ name }) => name).sort()
  const fields = children.map((child) => {
    const id = child === null ? 'answer' : `answer-${child}`
    const value = givenValue(app.interview, question.id, child)
    return {
      child,
      id,
      field: makeField({
        question,
        interview: app.interview,
        child,
        value,
        id,
        councils,
        describedBy: isEach ? 'ask help' : 'help',
      }),
    }
  })
  const errors = element('div', {})
  const form = element(
    'form',
    { novalidate: true, autocomplete: 'off', class: 'question' },
    fields.map(({ child, id, field }) => drawFieldset(app, question, child, id, field, isEach)),
    element('p', { class: 'buttons' }, element('button', { type: 'submit', class: 'main' }, WORDS.next)),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    submit(app, asked, fields, errors, form)
  })
  const nodes = [
    backLink(),
    element('p', { class: 'progress' }, describeProgress(asked)),
    ...describeKinds(app, asked),
    errors,
    title,
    element('p', { id: 'help' }, question.help),
    form,
    element(
      'details',
      { class: 'why' },
      element('summary', {}, WORDS.whyHead),
      element('p', {}, question.why),
    ),
  ]
  return { nodes, focus: title }
}

export const backLink = () =>
  element(
    'p',
    { class: 'back' },
    element('button', { type: 'button', onclick: () => history.back() }, WORDS.back),
  )

function describeProgress({ number, atMostMore }: AskedPage): string {
  const place = WORDS.question(number)
  return atMostMore === null || atMostMore > MOST_TO_TELL
    ? place
    : `${place}. ${WORDS.atMostMore(atMostMore)}`
}

function drawFieldset(
  app: App,
  question: Question,
  child: number | null,
  id: string,
  field: Field,
  isEach: boolean,
) {
  const age = child === null ? null : givenAge(app.interview, child)
  const legend = isEach ? childLabel(child ?? 0, age) : question.ask
  return element(
    'fieldset',
    { id: `${id}-set`, 'aria-describedby': isEach ? 'ask help' : 'help' },
    element('legend', { class: isEach ? undefined : 'unseen' }, legend),
    element('p', { class: 'error', id: `${id}-error`, hidden: true }),
    field.nodes,
  )
}

function submit(
  app: App,
  asked: AskedPage,
  fields: readonly { readonly child: number | null; readonly id: string; readonly field: Field }[],
  errors: HTMLElement,
  form: HTMLFormElement,
): void {
  const reads = fields.map(({ child, id, field }) => ({ child, id, read: field.read() }))
  const wrong = reads.flatMap(({ id, read }) =>
    read.kind === 'error' ? [{ id, message: read.message, at: read.at }] : [],
  )
  if (wrong.length > 0) {
    showErrors(app, errors, form, wrong)
    return
  }
  const values = reads.flatMap(({ child, read }) =>
    read.kind === 'value' ? [{ child, value: read.value }] : [],
  )
  const page: GivenPage = { question: asked.question.id, values }
  const against = findContradiction(app, page)
  if (against === null) app.settle(page)
  else showErrors(app, errors, form, [{ id: fields[0]?.id ?? '', ...against }])
}

/** What was said before and cannot be true together with this answer. */
function findContradiction(app: App, page: GivenPage): ShownError | null {
  const questions = questionContent.questions
  const next = answerPage(app.interview, page, questions)
  const [problem] = checkSituation(toSituation(next, questions)).contradictions
  if (problem === undefined) return null
  const involved = [problem.path, problem.against ?? ''].map((path) => questionOf(path, next))
  const other = involved.find((each) => each !== null && each.page.question !== page.question)
  const own = involved.find((each) => each !== null && each.page.question === page.question)
  const said = [other, own].flatMap((each) =>
    each ? [` “${each.question.short}”: ${sayValue(each.question, each.value)}.`] : [],
  )
  const index = other ? app.interview.given.indexOf(other.page) : -1
  return {
    message: `${WORDS.contradiction}${said.join('')}${said.length === 0 ? ` ${problem.message}.` : ''}`,
    at: 'ask',
    ...(other && index >= 0 ? { other: { index, short: other.question.short } } : {}),
  }
}

/** The answered question that filled a place of the situation, such as "children[0].born". */
function questionOf(path: string, { given }: App['interview']) {
  const match = /^(?:carer|children\[(\d+)\])\.(\w+)$/.exec(path)
  if (match === null) return null
  const child = match[1] === undefined ? null : Number(match[1])
  for (const page of given) {
    const question = questionContent.questions.find(({ id }) => id === page.question)
    const value = page.values.find((each) => each.child === child)?.value
    if (question === undefined || value === undefined || value === null) continue
    const keys = [question.key, ...Object.keys(question.options?.find(({ id }) => id === value)?.sets ?? {})]
    if (keys.includes(match[2])) return { page, question, value }
  }
  return null
}

function showErrors(
  app: App,
  place: HTMLElement,
  form: HTMLFormElement,
  wrong: readonly (ShownError & { readonly id: string })[],
): void {
  for (const old of form.querySelectorAll<HTMLElement>('.error')) old.hidden = true
  for (const old of form.querySelectorAll('[aria-invalid]')) old.removeAttribute('aria-invalid')
  const summary = element(
    'div',
    { class: 'errors', role: 'alert', tabindex: '-1' },
    element('h2', {}, WORDS.errorHead),
    element(
      'ul',
      {},
      wrong.map(({ message, at, other }) =>
        element(
          'li',
          {},
          element('a', { href: `#${at}`, onclick: (event) => focusOn(event, at) }, message),
          other === undefined ? null : element('p', {}, changeButton(app, other), ` ${WORDS.orChangeThis}`),
        ),
      ),
    ),
  )
  for (const { id, message, at } of wrong) {
    const error = form.querySelector<HTMLElement>(`#${id}-error`)
    if (error === null) continue
    error.hidden = false
    error.textContent = message
    const input = document.getElementById(at)
    input?.setAttribute('aria-invalid', 'true')
    input?.setAttribute('aria-describedby', `${id}-error`)
  }
  while (place.firstChild) place.removeChild(place.firstChild)
  place.appendChild(summary)
  summary.focus()
}

const changeButton = (app: App, { index, short }: { index: number; short: string }) =>
  element(
    'button',
    { type: 'button', onclick: () => app.go({ kind: 'page', index, isChange: true }) },
    WORDS.changeOther(short),
  )

/** A link to a fragment would write the address: the focus moves and the address stays. */
function focusOn(event: Event, id: string): void {
  event.preventDefault()
  document.getElementById(id)?.focus()
}
