/**
 * The pool of simulated families: drawn trait by trait, each trait by the mean of the calibrations' shares, so that every
 * calibration finds enough of what it needs and only has to weigh. What no margin joins is drawn independently.
 */
import type { Rulebook } from '../rulebook.ts'
import { ARRANGEMENTS, EMPLOYMENTS, MARKERS, PARENTS, RELATIONSHIPS, ROUTES } from '../situation.ts'
import { NO, YES } from '../truth.ts'
import type { Spread } from './content.ts'
import { type Families, makeFamilies } from './families.ts'
import { listInside, MIXED, OUTSIDE } from './rake.ts'
import { drawTriangle, makeRandom, pick, type Random } from './random.ts'
import { ORDERS, TARGET_NAMES, type TargetName, type Targets } from './targets.ts'

/** A trait of each family as the place of its category in the target of the same name; -1 where it does not apply. */
export type Traits = Readonly<Record<TargetName, Int8Array>>

export interface Pool {
  readonly families: Families
  readonly traits: Traits
  /** By category, the share of each family's children in it, for what siblings differ in. */
  readonly parts: Readonly<Partial<Record<TargetName, readonly Float64Array[]>>>
  /** By target, the families that it speaks of. */
  readonly inside: Readonly<Record<TargetName, Int32Array>>
  readonly sizes: Int32Array
}

export interface DrawOptions {
  readonly count: number
  readonly seed: number
  /** The day that ages and times are counted to. */
  readonly on: number
  readonly rulebook: Rulebook
  readonly targets: readonly Targets[]
  /** Ranges of the assumptions that single families are drawn from (pay, weeks in the job, months to an order). */
  readonly spreads: ReadonlyMap<string, Spread>
}

type Shares = Targets['shares']

/** The regions that fostering rates know, in the order of the target. */
const REGIONS = ['london', 'south-east', 'rest'] as const

/** Days of a year, for ages only: a leap day more or less moves nobody out of a year group that the rules can see. */
const YEAR = 365.25
/** Days that no calendar makes eighteen years of. */
const OLDEST = 6572

export function drawFamilies(options: DrawOptions): Pool {
  const random = makeRandom(options.seed)
  const shares = meanShares(options.targets)
  const areas = groupAreas(options.rulebook)
  const drawn = Array.from({ length: options.count }, () => drawFamily(random, shares, areas, options))
  const sizes = Int32Array.from(drawn, ({ children }) => children.length)
  const families = makeFamilies(
    drawn.length,
    sizes.reduce((sum, size) => sum + size, 0),
  )
  let row = 0
  for (const [index, family] of drawn.entries()) {
    writeFamily(families, index, family)
    for (const child of family.children) writeChild(families, row++, family, child, options)
    families.start[index + 1] = row
  }
  const parts = readParts(drawn)
  const traits = { ...readTraits(drawn), ...findMixed(parts) }
  return { families, sizes, traits, parts, inside: mapTargets((name) => listInside(traits[name])) }
}

function meanShares(targets: readonly Targets[]): Shares {
  const [first] = targets
  if (!first) throw new Error('no calibration to draw families for')
  const mean = (name: TargetName) =>
    first.shares[name].map(
      (_, at) => targets.reduce((sum, { shares }) => sum + (shares[name][at] ?? 0), 0) / targets.length,
    )
  return mapTargets(mean)
}

const mapTargets = <T>(make: (name: TargetName) => T): Record<TargetName, T> =>
  // Made of every target name there is.
  Object.fromEntries(TARGET_NAMES.map((name) => [name, make(name)])) as Record<TargetName, T>

