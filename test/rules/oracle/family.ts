/** For the oracle: a family of which everything is known, and what the law makes of each child's place on a day. */
import type { Arrangement } from '../../../src/rules/index.ts'

export interface KnownChild {
  readonly born: string
  readonly arrangement: Arrangement
  readonly since: string
  readonly orderDate: string | null
  readonly route: 'public' | 'private'
  readonly orderNamesParent: boolean
  readonly previouslyLookedAfter: boolean
  readonly inCareMarkers: readonly string[]
  readonly parents: string
  readonly disabled: boolean
  readonly firstHearingHeld: boolean
}

export interface KnownFamily {
  readonly on: string
  readonly region: 'london' | 'south-east' | 'rest'
  readonly isInZone: boolean
  readonly relationship: string
  readonly employment: string
  readonly weeksInJob: number
  readonly weeklyEarnings: number
  readonly universalCredit: boolean
  readonly children: readonly KnownChild[]
}

/** Days are compared as text: 2026-04-05 comes before 2026-04-06. */
export const ageOn = (born: string, on: string): number =>
  Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5) < born.slice(5) ? 1 : 0)

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** The day so many years on; a 29 February that is not there becomes 1 March by comparison alone. */
export const addYears = (day: string, years: number): string =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4)}`

/** Reception is 0: it begins in the September after the fourth birthday. */
export function schoolYear(born: string, on: string): number {
  const starts = (day: string) => Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0)
  return starts(on) - starts(born) - 5
}

const ORDERS: readonly string[] = ['child-arrangements', 'special-guardianship', 'adoption']

/** An order dated after the day is asked for and not made. */
export const isPending = ({ arrangement, orderDate }: KnownChild, on: string): boolean =>
  ORDERS.includes(arrangement) && orderDate !== null && orderDate > on

export interface Place {
  readonly isFostered: boolean
  readonly isGuardianship: boolean
  readonly isArrangementsOrder: boolean
  readonly isAdopted: boolean
}

export function placeOf(child: KnownChild, on: string): Place {
  const pending = isPending(child, on)
  const is = (name: Arrangement) => child.arrangement === name && !pending
  return {
    isFostered: is('kinship-foster'),
    isGuardianship: is('special-guardianship'),
    isArrangementsOrder: is('child-arrangements'),
    isAdopted: is('adoption'),
  }
}

/** Close relatives of the Children Act; a great-aunt, a cousin or a friend fosters privately after 28 days. */
const CLOSE = ['grandparent', 'sibling', 'aunt-or-uncle', 'step-parent']
export const isCloseRelative = ({ relationship }: KnownFamily): boolean => CLOSE.includes(relationship)

/** Who adopts one of these adopts within the family, and has no adoption leave or pay. */
export const isFamily = (family: KnownFamily): boolean =>
  isCloseRelative(family) || ['great-aunt-or-uncle', 'cousin'].includes(family.relationship)

export const isSignOfCare = (child: KnownChild): boolean =>
  child.previouslyLookedAfter || child.inCareMarkers.length > 0

/** In council care before and left it by an order or an adoption. */
export const leftCare = (child: KnownChild, on: string): boolean => {
  const place = placeOf(child, on)
  const wasInCare = child.previouslyLookedAfter || child.inCareMarkers.includes('looked-after')
  return wasInCare && (place.isGuardianship || place.isArrangementsOrder || place.isAdopted)
}
