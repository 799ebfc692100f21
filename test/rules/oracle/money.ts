/** The oracle on money: weekly allowance, help in need, Child Benefit, Guardian's Allowance, Universal Credit. */
import {
  addYears,
  ageOn,
  isPending,
  isSignOfCare,
  type KnownChild,
  type KnownFamily,
  placeOf,
} from './family.ts'
import { minimumAllowance, rateOn } from './figures.ts'
import { NONE, paid, type Rule, said, upTo } from './verdict.ts'

const isChild = (child: KnownChild, on: string) => ageOn(child.born, on) < 18

/** F23, F24: seven councils since 27 February 2026. */
function isPaidByZone({ on, isInZone }: KnownFamily, child: KnownChild): boolean {
  const { arrangement, firstHearingHeld, orderNamesParent, route, inCareMarkers } = child
  const isMade = !isPending(child, on)
  if (!isInZone || on < '2026-02-27') return false
  if (arrangement === 'special-guardianship') return isMade || (route === 'private' && firstHearingHeld)
  if (arrangement !== 'child-arrangements') return false
  if (route === 'public') return isMade
  return (isMade || firstHearingHeld) && !orderNamesParent && inCareMarkers.length > 0
}

/** Matrix row weekly_allowance_at_nma; F01, F03, F05, F25, F26; the Review's and the charity's items. */
export const weeklyAllowance: Rule = (family, child, proposal) => {
  const { on } = family
  const place = placeOf(child, on)
  const minimum = minimumAllowance(family, ageOn(child.born, on))
  const hasKinshipOrder = place.isGuardianship || place.isArrangementsOrder
  if (!isChild(child, on)) return NONE
  if (place.isFostered) return paid('entitled', minimum, 'week')
  if (proposal === 'ask-without-in-care-test' && hasKinshipOrder) return paid('entitled', minimum, 'week')
  if (proposal === 'review-2022' && hasKinshipOrder && isSignOfCare(child))
    return paid('entitled', minimum, 'week')
  if (isPaidByZone(family, child)) return paid('pilot-area', minimum, 'week')
  if (proposal === 'review-2022' && hasKinshipOrder) return paid('conditional', minimum, 'week')
  // Nobody named the councils or the sum, so there is no amount to give.
  if (proposal === 'strategy-2023' && place.isGuardianship && wasLookedAfter(child)) return said('pilot-area')
  if (hasKinshipOrder || place.isAdopted) return upTo('council-decides', minimum, 'week')
  return NONE
}

const wasLookedAfter = (child: KnownChild) =>
  child.previouslyLookedAfter || child.inCareMarkers.includes('looked-after')

/** Matrix row section17_help; the Review's family network plan and the plan's packages are for families without an order. */
export const helpInNeed: Rule = ({ on }, child, proposal) => {
  const place = placeOf(child, on)
  if (place.isFostered || !isChild(child, on)) return NONE
  if (!place.isGuardianship && !place.isArrangementsOrder && !place.isAdopted) {
    if (proposal === 'review-2022' || proposal === 'ask-without-in-care-test') return said('conditional')
    if (proposal === 'plan-2023') return said('pilot-area')
  }
  return said('council-decides')
}

/** Older children of the family whom no council looks after, for whom these benefits are paid first. */
function olderOf({ children, on }: KnownFamily, child: KnownChild): KnownChild[] {
  const at = children.indexOf(child)
  return children.filter(
    (other, index) =>
      !placeOf(other, on).isFostered &&
      (other.born < child.born || (other.born === child.born && index < at)),
  )
}

/** From 18 no fact says how it goes on: given on a condition, never promised. */
const grownUp = (child: KnownChild, on: string) => (isChild(child, on) ? 'entitled' : 'conditional')

export const childBenefit: Rule = (family, child) => {
  const { on } = family
  if (placeOf(child, on).isFostered) return NONE
  const table = olderOf(family, child).length === 0 ? 'child-benefit-eldest' : 'child-benefit-other'
  return paid(grownUp(child, on), rateOn(table, on), 'week')
}

const LOST = ['both-dead', 'one-dead-other-untraceable']
const PERHAPS_LOST = [...LOST, 'one-dead-other-in-prison']

/** Matrix row guardians_allowance: an orphan; a parent in prison must serve two years; after adoption only if paid before. */
export const guardiansAllowance: Rule = ({ on }, child) => {
  const place = placeOf(child, on)
  const rate = rateOn('guardians-allowance', on)
  if (place.isFostered) return NONE
  if (LOST.includes(child.parents) && !place.isAdopted) return paid(grownUp(child, on), rate, 'week')
  return PERHAPS_LOST.includes(child.parents) ? paid('conditional', rate, 'week') : NONE
}

/** F12: Guardian's Allowance lifts the cap; being a kinship carer does not. */
export const capExemption: Rule = (family) => {
  const found = family.children.map((child) => {
    const place = placeOf(child, family.on)
    if (place.isFostered || !PERHAPS_LOST.includes(child.parents)) return 0
    return LOST.includes(child.parents) && !place.isAdopted ? 2 : 1
  })
  const most = Math.max(...found)
  return most === 2 ? said('entitled') : most === 1 ? said('conditional') : NONE
}

/** F10; until 5 April 2026 a third child without an order had to be shown not to count. */
export const childElement: Rule = (family, child) => {
  const { on } = family
  const place = placeOf(child, on)
  const older = olderOf(family, child)
  if (place.isFostered || !family.universalCredit) return NONE
  const isFirst = older.length === 0 && child.born < '2017-04-06'
  const rate = rateOn(isFirst ? 'first-child-element' : 'child-element', on)
  const hasKinshipOrder = place.isGuardianship || place.isArrangementsOrder
  if (on < '2026-04-06' && older.length >= 2 && !hasKinshipOrder) return paid('conditional', rate, 'month')
  return paid(grownUp(child, on), rate, 'month')
}

/** F09: foster carers of a child under 16; new carers for a year, if no parent can care or the child is at risk of care. */
export const workSearchRelief: Rule = ({ on, universalCredit, children }) => {
  if (!universalCredit) return NONE
  const found = children.map((child) => {
    const { isFostered, isAdopted } = placeOf(child, on)
    if (isFostered) return ageOn(child.born, on) < 16 ? 2 : 0
    if (!isChild(child, on) || on >= addYears(child.since, 1)) return 0
    return !isAdopted && (LOST.includes(child.parents) || isSignOfCare(child)) ? 2 : 1
  })
  const most = Math.max(...found)
  return most === 2 ? said('entitled') : most === 1 ? said('conditional') : NONE
}
