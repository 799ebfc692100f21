/**
 * Tables: the rows behind a page or a chart with what each column means, the same for CSV, JSON and metadata. Columns
 * are added at the end and never renamed.
 */
import {
  type Cite,
  listRecords,
  type Reach,
  type RecordKey,
  type RecordOf,
  type RecordType,
  type RunNeed,
  sortSources,
} from '../../../tracker/index.ts'
import type { Standpoint } from '../standpoint.ts'

/** A list is joined by LIST_SEPARATOR where a cell must be text. */
export type Cell = string | number | boolean | null | readonly string[]
export type Row = Readonly<Record<string, Cell>>

export interface Column {
  /** Lower case with underscores; the column's name in every format. */
  readonly key: string
  readonly title: string
  readonly datatype: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'dateTime' | 'anyURI'
  /** What the numbers are in: "days", "pounds". */
  readonly unit?: string
  /** What the title does not say: what an empty cell means, which words can stand there. */
  readonly about?: string
  /** Whether a cell holds several values. */
  readonly isList?: boolean
}

export interface Table {
  /** "deadlines"; the file's name. */
  readonly name: string
  /** The page it belongs to, with the filters asked for and without the day: "/left-out?group=informal". */
  readonly path: string
  readonly title: string
  /** What one row is, in a sentence. */
  readonly counts: string
  readonly columns: readonly Column[]
  /** Of each row its cells, in the order of the columns: a long table is held and written so. */
  readonly cells: readonly (readonly Cell[])[]
  /** Everything the rows rest on, oldest first; and the same by id. */
  readonly sources: readonly RecordOf<'source'>[]
  readonly cited: ReadonlySet<string>
}

export interface ColumnOf<Entry> extends Column {
  readonly read: (entry: Entry, at: Standpoint) => Cell
}

export interface Filter<Entry> {
  /** The parameter's name, as in the page's own address. */
  readonly key: string
  readonly holds: (entry: Entry, value: string, at: Standpoint) => boolean
  /** The type whose ids its values are, where the record that an entry is of names that one. */
  readonly idOf?: RecordType
}

/** How a table is made from the tracker; `Entry` is what one row is made from. */
export interface TableKind<Entry> {
  readonly name: string
  readonly path: string
  readonly title: string
  readonly counts: string
  readonly columns: readonly ColumnOf<Entry>[]
  readonly entries: (at: Standpoint) => readonly Entry[]
  readonly cites: (entry: Entry, at: Standpoint) => readonly Cite[]
  readonly filters?: readonly Filter<Entry>[]
  /** How it is read of a large record. */
  readonly pieces: Pieces<Entry>
  /** Of a table that only its own page has: not among the datasets of the data page. */
  readonly isPart?: boolean
}

/**
 * One way to read a table a piece at a time: by the records of a type that its entries are of; by what happened; by the
 * log; or not at all, because it is of one record and never long.
 */
export type Pieces<Entry> =
  | {
      readonly by: 'records'
      readonly type: RecordType
      readonly order: RunNeed['order']
      readonly reach: Reach
      /** The id of the record that an entry is of. */
      readonly idOf: (entry: Entry) => string
      /** Records in a piece, where each brings many more with it. */
      readonly atOnce?: number
      /** Only of records that name this one. */
      readonly naming?: RecordKey
    }
  | { readonly by: 'happenings'; readonly naming?: RecordKey; readonly momentOf: (entry: Entry) => string }
  | { readonly by: 'events' }
  | { readonly by: 'citations'; readonly source: string; readonly recordOf: (entry: Entry) => RecordKey }
  | null

type ByRecord<Entry> = Extract<Pieces<Entry>, { by: 'records' }>

/** As they were recorded, with what their names need, unless \`more\` says otherwise. */
export const byRecord = <Entry>(
  type: RecordType,
  idOf: (entry: Entry) => string,
  more: Partial<ByRecord<Entry>> = {},
): ByRecord<Entry> => ({ by: 'records', type, order: 'recorded', reach: 'names', idOf, ...more })

/** Values of the filters by key. Keys that the table does not have are left out. */
export type FilterValues = Readonly<Record<string, string>>

/** The table with the entries that meet all filters given; of these entries where they are given. */
export function makeTable<Entry>(
  kind: TableKind<Entry>,
  at: Standpoint,
  asked: FilterValues = {},
  all: readonly Entry[] = kind.entries(at),
): Table {
  const filters = (kind.filters ?? []).filter(({ key }) => asked[key] !== undefined && asked[key] !== '')
  const entries = all.filter((entry) => filters.every(({ key, holds }) => holds(entry, asked[key] ?? '', at)))
  const query = new URLSearchParams(filters.map(({ key }) => [key, asked[key] ?? ''])).toString()
  const cited = new Set<string>()
  for (const entry of entries) for (const { source } of kind.cites(entry, at)) cited.add(source)
  return {
    name: kind.name,
    path: query === '' ? kind.path : `${kind.path}?${query}`,
    title: kind.title,
    counts: kind.counts,
    columns: kind.columns.map(({ read: _read, ...column }) => column),
    cells: entries.map((entry) => kind.columns.map(({ read }) => read(entry, at))),
    sources: sortSources(listRecords(at.state, 'source').filter(({ id }) => cited.has(id))),
    cited,
  }
}

/** The rows with their cells by the columns' keys. */
export function rowsOf({ columns, cells }: Pick<Table, 'columns' | 'cells'>): Row[] {
  const keys = columns.map(({ key }) => key)
  // A copy has room for every key from its beginning; a row that grows key by key costs twice as much.
  const empty: Record<string, Cell> = Object.fromEntries(keys.map((key) => [key, null]))
  return cells.map((own) => {
    const row = { ...empty }
    for (const [at, key] of keys.entries()) row[key] = own[at] ?? null
    return row
  })
}
