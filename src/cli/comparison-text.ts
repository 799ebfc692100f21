/** A comparison as text for a terminal: the counts, the table, then what got no answer and what answers nothing. */
import {
  type ComparedPair,
  countDecisions,
  countStrengths,
  DECISION_LABELS,
  DECISION_SHAPES,
  describeInferred,
  labelGroup,
  STRENGTH_LABELS,
  strongest,
} from '../api/index.ts'
import type { ComparisonRow, Decision, Extract } from '../model/index.ts'
import { cleanForTerminal, clipLines, wrapText } from './display-width.ts'
import { type Column, type Row, renderTable } from './table.ts'
import type { TextStyle } from './text-style.ts'

export interface ComparisonTextOptions {
  readonly width: number
  readonly style: TextStyle
  /** The decisions to print; null for all. */
  readonly only: readonly Decision[] | null
}

/** Below this many columns the parts of a promise share one column: apart, each would be too narrow to read. */
const WIDE = 110

const WIDE_COLUMNS: readonly Column[] = [
  { title: 'No.', least: 3, most: 6, share: 0 },
  { title: 'Recommendation', least: 24, most: 60, share: 1, lines: 4 },
  { title: 'Answer', least: 13, most: 23, share: 0 },
  { title: 'Promise', least: 11, most: 14, share: 0 },
  { title: 'By when', least: 12, most: 18, share: 0, lines: 4 },
  { title: 'Money', least: 9, most: 13, share: 0, lines: 4 },
  { title: 'Whom', least: 15, most: 22, share: 0, lines: 4 },
  { title: 'Pages', least: 5, most: 9, share: 0 },
]

const NARROW_COLUMNS: readonly Column[] = [
  { title: 'No.', least: 3, most: 6, share: 0 },
  { title: 'Recommendation', least: 18, most: 60, share: 1, lines: 6 },
  { title: 'Answer', least: 13, most: 13, share: 0 },
  { title: 'Promise', least: 16, most: 24, share: 0, lines: 8 },
  { title: 'Pages', least: 5, most: 9, share: 0 },
]

export function comparisonText(pair: ComparedPair, options: ComparisonTextOptions): string {
  const { width, style, only } = options
  const { rows, unmatchedResponses } = pair.comparison
  const isWide = width >= WIDE
  const shown = rows.filter(({ decision }) => only === null || only.includes(decision))
  const unanswered = shown.filter(({ decision }) => decision === 'no-response')
  const head = wrapText(
    `${cleanForTerminal(pair.report.file)} → ${cleanForTerminal(pair.response.file)}`,
    width,
  )
  const lines = [
    ...head.map(style.bold),
    ...countLines(pair).flatMap((line) => wrapText(line, width)),
    ...(shown.length === 0
      ? []
      : [
          '',
          ...renderTable(
            isWide ? WIDE_COLUMNS : NARROW_COLUMNS,
            shown.map((row) => toRow(row, isWide)),
            width,
            style,
          ),
        ]),
    ...listLines(`No answer found (${unanswered.length})`, unanswered.map(unansweredEntry), options),
    ...(only === null
      ? listLines(
          `Replies that answer none of these (${unmatchedResponses.length})`,
          unmatchedResponses.map((reply) => ({ number: reply.number, extract: reply, lines: 3 })),
          options,
        )
      : []),
  ]
  return `${lines.join('\n')}\n`
}

function countLines({ comparison }: ComparedPair): string[] {
  const { rows } = comparison
  if (rows.length === 0) return ['No recommendation was found in the report.']
  const decisions = countDecisions(comparison).map(({ name, count }) => `${count} ${DECISION_LABELS[name]}`)
  const strengths = countStrengths(comparison).map(({ name, count }) => `${count} ${STRENGTH_LABELS[name]}`)
  const promises = rows.reduce((sum, { commitments }) => sum + commitments.length, 0)
  const promised = `${promises} commitment${promises === 1 ? '' : 's'}`
  return [
    `${rows.length} recommendation${rows.length === 1 ? '' : 's'}: ${decisions.join(', ')}.`,
    strengths.length === 0 ? `${promised}.` : `${promised}: ${strengths.join(', ')}.`,
    ...[describeInferred(comparison)].filter((line) => line !== null),
  ]
}

function toRow(row: ComparisonRow, isWide: boolean): Row {
  const { commitments } = row
  const strength = strongest(commitments)
  const more = commitments.length > 1 ? ` (of ${commitments.length})` : ''
  const unique = (texts: readonly string[]) => [...new Set(texts.map(cleanForTerminal))].join('\n')
  const promise = strength === null ? '' : STRENGTH_LABELS[strength] + more
  const terms = [
    unique(commitments.flatMap(({ deadline }) => deadline?.text ?? [])),
    unique(commitments.flatMap(({ money }) => money.map(({ text }) => text))),
    unique(commitments.flatMap(({ groups }) => groups.map(labelGroup))),
  ]
  const promised = isWide
    ? [promise, ...terms]
    : [[promise, ...terms].filter((part) => part !== '').join('\n')]
  return [
    cleanForTerminal(row.number ?? ''),
    cleanForTerminal(row.recommendation.text),
    answerCell(row),
    ...promised,
    pagesCell(row),
  ]
}

/** What is inferred is marked as that, row by row. */
function answerCell({ decision, decisionEvidence }: ComparisonRow): string {
  const isInferred = decisionEvidence === null && decision !== 'no-response'
  return `${DECISION_SHAPES[decision]} ${DECISION_LABELS[decision]}${isInferred ? ' (our reading)' : ''}`
}

function pagesCell({ recommendation, response }: ComparisonRow): string {
  if (recommendation.page === null && (response?.page ?? null) === null) return ''
  const answered = response === null ? '–' : (response.page ?? '?')
  return `${recommendation.page ?? '?'} → ${answered}`
}

interface Entry {
  readonly number: string | null
  readonly extract: Extract
  /** Most lines to print. */
  readonly lines: number
}

/** Unanswered recommendations are printed whole: they are what a reader came for. */
const unansweredEntry = (row: ComparisonRow): Entry => ({
  number: row.number,
  extract: row.recommendation,
  lines: Number.POSITIVE_INFINITY,
})

function listLines(
  title: string,
  entries: readonly Entry[],
  { width, style }: ComparisonTextOptions,
): string[] {
  if (entries.length === 0) return []
  const indent = '  '
  const room = Math.max(10, width - indent.length)
  return [
    '',
    ...wrapText(title, width).map(style.bold),
    ...entries.flatMap(({ number, extract, lines }) => {
      const place = [number, extract.page === null ? null : `p. ${extract.page}`].filter(
        (part) => part !== null,
      )
      const lead = place.length === 0 ? '' : `${cleanForTerminal(place.join(', '))}: `
      const wrapped = wrapText(lead + cleanForTerminal(extract.text), room)
      return ['', ...clipLines(wrapped, lines, room).map((line) => indent + line)]
    }),
  ]
}
