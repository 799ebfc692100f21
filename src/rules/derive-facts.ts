/** From a family's answers and a day to facts: ages, times since, the region and schemes of its council. */
import { UsageError } from '../model/index.ts'
import { choiceFact, exactly, type Fact, type Facts, type HouseholdFacts, unknownFact } from './facts.ts'
import { findNearest } from './nearest-name.ts'
import { plainName } from './parse-sources.ts'
import { latestBirth, parseDay, schoolYear, wholeMonths, wholeYears } from './plain-date.ts'
import type { Area, Input, Rulebook } from './rulebook.ts'
import {
  ARRANGEMENTS,
  type Carer,
  type Child,
  CLOSE_RELATIVES,
  MARKERS,
  RELATIONSHIPS,
  type Situation,
} from './situation.ts'
import { truthOf } from './truth.ts'

/** Reads one input from the answers; undefined stands for "not known". */
type Read<T> = (subject: T, on: number) => boolean | string | Fact | null | undefined

interface Household {
  readonly situation: Situation
  readonly area: Area | null
}

const HOUSEHOLD_READERS: Readonly<Record<string, Read<Household>>> = {
  'area.region': ({ area }) => area?.region,
  'carer.relationship': ({ situation }) => situation.carer.relationship ?? impliedRelationship(situation),
  'carer.employment': ({ situation }) => situation.carer.employment,
  'carer.weeks-in-job': ({ situation: { carer } }) => numberFact(carer.weeksInJob ?? withoutWork(carer), 1),
  'carer.weekly-earnings': ({ situation: { carer } }) =>
    numberFact(carer.weeklyEarnings ?? withoutWork(carer), 100),
  'carer.universal-credit': ({ situation }) => situation.carer.universalCredit,
  'household.children': ({ situation }) => exactly(situation.children.length),
}

/** Who has no work earns nothing and is in no job: saying the one answers the others. */
const withoutWork = ({ employment }: Carer): number | null =>
  employment === 'not-working' || employment === 'retired' ? 0 : null

/** Private fostering means a carer who is not a close relative, so saying the one half answers the other. */
function impliedRelationship({ children }: Situation): Fact | null {
  if (!children.some((child) => child.arrangement === 'private-fostering')) return null
  const distant = RELATIONSHIPS.map((name, index) => (CLOSE_RELATIVES.includes(name) ? 0 : 1 << index))
  return { low: distant.reduce((mask, bit) => mask | bit, 0), high: 0 }
}

/** As said; where that is not known, the sign of a bereavement says that both parents are dead. */
function parentsOf({ parents, inCareMarkers }: Child): Child['parents'] {
  if (parents !== null && parents !== 'unknown') return parents
  return inCareMarkers?.includes('bereavement') ? 'both-dead' : null
}

/** Where it is not known which arrangement it is, those it can still be. */
function openArrangement({ arrangementIsOneOf }: Child): Fact | null {
  if (!arrangementIsOneOf) return null
  return {
    low: arrangementIsOneOf.reduce((mask, name) => mask | (1 << ARRANGEMENTS.indexOf(name)), 0),
    high: 0,
  }
}

interface DatedChild {
  readonly child: Child
  /** First and last day that the child can be born on; null where nothing is known. */
  readonly born: Fact | null
}

const CHILD_READERS: Readonly<Record<string, Read<DatedChild>>> = {
  'child.born': ({ born }) => born,
  // Who is asked about is a child unless a date of birth or an age says otherwise.
  'child.age': ({ born }, on) =>
    born ? { low: wholeYears(born.high, on), high: wholeYears(born.low, on) } : { low: 0, high: 17 },
  'child.weeks-since-order': ({ child }, on) =>
    elapsed(child.orderDate, on, (from, to) => Math.max(0, Math.floor((to - from) / 7))),
  'child.school-year': ({ born }, on) =>
    born && { low: schoolYear(born.high, on), high: schoolYear(born.low, on) },
  'child.arrangement': ({ child }) => child.arrangement ?? openArrangement(child),
  'child.months-here': ({ child }, on) => elapsed(child.since, on, wholeMonths),
  'child.days-here': ({ child }, on) => elapsed(child.since, on, (from, to) => Math.max(0, to - from)),
  // An order that is named without a date is taken to be made; one dated after the day is not made yet.
  'child.order-made': ({ child }, on) =>
    child.orderDate === null ? child.orderMade !== false : (parseDay(child.orderDate) ?? 0) <= on,
  'child.first-hearing-held': ({ child }) => child.firstHearingHeld,
  'child.route': ({ child }) => child.route,
  // No order names a parent to live with where both are dead.
  'child.order-names-parent': ({ child }) =>
    child.orderNamesParent ?? (parentsOf(child) === 'both-dead' ? false : null),
  'child.previously-looked-after': ({ child }) =>
    child.inCareMarkers?.includes('looked-after') ? true : child.previouslyLookedAfter,
  'child.parents': ({ child }) => parentsOf(child),
  'child.disabled': ({ child }) => child.disabled,
  'child.child-benefit-claimed': ({ child }) => child.childBenefitClaimed,
  // Not among what every family is asked: said outright, or not so.
  'child.education-plan': ({ child }) => child.careAndEducationPlan === true,
  'child.guardians-allowance-paid': ({ child }) => child.guardiansAllowancePaid === true,
  'child.guardians-allowance-not-paid': ({ child }) => child.guardiansAllowancePaid === false,
  ...Object.fromEntries(
    MARKERS.map((marker) => [
      `child.sign-${marker}`,
      ({ child }: DatedChild) => child.inCareMarkers?.includes(marker) ?? null,
    ]),
  ),
}

