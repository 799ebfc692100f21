/** A reading as CSV: one row a statement, its parts in columns, several values of one part joined by "; ". */
import { type CsvCell, writeCsv } from './csv.ts'
import type { Reading } from './records.ts'
import { STATEMENT_COLUMNS, statementCells } from './statement-cells.ts'

const DOCUMENT_COLUMNS = ['file', 'title', 'publisher', 'date'] as const

export function readingCsv(readings: readonly Reading[]): string {
  const rows = readings.flatMap(({ file, document, statements }) => {
    const documentCells: CsvCell[] = [file, document.title, document.publisher, document.date]
    return statements.map((statement) => [...documentCells, ...statementCells(statement)])
  })
  return writeCsv([...DOCUMENT_COLUMNS, ...STATEMENT_COLUMNS], rows)
}
