/** The calendar's words: months, seasons, units, small numbers. Data for the grammar beside it. */

const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const SHORT_MONTHS = ['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec']

/** 1 to 12 by name or usual abbreviation. "may" and "march" are also verbs: callers ask for a capital. */
export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...MONTH_NAMES.map((name, index): [string, number] => [name, index + 1]),
  ...SHORT_MONTHS.map((name): [string, number] => [
    name,
    MONTH_NAMES.findIndex((long) => long.startsWith(name.slice(0, 3))) + 1,
  ]),
])

/** First month of each season; UK meteorological seasons, three whole months each, winter into the next year. */
export const SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 3],
  ['summer', 6],
  ['autumn', 9],
  ['winter', 12],
])

export const WEEKDAYS: ReadonlySet<string> = new Set([
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
])

const NUMBER_WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
]
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...NUMBER_WORDS.map((name, value): [string, number] => [name, value]),
  ['a', 1],
  ['an', 1],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['ninety', 90],
])

/** A small count in digits or words ("28", "twelve", "a"); undefined for anything else. */
export function parseCount(word: string | undefined): number | undefined {
  if (word === undefined) return undefined
  const first = word.charCodeAt(0)
  if (first < 48 || first > 57) return NUMBERS.get(word)
  return /^\d{1,3}$/.test(word) ? Number(word) : undefined
}

export type Unit = 'hour' | 'day' | 'week' | 'month' | 'year'

/** The unit, and how many of it one of the word makes ("quarter" is three months). */
export const UNITS: ReadonlyMap<string, { readonly unit: Unit; readonly times: number }> = new Map(
  (
    [
      ['hour', 'hour', 1],
      ['day', 'day', 1],
      ['week', 'week', 1],
      ['fortnight', 'week', 2],
      ['month', 'month', 1],
      ['quarter', 'month', 3],
      ['year', 'year', 1],
      ['decade', 'year', 10],
    ] as const
  ).flatMap(([word, unit, times]) => [
    [word, { unit, times }],
    [`${word}s`, { unit, times }],
    [`${word}s'`, { unit, times }],
    [`${word}'s`, { unit, times }],
  ]),
)

const ORDINALS = ['first', 'second', 'third', 'fourth']
/** "first" or "1st" to 1, up to four; "final" and "last" are the last of `outOf`. */
export function parseOrdinal(word: string | undefined, outOf: number): number | undefined {
  if (word === undefined) return undefined
  if (word === 'final' || word === 'last') return outOf
  const index = ORDINALS.indexOf(word)
  return index >= 0 && index < outOf ? index + 1 : undefined
}
