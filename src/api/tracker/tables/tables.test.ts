import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { validate } from '../../../../test/builders/json-schema.ts'
import { readCsv } from '../../../../test/builders/read-csv.ts'
import { BASE, standpointOf } from '../../../../test/builders/standpoint.ts'
import { aTracker, RIVER_TRACKER } from '../../../../test/builders/tracker.ts'
import { DATASETS, findTable, listTablePaths } from './registry.ts'
import { type Cell, type Column, rowsOf } from './table.ts'
import { LIST_SEPARATOR, tableCsv } from './table-csv.ts'
import { presentTable, tableJson } from './table-json.ts'
import { filePath, metadataPath, tableMetadata } from './table-metadata.ts'

const at = standpointOf(aTracker(RIVER_TRACKER))
const paths = listTablePaths(at)

/** What a machine makes of a CSV cell by the column's datatype. */
function decode(cell: string, { datatype, isList }: Column): Cell {
  if (isList) return cell === '' ? [] : cell.split(LIST_SEPARATOR)
  if (cell === '') return null
  if (datatype === 'integer' || datatype === 'number') return Number(cell)
  return datatype === 'boolean' ? cell === 'true' : cell
}

describe('the tables', () => {
  it('have names, addresses and columns that are told apart', () => {
    expect(new Set(DATASETS.map(({ name }) => name)).size).toBe(DATASETS.length)
    expect(new Set(paths).size).toBe(paths.length)
    for (const path of paths) {
      const { columns } = findTable(at, path)!.make(at)
      const keys = columns.map(({ key }) => key)
      expect(new Set(keys).size, path).toBe(keys.length)
      for (const key of keys) expect(key).toMatch(/^[a-z][a-z_]*$/)
    }
  })

  it('are counted as they are made', () => {
    for (const known of DATASETS.filter(({ name }) => name !== 'changes'))
      expect(known.count(at), known.name).toBe(known.make(at).cells.length)
  })

  it('of the datasets hold something of every kind of record', () => {
    const empty = DATASETS.filter((known) => known.make(at).cells.length === 0)
    expect(empty.map(({ name }) => name)).toEqual([])
  })

  it.each(paths)('%s says the same in CSV and in JSON', (path) => {
    const table = findTable(at, path)!.make(at)
    const [header, ...rows] = readCsv(tableCsv(table))
    const { columns, rows: presented } = JSON.parse(tableJson(table, at))
    expect(header).toEqual(columns.map(({ key }: Column) => key))
    const decoded = rows.map((cells) =>
      Object.fromEntries(
        columns.map((column: Column, index: number) => [column.key, decode(cells[index] ?? '', column)]),
      ),
    )
    expect(decoded).toEqual(presented)
  })

  it('are the same text in JSON however many rows there are', () => {
    const table = findTable(at, '/deadlines')!.make(at)
    for (const count of [0, 1, 100, 101, 250]) {
      const cells = Array.from({ length: count }, (_, row) =>
        table.columns.map((_, column) => `${row} "${column}"`),
      )
      const long = { ...table, cells }
      expect(tableJson(long, at)).toBe(JSON.stringify(presentTable(long, at)))
    }
  })

  it.each(paths)('%s has rows whose cells are of their column, each with the page it is read on', (path) => {
    const table = findTable(at, path)!.make(at)
    const [{ columns }, rows] = [table, rowsOf(table)]
    for (const row of rows)
      for (const { key, datatype, isList } of columns) {
        const cell = row[key]
        if (isList) expect(Array.isArray(cell)).toBe(true)
        else if (cell === null) continue
        else if (datatype === 'integer') expect(Number.isInteger(cell), key).toBe(true)
        else if (datatype === 'number') expect(typeof cell, key).toBe('number')
        else if (datatype === 'boolean') expect(typeof cell, key).toBe('boolean')
        else if (datatype === 'date') expect(cell, key).toMatch(/^\d{4}-\d\d-\d\d$/)
        else if (datatype === 'dateTime') expect(cell, key).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
        else if (datatype === 'anyURI') expect(new URL(String(cell)).href, key).toBe(cell)
        else expect(typeof cell, key).toBe('string')
      }
    for (const { page } of rows) if (path !== '/changes') expect(page).toContain(BASE)
  })

  it('are none where there is no such page', () => {
    for (const path of [
      '/',
      '/nowhere',
      '/topics/none',
      '/topics/sewage/none',
      '/topics/sewage/timeline/x',
      '/constructor',
      '/topics/sewage/constructor',
    ])
      expect(findTable(at, path), path).toBeNull()
  })
})

