/** A whole time expression: preposition, time, and the second time of a span; and the days that all of it can mean. */
import { addDays, addMonths, isBefore, type Span } from './calendar.ts'
import { type Bearing, type Clock, node, OPEN, type TimeNode } from './clock.ts'
import { parseEvent } from './events.ts'
import { parseCountedFrom, parseRecurrence, parseTerm } from './lengths.ts'
import { OCCASION_OPENERS, occasionEnd } from './occasions.ts'
import { makePhraseBook, matchPhrase } from './phrases.ts'
import { parseRunning } from './relative-times.ts'
import { parseTime } from './time-core.ts'
import type { Token } from './tokens.ts'
import { parseVague, VAGUE_OPENERS } from './vague-times.ts'
import { MONTHS, parseCount, SEASONS, WEEKDAYS } from './words.ts'

/** What a preposition does to the span after it. */
export type Sense = 'by' | 'before' | 'until' | 'from' | 'after' | 'in' | 'since' | 'for' | 'none'

const PREPOSITIONS: readonly (readonly [Sense, readonly string[]])[] = [
  [
    'by',
    [
      'by',
      'no later than',
      'not later than',
      'by or before',
      'on or before',
      'by no later than',
      'at the latest by',
      'by at the latest',
    ],
  ],
  [
    'before',
    [
      'before',
      'prior to',
      'ahead of',
      'in advance of',
      'in time for',
      'in the run up to',
      'in the run - up to',
    ],
  ],
  ['until', ['until', 'till', 'up to', 'up until', 'through to']],
  [
    'from',
    [
      'from',
      'as from',
      'with effect from',
      'effective from',
      'starting in',
      'starting from',
      'starting on',
      'starting',
      'beginning in',
      'beginning from',
      'beginning on',
      'commencing in',
      'commencing on',
      'commencing',
      'no earlier than',
      'not before',
      'onwards from',
    ],
  ],
  ['after', ['after', 'following']],
  [
    'in',
    [
      'in',
      'on',
      'at',
      'during',
      'within',
      'over',
      'throughout',
      'across',
      'around',
      'towards',
      'alongside',
      'inside',
      'in or around',
      'in around',
      'in the week commencing',
      'in the week beginning',
      'week commencing',
      'for',
    ],
  ],
  ['since', ['since', 'as of', 'as at']],
  ['from', ['between']],
]
const BOOK = makePhraseBook(PREPOSITIONS.flatMap(([, phrases]) => phrases))
const SENSES: ReadonlyMap<string, Sense> = new Map(
  PREPOSITIONS.flatMap(([sense, phrases]) => phrases.map((phrase): [string, Sense] => [phrase, sense])),
)
const TERM_PREPOSITIONS = new Set([
  'within',
  'in',
  'over',
  'after',
  'for',
  'no later than',
  'not later than',
  'inside',
  'by',
  'during',
  'across',
  'throughout',
])
const STEP_PREPOSITIONS = new Set(['ahead of', 'in advance of', 'prior to', 'in time for', 'following'])

export interface Expression {
  readonly next: number
  readonly sense: Sense
  readonly bearing: Bearing
  /** An adverb that is a time only beside a future act. */
  readonly isWeak: boolean
  resolve(clock: Clock): Span
}

function applySense(sense: Sense, span: Span, isEdge: boolean): Span {
  const { from, to, precision } = span
  if (sense === 'by') return precision === 'day' ? { from: null, to, precision } : span
  if (sense === 'before') return { from: null, to: from && !isEdge ? addDays(from, -1) : to, precision }
  if (sense === 'until') return { from: null, to, precision }
  if (sense === 'from') return { from, to: null, precision }
  if (sense === 'after') return { from: to && addDays(to, 1), to: null, precision }
  return span
}

const SPAN_WORDS = new Set(['to', 'until', 'and', 'through', '-', '/', 'or'])

/** The second time of "from April 2026 to March 2027", "between 2026 and 2029", "April-June 2026". */
function parseSpanEnd(
  tokens: readonly Token[],
  first: TimeNode,
  joins: ReadonlySet<string>,
): TimeNode | undefined {
  if (!joins.has(tokens[first.next]?.word ?? '')) return undefined
  const second = parseTime(tokens, first.next + 1, true)
  return second && node(second.next, (clock) => joinSpans(first, second, clock), first.bearing)
}

function joinSpans(first: TimeNode, second: TimeNode, clock: Clock): Span {
  const last = second.resolve(clock)
  // A first month without year belongs to the year that the second one names.
  const anchor = last.to && { today: addMonths(last.to, -11), looking: 'ahead' as const }
  const own = first.resolve(clock)
  const start =
    anchor && (!own.from || (last.to && isBefore(last.to, own.from))) ? first.resolve(anchor) : own
  if (!start.from || !last.to || isBefore(last.to, start.from)) return OPEN
  const isLong = isBefore(addMonths(start.from, 12), last.to)
  return { from: start.from, to: last.to, precision: isLong ? 'multi-year' : last.precision }
}

const RANGE_JOINS = SPAN_WORDS
const BARE_JOINS = new Set(['to', 'until', '-', '/', 'and', 'or'])

