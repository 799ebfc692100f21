/**
 * Which question comes next: the one whose answers would settle most of what is still open for this family. Nothing
 * is scripted but that the kind of carer is settled first; the same answers always bring the same next question.
 */
import { deriveFacts } from '../derive-facts.ts'
import { Evaluation } from '../evaluate.ts'
import { formatDay, parseDay } from '../plain-date.ts'
import { makePlan, type Plan } from '../plan.ts'
import type { Rulebook } from '../rulebook.ts'
import { checkSituation } from '../situation.ts'
import { answerPage, givenValue, type Interview, isMet, isOpenTo, toSituation } from './given.ts'
import { measureOpenness, type Openness } from './openness.ts'
import type { Question, Value } from './question.ts'

export interface NextQuestion {
  readonly question: Question
  /** Whom it is asked about; [null] for the household. */
  readonly children: readonly (number | null)[]
  /** How many questions can come after it at most, whatever is answered. */
  readonly atMostMore: number
}

export interface InterviewSetting {
  readonly rulebook: Rulebook
  readonly questions: readonly Question[]
  readonly proposals?: readonly string[]
  /** The day the answers are for; the interview's own where it is left out. */
  readonly day?: string
}

/** Null when no question that is left would settle anything. */
export function findNextQuestion(interview: Interview, setting: InterviewSetting): NextQuestion | null {
  const plan = makePlan(setting.rulebook, parseDay(setting.day ?? interview.on) ?? 0, setting.proposals ?? [])
  const open = opennessOf(interview, setting, plan)
  const candidates = findCandidates(interview, setting.questions, open)
  const first = candidates.filter(({ question }) => question.isFirst)
  const leading = first.length > 0 ? first : candidates
  let best: { candidate: Candidate; gain: number } | null = null
  for (const candidate of leading) {
    const gain = leading.length > 1 ? gainOf(candidate, interview, setting, plan, open) : 0
    // The first of equals stands: the content's order decides.
    if (best === null || gain > best.gain) best = { candidate, gain }
  }
  if (best === null) return null
  const { question, children } = best.candidate
  return {
    question,
    children,
    atMostMore: countPossible(interview, setting.questions, open) - children.length,
  }
}

interface Candidate {
  readonly question: Question
  readonly children: readonly (number | null)[]
}

function findCandidates(
  interview: Interview,
  questions: readonly Question[],
  { inputs }: Openness,
): Candidate[] {
  return questions.flatMap((question) => {
    const children = subjectsOf(interview, question).filter(
      (child) =>
        givenValue(interview, question.id, child) === undefined &&
        isOpenTo(interview, question, child) &&
        readsOpen(question, child, inputs),
    )
    return children.length > 0 ? [{ question, children }] : []
  })
}

const subjectsOf = ({ children }: Interview, question: Question): (number | null)[] =>
  question.of === 'household' ? [null] : Array.from({ length: children }, (_, child) => child)

const readsOpen = (question: Question, child: number | null, open: { has(key: string): boolean }) =>
  question.reads.some((input) => open.has(`${input} ${child}`))

/** Every question that could still come to be asked; at worst of each child on a page of its own. */
function countPossible(
  interview: Interview,
  questions: readonly Question[],
  { reachable }: Openness,
): number {
  return questions.flatMap((question) =>
    subjectsOf(interview, question).filter(
      (child) =>
        givenValue(interview, question.id, child) === undefined && readsOpen(question, child, reachable),
    ),
  ).length
}

/** How much less would be open on average over the answers; then how many outcomes rest on it. */
function gainOf(
  { question, children }: Candidate,
  interview: Interview,
  setting: InterviewSetting,
  plan: Plan,
  open: Openness,
): number {
  const values = valuesToTry(interview, question, children[0] ?? null)
  const left = values.map((value) => {
    const page = { question: question.id, values: children.map((child) => ({ child, value })) }
    return opennessOf(answerPage(interview, page, setting.questions), setting, plan).weight
  })
  const mean = left.reduce((sum, weight) => sum + weight, 0) / Math.max(1, left.length)
  const resting = children.reduce<number>(
    (sum, child) =>
      sum +
      question.reads.reduce((most, input) => Math.max(most, open.inputs.get(`${input} ${child}`) ?? 0), 0),
    0,
  )
  // A question that settles nothing alone may with another: the number of outcomes that rest on it breaks the tie.
  return open.weight - mean + resting / 1000
}

function valuesToTry(interview: Interview, question: Question, child: number | null): Value[] {
  const { form, options, tries } = question
  if (form === 'day') {
    const on = parseDay(interview.on) ?? 0
    return (tries ?? []).map((days) => formatDay(on + Number(days)))
  }
  if (form === 'several') return [[], ...(options ?? []).map(({ id }) => [id])]
  if (form !== undefined) return [...(tries ?? [])]
  return offeredOptions(interview, question, child).map(({ id }) => id)
}

/** The options that fit what was answered before. */
export const offeredOptions = (interview: Interview, { options = [] }: Question, child: number | null) =>
  options.filter(({ when }) => when === undefined || isMet(interview, when, child))

function opennessOf(interview: Interview, setting: InterviewSetting, plan: Plan): Openness {
  const { situation } = checkSituation(toSituation(interview, setting.questions))
  return measureOpenness(new Evaluation(plan, deriveFacts(situation, plan.on, setting.rulebook)))
}
