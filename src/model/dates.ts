/**
 * Days and fuzzy dates. A day is ISO 8601 text, so that it sorts and compares as text. A fuzzy date keeps the words
 * that were said ("spring 2024") beside the first and last day they can mean.
 */

declare const brand: unique symbol
/** "2023-12-15"; always a day that exists. */
export type PlainDate = string & { readonly [brand]: 'PlainDate' }

export interface FuzzyDate {
  readonly words: string
  readonly from: PlainDate
  readonly to: PlainDate
}

export function parsePlainDate(text: string): PlainDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? (text as PlainDate) : null // the one place where the brand is given
}

function dayOf(year: number, month: number, day: number): PlainDate {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) as PlainDate // real by construction
}

/** Months that a season's name covers in UK government use, as first and last month; winter runs into the next year. */
const seasons: Readonly<Record<string, readonly [number, number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  winter: [12, 14],
}

const monthNames =
  'january february march april may june july august september october november december'.split(' ')

type Span = readonly [PlainDate, PlainDate]

const months = (year: number, first: number, last: number): Span => [
  dayOf(year, first, 1),
  dayOf(year, last + 1, 0),
]

function parseSpan(words: string): Span | null {
  const day = parsePlainDate(words)
  if (day) return [day, day]
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(words)
  if (month) return months(Number(month[1]), Number(month[2]), Number(month[2]))
  const year = /^(?:(?:in|by the end of|end of|during) )?(\d{4})$/i.exec(words)
  if (year) return months(Number(year[1]), 1, 12)
  const financial = /^(\d{4})-(\d{2})$/.exec(words)
  if (financial) return [dayOf(Number(financial[1]), 4, 1), dayOf(Number(financial[1]) + 1, 3, 31)]
  const named = /^(?:(?:in|by|early|late|mid) )?([a-z]+) (\d{4})$/i.exec(words)
  const [name, namedYear] = [named?.[1]?.toLowerCase() ?? '', Number(named?.[2])]
  const season = seasons[name]
  if (season) return months(namedYear, season[0], season[1])
  const monthNumber = monthNames.indexOf(name) + 1
  return monthNumber > 0 ? months(namedYear, monthNumber, monthNumber) : null
}

/**
 * Reads "2023-12-15", "2023-12", "2023", "2023-24" (a financial year), "December 2023", "spring 2024", and "A to B" of
 * any two of them. Null for anything else: a date that cannot be read is never guessed.
 */
export function parseFuzzyDate(words: string): FuzzyDate | null {
  const trimmed = words.trim()
  const [first = '', last] = trimmed.split(/ to | – /)
  const start = parseSpan(first.trim())
  const end = last === undefined ? start : parseSpan(last.trim())
  if (!start || !end || start[0] > end[1]) return null
  return { words: trimmed, from: start[0], to: end[1] }
}

/** Whole days from the one to the other; negative when `to` is earlier. */
export function countDays(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
