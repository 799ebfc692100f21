/** The answers as a file of the family's own: saved by the browser, read back and checked; nothing else is kept. */
import { type ResumeProblem, resumeInterview, SITUATION_SCHEMA, toSituation } from '../../../rules/index.ts'
import type { App } from './app.ts'
import { questionContent } from './content.ts'
import { element, replaceContents } from './element.ts'
import { WORDS } from './words.ts'

const FILE_NAME = 'my-answers.json'
/** A family of twenty saves 12 kB; more is some other file. */
const MOST_BYTES = 200_000

export function drawFileButtons(app: App): Node {
  return element(
    'section',
    { class: 'no-print' },
    element('h2', {}, WORDS.keep),
    element(
      'p',
      { class: 'buttons' },
      element('button', { type: 'button', onclick: () => window.print() }, WORDS.print),
      element('button', { type: 'button', onclick: () => save(app) }, WORDS.save),
      element('button', { type: 'button', onclick: () => app.forget() }, WORDS.startAgain),
    ),
    element('p', { class: 'quiet' }, WORDS.saveWhy),
  )
}

/** The situation as `holdfast entitlement` reads it, so that the file is good for more than this page. */
export function writeFile(app: App): string {
  const situation = toSituation(app.interview, questionContent.questions)
  return `${JSON.stringify({ schema: SITUATION_SCHEMA, ...situation }, null, 2)}\n`
}

function save(app: App): void {
  const address = URL.createObjectURL(new Blob([writeFile(app)], { type: 'application/json' }))
  const link = element('a', { href: address, download: FILE_NAME })
  document.body.appendChild(link)
  link.click()
  document.body.removeChild(link)
  // The download has begun by then; the copy in memory is let go.
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}

export function readChosenFile(app: App, file: File, place: HTMLElement): void {
  if (file.size > MOST_BYTES) {
    tell(place, [WORDS.loadTooLarge])
    return
  }
  const reader = new FileReader()
  reader.onload = () => takeUp(app, String(reader.result), place)
  reader.onerror = () => tell(place, [WORDS.loadNotJson])
  reader.readAsText(file)
}

function takeUp(app: App, text: string, place: HTMLElement): void {
  const resumed = resumeInterview(parse(text), questionContent, app.day, app.rulebook)
  if ('kind' in resumed) tell(place, [REFUSALS[resumed.kind]])
  else
    app.begin(
      resumed.interview,
      resumed.leftOut.map(({ path }) => describePlace(path)),
    )
}

const REFUSALS: Readonly<Record<ResumeProblem['kind'], string>> = {
  'not-a-situation': WORDS.loadNotJson,
  'other-version': WORDS.loadOther,
  contradictory: WORDS.loadContradictory,
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    // Said to the reader as a file that cannot be read.
    return null
  }
}

/** The place of a value in the file, in the words of its question. */
function describePlace(path: string): string {
  const key = path.split('.').pop() ?? path
  const question = questionContent.questions.find(
    ({ key: own, options }) => own === key || options?.some(({ sets }) => sets !== undefined && key in sets),
  )
  return question?.short ?? (key === 'on' ? WORDS.fileDay : key)
}

function tell(place: HTMLElement, messages: readonly string[]): void {
  const box = element(
    'div',
    { class: 'errors', role: 'alert', tabindex: '-1' },
    messages.map((text) => element('p', {}, text)),
  )
  replaceContents(place, [box])
  box.focus()
}
