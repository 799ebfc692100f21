/** Families in columns, as they answer for themselves: what microdata holds, and what the population is drawn as. */

/** Where a day, a number or a payment is not known. */
export const NOT_KNOWN = -2_147_483_648

/**
 * One entry a family or a child, in order. Choices are their place in the list of situation.ts plus 1, and 0 where not
 * known; yes-or-no is a truth (truth.ts); days are day numbers.
 */
export interface Families {
  readonly count: number
  readonly children: number
  /** Where the children of each family begin; one longer than the families. */
  readonly start: Int32Array
  readonly family: FamilyColumns
  readonly child: ChildColumns
}

export interface FamilyColumns {
  readonly weight: Float64Array
  /** Place in the rulebook's areas plus 1. */
  readonly area: Uint8Array
  readonly relationship: Uint8Array
  readonly employment: Uint8Array
  readonly weeksInJob: Int32Array
  /** Pence. */
  readonly weeklyEarnings: Int32Array
  readonly universalCredit: Uint8Array
}

export interface ChildColumns {
  /** First and last day the child can be born on; NOT_KNOWN both where nothing is known. */
  readonly bornLow: Int32Array
  readonly bornHigh: Int32Array
  readonly since: Int32Array
  readonly orderDate: Int32Array
  readonly arrangement: Uint8Array
  readonly route: Uint8Array
  readonly orderNamesParent: Uint8Array
  readonly previouslyLookedAfter: Uint8Array
  /** A bit for each of MARKERS; 255 where not known. */
  readonly inCareMarkers: Uint8Array
  readonly parents: Uint8Array
  readonly disabled: Uint8Array
  readonly firstHearingHeld: Uint8Array
  readonly careAndEducationPlan: Uint8Array
  readonly guardiansAllowancePaid: Uint8Array
  /** Place in ETHNICITIES plus 1. */
  readonly ethnicity: Uint8Array
  /** What the council pays now out of its own choice, pence a week; NOT_KNOWN where that is not known. */
  readonly paid: Int32Array
}

/** Room for so many; everything not known, nothing paid, weight 1. */
export function makeFamilies(count: number, children: number): Families {
  return {
    count,
    children,
    start: new Int32Array(count + 1),
    family: {
      weight: new Float64Array(count).fill(1),
      area: new Uint8Array(count),
      relationship: new Uint8Array(count),
      employment: new Uint8Array(count),
      weeksInJob: new Int32Array(count).fill(NOT_KNOWN),
      weeklyEarnings: new Int32Array(count).fill(NOT_KNOWN),
      universalCredit: new Uint8Array(count).fill(1),
    },
    child: {
      bornLow: new Int32Array(children).fill(NOT_KNOWN),
      bornHigh: new Int32Array(children).fill(NOT_KNOWN),
      since: new Int32Array(children).fill(NOT_KNOWN),
      orderDate: new Int32Array(children).fill(NOT_KNOWN),
      arrangement: new Uint8Array(children),
      route: new Uint8Array(children),
      orderNamesParent: new Uint8Array(children).fill(1),
      previouslyLookedAfter: new Uint8Array(children).fill(1),
      inCareMarkers: new Uint8Array(children).fill(255),
      parents: new Uint8Array(children),
      disabled: new Uint8Array(children).fill(1),
      firstHearingHeld: new Uint8Array(children).fill(1),
      careAndEducationPlan: new Uint8Array(children).fill(1),
      guardiansAllowancePaid: new Uint8Array(children).fill(1),
      ethnicity: new Uint8Array(children),
      paid: new Int32Array(children).fill(NOT_KNOWN),
    },
  }
}
