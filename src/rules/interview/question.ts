/** What a family is asked: the questions of rulebook/checker/questions.yaml, and how an answer is written and told. */
import type { ARRANGEMENTS } from '../situation.ts'

export type Arrangement = (typeof ARRANGEMENTS)[number]

/** What is said of a carer or of one child: keys of the situation. */
export type Said = Readonly<Record<string, unknown>>

export interface Option {
  readonly id: string
  readonly say: string
  readonly more?: string
  /** Only offered where an earlier question was answered so. */
  readonly when?: When
  readonly sets?: Said
}

/** By question: the options of which one was chosen; "unknown" stands for "I don't know". */
export type When = Readonly<Record<string, readonly string[]>>

export interface Question {
  readonly id: string
  readonly of: 'household' | 'child'
  /** Left out for a choice of one. */
  readonly form?: 'several' | 'number' | 'day' | 'council'
  /** True of the questions that tell which kind of carer this is: they come before all others. */
  readonly isFirst?: boolean
  /** The key of the situation that a number, a day, a council or several signs fill. */
  readonly key?: string
  /** The rulebook's inputs that an answer settles. */
  readonly reads: readonly string[]
  /** Any one of them is enough. */
  readonly when?: When
  readonly short: string
  readonly ask: string
  readonly why: string
  readonly help: string
  readonly options?: readonly Option[]
  /** Of several: the words for "none of them". */
  readonly none?: string
  readonly unit?: string
  readonly least?: number
  readonly most?: number
  readonly isWhole?: boolean
  /** Values that stand for all others when the order is worked out; days are counted from the day asked about. */
  readonly tries?: readonly (string | number)[]
}

/** A kind of carer, told by the child's legal arrangement. */
export interface CarerKind {
  readonly name: string
  readonly plain: string
  /** The same where a court has been asked for the order and has not made it; only of arrangements that are orders. */
  readonly asked?: string
  /** The answers about the paper that this arrangement comes of. */
  readonly asks: Readonly<Record<string, string>>
}

export interface QuestionContent {
  readonly kinds: Readonly<Record<Arrangement, CarerKind>>
  readonly questions: readonly Question[]
}

/** A choice is its option's id, several are a list of them; null says "I don't know". */
export type Value = string | number | readonly string[] | null

export const UNKNOWN_OPTION = 'unknown'

/** The question that is asked instead where this one's answer is not known; undefined where there is none. */
export const findStandIn = (question: Question, questions: readonly Question[]): Question | undefined =>
  questions.find(({ key, when }) => key !== undefined && when?.[question.id]?.includes(UNKNOWN_OPTION))

/** What an answer says of the child or carer. An option that sets nothing, and "I don't know", say nothing. */
export function saidBy(question: Question, value: Value): Said {
  if (value === null) return {}
  if (question.key !== undefined) return { [question.key]: value }
  return question.options?.find(({ id }) => id === value)?.sets ?? {}
}
