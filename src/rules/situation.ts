/** What a family says of itself, read from JSON and checked: shapes, impossible values, answers that contradict. */
import { UsageError } from '../model/index.ts'
import { findContradictions } from './contradictions.ts'
import { JsonReader, type SituationProblem } from './json-reader.ts'
import { parseDay, wholeYears } from './plain-date.ts'

export const RELATIONSHIPS = [
  'grandparent',
  'sibling',
  'aunt-or-uncle',
  'step-parent',
  'great-aunt-or-uncle',
  'cousin',
  'family-friend',
  'other',
] as const
/** Close relatives in law (Children Act 1989, section 105): anyone else fosters privately after a time. */
export const CLOSE_RELATIVES: readonly string[] = ['grandparent', 'sibling', 'aunt-or-uncle', 'step-parent']
export const EMPLOYMENTS = ['employed', 'self-employed', 'not-working', 'retired'] as const
export const ARRANGEMENTS = [
  'informal',
  'private-fostering',
  'child-arrangements',
  'special-guardianship',
  'kinship-foster',
  'adoption',
] as const
export const ROUTES = ['public', 'private'] as const
export const MARKERS = [
  'protection-plan',
  'court-concern',
  'family-group-decision',
  'bereavement',
  'looked-after',
] as const
export const PARENTS = [
  'both-alive',
  'both-dead',
  'one-dead-other-untraceable',
  'one-dead-other-in-prison',
  'one-dead-other-alive',
  'unknown',
] as const

export interface Carer {
  readonly relationship: (typeof RELATIONSHIPS)[number] | null
  readonly employment: (typeof EMPLOYMENTS)[number] | null
  readonly weeksInJob: number | null
  /** Pounds, before tax. */
  readonly weeklyEarnings: number | null
  readonly universalCredit: boolean | null
}

export interface Child {
  readonly born: string | null
  /** Whole years on the situation's day; used where `born` is not known. */
  readonly age: number | null
  readonly arrangement: (typeof ARRANGEMENTS)[number] | null
  readonly since: string | null
  readonly orderDate: string | null
  readonly route: (typeof ROUTES)[number] | null
  readonly orderNamesParent: boolean | null
  readonly previouslyLookedAfter: boolean | null
  readonly inCareMarkers: readonly (typeof MARKERS)[number][] | null
  readonly parents: (typeof PARENTS)[number] | null
  readonly disabled: boolean | null
  readonly childBenefitClaimed: boolean | null
  /** Not in every situation: whether the court has held its first hearing on an order applied for. */
  readonly firstHearingHeld: boolean | null
  /** Not in every situation: whether there is an education, health and care plan. */
  readonly careAndEducationPlan: boolean | null
  /** Not in every situation: whether Guardian's Allowance was paid before an adoption. */
  readonly guardiansAllowancePaid: boolean | null
  /** Not in every situation: false where the order is asked for and not made yet, and its day is not known. */
  readonly orderMade?: boolean | null
  /** Not in every situation: what the arrangement can still be, where it is not known which. */
  readonly arrangementIsOneOf?: readonly (typeof ARRANGEMENTS)[number][] | null
}

export interface Situation {
  readonly on: string | null
  readonly area: string | null
  readonly carer: Carer
  readonly children: readonly Child[]
}

const MOST_CHILDREN = 20
/** More than any carer earns in a week: a larger number is a slip (a year's pay, or pence). */
const MOST_WEEKLY_EARNINGS = 100_000
const MOST_WEEKS = 3_500
const OLDEST_CHILD = 25

/** What a saved situation names as its form; a situation written by hand may leave it out. */
export const SITUATION_SCHEMA = 'holdfast/situation@1'

/** A situation with everything that is wrong in it; values that are wrong are left out as not known. */
export interface CheckedSituation {
  readonly situation: Situation
  /** Shapes and values that cannot be. */
  readonly problems: readonly SituationProblem[]
  /** Answers that cannot all be true. */
  readonly contradictions: readonly SituationProblem[]
  readonly notices: SituationProblem[]
}

/** @throws UsageError that lists everything that is wrong, or that contradicts, with what to change. */
export function parseSituation(data: unknown): { situation: Situation; notices: SituationProblem[] } {
  const { situation, problems, contradictions, notices } = checkSituation(data)
  failOn('situation_invalid', 'The situation cannot be used', problems)
  failOn('situation_contradictory', 'Some answers contradict each other', contradictions)
  return { situation, notices }
}

/** Reads a situation and says what is wrong with it; throws nothing. */
export function checkSituation(data: unknown): CheckedSituation {
  const reader = new JsonReader()
  const root = reader.record(data, 'The situation', ['schema', 'on', 'area', 'carer', 'children'])
  reader.choice(root.schema, 'schema', [SITUATION_SCHEMA])
  const carer = reader.record(root.carer ?? {}, 'carer', CARER_KEYS)
  const situation: Situation = {
    on: reader.day(root.on, 'on'),
    area: reader.text(root.area, 'area'),
    carer: {
      relationship: reader.choice(carer.relationship, 'carer.relationship', RELATIONSHIPS),
      employment: reader.choice(carer.employment, 'carer.employment', EMPLOYMENTS),
      weeksInJob: reader.number(carer.weeksInJob, 'carer.weeksInJob', MOST_WEEKS),
      weeklyEarnings: reader.number(carer.weeklyEarnings, 'carer.weeklyEarnings', MOST_WEEKLY_EARNINGS),
      universalCredit: reader.yesNo(carer.universalCredit, 'carer.universalCredit'),
    },
    children: parseChildren(reader, root.children).map((child, index) =>
      withBirth(reader, child, `children[${index}]`, root.on),
    ),
  }
  const { problems, notices } = reader
  return { situation, problems, contradictions: findContradictions(situation), notices }
}

