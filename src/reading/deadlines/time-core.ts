/** One time without its preposition: a part of ("early", "the end of") around a date, a year, a spell or an event. */
import { isBefore } from './calendar.ts'
import { type Clock, node, partOf, type TimeNode } from './clock.ts'
import { parseDate } from './dates.ts'
import { parseStretch } from './lengths.ts'
import { parseNewYear, parseRelative, parseRunning } from './relative-times.ts'
import type { Token } from './tokens.ts'
import { parseBareYear, parseDecade, parseYearSpan } from './years.ts'

const PARTS: ReadonlyMap<string, 'early' | 'mid' | 'late'> = new Map([
  ['early', 'early'],
  ['mid', 'mid'],
  ['middle', 'mid'],
  ['late', 'late'],
])
const PART_JOINS = new Set(['-', 'in', 'to'])
const EDGES = new Set([
  'end',
  'beginning',
  'start',
  'middle',
  'close',
  'course',
  'remainder',
  'lifetime',
  'rest',
  'turn',
  'conclusion',
  'duration',
])
// "the end of the start of the …" is no English; a bound keeps hostile input from nesting.
const MAX_DEPTH = 3

/** `allowStretch`: "the next five years" is a time after a preposition, and a subject or a label without one. */
function parseNamed(tokens: readonly Token[], at: number, allowStretch: boolean): TimeNode | undefined {
  return (
    parseDate(tokens, at) ??
    parseYearSpan(tokens, at) ??
    (allowStretch ? parseStretch(tokens, at) : undefined) ??
    parseNewYear(tokens, at) ??
    parseRelative(tokens, at)
  )
}

/** "early 2026", "mid-March", "late in the spring". */
function parsePart(tokens: readonly Token[], at: number, depth: number): TimeNode | undefined {
  const part = PARTS.get(tokens[at]?.word ?? '')
  if (!part) return undefined
  let i = at + 1
  while (i < at + 4 && PART_JOINS.has(tokens[i]?.word ?? '')) i += 1
  const inner = parseTime(tokens, i, true, depth + 1)
  return inner && node(inner.next, (clock) => partOf(inner.resolve(clock), part), inner.bearing)
}

/** "the end of this year", "end of FY27/28", "the year end": the whole of what it is the end of, as printed reports
 * mean by it no more than that the time lies in there. */
function parseEdge(tokens: readonly Token[], at: number, depth: number): TimeNode | undefined {
  const start = tokens[at]?.word === 'the' ? at + 1 : at
  if (tokens[start]?.word === 'year' && tokens[start + 1]?.word === 'end') {
    const year = parseRunning(
      [{ word: 'the', start: 0, end: 0, isCapitalised: false }, ...tokens.slice(start, start + 1)],
      0,
    )
    return year && node(start + 2, year.resolve, year.bearing)
  }
  if (!EDGES.has(tokens[start]?.word ?? '')) return undefined
  const sign = tokens[start + 1]?.word
  // "end March", "end-2026": only "end" goes without "of".
  const isShort = tokens[start]?.word === 'end' && sign !== 'of' && sign !== '-'
  if (!isShort && sign !== 'of' && sign !== '-') return undefined
  const first = isShort ? start + 1 : start + 2
  const inner =
    parseTime(tokens, first, true, depth + 1) ?? (isShort ? undefined : parseRunning(tokens, first))
  return inner && node(inner.next, inner.resolve, inner.bearing)
}

const fromTodayOn = (inner: TimeNode) => (clock: Clock) => {
  const span = inner.resolve(clock)
  const isInside =
    clock.today &&
    span.from &&
    span.to &&
    !isBefore(clock.today, span.from) &&
    !isBefore(span.to, clock.today)
  return isInside ? { ...span, from: clock.today } : span
}

/** "later this year", "later in 2022", "earlier in the spring". */
export function parseLater(tokens: readonly Token[], at: number, depth = 0): TimeNode | undefined {
  const word = tokens[at]?.word
  if (word !== 'later' && word !== 'earlier') return undefined
  const start = tokens[at + 1]?.word === 'in' || tokens[at + 1]?.word === 'on' ? at + 2 : at + 1
  if (start === at + 2 && tokens[start]?.word === 'in') return parseLaterIn(tokens, start + 1, word, depth)
  return parseLaterIn(tokens, start, word, depth)
}

function parseLaterIn(
  tokens: readonly Token[],
  start: number,
  word: string,
  depth: number,
): TimeNode | undefined {
  const inner = parseTime(tokens, start, true, depth + 1) ?? parseRunning(tokens, start)
  if (!inner) return undefined
  return word === 'later'
    ? node(inner.next, fromTodayOn(inner), 'ahead')
    : node(inner.next, inner.resolve, 'behind')
}

/**
 * A time at a token, without preposition. `allowLoose`: also what only a preposition makes a time (a bare year, a
 * month or season without year).
 */
export function parseTime(
  tokens: readonly Token[],
  at: number,
  allowLoose: boolean,
  depth = 0,
): TimeNode | undefined {
  if (depth > MAX_DEPTH) return undefined
  const later = parseLater(tokens, at, depth)
  if (later) return later
  const named = parseNamed(tokens, at, allowLoose)
  if (named && (allowLoose || standsAlone(tokens, at, named))) return named
  const framed = parsePart(tokens, at, depth) ?? parseEdge(tokens, at, depth)
  if (framed) return framed
  const start = tokens[at]?.word === 'the' ? at + 1 : at
  if (start > at && allowLoose) {
    const inner =
      parseDate(tokens, start) ??
      parseYearSpan(tokens, start) ??
      parseDecade(tokens, start) ??
      parsePart(tokens, start, depth)
    if (inner) return inner
  }
  return allowLoose ? (parseDecade(tokens, at) ?? parseBareYear(tokens, at)) : undefined
}

/** True for times that need no preposition: they name their year, or are counted from today. */
function standsAlone(tokens: readonly Token[], at: number, time: TimeNode): boolean {
  if (time.bearing !== 'plain') return true
  for (let i = at; i < time.next; i += 1) {
    const word = tokens[i]?.word ?? ''
    if (word === 'this' || word === 'current' || word === 'fy' || /^(?:19|20)\d\d$/.test(word)) return true
  }
  return false
}
