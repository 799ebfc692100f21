/** Cells of one row that cannot all be true, as in a situation: each pair is explained, and nothing is guessed. */
import { ARRANGEMENTS, EMPLOYMENTS, MARKERS, PARENTS } from '../../situation.ts'
import { NO, YES } from '../../truth.ts'
import type { Families } from '../families.ts'

type Report = (column: string, message: string) => void

/** What stands in a column for a choice; for signs, their bit. */
const arrangement = (name: (typeof ARRANGEMENTS)[number]) => ARRANGEMENTS.indexOf(name) + 1
const parents = (name: (typeof PARENTS)[number]) => PARENTS.indexOf(name) + 1
const employment = (name: (typeof EMPLOYMENTS)[number]) => EMPLOYMENTS.indexOf(name) + 1
const sign = (name: (typeof MARKERS)[number]) => 1 << MARKERS.indexOf(name)

const [INFORMAL, PRIVATE_FOSTERING] = [arrangement('informal'), arrangement('private-fostering')]
const [CHILD_ARRANGEMENTS, FOSTERED] = [arrangement('child-arrangements'), arrangement('kinship-foster')]
const [BOTH_ALIVE, BOTH_DEAD] = [parents('both-alive'), parents('both-dead')]
const PARENT_ALIVE = [BOTH_ALIVE, parents('one-dead-other-alive'), parents('one-dead-other-in-prison')]
const [NOT_WORKING, RETIRED] = [employment('not-working'), employment('retired')]
const [LOOKED_AFTER, BEREAVEMENT] = [sign('looked-after'), sign('bereavement')]
const NO_SIGNS_KNOWN = 255

/** Of a family, asked at its first row. */
export function reportFamily({ family }: Families, at: number, report: Report): void {
  const work = family.employment[at]
  if (work !== NOT_WORKING && work !== RETIRED) return
  if ((family.weeklyEarnings[at] ?? 0) > 0)
    report('weeklyEarnings', 'A carer who does not work has no pay. Change the work or the pay.')
  if ((family.weeksInJob[at] ?? 0) > 0)
    report('weeksInJob', 'A carer who does not work has no time in a job. Change one of the two.')
}

/** @param hasOrderDate whether the order's date is known. */
export function reportChild({ child }: Families, row: number, hasOrderDate: boolean, report: Report): void {
  const place = child.arrangement[row] ?? 0
  const isWithoutOrder = place === INFORMAL || place === PRIVATE_FOSTERING
  if (hasOrderDate && isWithoutOrder)
    report(
      'orderDate',
      'This arrangement has no order. Name the order as the arrangement, or leave the date empty.',
    )
  const namesParent = child.orderNamesParent[row] === YES
  if (namesParent && place !== 0 && place !== CHILD_ARRANGEMENTS)
    report('orderNamesParent', 'Only a child arrangements order names a parent to live with.')
  if (namesParent && child.parents[row] === BOTH_DEAD)
    report('orderNamesParent', 'The order names a parent to live with, yet both parents are dead.')
  if (child.guardiansAllowancePaid[row] === YES && child.parents[row] === BOTH_ALIVE)
    report('guardiansAllowancePaid', "Guardian's Allowance is never paid where both parents are alive.")
  const signs = child.inCareMarkers[row] ?? NO_SIGNS_KNOWN
  if (signs !== 0 && signs !== NO_SIGNS_KNOWN) reportSigns(child, row, signs, report)
}

function reportSigns(child: Families['child'], row: number, signs: number, report: Report): void {
  // A fostered child is in council care now: that sign is then no word about the time before.
  const isSignOfBefore = (signs & LOOKED_AFTER) !== 0 && child.arrangement[row] !== FOSTERED
  if (isSignOfBefore && child.previouslyLookedAfter[row] === NO)
    report(
      'previouslyLookedAfter',
      'The child was never in council care, yet "looked-after" is among the signs.',
    )
  if ((signs & BEREAVEMENT) !== 0 && PARENT_ALIVE.includes(child.parents[row] ?? 0))
    report('parents', 'A parent is alive, yet "bereavement" (both parents dead) is among the signs.')
}
