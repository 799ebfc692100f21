/**
 * What a calibration wants of the population: how many children, and the shares of each margin. Every number comes from
 * the content by name; what is worked out here is told in docs/population.md.
 */
import type { CalibrationContent } from './content.ts'
import type { ReadValue } from './values.ts'

export const ETHNICITIES = ['white', 'black', 'other-minority'] as const
export const ORDERS = ['kinship-foster', 'special-guardianship', 'child-arrangements', 'informal'] as const

/** Shares that add up to 1, by margin; and what of them could not be as the sources say. */
export interface Targets {
  readonly children: number
  readonly shares: Readonly<Record<TargetName, readonly number[]>>
  readonly conflicts: readonly string[]
}

export const TARGET_NAMES = [
  'arrangement',
  'relatives',
  'close-relatives',
  'age',
  'age-on-coming',
  'disabled',
  'ethnicity',
  'ethnicity-in-formal-care',
  'ethnicity-without-order',
  'children-a-family',
  'work',
  'self-employed',
  'retired',
  'earns-enough',
  'universal-credit',
  'region',
  'kinship-zone',
  'after-care-guardianship',
  'after-care-arrangements',
  'after-care-informal',
  'public-route-guardianship',
  'sign-guardianship',
  'sign-arrangements',
  'sign-informal',
  'names-parent',
  'parents',
  'paid-guardianship',
  'paid-arrangements',
  'paid-informal',
] as const
export type TargetName = (typeof TARGET_NAMES)[number]

export function targetsOf(calibration: CalibrationContent, read: ReadValue): Targets {
  const conflicts: string[] = []
  const { children, orders } = countArrangements(calibration, read, conflicts)
  const minority = read('minority-ethnic-2011')
  const black = Math.min(
    minority,
    (read('black-children-share-2011') * read('black-prevalence-2011')) / read('all-prevalence-2011'),
  )
  const flows = yearlyOrders(read)
  const afterCare = capped(
    'special guardianship after care',
    flows.guardianshipAfterCare / flows.guardianship,
    conflicts,
  )
  const publicRoute = read('guardianship-orders-public') / flows.guardianshipAll
  const working = calibration.work === 'census' ? 1 - read('no-adult-in-work') : read('carers-in-work-survey')
  const three = read('three-children')
  const [one, two] = [read('one-child'), read('two-children')]
  const shares: Targets['shares'] = {
    arrangement: orders.map((count) => count / children),
    relatives: relatives(calibration, read),
    'close-relatives': yesNo(read('aunt-or-uncle-share')),
    age: yesNo(read('teenagers')),
    'age-on-coming': rest([read('came-under-one'), read('came-at-one-to-four')]),
    disabled: yesNo(read('disabled')),
    ...ethnicities({
      all: [1 - minority, black, minority - black],
      blackInFormal: read('black-in-formal-care'),
      formal: ((orders[0] ?? 0) + (orders[1] ?? 0) * afterCare) / children,
    }),
    'children-a-family': rest([one, two, three], 1 / Math.max(1, one + two + three)),
    work: yesNo(working),
    'self-employed': yesNo(read('self-employed-share')),
    retired: yesNo(read('retired-share')),
    'earns-enough': yesNo(read('earns-enough-share')),
    'universal-credit': yesNo(read('universal-credit-share')),
    region: rest([read('london-share'), read('south-east-share')]),
    'kinship-zone': yesNo(read('zone-share')),
    'after-care-guardianship': yesNo(afterCare),
    'after-care-arrangements': yesNo(flows.arrangementsAfterCare / flows.arrangements),
    'after-care-informal': yesNo(read('informal-after-care-share')),
    // Who left care by an order had public proceedings; this is the share of public ones among the others.
    'public-route-guardianship': yesNo(
      afterCare >= 1 ? 0 : Math.max(0, (publicRoute - afterCare) / (1 - afterCare)),
    ),
    'sign-guardianship': yesNo(read('guardianship-sign-share')),
    'sign-arrangements': yesNo(read('arrangements-sign-share')),
    'sign-informal': yesNo(read('informal-sign-share')),
    'names-parent': yesNo(read('names-parent-share')),
    parents: rest([read('both-dead-share'), read('one-dead-share')]),
    'paid-guardianship': yesNo(read('paid-guardian')),
    'paid-arrangements': yesNo(read('paid-arrangements')),
    'paid-informal': yesNo(read('paid-informal')),
  }
  return { children, shares, conflicts }
}

