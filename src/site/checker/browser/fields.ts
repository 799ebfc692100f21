/** The fields of a question: built for one child or the household, filled with what was answered, read and checked. */
import { type Interview, offeredOptions, parseDay, type Question, type Value } from '../../../rules/index.ts'
import { element } from './element.ts'
import { WORDS } from './words.ts'

/** An error names the element that it is about, so that a link can lead there. */
export type ReadValue =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'error'; readonly message: string; readonly at: string }

export interface Field {
  readonly nodes: readonly Node[]
  readonly read: () => ReadValue
}

interface Asked {
  readonly question: Question
  readonly interview: Interview
  readonly child: number | null
  /** Undefined where nothing was answered yet. */
  readonly value: Value | undefined
  /** Begins the ids and names of the inputs. */
  readonly id: string
  readonly councils: readonly string[]
  /** The elements that describe the field, for those who do not see them. */
  readonly describedBy: string
}

export function makeField(asked: Asked): Field {
  switch (asked.question.form) {
    case 'several':
      return makeSeveral(asked)
    case 'number':
      return makeNumber(asked)
    case 'day':
      return makeDay(asked)
    case 'council':
      return makeCouncil(asked)
    default:
      return makeChoice(asked)
  }
}

const error = (message: string, at: string): ReadValue => ({ kind: 'error', message, at })
const found = (value: Value): ReadValue => ({ kind: 'value', value })

function makeChoice({ question, interview, child, value, id }: Asked): Field {
  const options = [...offeredOptions(interview, question, child), { id: UNSURE, say: WORDS.notSure }]
  const inputs = options.map((option, index) =>
    element('input', {
      type: 'radio',
      name: id,
      id: `${id}-${index}`,
      value: option.id,
      autocomplete: 'off',
    }),
  )
  const chosen = value === null ? UNSURE : value
  for (const input of inputs) input.checked = input.value === chosen
  return {
    nodes: options.map((option, index) => labelled(inputs[index], option)),
    read: () => {
      const checked = inputs.find((input) => input.checked)?.value
      if (checked === undefined) return error(WORDS.chooseOne, `${id}-0`)
      return found(checked === UNSURE ? null : checked)
    },
  }
}

const UNSURE = 'unknown'

function labelled(input: HTMLInputElement | undefined, option: { say: string; more?: string }): Node {
  const label = element('label', { for: input?.id }, option.say)
  if (option.more !== undefined) label.appendChild(element('span', { class: 'more' }, option.more))
  return element('div', { class: 'option' }, input ?? null, label)
}

function makeSeveral({ question, value, id }: Asked): Field {
  const options = [
    ...(question.options ?? []),
    { id: 'none', say: question.none ?? '' },
    { id: UNSURE, say: WORDS.notSure },
  ]
  const inputs = options.map((option, index) =>
    element('input', { type: 'checkbox', id: `${id}-${index}`, value: option.id, autocomplete: 'off' }),
  )
  const given = Array.isArray(value)
    ? value.length === 0
      ? ['none']
      : value
    : value === null
      ? [UNSURE]
      : []
  for (const input of inputs) input.checked = given.includes(input.value)
  return {
    nodes: options.map((option, index) => labelled(inputs[index], option)),
    read: () => {
      const checked = inputs.filter((input) => input.checked).map((input) => input.value)
      if (checked.length === 0) return error(WORDS.chooseSome, `${id}-0`)
      if (checked.length > 1 && checked.includes('none'))
        return error(WORDS.noneAndSome, `${id}-${options.length - 2}`)
      if (checked.length > 1 && checked.includes(UNSURE))
        return error(WORDS.unknownAndSome, `${id}-${options.length - 1}`)
      return found(checked[0] === UNSURE ? null : checked.filter((each) => each !== 'none'))
    },
  }
}

/** The "I don't know" beside a field to write in; what is written and ticked at once is asked about. */
function makeUnsure(id: string, value: Value | undefined) {
  const input = element('input', { type: 'checkbox', id: `${id}-unsure`, autocomplete: 'off' })
  input.checked = value === null
  return { input, node: labelled(input, { say: WORDS.notSure }) }
}

