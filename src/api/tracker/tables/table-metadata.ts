/** What a CSV file means, for machines: metadata as CSV on the Web (W3C CSVW) describes it. */
import { licenceOf } from '../licence.ts'
import { addressOf, type Standpoint } from '../standpoint.ts'
import type { Column, Table } from './table.ts'
import { LIST_SEPARATOR } from './table-csv.ts'

/** Fractions and whole numbers alike stand as JavaScript writes them, which XML Schema's double reads. */
const DATATYPES: Readonly<Record<Column['datatype'], string>> = {
  string: 'string',
  integer: 'integer',
  number: 'double',
  boolean: 'boolean',
  date: 'date',
  dateTime: 'dateTime',
  anyURI: 'anyURI',
}

/** The address of the file that describes the CSV at `csvPath`, as CSVW finds it by itself. */
export const metadataPath = (csvPath: string): string => {
  const [path = '', query] = csvPath.split('?')
  return query === undefined ? `${path}-metadata.json` : `${path}-metadata.json?${query}`
}

/** The path of a table in a format: "/left-out.csv?group=informal". */
export function filePath({ path }: Pick<Table, 'path'>, suffix: string): string {
  const [own = '', query] = path.split('?')
  return query === undefined ? `${own}.${suffix}` : `${own}.${suffix}?${query}`
}

type Place = Pick<Standpoint, 'settings' | 'base' | 'asAt' | 'recordedBy'>

export function tableMetadata(table: Table, at: Place): object {
  const { settings } = at
  const licence = licenceOf(settings)
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: addressOf(at, filePath(table, 'csv')),
    'dc:title': table.title,
    'dc:description': table.counts,
    'dc:publisher': settings.keeper,
    'dc:modified': { '@value': settings.recordedOn, '@type': 'xsd:date' },
    ...(licence.address === null ? {} : { 'dc:license': { '@id': licence.address } }),
    'dc:rights': `${licence.name}. ${licence.note}`,
    'dc:source': table.sources.map(({ address }) => ({ '@id': address })),
    'rdfs:comment':
      'A cell that a spreadsheet would run as a formula begins with an apostrophe. The JSON of this table has it without.',
    dialect: { encoding: 'utf-8', lineTerminators: ['\r\n'], header: true, doubleQuote: true },
    tableSchema: { columns: table.columns.map(describeColumn) },
  }
}

function describeColumn({ key, title, datatype, unit, about, isList }: Column): object {
  return {
    name: key,
    titles: [key, title],
    datatype: DATATYPES[datatype],
    ...(about === undefined ? {} : { 'dc:description': about }),
    ...(unit === undefined ? {} : { 'schema:unitText': unit }),
    ...(isList ? { separator: LIST_SEPARATOR } : {}),
  }
}