describe('a filter', () => {
  it('narrows the rows, and is told in the address', () => {
    const table = findTable(at, '/left-out')!.make(at, { group: 'boaters', other: 'x' })
    expect(rowsOf(table).map(({ group, support, state }) => [group, support, state])).toEqual([
      ['boaters', 'alerts', 'excluded'],
      ['boaters', 'hotline', 'not-looked-at'],
    ])
    expect(filePath(table, 'csv')).toBe('/left-out.csv?group=boaters')
    expect(metadataPath(filePath(table, 'csv'))).toBe('/left-out.csv-metadata.json?group=boaters')
  })

  it('that nothing meets leaves the columns', () => {
    const table = findTable(at, '/deadlines')!.make(at, { topic: 'none' })
    expect([table.cells.length, table.sources.length]).toEqual([0, 0])
    expect(tableCsv(table)).toMatch(/^\uFEFFdeadline,title,.*\r\n$/)
  })
})

describe('rows', () => {
  it('tell a deadline with its standing on the day', () => {
    const rows = rowsOf(findTable(at, '/deadlines')!.make(at))
    expect(rows.find(({ deadline }) => deadline === 'trial-2025')).toEqual({
      deadline: 'trial-2025',
      title: 'The trial ends',
      topics: ['sewage'],
      topic_titles: ['Sewage in rivers'],
      commitment: 'stop-spills',
      by: 'office',
      by_name: 'The Water Office',
      words: 'by 30 June 2025',
      due: '2025-06-30',
      due_from: '2025-06-30',
      due_to: '2025-06-30',
      met: null,
      met_from: null,
      met_to: null,
      standing: 'overdue',
      standing_days: 216,
      text: 'No end was told.',
      recorded_at: '2026-01-31T00:00:00.000Z',
      sources: ['SPEECH'],
      page: `${BASE}/deadlines#trial-2025`,
    })
  })

  it('name what each statement of a promise changed', () => {
    const rows = rowsOf(findTable(at, '/commitments/stop-spills')!.make(at))
    expect(rows.map(({ version, changes }) => [version, changes])).toEqual([
      [1, []],
      [2, ['strength weakened']],
      [3, ['strength strengthened', 'money reduced', 'dueBy delayed', 'qualifies narrowed']],
    ])
  })
})

const csvw = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../test/schemas/csvw-table.json'), 'utf8'),
)

describe('metadata', () => {
  it.each(paths)('of %s is CSVW, and no title is told twice', (path) => {
    const metadata = JSON.parse(JSON.stringify(tableMetadata(findTable(at, path)!.make(at), at)))
    expect(validate(csvw, metadata).errors).toEqual([])
    expect(validate(csvw, { ...metadata, tableSchema: { columns: [{ name: 'a b' }] } }).errors).not.toEqual(
      [],
    )
    const titles = metadata.tableSchema.columns.flatMap((column: { titles: string[] }) => column.titles)
    expect(titles.filter((title: string, index: number) => titles.indexOf(title) !== index)).toEqual([])
  })

  it.each(paths)('%s describes every column of the CSV in its order', (path) => {
    const table = findTable(at, path)!.make(at)
    const metadata = JSON.parse(JSON.stringify(tableMetadata(table, at)))
    const [header] = readCsv(tableCsv(table))
    expect(metadata.tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(header)
    expect(metadata.url).toBe(`${BASE}${path}.csv`)
    expect(metadata['dc:source']).toHaveLength(table.sources.length)
  })

  it('says that no licence is stated, and names one that is', () => {
    const table = findTable(at, '/topics')!.make(at)
    expect(tableMetadata(table, at)).not.toHaveProperty(['dc:license'])
    const licence = { name: 'Open', address: 'https://example.org/open' }
    const licensed = { ...at, settings: { ...at.settings, licence } }
    expect(tableMetadata(table, licensed)).toMatchObject({ 'dc:license': { '@id': licence.address } })
  })
})