/** Left out, the children are not known like anything else: the answer is then for one of whom nothing is. */
function parseChildren(reader: JsonReader, data: unknown): Child[] {
  if (data == null)
    reader.notices.push({
      path: 'children',
      message: 'No child is described: answered for one child of whom nothing is known.',
    })
  const children = data == null ? [{}] : reader.list(data, 'children')
  if (Array.isArray(data) && (data.length === 0 || data.length > MOST_CHILDREN))
    reader.problems.push({
      path: 'children',
      message: `there should be 1 to ${MOST_CHILDREN} children, not ${data.length}. Write {} for a child of whom nothing is known`,
    })
  // Nobody reads the slips of a thousand children.
  return children
    .slice(0, MOST_CHILDREN)
    .map((child, index) => parseChild(reader, child, `children[${index}]`))
}

/** A birth that makes nobody's child of the family is left out: longer ago than an age can be given. */
function withBirth(reader: JsonReader, child: Child, path: string, asked: unknown): Child {
  const [birth, on] = [child.born, asked].map((day) => (typeof day === 'string' ? parseDay(day) : null))
  if (birth == null || on == null || birth > on) return child
  const years = wholeYears(birth, on)
  if (years <= OLDEST_CHILD) return child
  reader.problems.push({
    path: `${path}.born`,
    message: `a child born on ${child.born} is ${years} on ${asked}; answers are for ${OLDEST_CHILD} years at most. Correct the date`,
  })
  return { ...child, born: null }
}

const CARER_KEYS = ['relationship', 'employment', 'weeksInJob', 'weeklyEarnings', 'universalCredit']
const CHILD_KEYS = [
  'born',
  'age',
  'arrangement',
  'since',
  'orderDate',
  'route',
  'orderNamesParent',
  'previouslyLookedAfter',
  'inCareMarkers',
  'parents',
  'disabled',
  'childBenefitClaimed',
  'firstHearingHeld',
  'careAndEducationPlan',
  'guardiansAllowancePaid',
  'orderMade',
  'arrangementIsOneOf',
]

function parseChild(reader: JsonReader, data: unknown, path: string): Child {
  const child = reader.record(data, path, CHILD_KEYS)
  const choices = <T extends string>(key: 'inCareMarkers' | 'arrangementIsOneOf', values: readonly T[]) =>
    child[key] == null
      ? null
      : reader
          .list(child[key], `${path}.${key}`)
          .flatMap((value) => reader.choice(value, `${path}.${key}`, values) ?? [])
  const oneOf = choices('arrangementIsOneOf', ARRANGEMENTS)
  return {
    born: reader.day(child.born, `${path}.born`),
    age: reader.wholeNumber(child.age, `${path}.age`, OLDEST_CHILD),
    arrangement: reader.choice(child.arrangement, `${path}.arrangement`, ARRANGEMENTS),
    since: reader.day(child.since, `${path}.since`),
    orderDate: reader.day(child.orderDate, `${path}.orderDate`),
    route: reader.choice(child.route, `${path}.route`, ROUTES),
    orderNamesParent: reader.yesNo(child.orderNamesParent, `${path}.orderNamesParent`),
    previouslyLookedAfter: reader.yesNo(child.previouslyLookedAfter, `${path}.previouslyLookedAfter`),
    inCareMarkers: choices('inCareMarkers', MARKERS),
    parents: reader.choice(child.parents, `${path}.parents`, PARENTS),
    disabled: reader.yesNo(child.disabled, `${path}.disabled`),
    childBenefitClaimed: reader.yesNo(child.childBenefitClaimed, `${path}.childBenefitClaimed`),
    firstHearingHeld: reader.yesNo(child.firstHearingHeld, `${path}.firstHearingHeld`),
    careAndEducationPlan: reader.yesNo(child.careAndEducationPlan, `${path}.careAndEducationPlan`),
    guardiansAllowancePaid: reader.yesNo(child.guardiansAllowancePaid, `${path}.guardiansAllowancePaid`),
    orderMade: reader.yesNo(child.orderMade, `${path}.orderMade`),
    arrangementIsOneOf: oneOf?.length === 0 ? null : oneOf,
  }
}

function failOn(
  code: 'situation_invalid' | 'situation_contradictory',
  lead: string,
  problems: readonly SituationProblem[],
): void {
  if (problems.length === 0) return
  const lines = problems.map(({ path, message }) => `  ${path}: ${message}`)
  throw new UsageError(code, `${lead}:\n${lines.join('\n')}`, { details: { problems: problems.length } })
}
