/** What a parsed time carries: where it ends, how it resolves against the document's date, and how it bears on acts. */
import { addDays, addMonths, type Day, isBefore, monthsSpan, type Span } from './calendar.ts'

export interface Clock {
  /** The document's own date; null where it gives none. */
  readonly today: Day | null
  /** Which way to look for a time printed without its year: promises look ahead, accounts look behind. */
  readonly looking: 'ahead' | 'behind'
}

export type Bearing =
  /** "in March 2026": says nothing of itself; the sentence decides. */
  | 'plain'
  /** "over the next year", "later this year": lies ahead by its own words. */
  | 'ahead'
  /** "last year", "since 2019": lies behind by its own words. */
  | 'behind'
  /** "in due course": an act is put off; no day is named. */
  | 'vague'
  /** "within six months", "over ten years": a time only where an act is to come; else a measure. */
  | 'term'
  /** "for 12 weeks": how long, not by when. */
  | 'length'

export interface TimeNode {
  /** Index of the first token after the time. */
  readonly next: number
  readonly bearing: Bearing
  resolve(clock: Clock): Span
}

export const OPEN: Span = { from: null, to: null, precision: 'vague' }

export const node = (
  next: number,
  resolve: (clock: Clock) => Span,
  bearing: Bearing = 'plain',
): TimeNode => ({
  next,
  bearing,
  resolve,
})

export const withPrecision = (precision: Span['precision']): Span => ({ from: null, to: null, precision })

/**
 * The occurrence of a yearly time that the clock looks for: the first not yet over, or the last already begun.
 * Nulls when the document has no date.
 */
export function occurrence(clock: Clock, inYear: (year: number) => Span | undefined): Span {
  const { today } = clock
  if (!today) return withPrecision(inYear(2000)?.precision ?? 'vague')
  const years = clock.looking === 'ahead' ? [-1, 0, 1, 2, 3, 4] : [0, -1, -2, -3, -4]
  for (const offset of years) {
    const span = inYear(today.year + offset)
    if (!span?.from || !span.to) continue
    const fits = clock.looking === 'ahead' ? !isBefore(span.to, today) : !isBefore(today, span.from)
    if (fits) return span
  }
  return OPEN
}

/** Thirds of a span: "early 2026" is January to April, "late spring" May, "mid-March" the middle ten days. */
export function partOf(span: Span, part: 'early' | 'mid' | 'late'): Span {
  if (!span.from || !span.to) return span
  const { from, to } = span
  const index = part === 'early' ? 0 : part === 'mid' ? 1 : 2
  const months = (to.year - from.year) * 12 + to.month - from.month + 1
  if (months % 3 === 0 && from.day === 1) {
    const first = addMonths(from, (index * months) / 3)
    return monthsSpan(first.year, first.month, months / 3, span.precision)
  }
  const days = daysBetween(from, to) + 1
  const third = Math.floor(days / 3)
  const start = addDays(from, index * third)
  return { ...span, from: start, to: index === 2 ? to : addDays(start, third - 1) }
}

const daysBetween = (from: Day, to: Day): number =>
  Math.round(
    (Date.UTC(to.year, to.month - 1, to.day) - Date.UTC(from.year, from.month - 1, from.day)) / 86_400_000,
  )
