/** What a document says that can be checked or held against someone: statements and the words for their parts. */
import type { Range } from './text.ts'

export const STATEMENT_KINDS = [
  'recommendation',
  'ask',
  'commitment',
  'decision',
  'verdict',
  'finding',
  'other',
] as const
export type StatementKind = (typeof STATEMENT_KINDS)[number]

/** How strongly a body binds itself, strongest first. It ranks the committed act, not the adverbs around it. */
export const STRENGTHS = [
  'in-force',
  'legislate',
  'fund',
  'commit',
  'pilot',
  'consult',
  'explore',
  'encourage',
  'acknowledge',
  'reject',
] as const
export type Strength = (typeof STRENGTHS)[number]

export const DECISIONS = [
  'accepted',
  'accepted-in-part',
  'accepted-in-principle',
  'noted',
  'rejected',
  'no-response',
] as const
export type Decision = (typeof DECISIONS)[number]

export type DeadlinePrecision =
  | 'day'
  | 'month'
  | 'season'
  | 'quarter'
  | 'year'
  | 'multi-year'
  | 'duration'
  | 'vague'

/** When something is to happen: the document's own words, and the range of days they can mean. */
export interface Deadline {
  readonly text: string
  readonly start: number
  readonly end: number
  /** First and last day it can mean, ISO 8601, both inclusive; null on the side that the words leave open, and both
   * null for words that name no time ("in due course"). */
  readonly from: string | null
  readonly to: string | null
  readonly precision: DeadlinePrecision
}

export interface Money extends Range {
  readonly text: string
  /** In whole units of the currency (pounds, not millions). */
  readonly amount: number
  readonly currency: 'GBP' | 'EUR' | 'USD'
  /** The period the amount is for, when it says one. */
  readonly per: 'hour' | 'day' | 'week' | 'month' | 'year' | null
}

export interface GroupMention extends Range {
  /** The id of a group in the vocabulary in use ("special-guardians"). */
  readonly group: string
  readonly text: string
  readonly relation: 'included' | 'excluded' | 'only'
}

export interface Statement extends Range {
  /** Stable: the same bytes give the same ids. */
  readonly id: string
  readonly kind: StatementKind
  /** Exactly the document's text from start to end. */
  readonly text: string
  /** 1-based page; null in a document without pages. */
  readonly page: number | null
  /** The headings above it, outermost first. */
  readonly headings: readonly string[]
  /** The recommendation's or reply's own number ("4", "2a"). */
  readonly number: string | null
  /** Who says or promises it; null where the text does not tell. */
  readonly speaker: string | null
  /** Commitments only. */
  readonly strength: Strength | null
  /** Decisions only. */
  readonly decision: Decision | null
  readonly deadline: Deadline | null
  readonly money: readonly Money[]
  readonly groups: readonly GroupMention[]
  readonly conditions: readonly string[]
  /** Calibrated: of the statements at 0.8, about 8 in 10 have the right kind. */
  readonly confidence: number
  /** The cues that decided, readable by a person. */
  readonly because: readonly string[]
}
