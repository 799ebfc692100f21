/** The UK Parliaments by the day each first met: what "this Parliament" can mean at most. */

import { type Day, isBefore, type Span } from './calendar.ts'
import { type Clock, OPEN } from './clock.ts'

// First meetings, from the dates the Commons publishes. A Parliament is dissolved at the latest five years after the day it
// first met (Dissolution and Calling of Parliament Act 2022, section 4; before it, about the same length by other law).
const FIRST_MET: readonly Day[] = [
  { year: 2010, month: 5, day: 18 },
  { year: 2015, month: 5, day: 18 },
  { year: 2017, month: 6, day: 13 },
  { year: 2019, month: 12, day: 17 },
  { year: 2024, month: 7, day: 9 },
]
const YEARS_AT_MOST = 5

/** From the document's day to the last day its Parliament may sit; open where no Parliament on the list covers it. */
export function thisParliament({ today }: Clock): Span {
  if (!today) return OPEN
  const met = FIRST_MET.findLast((day) => !isBefore(today, day))
  if (!met) return OPEN
  const to = { ...met, year: met.year + YEARS_AT_MOST }
  return isBefore(to, today) ? OPEN : { from: today, to, precision: 'multi-year' }
}