const ALL_READERS = [...Object.keys(HOUSEHOLD_READERS), ...Object.keys(CHILD_READERS)]

/** Names of inputs that the rulebook defines and no answer can ever fill. */
export function unreadInputs(rulebook: Rulebook): string[] {
  const lists = rulebook.areaLists.map((list) => list.input)
  return [...rulebook.inputs.keys()].filter((name) => !ALL_READERS.includes(name) && !lists.includes(name))
}

/** @throws UsageError when the council is not one of England's, or a child is not born on the day. */
export function deriveFacts(situation: Situation, on: number, rulebook: Rulebook): HouseholdFacts {
  const area = situation.area === null ? null : getArea(situation.area, rulebook)
  const asked = situation.on === null ? on : (parseDay(situation.on) ?? on)
  const household = readAll('household', HOUSEHOLD_READERS, { situation, area }, on, rulebook)
  const lists = rulebook.areaLists.map(({ input, from, areas }): [string, Fact] => [
    input,
    {
      low: truthOf(area === null ? (on < from ? false : null) : on >= from && areas.has(area.name)),
      high: 0,
    },
  ])
  const children = situation.children.map((child, index) => {
    const born = bornBetween(child, asked, index, on)
    return readAll('child', CHILD_READERS, { child, born }, on, rulebook)
  })
  return { household: { ...household, ...Object.fromEntries(lists) }, children }
}

function readAll<T>(
  scope: Input['scope'],
  readers: Readonly<Record<string, Read<T>>>,
  subject: T,
  on: number,
  rulebook: Rulebook,
): Facts {
  const inputs = [...rulebook.inputs.values()].filter((input) => input.scope === scope)
  return Object.fromEntries(
    inputs.map((input) => [input.name, toFact(input, readers[input.name]?.(subject, on))]),
  )
}

function toFact(input: Input, value: boolean | string | Fact | null | undefined): Fact {
  if (value == null) return unknownFact(input)
  if (typeof value === 'boolean') return { low: truthOf(value), high: 0 }
  if (typeof value === 'string') return choiceFact(input, value)
  if (input.type.kind === 'choice') return value
  const [least, most] = input.range
  return {
    low: Math.min(Math.max(value.low, least), most),
    high: Math.min(Math.max(value.high, least), most),
  }
}

const numberFact = (value: number | null, times: number): Fact | null =>
  value === null ? null : exactly(Math.round(value * times))

function elapsed(since: string | null, on: number, count: (from: number, to: number) => number): Fact | null {
  return since === null ? null : exactly(count(parseDay(since) ?? on, on))
}

function bornBetween(child: Child, asked: number, index: number, on: number): Fact | null {
  const day = child.born === null ? null : parseDay(child.born)
  const born = day !== null ? exactly(day) : child.age === null ? null : ageToDays(child.age, asked)
  if (born === null || born.low <= on)
    return born === null ? null : { low: born.low, high: Math.min(born.high, on) }
  throw new UsageError(
    'situation_invalid',
    `children[${index}]: on the day asked about the child is not born yet. Correct the date of birth, or ask for a later day.`,
  )
}

const ageToDays = (age: number, asked: number): Fact => ({
  low: latestBirth(asked, age + 1) + 1,
  high: latestBirth(asked, age),
})

const CODE = /^[a-z]\d{8}$/
/** The longest council has 37 letters. */
const LONGEST_NAME = 60

/** Null where there is no such council. */
export function findArea(text: string, rulebook: Rulebook): Area | null {
  const wanted = plainName(text)
  return rulebook.areas.find((area) => area.keys.includes(wanted)) ?? null
}

/** The council by its name or code, forgiving case and the words that councils put around their names. */
export function getArea(text: string, rulebook: Rulebook): Area {
  const wanted = plainName(text)
  const found = findArea(text, rulebook)
  if (found) return found
  // A code that is one letter off is the code of somewhere else.
  const near = CODE.test(wanted)
    ? null
    : findNearest(
        wanted.slice(0, LONGEST_NAME),
        rulebook.areas.flatMap((area) => area.keys),
      )
  const name = rulebook.areas.find((area) => near !== null && area.keys.includes(near))?.name
  const hint = name ? ` Did you mean "${name}"?` : ''
  throw new UsageError(
    'area_unknown',
    `"${text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text}" is not a council in England that runs children's services.${hint} Write its name or its code (E09000004), or leave the area out. Where there is a county and a district council, it is the county.`,
  )
}
