/** A comparison made ready to draw: every passage with the address of its place in the text. Pure. */
import type { ComparedPair } from '../../api/index.ts'
import type { ComparisonRow, UnmatchedResponse } from '../../model/index.ts'
import { createAnchors, type StatementView, viewStatement } from './anchors.ts'
import type { Mark } from './marks.ts'

export interface RowView {
  /** The row's own anchor. */
  readonly id: string
  /** How a sentence names the row: "recommendation 4", "row 7" where it has no number. */
  readonly name: string
  readonly row: ComparisonRow
  readonly recommendationHref: string
  readonly responseHref: string | null
  readonly decisionHref: string | null
  readonly commitments: readonly StatementView[]
  /** The filter's words for the row. */
  readonly is: readonly string[]
}

export interface UnmatchedView {
  readonly id: string
  readonly reply: UnmatchedResponse
  readonly href: string
}

export interface ComparisonView {
  readonly rows: readonly RowView[]
  readonly unmatched: readonly UnmatchedView[]
  readonly reportMarks: readonly Mark[]
  readonly responseMarks: readonly Mark[]
}

export function viewComparison({ comparison }: ComparedPair): ComparisonView {
  const report = createAnchors('a')
  const response = createAnchors('b')
  const rows = comparison.rows.map((row, index): RowView => {
    const id = `r${index + 1}`
    const name = row.number === null ? `row ${index + 1}` : `recommendation ${row.number}`
    const back = { id, label: name }
    return {
      id,
      name,
      row,
      recommendationHref: report.point(row.recommendation, 'recommendation', back),
      responseHref: row.response === null ? null : response.point(row.response, 'reply', back),
      decisionHref: row.decisionEvidence === null ? null : response.point(row.decisionEvidence, 'decision'),
      commitments: row.commitments.map((each) => viewStatement(each, response, back)),
      is: wordsFor(row),
    }
  })
  const unmatched = comparison.unmatchedResponses.map((reply, index): UnmatchedView => {
    const id = `u${index + 1}`
    const label = reply.number === null ? `reply ${index + 1}` : `reply ${reply.number}`
    return { id, reply, href: response.point(reply, 'reply', { id, label }) }
  })
  return { rows, unmatched, reportMarks: report.marks, responseMarks: response.marks }
}

function wordsFor({ decision, commitments }: ComparisonRow): string[] {
  return [
    'all',
    decision,
    ...(commitments.some(({ deadline }) => deadline !== null) ? ['dated'] : []),
    ...(commitments.some(({ money }) => money.length > 0) ? ['funded'] : []),
    ...(commitments.length === 0 ? ['unpromised'] : []),
  ]
}
