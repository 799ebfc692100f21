/**
 * From families in columns and a day to the columns that generated code reads: the same as derive-facts.ts makes of
 * situations one by one (a test holds the two together), by tables of days instead of calendars.
 */
import { listElders } from '../elders.ts'
import { exactly, isOpen, unknownFact } from '../facts.ts'
import { schoolYear, wholeMonths, wholeYears } from '../plain-date.ts'
import type { Columns } from '../program.ts'
import type { Input, Rulebook } from '../rulebook.ts'
import { CLOSE_RELATIVES, EMPLOYMENTS, MARKERS, PARENTS, RELATIONSHIPS } from '../situation.ts'
import { NO, truthOf, UNKNOWN, YES } from '../truth.ts'
import { listSeveral, packWords, wordPlaces } from '../words.ts'
import { type Families, NOT_KNOWN } from './families.ts'

type Column = Uint16Array | Int32Array

/** A value for every row: one number where `high` is null, otherwise the least and the most. */
interface Derived {
  readonly low: Column
  readonly high: Int32Array | null
  readonly isKnown: boolean
}

/** Makes columns of families for one day; what depends on the day alone is worked out once. */
export type DeriveColumns = (families: Families) => Columns

export function makeDeriver(rulebook: Rulebook, on: number): DeriveColumns {
  const readers = makeReaders(rulebook, on)
  const inputs = [...rulebook.inputs.values()]
  const places = wordPlaces(rulebook)
  return (families) => {
    const data: Record<string, Column> = {}
    const known = new Set<string>()
    for (const input of inputs) {
      const read = readers[input.name]
      if (!read) throw new Error(`no column for the input ${input.name}`)
      const { low, high, isKnown } = read(families, input)
      data[input.name] = low
      if (input.type.kind === 'number') data[`${input.name}:high`] = high ?? (low as Int32Array)
      if (isKnown) known.add(input.name)
    }
    const several = listSeveral(families.start, families.count)
    return {
      households: families.count,
      start: families.start,
      household: householdsOf(families),
      data,
      words: packWords(places, data, { household: families.count, child: families.children }),
      several,
      elders: listElders(families.start, several, data['child.born'] ?? new Int32Array(families.children)),
      known,
    }
  }
}

function householdsOf({ count, children, start }: Families): Int32Array {
  const household = new Int32Array(children)
  for (let family = 0; family < count; family++)
    household.fill(family, start[family] ?? 0, start[family + 1] ?? 0)
  return household
}

type ReadColumn = (families: Families, input: Input) => Derived

/** The longest stretch that a table of days covers; older than this and every input has reached its bound. */
const TABLE_DAYS = 40_000

