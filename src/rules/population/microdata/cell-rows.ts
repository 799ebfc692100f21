/** Rows whose cells are values already (Parquet), column by column, into columns of families. */
import type { ReadBlock } from './csv-rows.ts'
import { COMES_AGAIN, FamilyRows } from './family-rows.ts'
import { CellProblem, type ColumnPlan, type Field, NAMES_FAMILY } from './fields.ts'

/** What reading cells needs of whoever judges rows. */
export interface ParquetRows {
  readonly fields: readonly Field[]
  readonly plan: ColumnPlan
}

/** @param columns by name, a value for each row; null, undefined and "" are not known. */
export function readCellRows(
  columns: ReadonlyMap<string, readonly unknown[]>,
  count: number,
  { fields, plan }: ParquetRows,
  on: number,
): ReadBlock {
  const rows = new FamilyRows(fields, count, on)
  const names = columns.get(plan.names[plan.fields.indexOf(NAMES_FAMILY)] ?? '') ?? []
  const used = plan.names.flatMap((name, at) => {
    const place = plan.fields[at] ?? -1
    const field = fields[place]
    return field ? [{ place, field, cells: columns.get(name) ?? [], known: new Map<unknown, number>() }] : []
  })
  const seen = new Set<string>()
  let last: string | null = null
  for (let row = 0; row < count && !rows.isFull; row++) {
    const name = names[row]
    const text = String(name)
    const isNew = text !== last
    rows.begin(isNew)
    if (isNew && seen.has(text)) rows.report('household', COMES_AGAIN)
    if (isNew) seen.add(text)
    last = text
    if (isEmpty(name))
      rows.report('household', 'The family has no name. Give each family one, the same in all its rows.')
    for (const { place, field, cells, known } of used) {
      const cell = cells[row]
      if (isEmpty(cell)) continue
      const value = known.get(cell) ?? readCell(field, cell)
      if (value instanceof CellProblem) rows.report(field.name, value.message)
      else {
        if (typeof cell === 'string') known.set(cell, value)
        rows.set(place, value)
      }
    }
    rows.end()
  }
  return { families: rows.finish(), rows: count, problems: rows.problems }
}

const isEmpty = (cell: unknown): boolean => cell === null || cell === undefined || cell === ''

function readCell(field: Field, cell: unknown): number | CellProblem {
  if (typeof cell === 'number' && field.accept) {
    // NaN passes every comparison by being neither, so it is asked for by name.
    return Number.isNaN(cell) ? field.parse('NaN') : field.accept(cell)
  }
  return field.parse(asText(cell))
}

function asText(cell: unknown): string {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? 'no day' : cell.toISOString().slice(0, 10)
  return String(cell)
}
