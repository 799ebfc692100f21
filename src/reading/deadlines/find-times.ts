/** Every time expression of a text, and what it does there: a deadline is one that a future act is tied to. */
import type { Deadline } from '../../model/index.ts'
import { type Act, governingAct } from './acts.ts'
import { type Day, formatDay, isBefore, parseDay, type Span } from './calendar.ts'
import type { Clock } from './clock.ts'
import { type Expression, parseExpression } from './expression.ts'
import { type Token, tokenise } from './tokens.ts'

export type TimeRole =
  /** When a future act is to happen. */
  | 'deadline'
  /** When something happened. */
  | 'past'
  /** How long something lasts, is or may take. */
  | 'length'
  /** Part of a name: "Census 2021", "the 2019 strategy". */
  | 'name'
  /** A time that no act of the sentence is tied to. */
  | 'reference'

export interface TimeMention extends Deadline {
  readonly role: TimeRole
}

export interface TimeContext {
  /** ISO 8601 day; what "this year" counts from. Null leaves relative words without days. */
  readonly documentDate: string | null
}

// A cheap look before any parsing: nearly all sentences without a deadline also have none of these.
const MAY_HOLD_TIME =
  /\b(?:(?:19|20)\d\d|fy ?\d|q[1-4]\b|h[12]\b|\d{1,2}[/.]\d|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter|year|month|week|day|quarter|decade|fortnight|term\b|session|parliament|time\b|due course|interim|meantime|future\b|soon|shortly|urgen|immedia|imminen|prompt|delay|opportunity|possible|practicable|later|recess|easter|christmas|budget|spending|statement|speech|assent|election|legislation|consultation|publication|launch|roll|implementation|commencement|annually|resources allow|hours?\b)/i

const NAME_HEADS =
  /^(?:act|bill|review|census|report|survey|budget|strategy|plan|session|regulations|order|agenda|vision|target|olympics|games|conference|cop|agreement|framework|programme|study|edition|version|statement|paper|manifesto|horizon|europe)$/

/** "Census 2021", "Session 2023-24": a year printed bare behind a capitalised word. */
function isName(tokens: readonly Token[], from: number, expression: Expression): boolean {
  const before = tokens[from - 1]
  if (expression.sense !== 'none' || expression.bearing !== 'plain' || !before?.isCapitalised) return false
  return /^\d{4}$/.test(tokens[from]?.word ?? '') && (NAME_HEADS.test(before.word) || from > 1)
}

/** "the Spring Statement", "Winter Fuel Payment": a capitalised season is the first word of a name. */
function opensName(tokens: readonly Token[], expression: Expression): boolean {
  const last = tokens[expression.next - 1]
  const next = tokens[expression.next]
  if (!last?.isCapitalised || !next?.isCapitalised) return false
  return ['spring', 'summer', 'autumn', 'winter', 'easter', 'christmas'].includes(last.word)
}

function isWhollyPast(span: Span, today: Day | null): boolean {
  return today !== null && span.to !== null && isBefore(span.to, today)
}

const BY_SENSES = new Set(['by', 'before', 'until'])

function roleOf(
  tokens: readonly Token[],
  from: number,
  expression: Expression,
  span: Span,
  today: Day | null,
): TimeRole {
  if (isName(tokens, from, expression) || opensName(tokens, expression)) return 'name'
  if (expression.bearing === 'length') return 'length'
  if (expression.bearing === 'behind' || tokens[expression.next]?.word === 'ago') return 'past'
  const act = governingAct(tokens, from, expression.next)
  if (expression.bearing === 'vague') return vagueRole(act, expression.isWeak)
  if (isWhollyPast(span, today) && !(act === 'strong' && BY_SENSES.has(expression.sense))) return 'past'
  return act === 'past' ? roleInAccount(expression, span, today) : roleAhead(act, expression, span, today)
}

function vagueRole(act: Act | undefined, isWeak: boolean): TimeRole {
  if (act === 'past') return 'past'
  return act === 'strong' || (act === 'weak' && !isWeak) || (act === undefined && !isWeak)
    ? 'deadline'
    : 'reference'
}

const liesAhead = (span: Span, today: Day | null): boolean =>
  today !== null &&
  ((span.to !== null && isBefore(today, span.to)) || (span.from !== null && isBefore(today, span.from)))

/** A past verb before it: only words that look ahead by themselves are still a deadline. */
function roleInAccount(expression: Expression, span: Span, today: Day | null): TimeRole {
  if (expression.bearing === 'ahead') return 'deadline'
  return BY_SENSES.has(expression.sense) && liesAhead(span, today) ? 'deadline' : 'past'
}

function roleAhead(act: Act | undefined, expression: Expression, span: Span, today: Day | null): TimeRole {
  if (act === 'strong' || expression.bearing === 'ahead') return 'deadline'
  const isAhead = liesAhead(span, today)
  if (act === 'weak') return isAhead || BY_SENSES.has(expression.sense) ? 'deadline' : 'reference'
  return BY_SENSES.has(expression.sense) && expression.sense !== 'until' && (isAhead || today === null)
    ? 'deadline'
    : 'reference'
}

function toMention(
  text: string,
  tokens: readonly Token[],
  from: number,
  expression: Expression,
  today: Day | null,
): TimeMention {
  const start = tokens[from]?.start ?? 0
  const end = tokens[expression.next - 1]?.end ?? start
  const ahead: Clock = { today, looking: 'ahead' }
  const role = roleOf(tokens, from, expression, expression.resolve(ahead), today)
  const span = role === 'past' ? expression.resolve({ today, looking: 'behind' }) : expression.resolve(ahead)
  return {
    text: text.slice(start, end),
    start,
    end,
    from: span.from && formatDay(span.from),
    to: span.to && formatDay(span.to),
    precision: span.precision,
    role,
  }
}

/** Every time expression in reading order, without overlaps; offsets are relative to `text`. */
export function findTimes(text: string, context: TimeContext): TimeMention[] {
  if (!MAY_HOLD_TIME.test(text)) return []
  const today = context.documentDate === null ? null : (parseDay(context.documentDate) ?? null)
  const tokens = tokenise(text, 0, text.length)
  const found: TimeMention[] = []
  for (let i = 0; i < tokens.length; ) {
    const expression = parseExpression(tokens, i)
    if (!expression) {
      i += 1
      continue
    }
    found.push(toMention(text, tokens, i, expression, today))
    i = Math.max(expression.next, i + 1)
  }
  return found
}

/** The times that a future act is tied to, in reading order. Both days are null for words that name none. */
export function findDeadlines(text: string, context: TimeContext): Deadline[] {
  return findTimes(text, context)
    .filter((time) => time.role === 'deadline')
    .map(({ role: _role, ...deadline }) => deadline)
}

/** The deadline that says most: one with days before one without, else the first printed; null for none. */
export function mainDeadline(deadlines: readonly Deadline[]): Deadline | null {
  return deadlines.find((deadline) => deadline.from !== null || deadline.to !== null) ?? deadlines[0] ?? null
}