function fromNode(time: TimeNode, sense: Sense, isEdge = false): Expression {
  return {
    next: time.next,
    sense,
    bearing: sense === 'since' ? 'behind' : time.bearing,
    isWeak: false,
    resolve: (clock) => applySense(sense, time.resolve(clock), isEdge),
  }
}

const endsEdge = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.word === 'end' ||
  (tokens[at]?.word === 'the' && ['end', 'close'].includes(tokens[at + 1]?.word ?? ''))

/** "until at least 2030", "in about May": how near the time is said to be. */
function skipHedge(tokens: readonly Token[], at: number): number {
  const word = tokens[at]?.word ?? ''
  if (word === 'at' && ['least', 'latest'].includes(tokens[at + 1]?.word ?? '')) return at + 2
  return ['about', 'around', 'approximately', 'roughly'].includes(word) ? at + 1 : at
}

function afterPreposition(tokens: readonly Token[], at: number, end: number): Expression | undefined {
  const phrase = tokens
    .slice(at, end)
    .map((token) => token.word)
    .join(' ')
  const sense = SENSES.get(phrase) ?? 'none'
  const after = skipHedge(tokens, end)
  if (sense === 'for' || TERM_PREPOSITIONS.has(phrase)) {
    const term = parseTerm(tokens, after, phrase)
    if (term) return { ...fromNode(term, 'in'), sense: phrase === 'over' || phrase === 'in' ? 'in' : 'by' }
  }
  const running = longest([
    parseTime(tokens, after, phrase !== 'at'),
    parseEvent(tokens, after, STEP_PREPOSITIONS.has(phrase)),
    runningSpell(tokens, after, phrase),
  ])
  if (!running) return undefined
  const joins = phrase === 'between' ? new Set(['and', '-']) : phrase === 'from' ? RANGE_JOINS : BARE_JOINS
  const span = parseSpanEnd(tokens, running, joins)
  if (span) return fromNode(span, 'in')
  if (phrase === 'between') return undefined
  return fromNode(running, sense, endsEdge(tokens, after))
}

const longest = (times: readonly (TimeNode | undefined)[]): TimeNode | undefined =>
  times.reduce((best, time) => (time && (!best || time.next > best.next) ? time : best), undefined)

/** "during the year", "within the financial year": a plain "the" is a time only after these. */
const runningSpell = (tokens: readonly Token[], at: number, phrase: string): TimeNode | undefined =>
  ['during', 'within', 'throughout', 'over', 'by', 'from', 'in', 'until', 'before'].includes(phrase)
    ? parseRunning(tokens, at)
    : undefined

const SEASON_LEADS = new Set(['the', 'forthcoming', 'upcoming', 'our', 'planned'])

/** "the spring publication", "our autumn strategy": a season that says when the thing it describes comes out. */
function parseLeadSeason(tokens: readonly Token[], at: number): TimeNode | undefined {
  if (!SEASON_LEADS.has(tokens[at]?.word ?? '')) return undefined
  const season = tokens[at + 1]
  if (!season || !['spring', 'summer', 'autumn', 'winter'].includes(season.word)) return undefined
  return parseTime(tokens, at + 1, true)
}

const OPENERS: ReadonlySet<string> = new Set([
  ...VAGUE_OPENERS,
  ...OCCASION_OPENERS,
  ...BOOK.keys(),
  ...MONTHS.keys(),
  ...SEASONS.keys(),
  ...WEEKDAYS,
  ...SEASON_LEADS,
  ...'at once twice every to the a an this current next coming following last previous past later earlier early mid middle late end beginning start close course remainder rest q h fy financial fiscal academic school tax new first second third fourth final midnight noon midday year'.split(
    ' ',
  ),
])

/** False where no time can start at the word; digits and counts always may. */
export const opensExpression = (word: string): boolean =>
  OPENERS.has(word) ||
  (word.charCodeAt(0) >= 48 && word.charCodeAt(0) <= 57) ||
  parseCount(word) !== undefined

/** The longest time expression that starts at the token, or undefined. */
export function parseExpression(tokens: readonly Token[], at: number): Expression | undefined {
  const vague = parseVague(tokens, at)
  if (vague)
    return { next: vague.next, sense: 'none', bearing: 'vague', isWeak: vague.isWeak, resolve: () => OPEN }
  const recurrence = parseRecurrence(tokens, at)
  if (recurrence) return fromNode(recurrence, 'none')
  const after = matchPhrase(BOOK, tokens, at)
  const led = after === undefined ? undefined : afterPreposition(tokens, at, after)
  if (led) return led
  const occasion = occasionEnd(tokens, at)
  if (occasion !== undefined)
    return { next: occasion, sense: 'none', bearing: 'vague', isWeak: true, resolve: () => OPEN }
  const extended = tokens[at]?.word === 'to' ? parseTime(tokens, at + 1, false) : undefined
  if (extended?.bearing === 'plain') return fromNode(extended, 'until')
  const counted = parseCountedFrom(tokens, at)
  if (counted) return fromNode(counted, 'after')
  const bare = parseTime(tokens, at, false) ?? parseLeadSeason(tokens, at)
  if (!bare) return undefined
  return fromNode(parseSpanEnd(tokens, bare, BARE_JOINS) ?? bare, 'none')
}
