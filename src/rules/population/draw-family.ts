/** One simulated family, drawn trait by trait. What no margin joins is drawn independently. */
import type { Rulebook } from '../rulebook.ts'
import type { Spread } from './content.ts'
import { drawTriangle, pick, type Random } from './random.ts'
import type { TargetName, Targets } from './targets.ts'

/** Days of a year, for ages only: a leap day more or less moves nobody out of a year group that the rules can see. */
const YEAR = 365.25
/** Days that no calendar makes eighteen years of. */
const OLDEST = 6572

export interface FamilySource {
  readonly shares: Targets['shares']
  readonly areas: AreaGroups
  /** Ranges of the assumptions that single families are drawn from (pay, weeks in the job, months to an order). */
  readonly spreads: ReadonlyMap<string, Spread>
}

type Shares = Targets['shares']

/** One family as drawn: choices as places in the targets, true or false where there are two. */
export interface DrawnFamily {
  readonly order: number
  readonly relative: number
  readonly isAuntOrUncle: boolean
  readonly ethnicity: number
  readonly isWorking: boolean
  readonly isSelfEmployed: boolean
  readonly isRetired: boolean
  readonly earnsEnough: boolean
  readonly pay: number
  readonly weeksInJob: number
  readonly hasUniversalCredit: boolean
  readonly region: number
  readonly isInZone: boolean
  readonly area: number
  readonly isAfterCare: boolean
  readonly isPublic: boolean
  readonly hasSign: boolean
  readonly sign: number
  readonly namesParent: boolean
  readonly parents: number
  readonly isPaid: boolean
  /** Days before the day. */
  readonly since: number
  readonly orderDate: number
  readonly children: readonly DrawnChild[]
}

export interface DrawnChild {
  /** Days before the day. */
  readonly born: number
  readonly since: number
  readonly isTeenager: boolean
  readonly ageOnComing: number
  readonly isDisabled: boolean
}

export function drawFamily(random: Random, { shares, areas, spreads }: FamilySource): DrawnFamily {
  const isOne = (name: TargetName) => pick(random, shares[name]) === 0
  const spread = (name: string) => {
    const of = spreads.get(name)
    if (!of) throw new Error(`no assumption ${name}`)
    return drawTriangle(random, of)
  }
  const order = pick(random, shares.arrangement)
  const size = pick(random, shares['children-a-family']) + 1
  const region = pick(random, shares.region)
  const isInZone = isOne('kinship-zone')
  const [guardianship, arrangements] = [order === 1, order === 2]
  const isAfterCare =
    order !== 0 &&
    isOne(
      guardianship
        ? 'after-care-guardianship'
        : arrangements
          ? 'after-care-arrangements'
          : 'after-care-informal',
    )
  const earnsEnough = isOne('earns-enough')
  const first = drawChild(random, shares, null)
  const others = Array.from({ length: size - 1 }, () => drawChild(random, shares, first.since))
  return {
    order,
    relative: pick(random, shares.relatives),
    isAuntOrUncle: isOne('close-relatives'),
    ethnicity: pick(random, shares.ethnicity),
    isWorking: isOne('work'),
    isSelfEmployed: isOne('self-employed'),
    isRetired: isOne('retired'),
    earnsEnough,
    pay: Math.round(spread(earnsEnough ? 'pay-when-enough' : 'pay-when-less') * 100),
    weeksInJob: Math.floor(spread('weeks-in-job')),
    hasUniversalCredit: isOne('universal-credit'),
    region,
    isInZone,
    area: drawArea(random, areas[region]?.[isInZone ? 0 : 1] ?? []),
    isAfterCare,
    // Care ends by an order in public proceedings; private orders under which a parent's family acts are the rest.
    isPublic: isAfterCare || (guardianship && isOne('public-route-guardianship')),
    hasSign: isOne(guardianship ? 'sign-guardianship' : arrangements ? 'sign-arrangements' : 'sign-informal'),
    sign: Math.floor(random() * 3),
    namesParent: isOne('names-parent'),
    parents: pick(random, shares.parents),
    isPaid: isOne(guardianship ? 'paid-guardianship' : arrangements ? 'paid-arrangements' : 'paid-informal'),
    since: first.since,
    orderDate: drawOrderDate(random, spread('months-to-order'), first.since),
    children: [first, ...others],
  }
}

/** A first child's coming is drawn; brothers and sisters came on the same day, or were born into the family. */
function drawChild(random: Random, shares: Shares, came: number | null): DrawnChild {
  const isTeenager = pick(random, shares.age) === 0
  const years = isTeenager ? 13 + random() * 5 : random() * 13
  const born = Math.min(Math.max(1, Math.floor(years * YEAR)), OLDEST)
  const isDisabled = pick(random, shares.disabled) === 0
  const since = Math.min(born, came ?? born - drawDaysOnComing(random, shares, born))
  const ageOnComing = bandOnComing(born - since)
  return { born, since, isTeenager: wholeYearsOf(born) >= 13, ageOnComing, isDisabled }
}

const wholeYearsOf = (days: number): number => Math.floor(days / YEAR)
const bandOnComing = (days: number): number => (days < YEAR ? 0 : days < 5 * YEAR ? 1 : 2)

/** A band that the child is old enough for, then a day in it. */
function drawDaysOnComing(random: Random, shares: Shares, born: number): number {
  const bands = [
    [0, YEAR],
    [YEAR, 5 * YEAR],
    [5 * YEAR, 18 * YEAR],
  ] as const
  const possible = shares['age-on-coming'].map((share, band) =>
    born > (bands[band]?.[0] ?? 0) + 1 ? share : 0,
  )
  const [from, to] = bands[pick(random, possible)] ?? bands[0]
  return Math.floor(from + random() * (Math.min(to, born - 1) - from))
}

/** Days before the day; a child who came later than orders take has the order already, sooner. */
function drawOrderDate(random: Random, months: number, since: number): number {
  const days = Math.floor((months * YEAR) / 12)
  const at = random()
  return days < since ? since - days : Math.floor(at * since)
}

/** The regions that fostering rates know, in the order of the target. */
const REGIONS = ['london', 'south-east', 'rest'] as const

/** By region, places in the rulebook's areas plus 1: those in the Kinship Zones, and the others. */
export type AreaGroups = readonly (readonly (readonly number[])[])[]

export function groupAreas(rulebook: Rulebook): AreaGroups {
  const zone = rulebook.areaLists.find((list) => list.input === 'area.is-in-kinship-zone')
  return REGIONS.map((region) =>
    [true, false].map((isInZone) =>
      rulebook.areas.flatMap((area, index) =>
        area.region === region && (zone?.areas.has(area.name) ?? false) === isInZone ? [index + 1] : [],
      ),
    ),
  )
}

/** Every council as likely as the next. */
const drawArea = (random: Random, areas: readonly number[]): number =>
  areas[Math.floor(random() * areas.length)] ?? 0