/**
 * How many of those outside formal care are of each group follows from the whole and from formal care; who of them has
 * an order is not known by group, so families without one get the same shares as all outside.
 */
function ethnicities(given: { all: readonly number[]; blackInFormal: number; formal: number }) {
  const [white = 0, black = 0, other = 0] = given.all
  const left = 1 - black
  const inFormal = [
    ((1 - given.blackInFormal) * white) / left,
    given.blackInFormal,
    ((1 - given.blackInFormal) * other) / left,
  ]
  const outside = given.all.map((share, at) =>
    Math.max(0, (share - given.formal * (inFormal[at] ?? 0)) / (1 - given.formal)),
  )
  const sum = outside.reduce((total, share) => total + share, 0)
  return {
    ethnicity: given.all,
    'ethnicity-in-formal-care': inFormal,
    'ethnicity-without-order': outside.map((share) => share / sum),
  }
}

const yesNo = (share: number): number[] => [share, 1 - share]

/** The shares given, and what they leave. */
function rest(given: readonly number[], times = 1): number[] {
  const scaled = given.map((share) => share * times)
  return [...scaled, Math.max(0, 1 - scaled.reduce((sum, share) => sum + share, 0))]
}

function capped(what: string, share: number, conflicts: string[]): number {
  if (share <= 1) return share
  conflicts.push(
    `More children leave by ${what} in a year than the courts' own count allows; taken as all of them.`,
  )
  return 1
}

function relatives({ relatives: year }: CalibrationContent, read: ReadValue): number[] {
  const [sibling, other] = [read('with-sibling-2011'), read('with-other-relative-2011')]
  if (year === '2011') return [read('with-grandparent-2011'), sibling, other]
  const left = 1 - read('with-grandparent')
  return [1 - left, (left * sibling) / (sibling + other), (left * other) / (sibling + other)]
}

/** Children a year, England: orders that reach kin, and how many of them came out of care. */
function yearlyOrders(read: ReadValue) {
  const england = read('children-england') / read('children-england-and-wales-wide')
  const guardianshipAll = read('guardianship-orders-public') + read('guardianship-orders-private')
  const arrangementsAfterCare = Math.max(
    0,
    read('left-care-by-either-order') - read('left-care-by-guardianship'),
  )
  return {
    guardianshipAll,
    guardianship: guardianshipAll * Math.min(1, england),
    guardianshipAfterCare: read('left-care-by-guardianship'),
    arrangements: read('arrangements-orders-private') * Math.min(1, england) + arrangementsAfterCare,
    arrangementsAfterCare,
  }
}

/** Children in all and under each arrangement, in the order of ORDERS. */
function countArrangements(calibration: CalibrationContent, read: ReadValue, conflicts: string[]) {
  const fostered = read('fostered-children')
  const flows = yearlyOrders(read)
  const standing = read('years-under-an-order') * read('orders-standing')
  const guardianship = flows.guardianship * read('guardianship-with-kin') * standing
  const total = read(calibration.total)
  if (calibration.hasInformalShare) {
    const informal = total * read('informal-share')
    const left = total - informal - fostered - guardianship
    if (left < 0)
      conflicts.push(
        `Special guardianship at ${say(guardianship)} children leaves no room beside a majority without an order; child arrangements orders are taken as none.`,
      )
    const arrangements = Math.max(0, left)
    const children = fostered + guardianship + arrangements + informal
    return { children, orders: [fostered, guardianship, arrangements, informal] }
  }
  const arrangements = flows.arrangements * standing
  const formal = fostered + guardianship + arrangements
  const children = Math.max(total, formal)
  if (formal > total)
    conflicts.push(
      `Fostered children and standing orders come to ${say(formal)}, more than the ${say(total)} children counted in all: nobody is left without an order, and the total is raised.`,
    )
  else if (calibration.isLedByOrders && formal > 0.9 * total)
    conflicts.push(
      `Fostered children and standing orders come to ${say(formal)} of ${say(total)}: hardly anyone is left without an order, while every charity says that most are.`,
    )
  return { children, orders: [fostered, guardianship, arrangements, children - formal] }
}

const say = (count: number): string => Math.round(count).toLocaleString('en-GB')
