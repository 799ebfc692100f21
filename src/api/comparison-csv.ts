/** A comparison as CSV: one row a recommendation, the unanswered ones included, then the replies that answer none. */
import { DECISIONS, type Decision, type Statement } from '../model/index.ts'
import { type CsvCell, writeCsv } from './csv.ts'
import { labelGroup } from './labels.ts'
import type { ComparedPair } from './records.ts'
import { joinCells, layOutText } from './statement-cells.ts'

const COLUMNS = [
  'number',
  'headings',
  'recommendation',
  'report_page',
  'decision',
  'decision_words',
  'response',
  'response_page',
  'commitments',
  'commitment_pages',
  'strengths',
  'deadlines',
  'deadlines_from',
  'deadlines_to',
  'money',
  'groups',
  'conditions',
  'confidence',
  'because',
  'report_file',
  'response_file',
] as const

/** `only` keeps the rows with one of these decisions; replies that answer nothing are kept when `only` is absent. */
export function comparisonCsv(pair: ComparedPair, only: readonly Decision[] = DECISIONS): string {
  const files: CsvCell[] = [pair.report.file, pair.response.file]
  const rows = pair.comparison.rows
    .filter((row) => only.includes(row.decision))
    .map((row): CsvCell[] => [
      row.number,
      row.headings.join(' > '),
      layOutText(row.recommendation.text),
      row.recommendation.page,
      row.decision,
      layOutText(row.decisionEvidence?.text ?? ''),
      layOutText(row.response?.text ?? ''),
      row.response?.page ?? null,
      ...commitmentCells(row.commitments),
      row.confidence,
      joinCells(row.because),
      ...files,
    ])
  const unmatched = pair.comparison.unmatchedResponses.map((reply): CsvCell[] => [
    reply.number,
    reply.headings.join(' > '),
    null,
    null,
    reply.decision,
    null,
    layOutText(reply.text),
    reply.page,
    ...commitmentCells([]),
    null,
    'answers no recommendation found in the report',
    ...files,
  ])
  return writeCsv(COLUMNS, only === DECISIONS ? [...rows, ...unmatched] : rows)
}

function commitmentCells(commitments: readonly Statement[]): CsvCell[] {
  const deadlines = commitments.flatMap(({ deadline }) => (deadline === null ? [] : [deadline]))
  return [
    joinCells(commitments.map(({ text }) => layOutText(text))),
    joinCells(commitments.flatMap(({ page }) => (page === null ? [] : [String(page)]))),
    joinCells(commitments.flatMap(({ strength }) => strength ?? [])),
    joinCells(deadlines.map(({ text }) => text)),
    joinCells(deadlines.map(({ from }) => from ?? '?')),
    joinCells(deadlines.map(({ to }) => to ?? '?')),
    joinCells(commitments.flatMap(({ money }) => money.map(({ text }) => text))),
    joinCells([...new Set(commitments.flatMap(({ groups }) => groups.map(labelGroup)))]),
    joinCells(commitments.flatMap(({ conditions }) => conditions)),
  ]
}
