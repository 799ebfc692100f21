/** The oracle on work, courts, school and services. */
import {
  ageOn,
  daysBetween,
  isCloseRelative,
  isFamily,
  isPending,
  type KnownChild,
  leftCare,
  placeOf,
  schoolYear,
} from './family.ts'
import { rateOn } from './figures.ts'
import { NONE, paid, type Rule, said, upTo, type Verdict } from './verdict.ts'

const isChild = (child: KnownChild, on: string) => ageOn(child.born, on) < 18

/** The flat rate, or nine tenths of the pay if that is less; only for employees who earn the limit. */
function adoptionPay(on: string, weeklyEarnings: number, outcome: 'entitled' | 'conditional'): Verdict {
  const [flat, limit] = [rateOn('adoption-pay', on), rateOn('lower-earnings-limit', on)]
  if (limit === null) return said('cannot-tell')
  if (weeklyEarnings < limit) return NONE
  return paid(outcome, flat === null ? null : Math.min(flat, (weeklyEarnings * 90) / 100), 'week')
}

/** F06, F27: none for kinship carers, nor for adopting within the family; the Review and the ask would give it for new orders. */
export const paidLeave: Rule = (family, child, proposal) => {
  const { on, employment, weeklyEarnings } = family
  const place = placeOf(child, on)
  const isNew = child.orderDate !== null && Math.floor(daysBetween(child.orderDate, on) / 7) <= 52
  const isProposed = proposal === 'review-2022' || proposal === 'ask-without-in-care-test'
  if (employment !== 'employed') return NONE
  if (isProposed && isNew && (place.isGuardianship || place.isArrangementsOrder))
    return adoptionPay(on, weeklyEarnings, proposal === 'review-2022' ? 'conditional' : 'entitled')
  return place.isAdopted && !isFamily(family) ? adoptionPay(on, weeklyEarnings, 'conditional') : NONE
}

/** F07: parental responsibility, held or expected; a year in the job until 5 April 2026. */
export const parentalLeave: Rule = ({ on, employment, weeksInJob }, child) => {
  const { isGuardianship, isArrangementsOrder, isAdopted } = placeOf(child, on)
  const hasServed = on >= '2026-04-06' || weeksInJob >= 52
  if (employment !== 'employed' || !isChild(child, on) || !hasServed) return NONE
  if (isPending(child, on)) return said('conditional')
  return isGuardianship || isArrangementsOrder || isAdopted ? said('entitled') : NONE
}

/** F13, F14: means and merits, and until May 2023 evidence of harm; for adoption nothing was verified. */
export const legalAid: Rule = ({ on }, child, proposal) => {
  const { arrangement } = child
  if (!isChild(child, on)) return NONE
  if (arrangement === 'special-guardianship' || arrangement === 'child-arrangements')
    return said('conditional')
  if (arrangement === 'adoption') return said('information')
  const isWider = proposal === 'review-2022' || proposal === 'ask-without-in-care-test'
  return isWider && arrangement !== 'kinship-foster' ? said('conditional') : NONE
}

export const parentalResponsibility: Rule = ({ on }, child) => {
  const { isGuardianship, isArrangementsOrder, isAdopted } = placeOf(child, on)
  return isChild(child, on) && (isGuardianship || isArrangementsOrder || isAdopted) ? said('entitled') : NONE
}

/** F28: no close relative, under 16 (18 if disabled), and named so or there for 28 days. */
export const privateFostering: Rule = (family, child) => {
  const { on } = family
  const { isFostered, isGuardianship, isArrangementsOrder, isAdopted } = placeOf(child, on)
  if (isFostered || isGuardianship || isArrangementsOrder || isAdopted) return NONE
  if (isCloseRelative(family) || ageOn(child.born, on) >= (child.disabled ? 18 : 16)) return NONE
  const isLong = daysBetween(child.since, on) >= 28
  return child.arrangement === 'private-fostering' || isLong ? said('information') : NONE
}

const hasCareHistory = (child: KnownChild, on: string) => placeOf(child, on).isFostered || leftCare(child, on)

/** F15: Reception to Year 11; before it, past two, the early years premium. */
export const pupilPremium: Rule = ({ on }, child) => {
  const year = schoolYear(child.born, on)
  if (!hasCareHistory(child, on)) return NONE
  if (year >= 0 && year <= 11) return paid('entitled', rateOn('pupil-premium-plus', on), 'year')
  if (year < 0 && ageOn(child.born, on) > 2)
    return upTo('conditional', rateOn('early-years-premium', on), 'year')
  return NONE
}

/** F16 */
export const admissions: Rule = ({ on }, child) =>
  isChild(child, on) && hasCareHistory(child, on) ? said('entitled') : NONE

/** F18, F19 */
export const virtualSchool: Rule = ({ on }, child) => {
  const { isFostered, isAdopted } = placeOf(child, on)
  if (!isChild(child, on)) return NONE
  if (isFostered) return said('entitled')
  return leftCare(child, on) || (!isAdopted && on >= '2024-09-01') ? said('information') : NONE
}

/** F17: £15,400 a year of earnings on Universal Credit; a disability counts where an allowance or a plan goes with it. */
export const childcareAtTwo: Rule = (family, child) => {
  const { on, universalCredit, weeklyEarnings } = family
  if (ageOn(child.born, on) !== 2) return NONE
  if (hasCareHistory(child, on)) return said('entitled')
  if (universalCredit && weeklyEarnings * 52 <= 15_400) return said('entitled')
  return child.disabled ? said('conditional') : NONE
}

/** F22: to 21; the fund is promised to the end of March 2028. */
export const therapyFund: Rule = ({ on }, child) =>
  on <= '2028-03-31' && leftCare(child, on) && ageOn(child.born, on) <= 21
    ? upTo('conditional', rateOn('therapy-fund', on), 'year')
    : NONE

/** The national offer is there since April 2024, for all but adopters, of whom nothing was verified; the Review asks for it. */
export const training: Rule = ({ on, children }, _child, proposal) => {
  const isAsked = proposal === 'review-2022' || proposal === 'ask-without-in-care-test'
  const isForSome = children.some(({ arrangement }) => arrangement !== 'adoption')
  return (on >= '2024-04-01' || isAsked) && isForSome ? said('entitled') : said('information')
}

/** F20, F21: a duty to publish, never a right to money. */
export const localOffer: Rule = () => said('information')
