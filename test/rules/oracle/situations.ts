/** Families at random in the contract's own words, every key answered, thick around the days and ages where law changes. */
import type { KnownChild, KnownFamily } from './family.ts'
import { addDays, addYears, daysBetween } from './family.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** The contract's situation, as JSON holds it. */
export interface Situation {
  readonly on: string
  area: string | null
  readonly carer: Record<string, unknown>
  readonly children: Record<string, unknown>[]
}

export const AREAS: Readonly<Record<string, Pick<KnownFamily, 'region' | 'isInZone'>>> = {
  Bexley: { region: 'london', isInZone: true },
  Bolton: { region: 'rest', isInZone: true },
  'Newcastle upon Tyne': { region: 'rest', isInZone: true },
  E06000012: { region: 'rest', isInZone: true },
  'medway council': { region: 'south-east', isInZone: true },
  E06000034: { region: 'rest', isInZone: true },
  WILTSHIRE: { region: 'rest', isInZone: true },
  Kent: { region: 'south-east', isInZone: false },
  'London Borough of Camden': { region: 'london', isInZone: false },
  Leeds: { region: 'rest', isInZone: false },
}

/** The last day of one state of the law and the first of the next, with a day between here and there. */
export const DAYS: readonly string[] = [
  ...[2021, 2022, 2023, 2024, 2025, 2026, 2027].flatMap((year) =>
    [
      '03-31',
      '04-01',
      '04-02',
      '04-03',
      '04-04',
      '04-05',
      '04-06',
      '04-07',
      '04-10',
      '04-11',
      '04-12',
      '08-31',
      '09-01',
    ].map((day) => `${year}-${day}`),
  ),
  ...['2021-01-01', '2022-05-22', '2022-05-23', '2022-05-24', '2023-02-01', '2023-02-02', '2023-04-30'],
  ...['2023-05-01', '2023-12-14', '2023-12-15', '2024-02-29', '2024-09-30', '2024-10-01', '2026-02-26'],
  ...['2026-02-27', '2026-04-28', '2026-04-29', '2026-06-15', '2026-06-28', '2026-06-29', '2028-02-29'],
  ...['2028-03-31', '2028-04-01', '2030-06-01'],
]

export const VALUES = {
  relationship: [
    'grandparent',
    'sibling',
    'aunt-or-uncle',
    'step-parent',
    'great-aunt-or-uncle',
    'cousin',
    'family-friend',
    'other',
  ],
  employment: ['employed', 'self-employed', 'not-working', 'retired'],
  weeksInJob: [0, 25, 26, 51, 52, 53, 300],
  weeklyEarnings: [0, 100, 119.99, 120, 122, 123, 124, 125, 128, 129, 208, 296, 296.15, 296.16, 297, 2000],
  arrangement: [
    'informal',
    'private-fostering',
    'child-arrangements',
    'special-guardianship',
    'kinship-foster',
    'adoption',
  ],
  route: ['public', 'private'],
  inCareMarkers: [
    [],
    ['protection-plan'],
    ['court-concern'],
    ['family-group-decision'],
    ['bereavement'],
    ['looked-after'],
    ['protection-plan', 'court-concern'],
  ],
  parents: [
    'both-alive',
    'both-dead',
    'one-dead-other-untraceable',
    'one-dead-other-in-prison',
    'one-dead-other-alive',
  ],
} as const
const ORDERS: readonly string[] = ['child-arrangements', 'special-guardianship', 'adoption']
/** Ages at which something begins or ends. */
const TURNS = [0, 1, 2, 3, 4, 5, 11, 16, 18, 21]

export class Draw {
  private readonly random: () => number
  constructor(random: () => number) {
    this.random = random
  }

  readonly chance = (share: number): boolean => this.random() < share
  readonly upTo = (most: number): number => Math.floor(this.random() * (most + 1))
  readonly pick = <T>(values: readonly T[]): T => {
    const found = values[this.upTo(values.length - 1)]
    if (found === undefined) throw new Error('there is nothing to pick from')
    return found
  }

  family(): Situation {
    const on = this.pick(DAYS)
    const employment = this.pick(VALUES.employment)
    const works = employment === 'employed' || employment === 'self-employed'
    const children = this.chance(0.7) ? 1 : this.chance(0.6) ? 2 : 3
    return {
      on,
      area: this.pick(Object.keys(AREAS)),
      carer: {
        relationship: this.pick(VALUES.relationship),
        employment,
        weeksInJob: works ? this.pick(VALUES.weeksInJob) : 0,
        weeklyEarnings: works ? this.pick(VALUES.weeklyEarnings) : 0,
        universalCredit: this.chance(0.6),
      },
      children: Array.from({ length: children }, () => this.child(on)),
    }
  }

  private child(on: string): Record<string, unknown> {
    const born = this.birth(on)
    const days = daysBetween(born, on)
    const since = addDays(on, -Math.min(days, this.chance(0.5) ? this.pick(TIMES) : this.upTo(3000)))
    const arrangement = this.pick(VALUES.arrangement)
    const isOrder = ORDERS.includes(arrangement)
    const orderDate = this.chance(0.15)
      ? addDays(on, this.pick([0, 1, 60]))
      : addDays(since, this.upTo(daysBetween(since, on)))
    const inCareMarkers = this.pick(VALUES.inCareMarkers)
    const isBereaved = (inCareMarkers as readonly string[]).includes('bereavement')
    const orderNamesParent = arrangement === 'child-arrangements' && !isBereaved && this.chance(0.3)
    return {
      born,
      arrangement,
      since,
      orderDate: isOrder ? orderDate : null,
      route: this.pick(VALUES.route),
      orderNamesParent,
      previouslyLookedAfter:
        (inCareMarkers as readonly string[]).includes('looked-after') || this.chance(0.4),
      inCareMarkers,
      // What contradicts itself is refused, and is tried elsewhere.
      parents: isBereaved
        ? 'both-dead'
        : this.pick(orderNamesParent ? ['both-alive', 'one-dead-other-alive'] : VALUES.parents),
      disabled: this.chance(0.2),
      childBenefitClaimed: this.chance(0.7),
      firstHearingHeld: this.chance(0.5),
    }
  }

  private birth(on: string): string {
    const draw = this.random()
    const whole = on.replace('02-29', '02-28')
    if (draw < 0.45) {
      const day = addDays(addYears(whole, -this.pick(TURNS)), this.pick([-1, 0, 1]))
      return day > on ? on : day
    }
    if (draw < 0.6) return this.pick(['2017-04-05', '2017-04-06', '2017-04-07', '2020-02-29'])
    if (draw < 0.75) return `${Number(on.slice(0, 4)) - 3 - this.upTo(14)}-${this.pick(['08-31', '09-01'])}`
    return addDays(on, -this.upTo(365 * 19))
  }
}

/** Days since the child came at which something begins or ends, with their neighbours. */
const TIMES = [0, 1, 27, 28, 29, 364, 365, 366]

/** The same family as the oracle takes it; only of one that answers every key. */
export function toKnown({ on, area, carer, children }: Situation): KnownFamily {
  const place = AREAS[area ?? '']
  if (!place) throw new Error(`the oracle does not know ${area}`)
  return {
    on,
    ...place,
    // Drawn above, key by key, from the values that these types list.
    ...(carer as unknown as Omit<KnownFamily, 'on' | 'region' | 'isInZone' | 'children'>),
    children: children as unknown as readonly Mutable<KnownChild>[],
  }
}
