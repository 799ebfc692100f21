/** Families in columns as situations, as `holdfast entitlement` takes them: for whoever wants to look at one. */
import { formatDay } from '../plain-date.ts'
import type { Rulebook } from '../rulebook.ts'
import { ARRANGEMENTS, EMPLOYMENTS, MARKERS, PARENTS, RELATIONSHIPS, ROUTES } from '../situation.ts'
import { NO, YES } from '../truth.ts'
import { type Families, NOT_KNOWN } from './families.ts'

/** What is not known is null. */
export function toSituations(families: Families, rulebook: Rulebook, on: number): unknown[] {
  return Array.from({ length: families.count }, (_, family) => ({
    on: formatDay(on),
    area: rulebook.areas[(families.family.area[family] ?? 0) - 1]?.name ?? null,
    carer: toCarer(families, family),
    children: rowsOf(families, family).map((row) => toChild(families, row)),
  }))
}

function rowsOf({ start }: Families, family: number): number[] {
  const first = start[family] ?? 0
  return Array.from({ length: (start[family + 1] ?? 0) - first }, (_, at) => first + at)
}

function toCarer({ family: of }: Families, family: number) {
  const earnings = numberOf(of.weeklyEarnings[family])
  return {
    relationship: choiceOf(RELATIONSHIPS, of.relationship[family]),
    employment: choiceOf(EMPLOYMENTS, of.employment[family]),
    weeksInJob: numberOf(of.weeksInJob[family]),
    weeklyEarnings: earnings === null ? null : earnings / 100,
    universalCredit: truthOf(of.universalCredit[family]),
  }
}

function toChild({ child }: Families, row: number) {
  const [first, last] = [numberOf(child.bornLow[row]), numberOf(child.bornHigh[row])]
  const markers = child.inCareMarkers[row] ?? 255
  return {
    born: first !== null && first === last ? formatDay(first) : null,
    arrangement: choiceOf(ARRANGEMENTS, child.arrangement[row]),
    since: dayOf(child.since[row]),
    orderDate: dayOf(child.orderDate[row]),
    route: choiceOf(ROUTES, child.route[row]),
    orderNamesParent: truthOf(child.orderNamesParent[row]),
    previouslyLookedAfter: truthOf(child.previouslyLookedAfter[row]),
    inCareMarkers: markers === 255 ? null : MARKERS.filter((_, bit) => (markers >> bit) & 1),
    parents: choiceOf(PARENTS, child.parents[row]),
    disabled: truthOf(child.disabled[row]),
    firstHearingHeld: truthOf(child.firstHearingHeld[row]),
    careAndEducationPlan: truthOf(child.careAndEducationPlan[row]),
    guardiansAllowancePaid: truthOf(child.guardiansAllowancePaid[row]),
  }
}

const numberOf = (value = NOT_KNOWN): number | null => (value === NOT_KNOWN ? null : value)
const dayOf = (value = NOT_KNOWN): string | null => (value === NOT_KNOWN ? null : formatDay(value))
const truthOf = (value = 1): boolean | null => (value === YES ? true : value === NO ? false : null)
const choiceOf = (values: readonly string[], place = 0): string | null => values[place - 1] ?? null
