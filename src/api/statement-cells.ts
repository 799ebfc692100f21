/** A statement's parts as the cells of one CSV row. */
import type { Statement } from '../model/index.ts'
import type { CsvCell } from './csv.ts'
import { labelGroup } from './labels.ts'

export const STATEMENT_COLUMNS = [
  'id',
  'kind',
  'number',
  'text',
  'page',
  'headings',
  'speaker',
  'strength',
  'decision',
  'deadline',
  'deadline_from',
  'deadline_to',
  'deadline_precision',
  'money',
  'money_amount',
  'money_currency',
  'money_per',
  'groups',
  'conditions',
  'confidence',
  'because',
  'start',
  'end',
] as const

export function statementCells(statement: Statement): CsvCell[] {
  const { deadline, money } = statement
  return [
    statement.id,
    statement.kind,
    statement.number,
    layOutText(statement.text),
    statement.page,
    statement.headings.join(' > '),
    statement.speaker,
    statement.strength,
    statement.decision,
    deadline?.text ?? null,
    deadline?.from ?? null,
    deadline?.to ?? null,
    deadline?.precision ?? null,
    joinCells(money.map((sum) => sum.text)),
    joinCells(money.map((sum) => String(sum.amount))),
    joinCells(money.map((sum) => sum.currency)),
    joinCells(money.flatMap((sum) => sum.per ?? [])),
    joinCells(statement.groups.map(labelGroup)),
    joinCells(statement.conditions),
    statement.confidence,
    joinCells(statement.because),
    statement.start,
    statement.end,
  ]
}

/** Several values of one part in one cell. */
export const joinCells = (values: readonly string[]): string => values.join('; ')

/** A passage without the line breaks of its page; its paragraphs stay apart. */
export const layOutText = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
    .join('\n')
