/** Calendar days as whole numbers (days since 1 January 1970), so that rules compare and count them exactly. */

const DAY = 86_400_000

/** The day's number; null for anything but a real calendar day written YYYY-MM-DD. */
export function parseDay(text: string): number | null {
  const match = DAY_FORM.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  return Date.parse(text) / DAY
}

const DAY_FORM = /^(\d{4})-(\d{2})-(\d{2})$/
const LONG_MONTHS = [1, 3, 5, 7, 8, 10, 12]

function daysIn(year: number, month: number): number {
  if (month !== 2) return LONG_MONTHS.includes(month) ? 31 : 30
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

export const formatDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** "6 April 2025". */
export function sayDay(day: number): string {
  const date = new Date(day * DAY)
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

/** Whole months from one day to another, as birthdays count: 31 January to 28 February is none. Never below 0. */
export function wholeMonths(from: number, to: number): number {
  if (to < from) return 0
  const a = new Date(from * DAY)
  const b = new Date(to * DAY)
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth()
  return b.getUTCDate() < a.getUTCDate() ? months - 1 : months
}

export const wholeYears = (from: number, to: number): number => Math.floor(wholeMonths(from, to) / 12)

/** The same day so many years on; 29 February becomes 1 March in a year without one. */
export function addYears(day: number, years: number): number {
  const date = new Date(day * DAY)
  return Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate()) / DAY
}

/**
 * The last day that somebody so many years old on a day can be born on: a 29 February asks for 28 February of a year
 * without one, as who is born on 1 March has not had the birthday.
 */
export function latestBirth(day: number, years: number): number {
  const same = addYears(day, -years)
  return new Date(same * DAY).getUTCDate() === new Date(day * DAY).getUTCDate() ? same : same - 1
}

/**
 * The school year on a day for a child born on a day: 0 is Reception, 1 Year 1, below 0 before school. Year groups
 * run from 1 September to 31 August; a child starts Reception in the September after the fourth birthday.
 */
export function schoolYear(born: number, on: number): number {
  return schoolYearStart(on) - schoolYearStart(born) - 5
}

function schoolYearStart(day: number): number {
  const date = new Date(day * DAY)
  return date.getUTCMonth() >= 8 ? date.getUTCFullYear() : date.getUTCFullYear() - 1
}
