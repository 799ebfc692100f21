/** The words that pages and answers use for axes, states and changes: one place, so that all speak alike. */

import type {
  Delivery,
  DeliveryKind,
  EvidenceConfidence,
  FuzzyDate,
  Reply,
  Strength,
} from '../../model/index.ts'
import {
  type CoverageState,
  type DeadlineStanding,
  type DriftField,
  type DriftName,
  type FieldPair,
  type Happening,
  oncePerObject,
  type RecordOf,
} from '../../tracker/index.ts'
import { STRENGTH_LABELS } from '../labels.ts'
import { labelDate, labelDateRange } from '../plain-date.ts'

export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** "27 February 2026", "autumn 2025", "27 to 30 October 2024": the words kept where they are words. */
export const sayDate = oncePerObject((date: FuzzyDate): string => {
  if (/[a-z]{3}/i.test(date.words.replaceAll(' to ', ' '))) return date.words
  return labelDateRange(date.from, date.to) ?? date.words
})

export const sayDay = (day: string): string => labelDate(day)

export const REPLY_WORDS: Readonly<Record<Reply, string>> = {
  'no-response': 'No reply',
  rejected: 'Rejected',
  noted: 'Noted',
  'accepted-in-principle': 'Accepted in principle',
  'accepted-in-part': 'Accepted in part',
  accepted: 'Accepted',
  'said-to-be-done': 'Said to be done already',
}

export const strengthWord = (strength: Strength): string => sentenceCase(STRENGTH_LABELS[strength])

export const DELIVERY_WORDS: Readonly<Record<Delivery, string>> = {
  'not-looked-at': 'Not looked at',
  'nothing-found': 'Looked, found nothing',
  announced: 'Announced',
  'under-way': 'Under way',
  'partly-delivered': 'Partly delivered',
  delivered: 'Delivered',
  reversed: 'Reversed',
  superseded: 'Replaced by another promise',
  'cannot-be-judged': 'Cannot be judged',
}

export const DELIVERY_KIND_WORDS: Readonly<Record<DeliveryKind, string>> = {
  announcement: 'Announcement',
  budget: 'Budget',
  publication: 'Publication',
  'law-passed': 'Law passed',
  'law-in-force': 'Law in force',
  'service-started': 'Service started',
  'money-paid': 'Money paid',
  appointment: 'Appointment',
  consultation: 'Consultation',
  count: 'Count',
  slip: 'Date missed',
  reversal: 'Taken back',
}

export const CONFIDENCE_WORDS: Readonly<Record<EvidenceConfidence, string>> = {
  high: 'Sure',
  medium: 'Fairly sure',
  low: 'Not sure',
}

export const COVERAGE_WORDS: Readonly<Record<CoverageState, string>> = {
  included: 'In',
  conditional: 'In, if…',
  excluded: 'Out',
  unclear: 'Not clear',
  'not-looked-at': 'Not looked at',
}

export const ASK_WORDS: Readonly<Record<RecordOf<'ask'>['state'], string>> = {
  open: 'Still open',
  met: 'Met',
  'partly-met': 'Met in part',
  overtaken: 'Overtaken by events',
  withdrawn: 'Taken back',
  'not-looked-at': 'Not looked at',
}

export const FATE_WORDS: Readonly<Record<RecordOf<'inheritance'>['fate'], string>> = {
  inherited: 'Taken over',
  restated: 'Said again in its own words',
  silent: 'Not spoken of',
  dropped: 'Dropped',
}

export const STANCE_WORDS: Readonly<Record<RecordOf<'position'>['stance'], string>> = {
  supports: 'Supports it',
  'supports-with-conditions': 'Supports it, with conditions',
  'wants-more': 'Wants more',
  opposes: 'Against it',
  observes: 'Observes',
}

export const HAPPENING_WORDS: Readonly<Record<Happening, string>> = {
  recommended: 'Recommended',
  asked: 'Asked for',
  replied: 'Reply',
  promised: 'Promise',
  'passed-on': 'New government',
  done: 'What happened',
  judged: 'Verdict',
}