/** One family as drawn: choices as places in the targets, true or false where there are two. */
interface DrawnFamily {
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

interface DrawnChild {
  /** Days before the day. */
  readonly born: number
  readonly since: number
  readonly isTeenager: boolean
  readonly ageOnComing: number
  readonly isDisabled: boolean
}

function drawFamily(random: Random, shares: Shares, areas: AreaGroups, options: DrawOptions): DrawnFamily {
  const isOne = (name: TargetName) => pick(random, shares[name]) === 0
  const spread = (name: string) => {
    const of = options.spreads.get(name)
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

/** By region, places in the rulebook's areas plus 1: those in the Kinship Zones, and the others. */
type AreaGroups = readonly (readonly (readonly number[])[])[]

function groupAreas(rulebook: Rulebook): AreaGroups {
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
  { on }: DrawOptions,
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

/** 0 for yes, 1 for no, as the two-way targets have it; -1 where the question does not arise. */
const twoWay = (isYes: boolean, applies = true): number => (applies ? (isYes ? 0 : 1) : -1)

function readTraits(drawn: readonly DrawnFamily[]): Traits {
  const column = (read: (family: DrawnFamily) => number) => Int8Array.from(drawn, read)
  const isFormal = ({ order, isAfterCare }: DrawnFamily) => order === 0 || (order === 1 && isAfterCare)
  return {
    arrangement: column(({ order }) => order),
    relatives: column(({ relative }) => relative),
    'close-relatives': column(({ relative, isAuntOrUncle }) => twoWay(isAuntOrUncle, relative === 2)),
    // What siblings can differ in is filled in from its parts.
    age: column(() => MIXED),
    'age-on-coming': column(() => MIXED),
    disabled: column(() => MIXED),
    ethnicity: column(({ ethnicity }) => ethnicity),
    'ethnicity-in-formal-care': column((family) => (isFormal(family) ? family.ethnicity : OUTSIDE)),
    'ethnicity-without-order': column(({ order, ethnicity }) => (order === 3 ? ethnicity : OUTSIDE)),
    'children-a-family': column(({ children }) => children.length - 1),
    work: column(({ isWorking }) => twoWay(isWorking)),
    'self-employed': column(({ isWorking, isSelfEmployed }) => twoWay(isSelfEmployed, isWorking)),
    retired: column(({ isWorking, isRetired }) => twoWay(isRetired, !isWorking)),
    'earns-enough': column(({ isWorking, isSelfEmployed, earnsEnough }) =>
      twoWay(earnsEnough, isWorking && !isSelfEmployed),
    ),
    'universal-credit': column(({ hasUniversalCredit }) => twoWay(hasUniversalCredit)),
    region: column(({ region }) => region),
    'kinship-zone': column(({ isInZone }) => twoWay(isInZone)),
    'after-care-guardianship': column(({ order, isAfterCare }) => twoWay(isAfterCare, order === 1)),
    'after-care-arrangements': column(({ order, isAfterCare }) => twoWay(isAfterCare, order === 2)),
    'after-care-informal': column(({ order, isAfterCare }) => twoWay(isAfterCare, order === 3)),
    'public-route-guardianship': column(({ order, isAfterCare, isPublic }) =>
      twoWay(isPublic, order === 1 && !isAfterCare),
    ),
    'sign-guardianship': column(({ order, isAfterCare, hasSign }) =>
      twoWay(hasSign, order === 1 && !isAfterCare),
    ),
    'sign-arrangements': column(({ order, isAfterCare, hasSign }) =>
      twoWay(hasSign, order === 2 && !isAfterCare),
    ),
    'sign-informal': column(({ order, isAfterCare, hasSign }) =>
      twoWay(hasSign, order === 3 && !isAfterCare),
    ),
    'names-parent': column(({ order, isPublic, parents, namesParent }) =>
      twoWay(namesParent, order === 2 && !isPublic && parents !== 0),
    ),
    parents: column(({ parents }) => parents),
    'paid-guardianship': column(({ order, isPaid }) => twoWay(isPaid, order === 1)),
    'paid-arrangements': column(({ order, isPaid }) => twoWay(isPaid, order === 2)),
    'paid-informal': column(({ order, isPaid }) => twoWay(isPaid, order === 3)),
  }
}

function readParts(drawn: readonly DrawnFamily[]): Pool['parts'] {
  const parts = (count: number, read: (child: DrawnChild) => number) =>
    Array.from({ length: count }, (_, at) =>
      Float64Array.from(
        drawn,
        ({ children }) => children.filter((child) => read(child) === at).length / children.length,
      ),
    )
  return {
    age: parts(2, ({ isTeenager }) => (isTeenager ? 0 : 1)),
    'age-on-coming': parts(3, ({ ageOnComing }) => ageOnComing),
    disabled: parts(2, ({ isDisabled }) => (isDisabled ? 0 : 1)),
  }
}

/** The category of each family whose children all lie in one. */
function findMixed(parts: Pool['parts']): Partial<Record<TargetName, Int8Array>> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, of]) => [
      name,
      Int8Array.from(of[0] ?? [], (_, family) => {
        const whole = of.findIndex((part) => part[family] === 1)
        return whole < 0 ? MIXED : whole
      }),
    ]),
  )
}