function makeNumber({ question, value, id, describedBy }: Asked): Field {
  const input = textInput(id, describedBy)
  if (typeof value === 'number') input.value = String(value)
  const unsure = makeUnsure(id, value)
  return {
    nodes: [
      element(
        'div',
        { class: 'entry' },
        element('label', { for: id }, question.short),
        input,
        ` ${question.unit ?? ''}`,
      ),
      unsure.node,
    ],
    read: () => {
      const text = input.value
        .trim()
        .replace(/^£/, '')
        .replace(/,(?=\d{3}\b)/g, '')
      if (unsure.input.checked) return text === '' ? found(null) : error(WORDS.unknownAndSome, `${id}-unsure`)
      if (!/^\d+(\.\d+)?$/.test(text)) return error(WORDS.numberNeeded, id)
      const number = Number(text)
      const { least = 0, most = 0, isWhole } = question
      if (number < least || number > most) return error(WORDS.numberRange(String(least), String(most)), id)
      if (isWhole && !Number.isInteger(number)) return error(WORDS.wholeNumber, id)
      return found(number)
    },
  }
}

function textInput(id: string, describedBy: string, width = 6): HTMLInputElement {
  return element('input', {
    type: 'text',
    inputmode: 'decimal',
    id,
    size: String(width),
    maxlength: '12',
    autocomplete: 'off',
    'aria-describedby': describedBy,
  })
}

/** The first age, in years, that the rules cannot be asked about: nothing of such a child's life is longer ago. */
const TOO_OLD = 26

function makeDay({ interview, value, id, describedBy }: Asked): Field {
  const labels = [WORDS.day, WORDS.month, WORDS.year]
  const parts =
    typeof value === 'string'
      ? value
          .split('-')
          .reverse()
          .map((part) => String(Number(part)))
      : []
  const inputs = labels.map((_, index) => {
    const input = textInput(index === 0 ? id : `${id}-${index}`, describedBy, index === 2 ? 4 : 2)
    input.value = parts[index] ?? ''
    input.maxLength = index === 2 ? 4 : 2
    return input
  })
  const unsure = makeUnsure(id, value)
  const boxes = labels.map((label, index) =>
    element('div', {}, element('label', { for: inputs[index]?.id }, label), inputs[index] ?? null),
  )
  return {
    nodes: [element('div', { class: 'day' }, boxes), unsure.node],
    read: () => {
      const texts = inputs.map((input) => input.value.trim())
      const isEmpty = texts.every((text) => text === '')
      if (unsure.input.checked) return isEmpty ? found(null) : error(WORDS.unknownAndSome, `${id}-unsure`)
      return readDay(texts, interview.on, id)
    },
  }
}

function readDay([day = '', month = '', year = '']: readonly string[], today: string, id: string): ReadValue {
  if (![day, month, year].every((text) => /^\d+$/.test(text))) return error(WORDS.dayNeeded, id)
  if (year.length !== 4) return error(WORDS.fullYear, `${id}-2`)
  const pad = (text: string) => (text.length < 2 ? `0${text}` : text)
  const written = `${year}-${pad(month)}-${pad(day)}`
  if (parseDay(written) === null) return error(WORDS.noSuchDay, id)
  if (written > today) return error(WORDS.dayAhead, id)
  const tooLongAgo = `${Number(today.slice(0, 4)) - TOO_OLD}${today.slice(4)}`
  if (written <= tooLongAgo) return error(WORDS.dayTooOld, `${id}-2`)
  return found(written)
}

function makeCouncil({ question, value, id, councils, describedBy }: Asked): Field {
  const options = [
    element('option', { value: '' }, WORDS.chooseCouncil),
    element('option', { value: UNSURE }, WORDS.notSure),
    ...councils.map((name) => element('option', { value: name }, name)),
  ]
  const select = element('select', { id, autocomplete: 'off', 'aria-describedby': describedBy }, options)
  select.value = value === null ? UNSURE : typeof value === 'string' ? value : ''
  return {
    nodes: [element('div', { class: 'entry' }, element('label', { for: id }, question.short), select)],
    read: () => {
      if (select.value === '') return error(WORDS.councilNeeded, id)
      return found(select.value === UNSURE ? null : select.value)
    },
  }
}
