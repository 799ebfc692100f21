/** Days and spans of days, counted in plain UTC so that no time zone can move a date. */
import type { DeadlinePrecision } from '../../model/index.ts'

export interface Day {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
}

/** First and last day, both inclusive; null where the words leave a side open. */
export interface Span {
  readonly from: Day | null
  readonly to: Day | null
  readonly precision: DeadlinePrecision
}

export const lastDayOf = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate()

export const formatDay = (day: Day): string =>
  `${String(day.year).padStart(4, '0')}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`

/** Undefined where there is no such day ("31 June"). */
export function makeDay(year: number, month: number, day: number): Day | undefined {
  if (month < 1 || month > 12 || day < 1 || day > lastDayOf(year, month)) return undefined
  return { year, month, day }
}

/** Undefined unless the text is an ISO day that exists. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(text)
  return match ? makeDay(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

export function addDays(day: Day, count: number): Day {
  const moved = new Date(Date.UTC(day.year, day.month - 1, day.day + count))
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() }
}

/** Keeps the day of the month where that month has it, else its last day. */
export function addMonths(day: Day, count: number): Day {
  const months = day.year * 12 + (day.month - 1) + count
  const year = Math.floor(months / 12)
  const month = (months % 12) + 1
  return { year, month, day: Math.min(day.day, lastDayOf(year, month)) }
}

export const isBefore = (left: Day, right: Day): boolean =>
  left.year !== right.year
    ? left.year < right.year
    : left.month !== right.month
      ? left.month < right.month
      : left.day < right.day

/** Whole months: from the first of one to the last of another (`count` months on, 1 for a single month). */
export function monthsSpan(year: number, month: number, count: number, precision: DeadlinePrecision): Span {
  const last = addMonths({ year, month, day: 1 }, count - 1)
  return {
    from: { year, month, day: 1 },
    to: { year: last.year, month: last.month, day: lastDayOf(last.year, last.month) },
    precision,
  }
}

/** Western Easter Sunday, by the anonymous Gregorian computus. */
export function easterSunday(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const l = (32 + 2 * e + 2 * i - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  return { year, month, day: (h + l - 7 * m + 33 * month + 19) % 32 }
}
