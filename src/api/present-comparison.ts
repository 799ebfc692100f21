/** A comparison as the JSON that `holdfast compare` promises: keys are added, never renamed or removed. */
import type { ComparisonRow, Extract, UnmatchedResponse } from '../model/index.ts'
import { presentDocument, presentStatement } from './present-reading.ts'
import type { ComparedPair } from './records.ts'

export const COMPARISON_SCHEMA = 'holdfast/comparison@1'

export function presentComparison({ report, response, comparison }: ComparedPair) {
  return {
    schema: COMPARISON_SCHEMA,
    report: presentDocument(report),
    response: presentDocument(response),
    rows: comparison.rows.map(presentRow),
    unmatchedResponses: comparison.unmatchedResponses.map(presentUnmatched),
  }
}

function presentRow(row: ComparisonRow) {
  return {
    number: row.number,
    headings: [...row.headings],
    recommendation: presentExtract(row.recommendation),
    response: row.response === null ? null : presentExtract(row.response),
    decision: row.decision,
    decisionEvidence: row.decisionEvidence === null ? null : presentExtract(row.decisionEvidence),
    commitments: row.commitments.map(presentStatement),
    confidence: row.confidence,
    because: [...row.because],
  }
}

function presentUnmatched(reply: UnmatchedResponse) {
  return {
    number: reply.number,
    headings: [...reply.headings],
    ...presentExtract(reply),
    decision: reply.decision,
  }
}

const presentExtract = ({ text, page, start, end }: Extract) => ({ text, page, start, end })
