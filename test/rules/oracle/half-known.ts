/** Families with one or two answers missing: what the product says of them, beside every way that they can turn out. */
import type { AnsweredOutcome, AnswerFamily } from '../../../src/rules/index.ts'
import { addYears, ageOn, type KnownFamily } from './family.ts'
import { judge } from './oracle.ts'
import { AREAS, type Draw, type Situation, toKnown, VALUES } from './situations.ts'
import type { Verdict } from './verdict.ts'

/** A key of the carer (`child` null) or of a child, and the answers it can have. */
interface Gap {
  readonly key: string
  readonly child: number | null
  /** Other situations that differ in this answer only. */
  readonly fill: (situation: Situation) => Situation[]
}

export interface HalfKnownDifference {
  readonly why: string
  readonly missing: readonly string[]
  readonly support: string
  readonly child: number | null
  readonly possible: readonly string[]
  readonly product: string
  readonly situation: Situation
}

const YES_NO = [true, false]
const CARER_GAPS: Readonly<Record<string, readonly unknown[]>> = {
  relationship: VALUES.relationship,
  employment: VALUES.employment,
  weeksInJob: VALUES.weeksInJob,
  weeklyEarnings: VALUES.weeklyEarnings,
  universalCredit: YES_NO,
}
const CHILD_GAPS: Readonly<Record<string, readonly unknown[]>> = {
  route: VALUES.route,
  orderNamesParent: YES_NO,
  previouslyLookedAfter: YES_NO,
  inCareMarkers: VALUES.inCareMarkers,
  parents: VALUES.parents,
  disabled: YES_NO,
  firstHearingHeld: YES_NO,
}

function gapsOf({ carer, children }: Situation): Gap[] {
  const ofCarer = Object.entries(CARER_GAPS).map(
    ([key, values]): Gap => ({
      key,
      child: null,
      fill: (situation) =>
        values.map((value) => ({ ...situation, carer: { ...situation.carer, [key]: value } })),
    }),
  )
  const ofChildren = children.flatMap((_, child) => [
    ...Object.entries(CHILD_GAPS).map(
      ([key, values]): Gap => ({
        key,
        child,
        fill: (situation) => values.map((value) => withChild(situation, child, { [key]: value })),
      }),
    ),
    { key: 'since', child, fill: (situation: Situation) => fillSince(situation, child) },
    { key: 'arrangement', child, fill: (situation: Situation) => fillArrangement(situation, child) },
    { key: 'orderDate', child, fill: (situation: Situation) => fillOrder(situation, child) },
    { key: 'born', child, fill: (situation: Situation) => fillBirth(situation, child) },
  ])
  const works = carer.employment === 'employed' || carer.employment === 'self-employed'
  return [
    {
      key: 'area',
      child: null,
      fill: (situation) => Object.keys(AREAS).map((area) => ({ ...situation, area })),
    },
    // Nobody who is out of work has pay or time in a job, so those are not missing there.
    ...ofCarer.filter(({ key }) => works || (key !== 'weeksInJob' && key !== 'weeklyEarnings')),
    ...ofChildren,
  ]
}

const withChild = (situation: Situation, child: number, said: Record<string, unknown>): Situation => ({
  ...situation,
  children: situation.children.map((each, index) => (index === child ? { ...each, ...said } : each)),
})

function fillSince(situation: Situation, child: number): Situation[] {
  const { on } = situation
  return [0, 27, 28, 364, 366, 2000].map((days) =>
    withChild(situation, child, { since: daysBefore(on, days) }),
  )
}

/** Of a child without an order the day of one is not known either. */
const fillArrangement = (situation: Situation, child: number): Situation[] =>
  VALUES.arrangement
    .map((arrangement) => withChild(situation, child, { arrangement }))
    .flatMap((way) => (way.children[child]?.orderDate == null ? fillOrder(way, child) : [way]))

/** An order whose day is not known is taken to be made. */
function fillOrder(situation: Situation, child: number): Situation[] {
  return [0, 100, 364, 370, 371, 2000].map((days) =>
    withChild(situation, child, { orderDate: daysBefore(situation.on, days) }),
  )
}

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)

/** Of a child of a known age the first, the last and the turning days between; else one of every age below 18. */
function fillBirth(situation: Situation, child: number): Situation[] {
  const { on } = situation
  const age = situation.children[child]?.age
  const ages = typeof age === 'number' ? [age] : Array.from({ length: 18 }, (_, years) => years)
  const days = ages.flatMap((years) => {
    const youngest = addYears(on.replace('02-29', '02-28'), -years)
    const turning = [
      '2017-04-05',
      '2017-04-06',
      `${youngest.slice(0, 4)}-08-31`,
      `${youngest.slice(0, 4)}-09-01`,
    ]
    const year = Number(youngest.slice(0, 4)) - 1
    return [youngest, daysBefore(youngest, 364), `${year}-08-31`, `${year}-09-01`, ...turning].filter(
      (day) => day <= on && ageOn(day, on) === years,
    )
  })
  return [...new Set(days)].map((born) => withChild(situation, child, { born, age: undefined }))
}

