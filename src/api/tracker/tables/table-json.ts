/** A table as JSON: the same rows and columns as the CSV, lists as lists, numbers as numbers. */
import type { RecordOf } from '../../../tracker/index.ts'
import { type Licence, licenceOf } from '../licence.ts'
import { addressOf, type Standpoint } from '../standpoint.ts'
import { type Column, type Row, rowsOf, type Table } from './table.ts'

export const TABLE_SCHEMA = 'holdfast/table@1'

export interface PresentedTable {
  readonly schema: typeof TABLE_SCHEMA
  readonly name: string
  readonly title: string
  readonly counts: string
  /** The page for people. */
  readonly page: string
  /** The day deadlines are counted on. */
  readonly today: string
  /** The day asked for; null for the tracker as it is. */
  readonly asAt: string | null
  readonly licence: Licence
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly sources: readonly PresentedTableSource[]
}

interface PresentedTableSource {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly address: string
  readonly published: string | null
}

export function presentTable(table: Table, at: Standpoint): PresentedTable {
  return {
    schema: TABLE_SCHEMA,
    name: table.name,
    title: table.title,
    counts: table.counts,
    page: addressOf(at, table.path),
    today: at.today,
    asAt: at.asAt,
    licence: licenceOf(at.settings),
    columns: table.columns,
    rows: rowsOf(table),
    sources: table.sources.map(presentSource),
  }
}

/** The text of what `presentTable` gives, of a long table without holding its rows. */
export function tableJson(table: Table, at: Standpoint): string {
  const { rows: _rows, sources, ...head } = presentTable({ ...table, cells: [] }, at)
  const rows = jsonRows(table)
  return `${JSON.stringify(head).slice(0, -1)},"rows":[${rows}],"sources":${JSON.stringify(sources)}}`
}

/** Rows as they stand between the brackets of a list; "" for none. */
export function jsonRows({ columns, cells }: Pick<Table, 'columns' | 'cells'>): string {
  const texts: string[] = []
  for (let from = 0; from < cells.length; from += AT_ONCE) {
    const some = rowsOf({ columns, cells: cells.slice(from, from + AT_ONCE) })
    texts.push(JSON.stringify(some).slice(1, -1))
  }
  return texts.join()
}

/** So many rows are made and written before the next are: each is gone before anything has to carry it. */
const AT_ONCE = 100

export const presentSource = ({
  id,
  title,
  publisher,
  address,
  published,
}: RecordOf<'source'>): PresentedTableSource => ({
  id,
  title,
  publisher,
  address,
  published: published?.words ?? null,
})
