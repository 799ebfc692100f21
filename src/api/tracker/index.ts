// What pages and answers about a tracker share.

export {
  type AnswerOptions,
  readDay,
  readParameters,
  readStandpoint,
} from './http/asked.ts'
export { createApi, readOnly } from './http/machine-app.ts'
export { Problem } from './http/problem.ts'
export { type Licence, licenceOf } from './licence.ts'
export { pathOf } from './page-path.ts'
export { kindOf, nameOfRecord, titleOf } from './record-title.ts'
export { addressOf, pageOf, type Standpoint } from './standpoint.ts'
export { DATASETS, findTable, type KnownTable, listTablePaths } from './tables/registry.ts'
export type { Cell, Column, FilterValues, Row, Table } from './tables/table.ts'
export { tableCsv } from './tables/table-csv.ts'
export { type PresentedTable, presentTable } from './tables/table-json.ts'
export { filePath, metadataPath, tableMetadata } from './tables/table-metadata.ts'
export * from './words.ts'