/** Takes the answer away; of a birth, half of the time, the age stays. */
function leaveOut(situation: Situation, { key, child }: Gap, draw: Draw): Situation {
  if (key === 'area') return { ...situation, area: null }
  if (child === null) return { ...situation, carer: { ...situation.carer, [key]: null } }
  const { on, children } = situation
  if (key !== 'born') return withChild(situation, child, { [key]: draw.chance(0.5) ? null : undefined })
  const age = draw.chance(0.5) ? ageOn(String(children[child]?.born), on) : null
  return withChild(situation, child, { born: null, age })
}

/** Answers that cannot stand together, and those from which a missing one follows, are no way to turn out. */
function canBe({ carer, children }: Situation): boolean {
  const isClose = ['grandparent', 'sibling', 'aunt-or-uncle', 'step-parent'].includes(
    String(carer.relationship),
  )
  return children.every((child) => {
    const signs = child.inCareMarkers as readonly string[]
    if (child.arrangement === 'private-fostering' && isClose) return false
    if (signs.includes('looked-after') && child.previouslyLookedAfter === false) return false
    if (signs.includes('bereavement') && !/both-dead|untraceable/.test(String(child.parents))) return false
    return !(child.orderNamesParent === true && child.parents === 'both-dead')
  })
}

/** Compares every support; `answer` is the product. */
export function compareHalfKnown(
  whole: Situation,
  proposal: string,
  draw: Draw,
  answer: AnswerFamily,
): HalfKnownDifference[] {
  const first = draw.pick(gapsOf(whole))
  const second = draw.chance(0.5) ? draw.pick(gapsOf(whole)) : first
  const gaps = first.key === second.key && first.child === second.child ? [first] : [first, second]
  const situation = gaps.reduce((left, gap) => leaveOut(left, gap, draw), whole)
  const ways = gaps.reduce((list, gap) => list.flatMap(gap.fill), [situation]).filter(canBe)
  if (ways.length === 0) return []
  const families = ways.map(toKnown)
  return answer(situation, { proposals: [proposal] }).outcomes.flatMap((found) => {
    const verdicts = families.map((family) => judge(family, found.support, found.child ?? 0, proposal))
    const why = findFault(found, verdicts, gaps, families)
    if (why === null) return []
    const possible = [...new Set(verdicts.map((verdict) => JSON.stringify(verdict)))].slice(0, 6)
    return [
      {
        why,
        missing: gaps.map(({ key, child }) => `${key} of ${child ?? 'the family'}`),
        support: found.support,
        child: found.child,
        possible,
        product: JSON.stringify([found.outcome, found.amount, found.settles]),
        situation,
      },
    ]
  })
}

/** In words what is wrong with the product's answer; null where nothing is. */
function findFault(
  found: AnsweredOutcome,
  verdicts: readonly Verdict[],
  gaps: readonly Gap[],
  families: readonly KnownFamily[],
): string | null {
  const outcomes = new Set(verdicts.map(({ outcome }) => outcome))
  const kinds = new Set(verdicts.map(({ outcome, qualifiesAs }) => qualifiesAs ?? outcome))
  const missing = gaps.flatMap(({ key }) => (key === 'arrangement' ? [key, 'orderDate'] : [key]))
  if (found.outcome === 'cannot-tell') {
    if (outcomes.has('cannot-tell')) return null
    if (kinds.size === 1) return isHardToSee(found, missing, families) ? null : 'it could have been told'
    return found.settles.length > 0 && found.settles.every((key) => missing.includes(key))
      ? null
      : 'what would settle it is not what is missing'
  }
  if (found.settles.length > 0) return 'it is told, and yet something should settle it'
  if (kinds.size > 1 || !outcomes.has(found.outcome)) return 'it can turn out otherwise'
  return isAmountRight(found, verdicts) ? null : 'the amount can be another'
}

/**
 * Conditions are weighed one by one, and that two of them hang together is not seen: who is the third of three children,
 * one of unknown age, is asked of each pair; a foster carer and a new carer are spared by two clauses, and with the
 * arrangement unknown neither is certain. The answer then waits for what would change nothing: it errs by asking, never
 * by telling.
 */
const isHardToSee = (
  { support }: AnsweredOutcome,
  missing: readonly string[],
  [family]: readonly KnownFamily[],
) =>
  (support === 'uc-child-element' && missing.includes('born') && (family?.children.length ?? 0) > 2) ||
  (support === 'uc-work-search-relief' && missing.includes('arrangement'))

/** The range holds every amount that it can come to. */
function isAmountRight({ amount }: AnsweredOutcome, verdicts: readonly Verdict[]): boolean {
  const amounts = verdicts.flatMap((verdict) => verdict.amount ?? [])
  // Where one way to get it has no sum that anybody named, there is none to give.
  if (amount === null) return amounts.length < verdicts.length
  const [low, high] = [Math.round(amount.low * 100), Math.round(amount.high * 100)]
  return (
    amounts.length === verdicts.length &&
    low <= Math.min(...amounts.map((each) => each.low)) &&
    high >= Math.max(...amounts.map((each) => each.high))
  )
}
