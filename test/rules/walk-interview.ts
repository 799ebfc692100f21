/** For tests and measures: answers an interview at random, or to one family's facts, until nothing is left to ask. */
import {
  answerPage,
  findNextQuestion,
  type Interview,
  type InterviewSetting,
  offeredOptions,
  type Question,
  startInterview,
  toSituation,
  type Value,
} from '../../src/rules/index.ts'

export interface Walk {
  readonly interview: Interview
  /** Ids of the questions, in the order they were asked. */
  readonly asked: readonly string[]
  /** What was said before each question of how many more can come at most. */
  readonly bounds: readonly number[]
}

export type Answer = (question: Question, child: number | null, interview: Interview) => Value

export function walkInterview(on: string, children: number, setting: InterviewSetting, answer: Answer): Walk {
  let interview = startInterview(on, children)
  const asked: string[] = []
  const bounds: number[] = []
  for (;;) {
    const next = findNextQuestion(interview, setting)
    if (next === null) return { interview, asked, bounds }
    const values = next.children.map((child) => ({ child, value: answer(next.question, child, interview) }))
    interview = answerPage(interview, { question: next.question.id, values }, setting.questions)
    asked.push(next.question.id)
    bounds.push(next.atMostMore)
    if (asked.length > 60) throw new Error(`no end: ${asked.join(' ')}`)
  }
}

/** @param unsureShare how often "I don't know" is the answer */
export function answerAtRandom(random: () => number, unsureShare: number): Answer {
  const pick = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)]
  return (question, child, interview) => {
    if (random() < unsureShare) return null
    switch (question.form) {
      case 'number':
        return pick(question.key === 'age' ? [0, 2, 4, 5, 9, 12, 15, 17] : [0, 60, 300, 900]) ?? 0
      case 'day':
        return (
          pick(
            question.key === 'born'
              ? ['2017-03-01', '2017-09-10']
              : ['2026-11-10', '2026-03-01', '2026-01-01'],
          ) ?? ''
        )
      case 'council':
        return pick(['Leeds', 'Kent', 'Camden', 'Bexley', 'Wiltshire']) ?? ''
      case 'several':
        return pick([[], ['protection-plan'], ['court-concern', 'looked-after']]) ?? []
      default:
        return pick(offeredOptions(interview, question, child))?.id ?? null
    }
  }
}

/** Answers as a family of a situation would; what the situation leaves open is not known. */
export function answerFrom(situation: {
  area?: unknown
  carer?: object
  children: readonly object[]
}): Answer {
  const said = (child: number | null): Readonly<Record<string, unknown>> => ({
    ...(child === null ? { ...situation.carer, area: situation.area } : situation.children[child]),
  })
  return (question, child, interview) => {
    const own = said(child)
    // A value of a situation is a text, a number or a list of names, as the question's form has it.
    if (question.key !== undefined)
      return (own[question.key] as Value | undefined) ?? ageOf(question, own, interview.on)
    if (question.reads.includes('child.arrangement')) return answerPaper(question.id, String(own.arrangement))
    const found = question.options?.find(({ sets = {} }) =>
      Object.entries(sets).every(([key, value]) => own[key] === value),
    )
    return found?.id ?? null
  }
}

function ageOf(question: Question, { born }: Readonly<Record<string, unknown>>, on: string): Value {
  if (question.key !== 'age' || typeof born !== 'string') return null
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4))
  return on.slice(5) < born.slice(5) ? years - 1 : years
}

const ORDERS = ['special-guardianship', 'child-arrangements', 'adoption']

function answerPaper(question: string, arrangement: string): Value {
  const hasOrder = ORDERS.includes(arrangement)
  const answers: Readonly<Record<string, Value>> = {
    paper: hasOrder ? 'made' : 'no',
    'order-kind': hasOrder ? arrangement : null,
    'foster-carer': arrangement === 'kinship-foster' ? 'yes' : 'no',
  }
  return answers[question] ?? null
}

/** The answers that an interview came to, as they are given to the rules. */
export const situationOf = ({ interview }: Walk, { questions }: InterviewSetting) =>
  toSituation(interview, questions)
