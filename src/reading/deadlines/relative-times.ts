/** Times counted from the document's own day: "this year", "next spring", "the new year", "this Parliament". */
import { addDays, addMonths, type Day, isBefore, monthsSpan, type Span } from './calendar.ts'
import { type Bearing, type Clock, node, OPEN, occurrence, type TimeNode, withPrecision } from './clock.ts'
import { thisParliament } from './parliaments.ts'
import type { Token } from './tokens.ts'
import { MONTHS, SEASONS, UNITS } from './words.ts'
import { yearKindAt, yearOfKind } from './years.ts'

const OFFSETS: ReadonlyMap<string, number> = new Map([
  ['this', 0],
  ['current', 0],
  ['next', 1],
  ['coming', 1],
  ['forthcoming', 1],
  ['upcoming', 1],
  ['last', -1],
  ['previous', -1],
  ['past', -1],
])

const bearingOf = (offset: number): Bearing => (offset > 0 ? 'ahead' : offset < 0 ? 'behind' : 'plain')

const whenDated =
  (resolve: (today: Day) => Span, undated: Span = OPEN) =>
  ({ today }: Clock): Span =>
    today ? resolve(today) : undated

/** "this month", "next week", "last year": the calendar unit around the day, moved by the offset. */
function unitSpan(unit: string, times: number, offset: number, today: Day): Span {
  if (unit === 'year') {
    const year = times === 10 ? Math.floor(today.year / 10) * 10 : today.year
    return monthsSpan(year + offset * times, 1, 12 * times, times > 1 ? 'multi-year' : 'year')
  }
  if (unit === 'month') {
    const first = times === 3 ? Math.floor((today.month - 1) / 3) * 3 + 1 : today.month
    const start = addMonths({ year: today.year, month: first, day: 1 }, offset * times)
    return monthsSpan(start.year, start.month, times, times === 3 ? 'quarter' : 'month')
  }
  const weekday = (new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay() + 6) % 7
  const monday = addDays(today, -weekday + offset * 7)
  return { from: monday, to: addDays(monday, 6), precision: 'duration' }
}

/** The running year of a kind, moved by the offset: "this financial year", "the next academic year". */
function kindNode(tokens: readonly Token[], at: number, offset: number): TimeNode | undefined {
  const kind = yearKindAt(tokens, at)
  if (!kind) return undefined
  const running = (today: Day): Span => {
    const thisYear = yearOfKind(kind, today.year)
    const first = thisYear.from && isBefore(today, thisYear.from) ? today.year - 1 : today.year
    return yearOfKind(kind, first + offset)
  }
  return node(at + 2, whenDated(running, withPrecision('year')), bearingOf(offset))
}

function seasonNode(tokens: readonly Token[], at: number, offset: number): TimeNode | undefined {
  const word = tokens[at]?.word ?? ''
  const season = SEASONS.get(word)
  const month = season ?? (tokens[at]?.isCapitalised ? MONTHS.get(word) : undefined)
  if (month === undefined || tokens[at + 1]?.word === 'term') return undefined
  const inYear = (year: number) =>
    season ? monthsSpan(year, month, 3, 'season') : monthsSpan(year, month, 1, 'month')
  return node(
    at + 1,
    (clock) => occurrence({ ...clock, looking: offset < 0 ? 'behind' : 'ahead' }, inYear),
    offset < 0 ? 'behind' : 'ahead',
  )
}

const TERMS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['autumn', [9, 4]],
  ['spring', [1, 4]],
  ['summer', [4, 4]],
])

/** "autumn term", "the next school term": school terms as most English councils set them. */
function termNode(tokens: readonly Token[], at: number): TimeNode | undefined {
  const months = TERMS.get(tokens[at]?.word ?? '')
  if (!months || tokens[at + 1]?.word !== 'term') return undefined
  return node(at + 2, (clock) =>
    occurrence(clock, (year) => monthsSpan(year, months[0], months[1], 'season')),
  )
}

