/** The answers: what there is now, what the council decides, what is promised, and what would be otherwise. */
import {
  type Answer,
  findNextQuestion,
  givenAge,
  type OutcomeCode,
  parseDay,
  sayDay,
  toSituation,
} from '../../../rules/index.ts'
import type { App } from './app.ts'
import { answerContent, questionContent } from './content.ts'
import { element } from './element.ts'
import { kindsOf, nameOf } from './kinds.ts'
import {
  drawReasons,
  groupOutcomes,
  outwardLink,
  sayChildren,
  sayWhose,
  type ToldOutcome,
  textOf,
} from './outcomes.ts'
import { backLink } from './question-screen.ts'
import { drawFileButtons } from './saved-file.ts'
import { sayAmount, supportName } from './say-outcome.ts'
import { sayValue } from './say-value.ts'
import { drawWhatIf } from './what-if.ts'
import { childLabel, WORDS } from './words.ts'

/** A rate that is not held stands where the outcome would: the family qualifies, and only the number is missing. */
const SECTIONS: readonly OutcomeCode[] = [
  'entitled',
  'pilot-area',
  'council-decides',
  'conditional',
  'cannot-tell',
  'information',
  'not-under-this',
]

export function drawAnswers(app: App) {
  const answer = answerFor(app)
  const told = groupOutcomes(answer)
  const title = element('h1', { tabindex: '-1' }, WORDS.answersHead)
  const nodes = [
    backLink(),
    title,
    drawLeftOut(app),
    drawKinds(app, answer),
    drawGlance(app, told),
    element('p', { class: 'told' }, WORDS.information),
    element(
      'p',
      { class: 'quiet' },
      WORDS.onDay(sayDay(parseDay(answer.on) ?? 0), sayDay(app.rulebook.compiled)),
    ),
    // That the rules were compared before today is said above.
    ...answer.notices
      .filter(({ path }) => path !== 'on')
      .map(({ message }) => element('p', { class: 'told' }, message)),
    ...SECTIONS.flatMap((code) => drawSection(app, code, told)),
    ...drawWhatIf(app, answer),
    drawAdvice(),
    drawGiven(app),
    drawFileButtons(app),
  ]
  return { nodes, focus: title }
}

/** For the day on which it is asked; a file that was loaded keeps its own day for the ages in it. */
export function answerFor(app: App, proposals: readonly string[] = [], on: string = app.day): Answer {
  const situation = toSituation(app.interview, questionContent.questions)
  return app.answer(situation, { on, proposals })
}

function drawLeftOut({ leftOut }: App): Node {
  if (leftOut.length === 0) return element('div', {})
  return element(
    'div',
    { class: 'told' },
    element('p', {}, WORDS.loadPartly),
    element(
      'ul',
      { class: 'bullets' },
      leftOut.map((text) => element('li', {}, text)),
    ),
  )
}

function drawKinds(app: App, answer: Answer): Node {
  const kinds = kindsOf(app, answer)
  return element(
    'div',
    { class: 'kinds' },
    kinds.map(({ child, arrangements, isAsked }) => {
      const whose = kinds.length > 1 ? `${childLabel(child, givenAge(app.interview, child))}: ` : ''
      const [only, ...others] = arrangements
      const asked = only === undefined || !isAsked ? undefined : questionContent.kinds[only].asked
      if (asked !== undefined && others.length === 0) return element('p', {}, whose, asked)
      if (only !== undefined && others.length === 0)
        return element(
          'p',
          {},
          `${whose}${WORDS.youAre} `,
          element('strong', {}, nameOf(only)),
          `. ${questionContent.kinds[only].plain}`,
        )
      return [
        element('p', {}, whose, WORDS.youMayBe),
        element(
          'ul',
          { class: 'bullets' },
          arrangements.map((name) => {
            const { name: called, plain } = questionContent.kinds[name]
            return element('li', {}, element('strong', {}, called), `. ${plain}`)
          }),
        ),
      ]
    }),
  )
}

const codeOf = ({ outcome }: ToldOutcome): OutcomeCode => outcome.qualifiesAs ?? outcome.outcome

/** The whole answer in the first screen: under each heading the names, and the way to each. */
function drawGlance(app: App, told: readonly ToldOutcome[]): Node {
  const rows = SECTIONS.filter((code) => code !== 'not-under-this').flatMap((code) => {
    const own = told.filter((each) => codeOf(each) === code)
    if (own.length === 0) return []
    const items = joinLike(own).map((each) => {
      const id = idOf(each)
      const amount = sayAmount(each.outcome)
      const whose = sayWhose(each.children, app.interview)
      const jump = (event: Event) => {
        // A fragment would write into the address which help was looked at.
        event.preventDefault()
        const heading = document.getElementById(id)
        heading?.scrollIntoView()
        heading?.focus()
      }
      const name = supportName(each.outcome.support)
      return element(
        'li',
        {},
        element('a', { href: '#checker', onclick: jump }, name),
        whose === '' ? null : `, ${whose.charAt(0).toLowerCase()}${whose.slice(1)}`,
        amount === '' ? null : `: ${amount}`,
      )
    })
    return [
      element(
        'div',
        {},
        element('dt', {}, answerContent.outcomes[code].heading),
        element('dd', {}, element('ul', {}, items)),
      ),
    ]
  })
  return element('dl', { class: 'glance' }, rows)
}

/** Told once at a glance where help and amount are the same, though the reasons differ from child to child. */
function joinLike(told: readonly ToldOutcome[]): ToldOutcome[] {
  const joined = new Map<string, ToldOutcome>()
  for (const each of told) {
    const key = JSON.stringify([each.outcome.support, each.outcome.amount])
    const before = joined.get(key)
    joined.set(key, before ? { ...before, children: [...before.children, ...each.children] } : each)
  }
  return [...joined.values()]
}

