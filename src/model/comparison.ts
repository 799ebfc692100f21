/** A report set beside its response: one row a recommendation, and the replies that answer none of them. */
import type { Decision, Statement } from './statement.ts'
import type { Range } from './text.ts'

/** A stretch of one document, quoted exactly, that may run over several sentences and pages. */
export interface Extract extends Range {
  readonly text: string
  /** 1-based page that it starts on; null in a document without pages. */
  readonly page: number | null
}

export interface ComparisonRow {
  /** The recommendation's own number in the report; null where it prints none. */
  readonly number: string | null
  readonly headings: readonly string[]
  readonly recommendation: Extract
  /** Null when nothing in the response answers it. */
  readonly response: Extract | null
  readonly decision: Decision
  /** Where the response says the decision in words; null where the decision is inferred from what it promises. */
  readonly decisionEvidence: Extract | null
  readonly commitments: readonly Statement[]
  readonly confidence: number
  readonly because: readonly string[]
}

export interface UnmatchedResponse extends Extract {
  readonly number: string | null
  readonly headings: readonly string[]
  readonly decision: Decision | null
}

export interface Comparison {
  readonly rows: readonly ComparisonRow[]
  readonly unmatchedResponses: readonly UnmatchedResponse[]
}
