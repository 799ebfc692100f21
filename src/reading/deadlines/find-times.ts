/** Every time expression of a text, and what it does there: a deadline is one that a future act is tied to. */
import type { Deadline } from '../../model/index.ts'
import { type Day, formatDay, parseDay, type Span } from './calendar.ts'
import { type Expression, opensExpression, parseExpression } from './expression.ts'
import { mayHoldTime } from './gate.ts'
import { mayStartTime } from './heads.ts'
import { roleOf, type TimeInPlace, type TimeRole } from './roles.ts'
import { type Token, tokenise } from './tokens.ts'

interface TimeMention extends Deadline {
  readonly role: TimeRole
}

interface TimeContext {
  /** ISO 8601 day; what "this year" counts from. Null leaves relative words without days. */
  readonly documentDate: string | null
  /** The caller knows the text to be about an act still to come, though its verb stands elsewhere (a list item under
   * "The council will:"). A verb in the text itself still decides. */
  readonly isUndertaking?: boolean
}

type Setting = Pick<TimeInPlace, 'today' | 'isUndertaking'>

/** A time where it stands, with what it does there. Most are no deadlines, and need no days. */
interface PlacedTime extends TimeInPlace {
  readonly role: TimeRole
}

function placeTime(
  tokens: readonly Token[],
  from: number,
  expression: Expression,
  { today, isUndertaking }: Setting,
): PlacedTime {
  const span = expression.resolve({ today, looking: 'ahead' })
  const time = { tokens, from, expression, span, today, isUndertaking }
  return { tokens, from, expression, span, today, isUndertaking, role: roleOf(time) }
}

function toDeadline(text: string, { tokens, from, expression, span, today, role }: PlacedTime): Deadline {
  const start = tokens[from]?.start ?? 0
  const end = tokens[expression.next - 1]?.end ?? start
  const days = spanFor(role, expression, span, today)
  return {
    text: text.slice(start, end),
    start,
    end,
    from: days.from && formatDay(days.from),
    to: days.to && formatDay(days.to),
    precision: days.precision,
  }
}

/** A time told of the past looks back; a length that no act ahead is tied to counts from no known day. */
function spanFor(role: TimeRole, expression: Expression, ahead: Span, today: Day | null): Span {
  if (expression.bearing === 'term' && role !== 'deadline')
    return { from: null, to: null, precision: ahead.precision }
  return role === 'past' ? expression.resolve({ today, looking: 'behind' }) : ahead
}

function placeTimes(text: string, context: TimeContext): PlacedTime[] {
  if (!mayHoldTime(text)) return []
  const today = context.documentDate === null ? null : (parseDay(context.documentDate) ?? null)
  const setting: Setting = { today, isUndertaking: context.isUndertaking ?? false }
  const tokens = tokenise(text)
  const mayStart = mayStartTime(tokens)
  const found: PlacedTime[] = []
  for (let i = 0; i < tokens.length; ) {
    const expression =
      mayStart[i] && opensExpression(tokens[i]?.word ?? '') ? parseExpression(tokens, i) : undefined
    if (!expression) {
      i += 1
      continue
    }
    found.push(placeTime(tokens, i, expression, setting))
    i = Math.max(expression.next, i + 1)
  }
  return found
}

/** Every time expression in reading order, without overlaps; offsets are relative to `text`. */
export function findTimes(text: string, context: TimeContext): TimeMention[] {
  return placeTimes(text, context).map((time) => ({ ...toDeadline(text, time), role: time.role }))
}

/** The times that a future act is tied to, in reading order. Both days are null for words that name none. */
export function findDeadlines(text: string, context: TimeContext): Deadline[] {
  return placeTimes(text, context)
    .filter((time) => time.role === 'deadline')
    .map((time) => toDeadline(text, time))
}

/** The deadline that says most: one with days before one without, else the first printed; null for none. */
export function mainDeadline(deadlines: readonly Deadline[]): Deadline | null {
  return deadlines.find((deadline) => deadline.from !== null || deadline.to !== null) ?? deadlines[0] ?? null
}
