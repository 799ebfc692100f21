/** What a time does in its sentence: sets when a future act is to happen, tells when something happened, or neither. */
import { type Act, governingAct, hasStrongActBefore, opensWithAct } from './acts.ts'
import { type Day, isBefore, type Span } from './calendar.ts'
import type { Expression } from './expression.ts'
import type { Token } from './tokens.ts'

export type TimeRole =
  /** When a future act is to happen. */
  | 'deadline'
  /** When something happened. */
  | 'past'
  /** How long something lasts, is or may take. */
  | 'length'
  /** Part of a name: "Census 2021", "Session 2023-24". */
  | 'name'
  /** A time that no act of the sentence is tied to. */
  | 'reference'

/** A time where it stands: `from` is its first token, `span` what it means looking ahead. */
export interface TimeInPlace {
  readonly tokens: readonly Token[]
  readonly from: number
  readonly expression: Expression
  readonly span: Span
  readonly today: Day | null
  /** An act to come governs the text from outside it. */
  readonly isUndertaking: boolean
}

/** "Census 2021", "Session 2023-24": a year printed bare behind a capitalised word. */
function endsName({ tokens, from, expression }: TimeInPlace): boolean {
  const before = tokens[from - 1]
  if (expression.sense !== 'none' || expression.bearing !== 'plain' || !before?.isCapitalised) return false
  return /^\d{4}$/.test(tokens[from]?.word ?? '')
}

const NAME_OPENERS = new Set(['spring', 'summer', 'autumn', 'winter', 'easter', 'christmas', 'interim'])

/** "the Spring Statement", "Winter Fuel Payment", "in the Interim Report": a capitalised word that opens a name. */
function opensName({ tokens, from, expression }: TimeInPlace): boolean {
  const last = tokens[expression.next - 1]
  const next = tokens[expression.next]
  if (!last?.isCapitalised || !next?.isCapitalised || next.start - last.end > 2) return false
  return NAME_OPENERS.has(last.word) && (expression.next - 1 > from || from > 0)
}

const MEASURES = new Set([
  'level',
  'levels',
  'figure',
  'figures',
  'baseline',
  'total',
  'rate',
  'rates',
  'that',
  'those',
])

/** "below the levels in 2000", "than that in 2019", "higher than in 2010": a year that something is measured against. */
function isMeasure({ tokens, from, expression }: TimeInPlace): boolean {
  const before = tokens[from - 1]?.word ?? ''
  if (before === 'than') return true
  if (expression.sense === 'by' || !MEASURES.has(before)) return false
  const opening = tokens.slice(Math.max(0, from - 5), from - 1).map(({ word }) => word)
  return opening.some((word) =>
    ['below', 'above', 'than', 'on', 'to', 'from', 'against', 'with', 'of'].includes(word),
  )
}

const isWhollyPast = ({ span, today }: TimeInPlace): boolean =>
  today !== null && span.to !== null && isBefore(span.to, today)

const liesAhead = ({ span, today }: TimeInPlace): boolean =>
  today !== null &&
  ((span.to !== null && isBefore(today, span.to)) || (span.from !== null && isBefore(today, span.from)))

const BY_SENSES: ReadonlySet<string> = new Set(['by', 'before', 'until'])
const setsLimit = ({ expression }: TimeInPlace): boolean => BY_SENSES.has(expression.sense)

// "Target date: March 2026" is a label and a time, with few words before the colon.
const LABEL_WORDS = 8
const isLabelled = ({ tokens, from }: TimeInPlace): boolean =>
  from <= LABEL_WORDS && tokens[from - 1]?.word === ':'

/** "within six months" runs from today only for an act that is still to come. */
function termRole(act: Act | undefined, isInstruction: boolean): TimeRole {
  if (act === 'past') return 'past'
  return act === 'strong' || act === 'weak' || (act === undefined && isInstruction) ? 'deadline' : 'length'
}

/** "in due course" puts an act off unless it tells of the past; "shortly" wants a promise beside it. */
function vagueRole(act: Act | undefined, isWeak: boolean): TimeRole {
  if (act === 'past' || act === 'forecast') return act === 'past' ? 'past' : 'reference'
  return act === 'strong' || !isWeak ? 'deadline' : 'reference'
}

/** Behind a past verb only words that look ahead by themselves are still a deadline ("extended to March 2027"). */
function roleInAccount(time: TimeInPlace): TimeRole {
  if (time.expression.bearing === 'ahead') return 'deadline'
  if (!setsLimit(time)) return 'past'
  if (liesAhead(time)) return 'deadline'
  // Without a date of the document a promise before the participle tells: "committed to packaging placed … by 2025".
  const isPromised = time.today === null && time.expression.sense === 'by'
  return isPromised && hasStrongActBefore(time.tokens, time.from) ? 'deadline' : 'past'
}

function roleAhead(time: TimeInPlace, act: Act | undefined): TimeRole {
  if (act === 'forecast') return 'reference'
  if (act === 'strong' || time.expression.bearing === 'ahead') return 'deadline'
  const isAhead = liesAhead(time)
  if (isAhead && isLabelled(time)) return 'deadline'
  if (act === 'weak') return isAhead || setsLimit(time) ? 'deadline' : 'reference'
  const isLimit = setsLimit(time) && time.expression.sense !== 'until'
  return isLimit && (isAhead || time.today === null) ? 'deadline' : 'reference'
}

export function roleOf(time: TimeInPlace): TimeRole {
  const { tokens, from, expression } = time
  if (endsName(time) || opensName(time)) return 'name'
  if (isMeasure(time)) return 'reference'
  if (expression.bearing === 'length') return 'length'
  if (expression.bearing === 'behind' || tokens[expression.next]?.word === 'ago') return 'past'
  const act = governingAct(tokens, from, expression.next) ?? (time.isUndertaking ? 'strong' : undefined)
  if (expression.bearing === 'vague') return vagueRole(act, expression.isWeak)
  if (expression.bearing === 'term') return termRole(act, opensWithAct(tokens))
  if (isWhollyPast(time) && !(act === 'strong' && setsLimit(time))) return 'past'
  return act === 'past' ? roleInAccount(time) : roleAhead(time, act)
}
