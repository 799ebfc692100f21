/** Days, months, seasons and quarters as printed: "Thursday 27 November 2025", "May 2023", "the spring", "Q3 2025". */
import { makeDay, monthsSpan, type Span } from './calendar.ts'
import { type Clock, node, occurrence, type TimeNode, withPrecision } from './clock.ts'
import type { Token } from './tokens.ts'
import { MONTHS, parseOrdinal, SEASONS, WEEKDAYS } from './words.ts'
import { parseYear, parseYearPair } from './years.ts'

const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th'])
const CLOCK_WORDS = new Set(['midnight', 'noon', 'midday'])

function monthAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at]
  return token?.isCapitalised ? MONTHS.get(token.word) : undefined
}

/** A year directly after, with a comma or "of" allowed before it. */
function yearAfter(tokens: readonly Token[], at: number): { year: number | null; next: number } {
  const skip = tokens[at]?.word === ',' || tokens[at]?.word === 'of' ? at + 1 : at
  const year = parseYear(tokens, skip)
  return year === undefined ? { year: null, next: at } : { year, next: skip + 1 }
}

function dayNode(next: number, year: number | null, month: number, day: number): TimeNode | undefined {
  const inYear = (y: number): Span | undefined => {
    const made = makeDay(y, month, day)
    return made && { from: made, to: made, precision: 'day' }
  }
  if (year === null) {
    return makeDay(2000, month, day) && node(next, (clock) => occurrence(clock, inYear))
  }
  const span = inYear(year)
  return span && node(next, () => span)
}

function dayNumber(tokens: readonly Token[], at: number): { day: number; next: number } | undefined {
  const word = tokens[at]?.word
  if (!word || !/^\d{1,2}$/.test(word)) return undefined
  const isOrdinal =
    ORDINAL_ENDINGS.has(tokens[at + 1]?.word ?? '') && tokens[at + 1]?.start === tokens[at]?.end
  return { day: Number(word), next: isOrdinal ? at + 2 : at + 1 }
}

/** "27 November 2025", "the 3rd of May", "May 3, 2024". */
function parseDayInWords(tokens: readonly Token[], at: number): TimeNode | undefined {
  const month = monthAt(tokens, at)
  if (month !== undefined) {
    const number = dayNumber(tokens, at + 1)
    if (!number) return undefined
    const { year, next } = yearAfter(tokens, number.next)
    return dayNode(next, year, month, number.day)
  }
  const number = dayNumber(tokens, at)
  if (!number) return undefined
  const of = tokens[number.next]?.word === 'of' ? number.next + 1 : number.next
  const named = monthAt(tokens, of)
  if (named === undefined) return undefined
  const { year, next } = yearAfter(tokens, of + 1)
  return dayNode(next, year, named, number.day)
}

/** "27/11/2025" (day first, as in the UK) and "2025-11-27". */
function parseDayInDigits(tokens: readonly Token[], at: number): TimeNode | undefined {
  const sign = tokens[at + 1]?.word
  const again = tokens[at + 3]?.word
  if ((sign !== '/' && sign !== '-' && sign !== '.') || again !== sign) return undefined
  const [first = '', second = '', third = ''] = [at, at + 2, at + 4].map((index) => tokens[index]?.word)
  if (!/^\d{1,4}$/.test(first) || !/^\d{1,2}$/.test(second) || !/^\d{2,4}$/.test(third)) return undefined
  if (first.length === 4) return dayNode(at + 5, Number(first), Number(second), Number(third))
  const year = third.length === 4 ? Number(third) : 2000 + Number(third)
  return third.length === 3 ? undefined : dayNode(at + 5, year, Number(second), Number(first))
}

/** Skips "midnight on", "5pm on", "11:59 pm on", "Thursday", "Thursday,": they sharpen a day, never make one. */
function skipClockAndWeekday(tokens: readonly Token[], at: number): number {
  let i = at
  if (CLOCK_WORDS.has(tokens[i]?.word ?? '')) i += 1
  else if (/^\d{1,2}$/.test(tokens[i]?.word ?? '')) {
    let j = i + 1
    if ((tokens[j]?.word === ':' || tokens[j]?.word === '.') && /^\d\d$/.test(tokens[j + 1]?.word ?? ''))
      j += 2
    if (tokens[j]?.word === 'am' || tokens[j]?.word === 'pm') i = j + 1
    else if (j > i + 1) i = j
  }
  if (i > at && (tokens[i]?.word === 'on' || tokens[i]?.word === ',')) i += 1
  if (WEEKDAYS.has(tokens[i]?.word ?? '')) i += tokens[i + 1]?.word === ',' ? 2 : 1
  if (i > at && tokens[i]?.word === 'the') i += 1
  return i
}

/** A digit, a month, a weekday or an hour: nothing else opens a day. */
function mayOpenDay({ word }: Token): boolean {
  const code = word.charCodeAt(0)
  return (code >= 48 && code <= 57) || MONTHS.has(word) || WEEKDAYS.has(word) || CLOCK_WORDS.has(word)
}

