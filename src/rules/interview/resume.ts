/** A saved situation back into an interview: its answers where questions stand for them, and the rest as it is. */

import { findArea } from '../derive-facts.ts'
import type { SituationProblem } from '../json-reader.ts'
import { parseDay } from '../plain-date.ts'
import type { Rulebook } from '../rulebook.ts'
import { checkSituation, type Situation } from '../situation.ts'
import { type GivenPage, type Interview, isOpenTo, startInterview, toSituation } from './given.ts'
import {
  type Arrangement,
  findStandIn,
  type Question,
  type QuestionContent,
  type Said,
  saidBy,
  type Value,
} from './question.ts'

export interface Resumed {
  readonly interview: Interview
  /** Values that could not be and were left out. */
  readonly leftOut: readonly SituationProblem[]
}

export type ResumeProblem =
  | { readonly kind: 'not-a-situation' }
  | { readonly kind: 'other-version' }
  | { readonly kind: 'contradictory'; readonly problems: readonly SituationProblem[] }

/**
 * Values that cannot be are left out and told, because the rest stays true without them. A file of another form or
 * version, and answers that contradict each other, are refused whole: nobody could say which of them to believe.
 * @param today where the file names no day
 */
export function resumeInterview(
  data: unknown,
  content: QuestionContent,
  today: string,
  rulebook: Rulebook,
): Resumed | ResumeProblem {
  if (data === null || typeof data !== 'object' || !('children' in data)) return { kind: 'not-a-situation' }
  const { situation, problems, contradictions } = checkSituation(data)
  if (problems.some(({ path }) => path === 'schema')) return { kind: 'other-version' }
  if (problems.some(({ path }) => path === 'children')) return { kind: 'not-a-situation' }
  if (contradictions.length > 0) return { kind: 'contradictory', problems: contradictions }
  const leftOut = [...problems, ...findUnusable(situation, today, rulebook)]
  const isUnborn = leftOut.some(({ path }) => path === 'born')
  const usable: Situation = {
    ...situation,
    on: leftOut.some(({ path }) => path === 'on') ? null : situation.on,
    area: leftOut.some(({ path }) => path === 'area') ? null : situation.area,
    children: situation.children.map((child) => (isUnborn ? { ...child, born: null } : child)),
  }
  return { interview: interviewOf(usable, content, today), leftOut }
}

/** Councils that are none, days to come, children who are not born yet: only the rulebook and the day can tell. */
function findUnusable(situation: Situation, today: string, rulebook: Rulebook): SituationProblem[] {
  const found: SituationProblem[] = []
  const day = situation.on === null ? null : parseDay(situation.on)
  if (day !== null && (day < rulebook.from || day > (parseDay(today) ?? 0)))
    found.push({ path: 'on', message: 'The file cannot have been saved on this day.' })
  if (situation.area !== null && findArea(situation.area, rulebook) === null)
    found.push({ path: 'area', message: 'There is no such council.' })
  if (situation.children.some(({ born }) => born !== null && born > today))
    found.push({ path: 'born', message: 'The child is not born yet.' })
  return found
}

function interviewOf(situation: Situation, content: QuestionContent, today: string): Interview {
  const household = known({ area: situation.area, ...situation.carer })
  const children = situation.children.map((child) => known({ ...child }))
  let interview: Interview = {
    ...startInterview(situation.on ?? today, children.length),
    base: { household, children },
  }
  for (const question of content.questions) {
    const subjects = question.of === 'household' ? [null] : children.map((_, child) => child)
    const values = subjects.flatMap((child) => {
      const said = child === null ? household : (children[child] ?? {})
      const value = isOpenTo(interview, question, child) ? valueFrom(question, said, content) : undefined
      return value === undefined ? [] : [{ child, value }]
    })
    const page: GivenPage = { question: question.id, values }
    if (values.length > 0) interview = { ...interview, given: [...interview.given, page] }
  }
  return keepFaithful(interview, content.questions)
}

const known = (said: Said): Said =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null && value !== undefined))

/** The answer that says what the file says; undefined where none does. */
function valueFrom(question: Question, said: Said, { kinds, questions }: QuestionContent): Value | undefined {
  if (question.key !== undefined) {
    const value = said[question.key]
    const instead = findStandIn(question, questions)?.key
    if (value === undefined && instead !== undefined && said[instead] !== undefined) return null
    // checkSituation has read these values: text, numbers and lists of names.
    return value === undefined ? undefined : (value as Value)
  }
  const asked = kinds[said.arrangement as Arrangement]?.asks[question.id]
  if (question.isFirst && question.reads.includes('child.arrangement'))
    return asked === 'made' && said.orderMade === false ? 'asked' : asked
  return question.options?.find(({ id }) => {
    const sets = Object.entries(saidBy(question, id))
    return sets.length > 0 && sets.every(([key, value]) => said[key] === value)
  })?.id
}

/** Answers that would change what the file says are not put into its mouth: the file's own words stand. */
function keepFaithful(interview: Interview, questions: readonly Question[]): Interview {
  const written = JSON.stringify(
    sorted(checkSituation(toSituation({ ...interview, given: [] }, questions)).situation),
  )
  const again = JSON.stringify(sorted(checkSituation(toSituation(interview, questions)).situation))
  if (written === again) return interview
  const given = interview.given.filter(({ question }) => {
    const { reads = [] } = questions.find(({ id }) => id === question) ?? {}
    return !reads.includes('child.arrangement')
  })
  return { ...interview, given }
}

const sorted = (situation: Situation) => ({
  ...situation,
  children: situation.children.map((child) => Object.fromEntries(Object.entries(child).sort())),
})
