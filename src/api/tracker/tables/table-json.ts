/** A table as JSON: the same rows and columns as the CSV, lists as lists, numbers as numbers. */
import type { RecordOf } from '../../../tracker/index.ts'
import { type Licence, licenceOf } from '../licence.ts'
import { addressOf, type Standpoint } from '../standpoint.ts'
import type { Column, Row, Table } from './table.ts'

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
    rows: table.rows,
    sources: table.sources.map(presentSource),
  }
}

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
