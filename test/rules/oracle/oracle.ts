/**
 * An answer by another hand: each support worked out from the research alone, without reading the rulebook. It knows
 * nothing of what is not known; the test asks it about every way that a half-known family can turn out.
 */
import {
  admissions,
  childcareAtTwo,
  legalAid,
  localOffer,
  paidLeave,
  parentalLeave,
  parentalResponsibility,
  privateFostering,
  pupilPremium,
  therapyFund,
  training,
  virtualSchool,
} from './duties.ts'
import type { KnownFamily } from './family.ts'
import {
  capExemption,
  childBenefit,
  childElement,
  guardiansAllowance,
  helpInNeed,
  weeklyAllowance,
  workSearchRelief,
} from './money.ts'
import type { Rule, Verdict } from './verdict.ts'

/** The nineteen supports of the contract; `household` where the answer is not about one child. */
export const SUPPORTS: Readonly<Record<string, { readonly of: 'child' | 'household'; readonly rule: Rule }>> =
  {
    'weekly-allowance': { of: 'child', rule: weeklyAllowance },
    'section-17-help': { of: 'child', rule: helpInNeed },
    'child-benefit': { of: 'child', rule: childBenefit },
    'guardians-allowance': { of: 'child', rule: guardiansAllowance },
    'uc-child-element': { of: 'child', rule: childElement },
    'uc-work-search-relief': { of: 'household', rule: workSearchRelief },
    'benefit-cap-exemption': { of: 'household', rule: capExemption },
    'paid-leave': { of: 'child', rule: paidLeave },
    'unpaid-parental-leave': { of: 'child', rule: parentalLeave },
    'legal-aid-private': { of: 'child', rule: legalAid },
    'pupil-premium-plus': { of: 'child', rule: pupilPremium },
    'admissions-priority': { of: 'child', rule: admissions },
    'virtual-school': { of: 'child', rule: virtualSchool },
    'two-year-old-childcare': { of: 'child', rule: childcareAtTwo },
    'therapy-fund': { of: 'child', rule: therapyFund },
    'training-and-peer-support': { of: 'household', rule: training },
    'kinship-local-offer': { of: 'household', rule: localOffer },
    'parental-responsibility': { of: 'child', rule: parentalResponsibility },
    'private-fostering-duties': { of: 'child', rule: privateFostering },
  }

/** The seven proposals of the contract, and the day from which each could change anything. */
export const PROPOSALS: Readonly<Record<string, string>> = {
  today: '',
  'review-2022': '2022-05-23',
  'plan-2023': '2023-02-02',
  'strategy-2023': '2023-12-15',
  'zones-2026': '2026-02-27',
  'act-2026': '2026-04-29',
  'ask-without-in-care-test': '2022-05-24',
}

export function judge(family: KnownFamily, support: string, child: number, proposal: string): Verdict {
  const isInForce = family.on >= (PROPOSALS[proposal] ?? '')
  const found = family.children[child]
  const rule = SUPPORTS[support]?.rule
  if (!found || !rule) throw new Error(`there is no child ${child} or support ${support}`)
  return rule(family, found, isInForce ? proposal : 'today')
}
