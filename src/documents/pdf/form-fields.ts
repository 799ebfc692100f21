/** What was filled into the fields of a form: no part of a page's own drawing, and often all that the sender wrote. */
import { applyX, applyY, type Matrix } from './matrix.ts'
import type { Word } from './page-content.ts'
import { type StyleBook, UNKNOWN_FACE } from './text-state.ts'

export interface FilledField {
  /** Counts from 1. */
  readonly page: number
  readonly text: string
  /** Left, bottom, right and top in the page's own space. */
  readonly rect: readonly [number, number, number, number]
}

/** A form with more fields than this is no form that a person filled. */
const MOST_FIELDS = 5000
/** Letters that a field may hold. */
const MOST_LETTERS = 100_000
const TYPE_SIZE = 10
/** Usual width of a letter and distance of lines, as shares of the type size. */
const LETTER = 0.5
const STEP = 1.2

/** The fields with words in them and the boxes to tick, from what pdf.js tells of a form; what has another shape is left out. */
export function filledFields(form: unknown): FilledField[] {
  if (typeof form !== 'object' || form === null) return []
  const all: unknown[] = Object.values(form).flat().slice(0, MOST_FIELDS)
  return all.flatMap((field) => fieldOf(field) ?? [])
}

function fieldOf(field: unknown): FilledField | null {
  if (typeof field !== 'object' || field === null) return null
  const entry = (key: string): unknown => Reflect.get(field, key)
  const [page, rect] = [entry('page'), entry('rect')]
  if (entry('hidden') === true || entry('password') === true) return null
  const text = textOf(String(entry('type')), entry('value'), entry('exportValues'))
  const [left, bottom, right, top] = Array.isArray(rect) ? rect.map(Number) : []
  if (typeof page !== 'number' || text.trim() === '') return null
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) return null
  const place = [left, bottom, right, top] as const
  if (!place.every(Number.isFinite)) return null
  return { page: page + 1, text: text.slice(0, MOST_LETTERS), rect: place }
}

/** What the field shows: its words, or whether its box is ticked; all buttons of one choice have the value of that chosen. */
function textOf(type: string, value: unknown, own: unknown): string {
  if (/^(?:checkbox|radiobutton)$/.test(type))
    return typeof value === 'string' && value !== 'Off' && (typeof own !== 'string' || own === value)
      ? '☒'
      : '☐'
  if (!/^(?:text|combobox|listbox)$/.test(type)) return ''
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string').join('\n')
}

/** The words of a field where it stands on its page, broken into lines as wide as it is. */
export function wordsOfField({ text, rect }: FilledField, base: Matrix, styles: StyleBook): Word[] {
  const [x1, x2] = [applyX(base, rect[0], rect[1]), applyX(base, rect[2], rect[3])]
  const [y1, y2] = [applyY(base, rect[0], rect[1]), applyY(base, rect[2], rect[3])]
  const [left, right, top] = [Math.min(x1, x2), Math.max(x1, x2), Math.min(y1, y2)]
  const height = Math.abs(y2 - y1)
  const style = styles.find(UNKNOWN_FACE, TYPE_SIZE, '#000000')
  const letter = TYPE_SIZE * LETTER
  const start = height < TYPE_SIZE * STEP * 2 ? top + (height + TYPE_SIZE * 0.7) / 2 : top + TYPE_SIZE * STEP
  const words: Word[] = []
  let baseline = start
  for (const line of text.split(/\r\n|[\r\n]/)) {
    let x = left + 2
    for (const part of line.split(/\s+/).filter((part) => part !== '')) {
      const width = part.length * letter
      if (x > left + 2 && x + width > right) {
        x = left + 2
        baseline += TYPE_SIZE * STEP
      }
      words.push({ text: part, x, width, baseline, style, hasSpaceBefore: true, turn: 0, tag: null })
      x += width + letter
    }
    baseline += TYPE_SIZE * STEP
  }
  return words
}
