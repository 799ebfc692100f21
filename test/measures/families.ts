// Kinship families for the measures: answers all known, in proportions near what the charity's surveys and the census
// suggest. They are not a population: nothing is concluded from them but speed.
import { makeRandom } from '../rules/random-households.ts'

const AREAS = [
  'Leeds',
  'Kent',
  'Bexley',
  'Birmingham',
  'Medway',
  'Norfolk',
  'Camden',
  'Wiltshire',
  'Manchester',
  'Devon',
]
const ARRANGEMENTS: readonly (readonly [string, number])[] = [
  ['informal', 0.52],
  ['special-guardianship', 0.28],
  ['kinship-foster', 0.09],
  ['child-arrangements', 0.07],
  ['private-fostering', 0.02],
  ['adoption', 0.02],
]
const RELATIONSHIPS: readonly (readonly [string, number])[] = [
  ['grandparent', 0.59],
  ['aunt-or-uncle', 0.17],
  ['sibling', 0.13],
  ['great-aunt-or-uncle', 0.06],
  ['family-friend', 0.05],
]

/** Situations as `holdfast entitlement` takes them; the same seed gives the same families. */
export function makeFamilies(count: number, on: string): unknown[] {
  const random = makeRandom(20_261_121)
  const draw = <T>(weights: readonly (readonly [T, number])[]): T | undefined => {
    let rest = random()
    for (const [value, share] of weights) {
      rest -= share
      if (rest < 0) return value
    }
    return weights[0]?.[0]
  }
  const dayBefore = (most: number) =>
    new Date(Date.parse(on) - random() * most * 86_400_000).toISOString().slice(0, 10)
  const makeChild = () => {
    const arrangement = draw(ARRANGEMENTS)
    const since = dayBefore(2000)
    const hasOrder = arrangement !== 'informal' && arrangement !== 'private-fostering'
    const isBehindCare = random() < (hasOrder ? 0.6 : 0.15)
    return {
      born: new Date(Date.parse(since) - random() * 4000 * 86_400_000).toISOString().slice(0, 10),
      arrangement,
      since,
      orderDate: hasOrder ? since : null,
      // Said of every child, so that all answers are known; no rule looks at it where there is no order.
      route: hasOrder && random() < 0.7 ? 'public' : 'private',
      orderNamesParent: false,
      previouslyLookedAfter: isBehindCare,
      inCareMarkers: isBehindCare ? ['looked-after'] : [],
      parents: random() < 0.06 ? 'both-dead' : 'both-alive',
      disabled: random() < 0.12,
      childBenefitClaimed: arrangement !== 'kinship-foster',
      firstHearingHeld: hasOrder,
      careAndEducationPlan: random() < 0.08,
      guardiansAllowancePaid: false,
    }
  }
  return Array.from({ length: count }, () => {
    const isWorking = random() < 0.45
    const children = random() < 0.7 ? 1 : random() < 0.78 ? 2 : 3
    return {
      on,
      area: AREAS[Math.floor(random() * AREAS.length)],
      carer: {
        relationship: draw(RELATIONSHIPS),
        employment: isWorking ? 'employed' : 'retired',
        weeksInJob: isWorking ? Math.floor(random() * 500) : 0,
        weeklyEarnings: isWorking ? Math.round(random() * 700) : 0,
        universalCredit: random() < 0.35,
      },
      children: Array.from({ length: children }, makeChild),
    }
  })
}
