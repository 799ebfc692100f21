/** Lengths of time: those that set a day ("within three months of …", "over the next 10 years") and those that only say
 * how long ("for 12 weeks"). */
import { addDays, addMonths, type Day, type Span } from './calendar.ts'
import { type Bearing, type Clock, node, type TimeNode, withPrecision } from './clock.ts'
import { phraseEnd } from './phrases.ts'
import type { Token } from './tokens.ts'
import { parseCount, UNITS, type Unit } from './words.ts'

interface Length {
  readonly count: number | null
  readonly unit: Unit
  readonly next: number
}

/** Units that name no day a person could check ("the coming years"). */
const LOOSE_COUNTS: ReadonlySet<string> = new Set(['few', 'several', 'couple'])

/** "three months", "28 working days", "a year", "two and a half years", "the next few weeks" (count null). */
function parseLength(tokens: readonly Token[], at: number): Length | undefined {
  let i = at
  let count: number | null | undefined = parseCount(tokens[i]?.word)
  const isLoose = LOOSE_COUNTS.has(tokens[i]?.word ?? '')
  if (isLoose) count = null
  if (count === undefined) return undefined
  i += 1
  if (count === 1 && LOOSE_COUNTS.has(tokens[i]?.word ?? '')) {
    count = null
    i += 1
  }
  if (tokens[i]?.word === 'of') i += 1
  if (['-', 'to', 'or'].includes(tokens[i]?.word ?? '')) {
    const upper = parseCount(tokens[i + 1]?.word)
    // "a three-year contract" measures the contract.
    if (upper === undefined) return undefined
    count = upper
    i += 2
  }
  if (
    ['working', 'calendar', 'business', 'financial', 'full', 'further', 'more'].includes(
      tokens[i]?.word ?? '',
    )
  )
    i += 1
  const found = UNITS.get(tokens[i]?.word ?? '')
  if (!found) return undefined
  const times = count === null ? null : count * found.times
  return { count: times, unit: found.unit, next: i + 1 }
}

function plus(today: Day, length: Length): Day | null {
  if (length.count === null) return null
  if (length.unit === 'year') return addMonths(today, length.count * 12)
  if (length.unit === 'month') return addMonths(today, length.count)
  return addDays(today, length.unit === 'week' ? length.count * 7 : length.unit === 'day' ? length.count : 1)
}

/** From the document's day for that long; a loose count ("few") leaves both sides open. */
function fromToday(length: Length, clock: Clock): Span {
  const precision =
    length.count === null ? 'vague' : length.unit === 'year' && length.count > 1 ? 'multi-year' : 'duration'
  const to = clock.today && plus(clock.today, length)
  return clock.today && to ? { from: clock.today, to, precision } : withPrecision(precision)
}

const AHEAD = new Set(['next', 'coming'])
/** "the following two years" counts from whatever was just told, mostly in an account of the past. */
const AFTERWARDS = new Set(['following', 'ensuing', 'subsequent'])
const BEHIND = new Set(['last', 'past', 'previous', 'preceding'])

function bearingOf(word: string): Bearing | undefined {
  if (AHEAD.has(word)) return 'ahead'
  if (AFTERWARDS.has(word)) return 'plain'
  return BEHIND.has(word) ? 'behind' : undefined
}

/** "the next year", "the coming decade": with "the" one such unit from today; without it a unit of the calendar. */
function parseSingle(tokens: readonly Token[], at: number): Length | undefined {
  const word = tokens[at + 1]?.word ?? ''
  const found = word.endsWith('s') ? undefined : UNITS.get(word)
  if (!found || tokens[at - 1]?.word !== 'the' || tokens[at]?.word === 'following') return undefined
  return { count: found.times, unit: found.unit, next: at + 2 }
}

