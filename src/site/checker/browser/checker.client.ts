/** The checker's beginning in a page: finds its places, shows its start, and forgets everything when the page is left. */
import './old-phones.ts'
import { findNextQuestion, readEnglandRulebook } from '../../../rules/index.ts'
import { drawAnswers } from './answers-screen.ts'
import { App, type Draw } from './app.ts'
import { questionContent } from './content.ts'
import { drawQuestion } from './question-screen.ts'
import { readChosenFile } from './saved-file.ts'

const draw: Draw = (app, screen) => {
  const { given } = app.interview
  if (screen.kind === 'page') {
    const page = given[screen.index]
    const question = questionContent.questions.find(({ id }) => id === page?.question)
    if (page && question) {
      const children = page.values.map(({ child }) => child)
      return drawQuestion(app, { question, children, atMostMore: null, number: screen.index + 1 })
    }
  }
  const next = findNextQuestion(app.interview, app.setting)
  return next === null ? drawAnswers(app) : drawQuestion(app, { ...next, number: given.length + 1 })
}

function begin(): void {
  const root = document.getElementById('checker')
  const start = document.getElementById('start')
  if (root === null || !(start instanceof HTMLFormElement)) return
  const elsewhere = [...document.querySelectorAll<HTMLElement>('[data-without-checker]')]
  const show = (isStart: boolean) => {
    for (const part of elsewhere) part.hidden = !isStart
    root.hidden = isStart
  }
  const rulebook = readEnglandRulebook()
  const app = new App(
    root,
    rulebook,
    (own, screen) => {
      show(false)
      return draw(own, screen)
    },
    () => show(true),
  )
  start.addEventListener('submit', (event) => {
    event.preventDefault()
    const field = start.querySelector<HTMLSelectElement>('select')
    app.beginWith(Number(field?.value ?? 1))
  })
  const place = document.getElementById('load-problem')
  const chosen = start.querySelector<HTMLInputElement>('input[type=file]')
  chosen?.addEventListener('change', () => {
    const [file] = chosen.files ?? []
    if (file && place) readChosenFile(app, file, place)
    chosen.value = ''
  })
  const leave = document.getElementById('leave')
  leave?.addEventListener('click', (event) => {
    event.preventDefault()
    app.forget()
    // Takes this page's place in the history, so that Back does not lead here from there.
    location.replace(leave.getAttribute('href') ?? '')
  })
  // A page that the browser kept whole and brings back must not bring the answers back with it.
  window.addEventListener('pagehide', () => app.forget())
  start.classList.add('ready')
  // For whoever wants to compare these answers with the command line's: takes a situation, keeps nothing.
  Object.assign(window, {
    holdfast: {
      answer: (situation: unknown, options: object) => app.answer(situation, options),
    },
  })
}

begin()