const idOf = ({ outcome, children }: ToldOutcome) => `help-${outcome.support}-${children[0] ?? 0}`

function drawSection(app: App, code: OutcomeCode, told: readonly ToldOutcome[]): Node[] {
  const own = told.filter((each) => codeOf(each) === code)
  const { heading, lead } = answerContent.outcomes[code]
  if (own.length === 0) return []
  const items = own.map((each) => drawOutcome(app, each))
  const head = [element('h2', {}, heading), element('p', {}, lead)]
  if (code !== 'not-under-this') return [...head, ...items]
  return [
    ...head,
    element('details', { class: 'why' }, element('summary', {}, WORDS.showAll(own.length)), items),
  ]
}

function drawOutcome(app: App, told: ToldOutcome): Node {
  const { outcome, children } = told
  const words = answerContent.supports[outcome.support]
  const whose = sayChildren(children, app.interview)
  const isOpen = outcome.outcome === 'cannot-tell'
  return element(
    'section',
    { class: 'outcome', 'data-outcome': outcome.outcome, 'data-support': outcome.support },
    element('h3', { id: idOf(told), tabindex: '-1' }, supportName(outcome.support)),
    whose === '' ? null : element('p', { class: 'whose' }, whose),
    outcome.amount === null ? null : element('p', { class: 'amount' }, sayAmount(outcome)),
    words === undefined ? null : element('p', {}, words.plain),
    isOpen ? drawSettling(app, outcome.settles) : element('p', {}, textOf(outcome)),
    outcome.outcome === 'rate-not-held' ? element('p', {}, WORDS.rateNotHeld) : null,
    words?.say === undefined || outcome.outcome === 'not-under-this' ? null : drawSay(words.say),
    drawPromises(words?.promises ?? []),
    drawReasons(outcome),
  )
}

function drawSay(say: readonly string[]): Node {
  return element(
    'div',
    { class: 'say' },
    element('p', {}, WORDS.whatToSay),
    element(
      'ul',
      {},
      say.map((sentence) => element('li', {}, `“${sentence}”`)),
    ),
  )
}

/** The page holds every promise, made with the tracker; those about this help are shown again here. */
function drawPromises(ids: readonly string[]): Node | null {
  const found = ids.flatMap((id) => {
    const held = document.querySelector(`#promises [data-promise="${id}"]`)
    return held === null ? [] : [held.cloneNode(true)]
  })
  if (found.length === 0) return null
  for (const node of found)
    for (const link of (node as Element).querySelectorAll('a')) {
      link.setAttribute('target', '_blank')
      link.setAttribute('rel', 'noopener')
    }
  return element('div', { class: 'promised' }, element('p', {}, WORDS.promised), element('ul', {}, found))
}

/** What would settle it: a question that was not asked, or was answered with "I don't know". */
function drawSettling(app: App, settles: readonly string[]): Node {
  const questions = questionContent.questions.filter((question) =>
    question.reads.some((input) => settles.includes(app.rulebook.inputs.get(input)?.key ?? '')),
  )
  if (questions.length === 0) return element('p', {}, WORDS.settleRate)
  const buttons = questions.flatMap((question) => {
    const index = app.interview.given.findIndex((page) => page.question === question.id)
    if (index < 0) return []
    const change = () => app.go({ kind: 'page', index, isChange: true })
    return [element('button', { type: 'button', onclick: change }, WORDS.settle(question.short))]
  })
  return element('p', { class: 'buttons' }, WORDS.settleUnknown, ' ', buttons)
}

function drawAdvice(): Node {
  return element(
    'section',
    {},
    element('h2', {}, WORDS.adviceHead),
    element('p', {}, WORDS.adviceLead),
    element(
      'ul',
      { class: 'bullets' },
      answerContent.advice.map(({ name, address }) => element('li', {}, outwardLink(address, name))),
    ),
  )
}

function drawGiven(app: App): Node {
  const { given, children } = app.interview
  const rows = given.flatMap((page, index) => {
    const question = questionContent.questions.find(({ id }) => id === page.question)
    if (question === undefined) return []
    const said = page.values.map(({ child, value }) => {
      const whose = child === null || children === 1 ? '' : `${childLabel(child, null)}: `
      return element('dd', {}, `${whose}${sayValue(question, value)}`)
    })
    const change = element(
      'button',
      { type: 'button', onclick: () => app.go({ kind: 'page', index, isChange: true }) },
      WORDS.change,
      element('span', { class: 'unseen' }, ` ${question.short}`),
    )
    return [
      element(
        'div',
        {},
        element('dt', {}, question.short),
        said,
        element('dd', { class: 'no-print' }, change),
      ),
    ]
  })
  return element(
    'section',
    { class: 'given' },
    element('h2', {}, WORDS.yourAnswers),
    element('dl', {}, rows),
    element('p', {}, WORDS.notAsked),
    drawMore(app),
  )
}

/** Questions that today's law does not turn on and a proposal does. */
function drawMore(app: App): Node | null {
  const proposals = [...app.rulebook.proposals.keys()]
  if (app.proposals.length > 0) return null
  const more = proposals.some(
    (name) => findNextQuestion(app.interview, { ...app.setting, proposals: [name] }) !== null,
  )
  if (!more) return null
  const ask = () => {
    app.proposals = proposals
    app.go({ kind: 'end' })
  }
  return element(
    'p',
    { class: 'no-print' },
    `${WORDS.moreQuestionsWhy} `,
    element('button', { type: 'button', onclick: ask }, WORDS.moreQuestions),
  )
}