/** "the next 10 years", "the coming months", "the past two years". */
export function parseStretch(tokens: readonly Token[], at: number): TimeNode | undefined {
  const start = tokens[at]?.word === 'the' ? at + 1 : at
  const word = tokens[start]?.word ?? ''
  const bearing = bearingOf(word)
  if (!bearing) return undefined
  const length = parseLength(tokens, start + 1) ?? parseSingle(tokens, start)
  if (length) {
    const resolve = (clock: Clock) =>
      bearing === 'ahead' ? fromToday(length, clock) : withPrecision('duration')
    return node(length.next, resolve, bearing)
  }
  // "the coming weeks" puts an act off; "the coming years" names no time that anyone could hold against a body.
  const plural = tokens[start + 1]?.word ?? ''
  if (!['days', 'weeks', 'months'].includes(plural)) return undefined
  return node(start + 2, () => withPrecision('vague'), bearing === 'ahead' ? 'vague' : bearing)
}

const TAILS = new Set(['of', 'after', 'from', 'following', 'before', 'prior'])

/** The event a length counts from ("of the conclusion of the exercise"); the same index where none follows. */
function tailEnd(tokens: readonly Token[], at: number): number {
  if (!TAILS.has(tokens[at]?.word ?? '')) return at
  const start = tokens[at]?.word === 'prior' ? at + 2 : at + 1
  const end = phraseEnd(tokens, start)
  return end > start ? end : at
}

/** "within three months of …", "in six months' time", "after two years", "over ten years": after a preposition. */
export function parseTerm(tokens: readonly Token[], at: number, preposition: string): TimeNode | undefined {
  let start = tokens[at]?.word === 'the' ? at + 1 : at
  if (tokens[start]?.word === 'space' && tokens[start + 1]?.word === 'of') start += 2
  if (tokens[start]?.word === 'first' || tokens[start]?.word === 'just' || tokens[start]?.word === 'about')
    start += 1
  const length = parseLength(tokens, start)
  if (!length || (length.count === null && start > at)) return undefined
  // An hour or a day as a measure of work ("for 20 hours") sets no date; "three month period" is a measure too.
  if (length.unit === 'hour' && preposition !== 'within') return undefined
  const after = tokens[length.next]?.word
  if (after === 'old' || after === 'olds' || after === 'period' || after === 'ago') return undefined
  const end = after === 'time' ? length.next + 1 : tailEnd(tokens, length.next)
  if (preposition === 'for') return node(end, () => withPrecision('duration'), 'length')
  const hasEvent = end > length.next && after !== 'time'
  return node(end, (clock) => (hasEvent ? withPrecision('duration') : fromToday(length, clock)), 'term')
}

/** "two years after commencement", "28 days before the hearing": a length and the event it counts from. */
export function parseCountedFrom(tokens: readonly Token[], at: number): TimeNode | undefined {
  const length = parseLength(tokens, at)
  if (!length?.count || !['after', 'before', 'following', 'prior'].includes(tokens[length.next]?.word ?? ''))
    return undefined
  const end = tailEnd(tokens, length.next)
  return end > length.next ? node(end, () => withPrecision('duration'), 'term') : undefined
}

/** "every three years", "at least once a year", "every six months": how often an act comes round. */
export function parseRecurrence(tokens: readonly Token[], at: number): TimeNode | undefined {
  let i = at
  if (tokens[i]?.word === 'at' && tokens[i + 1]?.word === 'least') i += 2
  const starts = i
  if (tokens[i]?.word === 'once' || tokens[i]?.word === 'twice') i += 1
  const isCounted = i > starts
  if (tokens[i]?.word === 'in' && isCounted) i += 1
  if (tokens[i]?.word === 'every' || (isCounted && ['a', 'each', 'per'].includes(tokens[i]?.word ?? '')))
    i += 1
  else
    return starts > at && tokens[i]?.word === 'annually'
      ? node(i + 1, () => withPrecision('duration'))
      : undefined
  const length = parseLength(tokens, i)
  if (length) return node(length.next, () => withPrecision('duration'))
  const unit = UNITS.get(tokens[i]?.word ?? '')
  return unit && unit.unit !== 'hour' && unit.unit !== 'day'
    ? node(i + 1, () => withPrecision('duration'))
    : undefined
}