function parseDay(tokens: readonly Token[], at: number): TimeNode | undefined {
  const opener = tokens[at]
  if (!opener || !mayOpenDay(opener)) return undefined
  const direct = parseDayInWords(tokens, at) ?? parseDayInDigits(tokens, at)
  if (direct) return direct
  const day = skipClockAndWeekday(tokens, at)
  return day > at ? (parseDayInWords(tokens, day) ?? parseDayInDigits(tokens, day)) : undefined
}

function parseMonth(tokens: readonly Token[], at: number): TimeNode | undefined {
  const month = monthAt(tokens, at)
  if (month === undefined) return undefined
  const { year, next } = yearAfter(tokens, at + 1)
  if (year !== null) return node(next, () => monthsSpan(year, month, 1, 'month'))
  const relative = relativeYear(tokens, at + 1)
  const inYear = (y: number) => monthsSpan(y, month, 1, 'month')
  return relative
    ? node(relative.next, relativeSpan(inYear, relative.offset), relative.offset < 0 ? 'behind' : 'plain')
    : node(at + 1, (clock) => occurrence(clock, inYear))
}

/** "this year", "next year", "last year" after a month or season. */
function relativeYear(tokens: readonly Token[], at: number): { offset: number; next: number } | undefined {
  if (tokens[at + 1]?.word !== 'year') return undefined
  const offset = { last: -1, this: 0, next: 1 }[tokens[at]?.word ?? '']
  return offset === undefined ? undefined : { offset, next: at + 2 }
}

const relativeSpan =
  (inYear: (year: number) => Span, offset: number) =>
  ({ today }: Clock): Span =>
    today ? inYear(today.year + offset) : withPrecision(inYear(2000).precision)

function parseSeason(tokens: readonly Token[], at: number): TimeNode | undefined {
  const month = SEASONS.get(tokens[at]?.word ?? '')
  if (month === undefined) return undefined
  const inYear = (year: number) => monthsSpan(year, month, 3, 'season')
  const pair = parseYearPair(tokens, at + 1)
  if (pair) return node(pair.next, () => inYear(pair.first))
  const { year, next } = yearAfter(tokens, at + 1)
  if (year !== null) return node(next, () => inYear(year))
  const relative = relativeYear(tokens, at + 1)
  return relative
    ? node(relative.next, relativeSpan(inYear, relative.offset), relative.offset < 0 ? 'behind' : 'plain')
    : node(at + 1, (clock) => occurrence(clock, inYear))
}

const YEAR_OFFSETS: ReadonlyMap<string, number> = new Map([
  ['the', 0],
  ['this', 0],
  ['next', 1],
])

/** The quarter or half of a year that is named next: "2025", "2025-26" (financial, from April). */
function parseShareOfYear(
  tokens: readonly Token[],
  at: number,
  share: number,
  months: number,
): TimeNode | undefined {
  const precision = months === 3 ? 'quarter' : 'year'
  let i = at
  while (['of', 'the', ',', 'fy', 'financial', 'year'].includes(tokens[i]?.word ?? '')) i += 1
  const saysFinancial = tokens.slice(at, i).some((token) => token.word === 'fy' || token.word === 'financial')
  const pair = parseYearPair(tokens, i)
  const year = pair?.first ?? parseYear(tokens, i)
  const next = pair?.next ?? i + 1
  const firstMonth = pair || saysFinancial ? 4 : 1
  const spanIn = (first: number): Span => {
    const month = firstMonth + (share - 1) * months
    return monthsSpan(month > 12 ? first + 1 : first, month > 12 ? month - 12 : month, months, precision)
  }
  if (year !== undefined) return node(next, () => spanIn(year))
  const offset =
    tokens[at]?.word === 'of' && tokens[at + 2]?.word === 'year'
      ? YEAR_OFFSETS.get(tokens[at + 1]?.word ?? '')
      : undefined
  if (offset === undefined) return undefined
  return node(at + 3, ({ today }) => (today ? spanIn(today.year + offset) : withPrecision(precision)))
}

/** "Q3 2025", "2025 Q3", "the first quarter of 2026-27", "the second half of 2025", "H1 2026". */
function parseQuarter(tokens: readonly Token[], at: number): TimeNode | undefined {
  const word = tokens[at]?.word
  if ((word === 'q' || word === 'h') && tokens[at]?.end === tokens[at + 1]?.start) {
    const share = Number(tokens[at + 1]?.word)
    const months = word === 'q' ? 3 : 6
    if (share >= 1 && share <= 12 / months) {
      return (
        parseShareOfYear(tokens, at + 2, share, months) ??
        node(at + 2, (clock) =>
          occurrence(clock, (year) => monthsSpan(year, 1 + (share - 1) * months, months, 'quarter')),
        )
      )
    }
  }
  const isQuarter = tokens[at + 1]?.word === 'quarter'
  if (!isQuarter && tokens[at + 1]?.word !== 'half') return undefined
  const ordinal = parseOrdinal(word, isQuarter ? 4 : 2)
  return ordinal === undefined ? undefined : parseShareOfYear(tokens, at + 2, ordinal, isQuarter ? 3 : 6)
}

export function parseDate(tokens: readonly Token[], at: number): TimeNode | undefined {
  return parseDay(tokens, at) ?? parseMonth(tokens, at) ?? parseSeason(tokens, at) ?? parseQuarter(tokens, at)
}
