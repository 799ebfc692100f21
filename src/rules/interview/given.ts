/** The answers of a family so far, page by page, and the situation that they come to. */
import { parseDay, wholeYears } from '../plain-date.ts'
import { ARRANGEMENTS } from '../situation.ts'
import { type Arrangement, type Question, type Said, saidBy, UNKNOWN_OPTION, type Value } from './question.ts'

/** One page that was answered: a value for the household, or one for each child that it was asked about. */
export interface GivenPage {
  readonly question: string
  readonly values: readonly { readonly child: number | null; readonly value: Value }[]
}

export interface Interview {
  /** The day on which the answers are given. */
  readonly on: string
  readonly children: number
  readonly given: readonly GivenPage[]
  /** What a file that was loaded says beyond the questions; empty where none was. */
  readonly base: { readonly household: Said; readonly children: readonly Said[] }
}

/** A situation as JSON holds it. */
export interface PlainSituation {
  readonly on: string
  readonly area: string | null
  readonly carer: Said
  readonly children: readonly Said[]
}

export const startInterview = (on: string, children: number): Interview => ({
  on,
  children,
  given: [],
  base: { household: {}, children: [] },
})

/** What was answered; undefined where it was not asked. */
export function givenValue({ given }: Interview, question: string, child: number | null): Value | undefined {
  const pages = given.filter((each) => each.question === question)
  return pages.flatMap(({ values }) => values).find((each) => each.child === child)?.value
}

/** In whole years on the day of the interview, by the birth or as it was said; null where neither is known. */
export function givenAge(interview: Interview, child: number): number | null {
  const [born, age] = [givenValue(interview, 'born', child), givenValue(interview, 'age', child)]
  const [birth, on] = [typeof born === 'string' ? parseDay(born) : null, parseDay(interview.on)]
  if (birth !== null && on !== null) return wholeYears(birth, on)
  return typeof age === 'number' ? age : null
}

export function toSituation(interview: Interview, questions: readonly Question[]): PlainSituation {
  const { area, ...carer } = saidOf(interview, questions, null)
  return {
    on: interview.on,
    area: typeof area === 'string' ? area : null,
    carer,
    children: Array.from({ length: interview.children }, (_, child) =>
      withArrangement(saidOf(interview, questions, child)),
    ),
  }
}

function saidOf(interview: Interview, questions: readonly Question[], child: number | null): Said {
  const said: Record<string, unknown> = {
    ...(child === null ? interview.base.household : interview.base.children[child]),
  }
  let possible: readonly Arrangement[] | null = null
  for (const question of questions) {
    const value = givenValue(interview, question.id, child)
    if (value === undefined) continue
    const { arrangementIsOneOf, ...rest } = saidBy(question, value)
    Object.assign(said, rest)
    // A day of birth says more than an age, and both together would have to agree on every day asked about.
    if (question.key === 'born' && value !== null) delete said.age
    // The content names arrangements only; a test compares them with the list.
    if (arrangementIsOneOf !== undefined)
      possible = narrow(possible ?? ARRANGEMENTS, arrangementIsOneOf as readonly Arrangement[])
  }
  return possible === null ? said : { ...said, arrangement: null, arrangementIsOneOf: possible }
}

const narrow = (now: readonly Arrangement[], to: readonly Arrangement[]) =>
  now.filter((each) => to.includes(each))

/** One that is left is the arrangement; an order that is asked for says nothing of a child without one. */
function withArrangement(said: Said): Said {
  const { arrangementIsOneOf, ...rest } = said
  if (!Array.isArray(arrangementIsOneOf)) return said
  const [only, ...others] = arrangementIsOneOf
  return others.length > 0 ? said : { ...rest, arrangement: only ?? null }
}

/** True where the question may be asked of this child, by what was answered before. */
export function isOpenTo(interview: Interview, question: Question, child: number | null): boolean {
  const { when } = question
  return when === undefined || isMet(interview, when, child)
}

export function isMet(interview: Interview, when: Question['when'] & object, child: number | null): boolean {
  return Object.entries(when).some(([question, options]) => {
    const value = givenValue(interview, question, child)
    return value !== undefined && options.includes(value === null ? UNKNOWN_OPTION : String(value))
  })
}

/** The same question can be asked again later, of another child. */
export const isSamePage = (one: GivenPage, other: GivenPage): boolean =>
  one.question === other.question && one.values[0]?.child === other.values[0]?.child

/** Puts in the answers of a page; later pages that no longer fit what was answered before them are let go. */
export function answerPage(interview: Interview, page: GivenPage, questions: readonly Question[]): Interview {
  const at = interview.given.findIndex((each) => isSamePage(each, page))
  if (at < 0) return { ...interview, given: [...interview.given, page] }
  const given = [...interview.given.slice(0, at), page]
  for (const later of interview.given.slice(at + 1)) {
    const question = questions.find(({ id }) => id === later.question)
    const values = later.values.filter(
      ({ child }) => question !== undefined && isOpenTo({ ...interview, given }, question, child),
    )
    if (values.length > 0) given.push({ ...later, values })
  }
  return { ...interview, given }
}