export const FIELD_WORDS: Readonly<Record<FieldPair['field'] | DriftField, string>> = {
  strength: 'Strength',
  text: 'What was said',
  money: 'Money',
  places: 'Places',
  reach: 'How many people',
  starts: 'Starts',
  dueBy: 'Due by',
  qualifies: 'Who qualifies',
  leavesOut: 'Who is left out',
}

const DRIFT_WORDS: Readonly<Record<DriftName, string>> = {
  strengthened: 'Promise made stronger',
  weakened: 'Promise made weaker',
  increased: 'more',
  reduced: 'less',
  widened: 'More people qualify',
  narrowed: 'Fewer people qualify',
  changed: 'Other people qualify',
  'brought-forward': 'Brought forward',
  delayed: 'Delayed',
  restated: 'Said again, no change that can be measured',
  dropped: 'Date dropped',
}

/** The change of one field, named: "More money", "Fewer places", "Start delayed". Sums for unlike times are neither more nor less. */
export function sayDrift(field: DriftField, name: DriftName): string {
  if (name === 'dropped') return field === 'strength' ? 'Promise dropped' : DRIFT_WORDS.dropped
  if (name === 'delayed') return field === 'starts' ? 'Start delayed' : 'Date put off'
  if (name === 'changed' && field === 'money') return 'Sums not comparable'
  if (name !== 'increased' && name !== 'reduced') return DRIFT_WORDS[name]
  const isMore = name === 'increased'
  if (field === 'money') return isMore ? 'More money' : 'Less money'
  if (field === 'places') return isMore ? 'More places' : 'Fewer places'
  return isMore ? 'More people' : 'Fewer people'
}

/** A twelfth of a year of the calendar. */
const DAYS_OF_MONTH = 365.2425 / 12

/** "3 days", "4 months", "3 years and 5 months": days up to two months, then months, whole ones only. */
function sayDays(days: number): string {
  const months = Math.floor(days / DAYS_OF_MONTH)
  if (months < 2) return days === 1 ? '1 day' : `${days} days`
  if (months < 24) return `${months} months`
  const rest = months % 12
  const years = `${Math.floor(months / 12)} years`
  return rest === 0 ? years : `${years} and ${rest === 1 ? '1 month' : `${rest} months`}`
}

/** Never more exact than what is known of the day. */
function sayKept({ daysEarly, isDayKnown }: DeadlineStanding & { kind: 'kept' }): string {
  if (daysEarly > 0) return `${isDayKnown ? '' : 'at least '}${sayDays(daysEarly)} before its last day`
  return isDayKnown ? 'on its last day' : 'in time; on which day is not known'
}

/** What a standing means, in a word or two and in a few more, which go on where the first end. */
export function sayStanding(standing: DeadlineStanding): { word: string; detail: string } {
  switch (standing.kind) {
    case 'kept':
      return { word: 'Kept', detail: sayKept(standing) }
    case 'late':
      return { word: 'Late', detail: `by at least ${sayDays(standing.daysLate)}` }
    case 'overdue':
      return { word: 'Overdue', detail: `for ${sayDays(standing.daysOverdue)}` }
    case 'missed':
      return {
        word: 'Missed',
        detail: `by at least ${sayDays(standing.daysMissed)}; whether it was met since is not known`,
      }
    case 'may-be-overdue':
      return { word: 'May be due', detail: 'now: the words allow today and a later day' }
    case 'ahead':
      return {
        word: 'Ahead',
        detail:
          standing.daysLeft === 0
            ? 'until the end of today'
            : `with ${sayDays(standing.daysLeft)} left at most`,
      }
    case 'superseded':
      return { word: 'Replaced', detail: 'by another promise' }
    case 'no-time-named':
      return { word: 'No day named', detail: 'and so it cannot be overdue' }
    case 'not-known':
      return { word: 'Not known', detail: 'to be met or missed: we found no sign of either' }
  }
}
