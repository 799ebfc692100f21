/** One large family for each legal arrangement, made or asked for: asked about on every day that the law changes. */
import { addYears } from './family.ts'
import { PROPOSALS } from './oracle.ts'
import { DAYS, type Situation, VALUES } from './situations.ts'

/** Ages that every kind of help begins or ends with; their order is not that of the ages. */
const AGES = [7, 3, 2, 16, 18]

export interface Edge {
  readonly situation: Situation
  readonly proposal: string
}

/** The law of every day, and each proposal on the last day without it, its first and one later. */
export function* makeEdges(): Generator<Edge> {
  for (const on of DAYS) for (const situation of familiesOn(on)) yield { situation, proposal: 'today' }
  for (const [proposal, from] of Object.entries(PROPOSALS)) {
    if (from === '') continue
    for (const on of [dayBefore(from), from, '2025-06-01', '2026-03-15'])
      for (const situation of familiesOn(on)) yield { situation, proposal }
  }
}

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

function familiesOn(on: string): Situation[] {
  const orders = ['child-arrangements', 'special-guardianship', 'adoption']
  return [
    ...VALUES.arrangement.map((arrangement) =>
      familyOf(on, arrangement, orders.includes(arrangement) ? on : null),
    ),
    ...orders.map((arrangement) => familyOf(on, arrangement, addYears(on.replace('02-29', '02-28'), 1))),
  ]
}

/** @param orderDate after the day where the order is asked for */
const familyOf = (on: string, arrangement: string, orderDate: string | null): Situation => ({
  on,
  area: 'medway council',
  carer: {
    relationship: 'family-friend',
    employment: 'employed',
    weeksInJob: 52,
    weeklyEarnings: 2000,
    universalCredit: true,
  },
  children: AGES.map((age) => ({
    born: addYears(on.replace('02-29', '02-28'), -age),
    arrangement,
    since: on,
    orderDate,
    route: 'private',
    orderNamesParent: false,
    previouslyLookedAfter: arrangement !== 'private-fostering',
    inCareMarkers: [],
    parents: 'both-dead',
    disabled: true,
    childBenefitClaimed: true,
    firstHearingHeld: true,
  })),
})
