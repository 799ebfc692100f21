/** What would be otherwise: under another order, on another day, and under each proposal, beside what is so now. */
import {
  type Answer,
  ARRANGEMENTS,
  type Arrangement,
  asIfUnder,
  type ComparedOutcome,
  compareAnswers,
  formatDay,
  parseDay,
  sayDay,
  toSituation,
} from '../../../rules/index.ts'
import { answerFor } from './answers-screen.ts'
import type { App } from './app.ts'
import { questionContent } from './content.ts'
import { element, replaceContents } from './element.ts'
import { drawReasons, sayChildren, sayOutcome } from './outcomes.ts'
import { supportName } from './say-outcome.ts'
import { WORDS } from './words.ts'

export const drawWhatIf = (app: App, now: Answer): Node[] => [
  drawOrders(app, now),
  drawDays(app, now),
  drawPlans(app, now),
]

/** The order that most people in each kind ask about comes first. */
const ASKED_FIRST: Arrangement = 'special-guardianship'

function drawOrders(app: App, now: Answer): Node {
  const situation = toSituation(app.interview, questionContent.questions)
  const own = new Set(situation.children.map(({ arrangement }) => arrangement))
  const others = ARRANGEMENTS.filter(
    (name) => name !== 'private-fostering' && !(own.size === 1 && own.has(name)),
  )
  const first = others.includes(ASKED_FIRST) ? ASKED_FIRST : (others[0] ?? ASKED_FIRST)
  const options = [first, ...others.filter((name) => name !== first)]
  const select = element(
    'select',
    { id: 'other-order', autocomplete: 'off' },
    options.map((name) => element('option', { value: name }, questionContent.kinds[name].name)),
  )
  const place = element('div', { 'aria-live': 'polite' })
  const show = () => {
    const name = options.find((each) => each === select.value) ?? first
    const then = app.answer(asIfUnder(situation, name), { on: now.on })
    replaceContents(place, [drawComparison(app, compareAnswers(now, then), questionContent.kinds[name].name)])
  }
  select.addEventListener('change', show)
  show()
  return element(
    'section',
    { class: 'what-if' },
    element('h2', {}, WORDS.orderHead),
    element('p', {}, WORDS.orderLead),
    element('p', { class: 'entry' }, element('label', { for: 'other-order' }, WORDS.orderLabel), select),
    place,
    own.has('kinship-foster') ? element('p', { class: 'quiet' }, WORDS.orderNote) : null,
  )
}

/** Beyond a person's plans; the rates of most days before it are not held, and the answer says so. */
const LAST_DAY = '2050-12-31'

function drawDays(app: App, now: Answer): Node {
  const input = element('input', {
    id: 'other-day',
    type: 'date',
    min: formatDay(app.rulebook.from),
    max: LAST_DAY,
    autocomplete: 'off',
    'aria-describedby': 'other-day-error',
  })
  input.value = now.on
  const place = element('div', { 'aria-live': 'polite' })
  const error = element('p', { class: 'error', id: 'other-day-error', hidden: true })
  const show = () => {
    const result = tryDay(app, input.value)
    error.hidden = typeof result !== 'string'
    error.textContent = typeof result === 'string' ? result : ''
    const column = sayDay(parseDay(input.value) ?? 0)
    replaceContents(
      place,
      typeof result === 'string' ? [] : [drawComparison(app, compareAnswers(now, result), column)],
    )
  }
  const form = element(
    'form',
    { class: 'entry', novalidate: true, autocomplete: 'off' },
    element('label', { for: 'other-day' }, WORDS.dayLabel),
    input,
    element('button', { type: 'submit' }, WORDS.show),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    show()
  })
  return element(
    'section',
    { class: 'what-if' },
    element('h2', {}, WORDS.dayHead),
    element('p', {}, WORDS.dayLead),
    form,
    error,
    place,
  )
}

