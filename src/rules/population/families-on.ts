/** The pool of simulated families as they stand on a day, in the columns that rules are asked by. */
import { ARRANGEMENTS, EMPLOYMENTS, MARKERS, PARENTS, RELATIONSHIPS, ROUTES } from '../situation.ts'
import { NO, YES } from '../truth.ts'
import type { DrawnChild, DrawnFamily } from './draw-family.ts'
import { type Families, makeFamilies } from './families.ts'
import type { Pool } from './pool.ts'
import { ORDERS } from './targets.ts'

/** @param on the day number that ages and times are counted to. */
export function familiesOn({ drawn, children }: Pool, on: number): Families {
  const families = makeFamilies(drawn.length, children)
  let row = 0
  for (const [index, family] of drawn.entries()) {
    writeFamily(families, index, family)
    for (const child of family.children) writeChild(families, row++, family, child, on)
    families.start[index + 1] = row
  }
  return families
}

function writeFamily({ family }: Families, row: number, drawn: DrawnFamily): void {
  const employment = drawn.isWorking
    ? drawn.isSelfEmployed
      ? 'self-employed'
      : 'employed'
    : drawn.isRetired
      ? 'retired'
      : 'not-working'
  const relationship = (['grandparent', 'sibling'] as const)[drawn.relative]
  const other = drawn.isAuntOrUncle ? 'aunt-or-uncle' : 'great-aunt-or-uncle'
  family.area[row] = drawn.area
  family.relationship[row] = RELATIONSHIPS.indexOf(relationship ?? other) + 1
  family.employment[row] = EMPLOYMENTS.indexOf(employment) + 1
  family.weeksInJob[row] = drawn.isWorking ? drawn.weeksInJob : 0
  family.weeklyEarnings[row] = drawn.isWorking ? drawn.pay : 0
  family.universalCredit[row] = drawn.hasUniversalCredit ? YES : NO
}

const yes = (value: boolean): number => (value ? YES : NO)

function writeChild(
  { child }: Families,
  row: number,
  family: DrawnFamily,
  drawn: DrawnChild,
  on: number,
): void {
  const hasOrder = family.order === 1 || family.order === 2
  const bothDead = family.parents === 0
  child.bornLow[row] = on - drawn.born
  child.bornHigh[row] = on - drawn.born
  child.since[row] = on - drawn.since
  // A child born into the family after the order has an order of its own, made since.
  if (hasOrder) child.orderDate[row] = on - Math.min(family.orderDate, drawn.since)
  child.arrangement[row] = ARRANGEMENTS.indexOf(ORDERS[family.order] ?? 'informal') + 1
  child.route[row] = hasOrder ? ROUTES.indexOf(family.isPublic ? 'public' : 'private') + 1 : 2
  child.orderNamesParent[row] = yes(family.order === 2 && !family.isPublic && !bothDead && family.namesParent)
  child.previouslyLookedAfter[row] = yes(family.isAfterCare)
  child.inCareMarkers[row] = markersOf(family, hasOrder, bothDead)
  child.parents[row] =
    PARENTS.indexOf(
      (['both-dead', 'one-dead-other-alive', 'both-alive'] as const)[family.parents] ?? 'both-alive',
    ) + 1
  child.disabled[row] = yes(drawn.isDisabled)
  child.firstHearingHeld[row] = yes(hasOrder)
  child.careAndEducationPlan[row] = NO
  child.guardiansAllowancePaid[row] = NO
  child.ethnicity[row] = family.ethnicity + 1
}

function markersOf(family: DrawnFamily, hasOrder: boolean, bothDead: boolean): number {
  const bit = (marker: (typeof MARKERS)[number]) => 1 << MARKERS.indexOf(marker)
  const sign =
    (['protection-plan', 'court-concern', 'family-group-decision'] as const)[family.sign] ?? 'court-concern'
  return (
    (hasOrder && family.isAfterCare ? bit('looked-after') : 0) |
    (family.order !== 0 && !family.isAfterCare && family.hasSign ? bit(sign) : 0) |
    (bothDead ? bit('bereavement') : 0)
  )
}
