/** Readings as text for a terminal: for each document its name, what was counted, and a table of its statements. */
import {
  countKind,
  countKinds,
  DECISION_LABELS,
  labelDocumentDate,
  labelGroup,
  type Reading,
  STRENGTH_LABELS,
} from '../api/index.ts'
import type { Statement, StatementKind } from '../model/index.ts'
import { cleanForTerminal, wrapText } from './display-width.ts'
import { type Column, type Row, renderTable } from './table.ts'
import type { TextStyle } from './text-style.ts'

export interface ReadingTextOptions {
  readonly width: number
  readonly style: TextStyle
  /** The kinds to print; null for the usual ones: all but findings and others, and those too with `isAll`. */
  readonly kinds: readonly StatementKind[] | null
  readonly isAll: boolean
}

const LEFT_OUT: readonly StatementKind[] = ['finding', 'other']

/** Below this many columns date, money and groups share one column. */
const WIDE = 110

const FIRST_COLUMNS: readonly Column[] = [
  { title: 'Page', least: 4, most: 5, share: 0, align: 'right' },
  { title: 'No.', least: 3, most: 6, share: 0 },
  { title: 'Kind', least: 14, most: 14, share: 0 },
  { title: 'What it says', least: 24, most: 200, share: 1 },
]

const WIDE_COLUMNS: readonly Column[] = [
  ...FIRST_COLUMNS,
  { title: 'By when', least: 12, most: 18, share: 0 },
  { title: 'Money', least: 9, most: 14, share: 0 },
  { title: 'Whom', least: 15, most: 22, share: 0 },
]

const NARROW_COLUMNS: readonly Column[] = [
  ...FIRST_COLUMNS,
  { title: 'When, money, whom', least: 15, most: 20, share: 0 },
]

export function readingText(readings: readonly Reading[], options: ReadingTextOptions): string {
  return `${readings.map((reading) => documentLines(reading, options).join('\n')).join('\n\n\n')}\n`
}

function documentLines(reading: Reading, options: ReadingTextOptions): string[] {
  const { width, style, kinds, isAll } = options
  const isWide = width >= WIDE
  const isShown = ({ kind }: Statement) =>
    kinds === null ? isAll || !LEFT_OUT.includes(kind) : kinds.includes(kind)
  const shown = reading.statements.filter(isShown)
  const hidden = reading.statements.filter((statement) => !isShown(statement))
  const head = wrapText(cleanForTerminal(reading.file), width).map(style.bold)
  const about = wrapText(cleanForTerminal(describe(reading)), width).filter((line) => line !== '')
  const counted = wrapText(countLine(shown, hidden), width)
  const table =
    shown.length === 0
      ? []
      : [
          '',
          ...renderTable(
            isWide ? WIDE_COLUMNS : NARROW_COLUMNS,
            shown.map((each) => toRow(each, isWide)),
            width,
            style,
          ),
        ]
  return [...head, ...about.map(style.dim), ...counted, ...table]
}

function describe({ document }: Reading): string {
  const pages =
    document.pages === null ? null : `${document.pages.length} page${document.pages.length === 1 ? '' : 's'}`
  const date = document.date === null ? null : labelDocumentDate(document.date)
  return [document.title, document.publisher, date, pages]
    .filter((part) => part !== null && part !== '')
    .join(' · ')
}

function countLine(shown: readonly Statement[], hidden: readonly Statement[]): string {
  if (shown.length + hidden.length === 0) return 'Nothing was found in this document.'
  const counts = countKinds(shown).map(({ name, count }) => countKind(name, count))
  const rest = countKinds(hidden)
    .map(({ name, count }) => countKind(name, count))
    .join(', ')
  const found = counts.length === 0 ? 'Nothing of what was asked for' : counts.join(', ')
  return rest === '' ? `${found}.` : `${found}. Not shown: ${rest}; --all shows them.`
}

function toRow(statement: Statement, isWide: boolean): Row {
  const terms = [
    cleanForTerminal(statement.deadline?.text ?? ''),
    statement.money.map(({ text }) => cleanForTerminal(text)).join('\n'),
    [...new Set(statement.groups.map(labelGroup))].map(cleanForTerminal).join('\n'),
  ]
  return [
    statement.page === null ? '' : String(statement.page),
    cleanForTerminal(statement.number ?? ''),
    kindCell(statement),
    cleanForTerminal(statement.text),
    ...(isWide ? terms : [terms.filter((part) => part !== '').join('\n')]),
  ]
}

function kindCell({ kind, strength, decision }: Statement): string {
  if (strength !== null) return `${kind}\n${STRENGTH_LABELS[strength]}`
  return decision === null ? kind : `${kind}\n${DECISION_LABELS[decision]}`
}