function makeReaders(rulebook: Rulebook, on: number): Readonly<Record<string, ReadColumn>> {
  const ages = dayTable(rulebook, 'child.age', (day) => wholeYears(day, on))
  const years = dayTable(rulebook, 'child.school-year', (day) => schoolYear(day, on))
  const months = dayTable(rulebook, 'child.months-here', (day) => wholeMonths(day, on))
  const regions = rulebook.areas.map((area) => {
    const type = rulebook.inputs.get('area.region')?.type
    return type?.kind === 'choice' ? 1 << type.values.indexOf(area.region) : 0
  })
  const lists = rulebook.areaLists.map((list): [string, ReadColumn] => {
    const unknown = truthOf(on < list.from ? false : null)
    const table = [
      unknown,
      ...rulebook.areas.map((area) => truthOf(on >= list.from && list.areas.has(area.name))),
    ]
    return [list.input, (families, input) => mapped(families.family.area, table, input)]
  })
  const elapsed =
    (pick: (families: Families) => Int32Array, count: (days: number) => number): ReadColumn =>
    (families, input) =>
      numbers(pick(families), input, (day) => count(Math.max(0, on - day)))
  const orderDates = (families: Families) => families.child.orderDate
  return {
    'area.region': (families, input) =>
      mapped(families.family.area, [unknownFact(input).low, ...regions], input),
    'carer.relationship': readRelationship,
    'carer.employment': (families, input) => choices(families.family.employment, input),
    'carer.weeks-in-job': ({ family }, input) =>
      numbers(withoutWork(family.weeksInJob, family.employment), input, (weeks) => weeks),
    'carer.weekly-earnings': ({ family }, input) =>
      numbers(withoutWork(family.weeklyEarnings, family.employment), input, (pence) => pence),
    'carer.universal-credit': (families) => truths(families.family.universalCredit),
    'household.children': readChildren,
    'child.born': (families, input) => between(families, input, (day) => day, false, on),
    'child.age': (families, input) => {
      const derived = between(families, input, (day) => ages[on - day] ?? ages.at(-1) ?? 0, true, on)
      return derived
    },
    'child.school-year': (families, input) =>
      between(families, input, (day) => years[on - day] ?? years.at(-1) ?? 0, true, on),
    'child.arrangement': (families, input) => choices(families.child.arrangement, input),
    'child.months-here': elapsed(
      (families) => families.child.since,
      (days) => months[days] ?? months.at(-1) ?? 0,
    ),
    'child.days-here': elapsed(
      (families) => families.child.since,
      (days) => days,
    ),
    'child.weeks-since-order': elapsed(orderDates, (days) => Math.floor(days / 7)),
    'child.order-made': (families) => readOrderMade(families, on),
    'child.first-hearing-held': (families) => truths(families.child.firstHearingHeld),
    'child.route': (families, input) => choices(families.child.route, input),
    'child.order-names-parent': readOrderNamesParent,
    'child.previously-looked-after': readCareBefore,
    'child.parents': readParents,
    'child.disabled': (families) => truths(families.child.disabled),
    'child.education-plan': ({ child }) => saidAs(YES, child.careAndEducationPlan),
    'child.guardians-allowance-paid': ({ child }) => saidAs(YES, child.guardiansAllowancePaid),
    'child.guardians-allowance-not-paid': ({ child }) => saidAs(NO, child.guardiansAllowancePaid),
    ...Object.fromEntries(MARKERS.map((marker, bit) => [`child.sign-${marker}`, readMarker(bit)])),
    ...Object.fromEntries(lists),
  }

  /** By days before the day asked about, clamped as the input is. */
  function dayTable(book: Rulebook, name: string, count: (day: number) => number): Int32Array {
    const [least, most] = book.inputs.get(name)?.range ?? [0, 0]
    return Int32Array.from({ length: TABLE_DAYS }, (_, days) =>
      Math.min(Math.max(count(on - days), least), most),
    )
  }
}

function truths(of: Uint8Array): Derived {
  return { low: Uint16Array.from(of), high: null, isKnown: !of.includes(UNKNOWN) }
}

/** Whether it was said outright to be so; what was not said is not. */
function saidAs(said: number, of: Uint8Array): Derived {
  return { low: Uint16Array.from(of, (value) => (value === said ? YES : NO)), high: null, isKnown: true }
}

/** Who has no work earns nothing and is in no job, where nothing else is said. */
function withoutWork(of: Int32Array, employment: Uint8Array): Int32Array {
  return of.map((value, row) =>
    value === NOT_KNOWN && WITHOUT_WORK.includes(employment[row] ?? 0) ? 0 : value,
  )
}
const WITHOUT_WORK = [EMPLOYMENTS.indexOf('not-working') + 1, EMPLOYMENTS.indexOf('retired') + 1]

function mapped(of: Uint8Array, table: readonly number[], input: Input): Derived {
  const low = new Uint16Array(of.length)
  for (let row = 0; row < of.length; row++) low[row] = table[of[row] ?? 0] ?? 0
  const isKnown = !low.some((value) => isOpen(input, { low: value, high: 0 }))
  return { low, high: null, isKnown }
}

function choices(of: Uint8Array, input: Input): Derived {
  const unknown = unknownFact(input).low
  const size = input.type.kind === 'choice' ? input.type.values.length : 0
  // A choice that the input does not list ("unknown" parents) is not known.
  const table = Array.from({ length: 256 }, (_, value) =>
    value === 0 || value > size ? unknown : 1 << (value - 1),
  )
  return mapped(of, table, input)
}

function numbers(of: Int32Array, input: Input, count: (value: number) => number): Derived {
  const [least, most] = input.range
  const low = new Int32Array(of.length)
  let high: Int32Array | null = null
  for (let row = 0; row < of.length; row++) {
    const value = of[row] ?? NOT_KNOWN
    if (value === NOT_KNOWN) {
      high ??= Int32Array.from(low)
      low[row] = least
      high[row] = most
    } else {
      const counted = Math.min(Math.max(count(value), least), most)
      low[row] = counted
      if (high) high[row] = counted
    }
  }
  return { low, high, isKnown: high === null || least === most }
}