/** "Parliament", "parliamentary session", "spending review period": spells of public life, mostly without a known end. */
function spellNode(tokens: readonly Token[], at: number, offset: number): TimeNode | undefined {
  const words = [tokens[at]?.word, tokens[at + 1]?.word, tokens[at + 2]?.word]
  const [first = '', second = '', third = ''] = words
  const bearing = bearingOf(offset)
  if (first === 'parliament') {
    return node(at + 1, offset === 0 ? thisParliament : () => OPEN, bearing)
  }
  if (first === 'parliamentary' && ['session', 'term', 'year'].includes(second))
    return node(at + 2, () => OPEN, bearing)
  if (first === 'senedd') return node(second === 'term' ? at + 2 : at + 1, () => OPEN, bearing)
  if (first === 'session' || first === 'term' || first === 'administration')
    return node(at + 1, () => OPEN, bearing)
  if (first === 'spending' && second === 'review' && ['period', 'cycle'].includes(third)) {
    return node(at + 3, () => OPEN, bearing)
  }
  if (first === 'spending' && (second === 'period' || second === 'round'))
    return node(at + 2, () => OPEN, bearing)
  return undefined
}

/** A calendar unit: "calendar year", "week", "quarter"; never "year" followed by an age or a count. */
function unitNode(tokens: readonly Token[], at: number, offset: number): TimeNode | undefined {
  const start = tokens[at]?.word === 'calendar' ? at + 1 : at
  const word = tokens[start]?.word ?? ''
  const found = word.endsWith('s') ? undefined : UNITS.get(word)
  if (!found || found.unit === 'hour' || found.unit === 'day') return undefined
  const { unit, times } = found
  const precision = unit === 'year' ? 'year' : unit === 'month' ? 'month' : 'duration'
  return node(
    start + 1,
    whenDated((today) => unitSpan(unit, times, offset, today), withPrecision(precision)),
    bearingOf(offset),
  )
}

/** After "this", "next", "the current" and the like; `at` is that word. */
export function parseRelative(tokens: readonly Token[], at: number): TimeNode | undefined {
  const start = tokens[at]?.word === 'the' ? at + 1 : at
  const offset = OFFSETS.get(tokens[start]?.word ?? '')
  if (offset === undefined) return undefined
  const next = start + 1
  return (
    termNode(tokens, next) ??
    seasonNode(tokens, next, offset) ??
    kindNode(tokens, next, offset) ??
    spellNode(tokens, next, offset) ??
    unitNode(tokens, next, offset)
  )
}

/** "by the end of each financial year": comes round, so it has no days of its own. */
function everyYear(tokens: readonly Token[], at: number): TimeNode | undefined {
  const one = kindNode(tokens, at, 0) ?? unitNode(tokens, at, 0)
  return one && node(one.next, () => withPrecision('year'))
}

/** After a plain "the", where something before it makes it a time ("by the end of the year", "later in the spring"). */
export function parseRunning(tokens: readonly Token[], at: number): TimeNode | undefined {
  const lead = tokens[at]?.word
  const next = at + 1
  if (lead === 'each' || lead === 'every') return everyYear(tokens, next)
  if (lead !== 'the') return undefined
  if (tokens[next]?.word === 'new' && yearKindAt(tokens, next + 1)) return kindNode(tokens, next + 1, 1)
  return (
    termNode(tokens, next) ??
    kindNode(tokens, next, 0) ??
    spellNode(tokens, next, 0) ??
    unitNode(tokens, next, 0)
  )
}

/** "the new year", "new year": the next January. */
export function parseNewYear(tokens: readonly Token[], at: number): TimeNode | undefined {
  const start = tokens[at]?.word === 'the' ? at + 1 : at
  if (tokens[start]?.word !== 'new' || tokens[start + 1]?.word !== 'year') return undefined
  return node(start + 2, (clock) => occurrence(clock, (year) => monthsSpan(year, 1, 1, 'month')), 'ahead')
}