/** The answer for the day, or what is wrong with the day. */
function tryDay(app: App, on: string): Answer | string {
  const day = parseDay(on)
  if (day === null) return WORDS.noSuchDay
  if (day < app.rulebook.from) return WORDS.dayBeforeRules(sayDay(app.rulebook.from))
  if (day > (parseDay(LAST_DAY) ?? 0)) return WORDS.dayAfterRules
  const born = toSituation(app.interview, questionContent.questions).children.map((child) =>
    String(child.born ?? ''),
  )
  if (born.some((each) => each > on)) return WORDS.dayBeforeBirth
  return answerFor(app, [], on)
}

function drawPlans(app: App, now: Answer): Node {
  const plans = [...app.rulebook.proposals.values()].map(({ name, title, from }) => {
    const compared = compareAnswers(now, answerFor(app, [name], now.on))
    const isAhead = (parseDay(now.on) ?? 0) < from
    const changed = compared.filter(({ shift }) => shift !== 'same')
    const notes = isAhead ? [] : newNotes(compared)
    return element(
      'section',
      { class: 'plan' },
      element('h3', {}, title),
      isAhead ? element('p', {}, WORDS.planNotYet(sayDay(from))) : null,
      changed.length === 0
        ? element('p', {}, WORDS.planNothing)
        : drawComparison(app, compared, WORDS.underPlan),
      notes.length === 0
        ? null
        : element(
            'details',
            { class: 'why' },
            element('summary', {}, WORDS.planSays),
            element(
              'ul',
              { class: 'reasons' },
              notes.map((text) => element('li', {}, text)),
            ),
          ),
    )
  })
  return element(
    'section',
    { class: 'what-if' },
    element('h2', {}, WORDS.planHead),
    element('p', {}, WORDS.planLead),
    plans,
  )
}

/** What the proposal says beside outcomes that stay as they are. */
function newNotes(compared: readonly ComparedOutcome[]): string[] {
  const notes = compared.flatMap(({ before, after }) => {
    const told = new Set(before.because.map(({ text }) => text))
    return after.because
      .filter(({ text, value }) => value === null && !told.has(text))
      .map(({ text }) => text)
  })
  return [...new Set(notes)]
}

function drawComparison(app: App, compared: readonly ComparedOutcome[], column: string): Node {
  const changed = mergeChildren(compared.filter(({ shift }) => shift !== 'same'))
  if (changed.length === 0) return element('p', {}, WORDS.nothingChanges)
  const stays = compared.length - compared.filter(({ shift }) => shift !== 'same').length
  return element(
    'div',
    {},
    element(
      'table',
      { class: 'beside' },
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          [WORDS.help, WORDS.now, column, WORDS.difference].map((head) =>
            element('th', { scope: 'col' }, head),
          ),
        ),
      ),
      element(
        'tbody',
        {},
        changed.map((each) => drawRow(app, each, column)),
      ),
    ),
    stays === 0 ? null : element('p', { class: 'quiet' }, WORDS.staysSame(stays)),
  )
}

interface MergedRow extends ComparedOutcome {
  readonly children: readonly number[]
}

function mergeChildren(compared: readonly ComparedOutcome[]): MergedRow[] {
  const rows = new Map<string, ComparedOutcome & { children: number[] }>()
  for (const each of compared) {
    const key = JSON.stringify([
      each.before.support,
      each.shift,
      sayOutcome(each.before),
      sayOutcome(each.after),
    ])
    const row = rows.get(key) ?? { ...each, children: [] }
    if (each.before.child !== null) row.children.push(each.before.child)
    rows.set(key, row)
  }
  return [...rows.values()]
}

function drawRow(app: App, { before, after, shift, children }: MergedRow, column: string): Node {
  const whose = sayChildren(children, app.interview)
  return element(
    'tr',
    { 'data-shift': shift, 'data-support': before.support },
    element(
      'th',
      { scope: 'row' },
      supportName(before.support),
      whose === '' ? null : element('span', { class: 'whose' }, whose),
    ),
    element('td', { 'data-column': WORDS.now }, sayOutcome(before)),
    element('td', { 'data-column': column }, sayOutcome(after), drawReasons(after)),
    element('td', { 'data-column': WORDS.difference }, element('strong', {}, WORDS.shift[shift])),
  )
}