/** What follows from when a child was born. @param isFalling where an earlier birth makes it more. */
function between(
  { child }: Families,
  input: Input,
  count: (day: number) => number,
  isFalling: boolean,
  on: number,
): Derived {
  const { bornLow, bornHigh } = child
  const [least, most] = input.range
  const unknown = input.name === 'child.age' ? { low: 0, high: 17 } : { low: least, high: most }
  const low = new Int32Array(bornLow.length)
  const high = new Int32Array(bornLow.length)
  let isKnown = true
  for (let row = 0; row < bornLow.length; row++) {
    const [first, last] = [bornLow[row] ?? NOT_KNOWN, Math.min(bornHigh[row] ?? NOT_KNOWN, on)]
    if (first === NOT_KNOWN) {
      low[row] = unknown.low
      high[row] = unknown.high
      isKnown = false
      continue
    }
    const [a, b] = isFalling ? [last, first] : [first, last]
    low[row] = Math.min(Math.max(count(a), least), most)
    high[row] = a === b ? (low[row] ?? 0) : Math.min(Math.max(count(b), least), most)
    if (low[row] !== high[row]) isKnown = false
  }
  return { low, high: isKnown ? null : high, isKnown }
}

function readRelationship({ family, child, start, count }: Families, input: Input): Derived {
  const known = choices(family.relationship, input)
  if (known.isKnown) return known
  const distant = RELATIONSHIPS.reduce(
    (mask, name, index) => (CLOSE_RELATIVES.includes(name) ? mask : mask | (1 << index)),
    0,
  )
  for (let row = 0; row < count; row++) {
    if (family.relationship[row] !== 0) continue
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++)
      if (child.arrangement[at] === PRIVATE_FOSTERING) known.low[row] = distant
  }
  return known
}
/** Its place in ARRANGEMENTS, plus 1. */
const PRIVATE_FOSTERING = 2

function readChildren({ start, count }: Families, input: Input): Derived {
  const low = new Int32Array(count)
  const most = exactly(input.range[1]).high
  for (let row = 0; row < count; row++) low[row] = Math.min((start[row + 1] ?? 0) - (start[row] ?? 0), most)
  return { low, high: null, isKnown: true }
}

function readOrderMade({ child: { orderDate } }: Families, on: number): Derived {
  const low = new Uint16Array(orderDate.length)
  for (let row = 0; row < orderDate.length; row++) {
    const day = orderDate[row] ?? NOT_KNOWN
    low[row] = day === NOT_KNOWN || day <= on ? YES : NO
  }
  return { low, high: null, isKnown: true }
}

const LOOKED_AFTER = 1 << MARKERS.indexOf('looked-after')

function readCareBefore({ child }: Families): Derived {
  const low = Uint16Array.from(child.previouslyLookedAfter)
  for (let row = 0; row < low.length; row++) {
    const markers = child.inCareMarkers[row] ?? 255
    if (markers !== 255 && (markers & LOOKED_AFTER) !== 0) low[row] = YES
  }
  return { low, high: null, isKnown: !low.includes(UNKNOWN) }
}

const BEREAVEMENT = 1 << MARKERS.indexOf('bereavement')
const BOTH_DEAD = PARENTS.indexOf('both-dead') + 1
const UNKNOWN_PARENTS = PARENTS.indexOf('unknown') + 1

const readParents: ReadColumn = ({ child }, input) => choices(parentsOf(child), input)

/** As said, or as the sign of a bereavement says. */
const parentsOf = (child: Families['child']): Uint8Array =>
  child.parents.map((parents, row) => {
    const markers = child.inCareMarkers[row] ?? 255
    const isBereaved = markers !== 255 && (markers & BEREAVEMENT) !== 0
    return isBereaved && (parents === 0 || parents === UNKNOWN_PARENTS) ? BOTH_DEAD : parents
  })

function readOrderNamesParent({ child }: Families): Derived {
  const parents = parentsOf(child)
  return truths(
    child.orderNamesParent.map((said, row) => (said === UNKNOWN && parents[row] === BOTH_DEAD ? NO : said)),
  )
}

const readMarker =
  (bit: number): ReadColumn =>
  ({ child: { inCareMarkers } }) => {
    const low = new Uint16Array(inCareMarkers.length)
    let isKnown = true
    for (let row = 0; row < low.length; row++) {
      const markers = inCareMarkers[row] ?? 255
      if (markers === 255) isKnown = false
      low[row] = markers === 255 ? UNKNOWN : (markers >> bit) & 1 ? YES : NO
    }
    return { low, high: null, isKnown }
  }
