/** Where a deadline stands on a day. Computed from the clock, and separate from any verdict. */
import { countDays, type PlainDate } from '../model/index.ts'
import type { RecordOf } from './record/index.ts'

export type DeadlineStanding =
  /** At least so many days before the last one; on which day is known only where one is named. */
  | { readonly kind: 'kept'; readonly daysEarly: number; readonly isDayKnown: boolean }
  | { readonly kind: 'late'; readonly daysLate: number }
  | { readonly kind: 'overdue'; readonly daysOverdue: number }
  /** Missed by at least so many days; whether it has been met since is not known. */
  | { readonly kind: 'missed'; readonly daysMissed: number }
  | { readonly kind: 'may-be-overdue' }
  | { readonly kind: 'ahead'; readonly daysLeft: number }
  | { readonly kind: 'superseded' }
  | { readonly kind: 'no-time-named' }
  | { readonly kind: 'not-known' }

/**
 * A fuzzy deadline is overdue only after the last day its words can mean; between its first and last day it may be.
 * Lateness is counted from that last day to the first day on which it can have been met, and earliness to the last such
 * day, so that neither is overstated. One that is known to have been unmet on a later day, and about which nothing newer is known, is overdue
 * up to that day and "missed" after it: the clock does not go on counting where nobody has looked.
 */
export function standingOf(deadline: RecordOf<'deadline'>, today: PlainDate): DeadlineStanding {
  if (deadline.outcome === 'superseded') return { kind: 'superseded' }
  if (!deadline.due) return { kind: 'no-time-named' }
  if (deadline.met) {
    const { from, to } = deadline.met
    const daysLate = countDays(deadline.due.to, from)
    if (daysLate > 0) return { kind: 'late', daysLate }
    return { kind: 'kept', daysEarly: Math.max(0, countDays(to, deadline.due.to)), isDayKnown: from === to }
  }
  if (deadline.outcome === 'unknown') return { kind: 'not-known' }
  const unmetOn = deadline.unmetOn?.from
  if (unmetOn !== undefined && today > unmetOn)
    return { kind: 'missed', daysMissed: countDays(deadline.due.to, unmetOn) }
  if (today > deadline.due.to) return { kind: 'overdue', daysOverdue: countDays(deadline.due.to, today) }
  if (today >= deadline.due.from && deadline.due.from !== deadline.due.to) return { kind: 'may-be-overdue' }
  return { kind: 'ahead', daysLeft: countDays(today, deadline.due.to) }
}
