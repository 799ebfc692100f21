/** What a parsed time carries: where it ends, how it resolves against the document's date, and how it bears on acts. */
import { addDays, type Day, isBefore, type Span } from './calendar.ts'

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

/** Thirds of a span: "early 2026", "mid-March", "late spring". Keeps the span where it is open on a side. */
export function partOf(span: Span, part: 'early' | 'mid' | 'late'): Span {
  if (!span.from || !span.to) return span
  const { from, to } = span
  const days = Math.round(
    (Date.UTC(to.year, to.month - 1, to.day) - Date.UTC(from.year, from.month - 1, from.day)) / 86_400_000,
  )
  const third = Math.floor((days + 1) / 3)
  if (part === 'early') return { ...span, to: addDays(from, third - 1) }
  if (part === 'mid') return { ...span, from: addDays(from, third), to: addDays(to, -third) }
  return { ...span, from: addDays(to, 1 - third) }
}
