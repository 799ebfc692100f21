// What pages and answers about a tracker share.

export { answerCalendar } from './calendar/answer-calendar.ts'
export { cleanLine, cleanXml } from './clean-text.ts'
export { answerFeed } from './feeds/answer-feed.ts'
export { FEED_FORMATS } from './feeds/formats.ts'
export {
  type AnswerOptions,
  askPart,
  baseOf,
  clip,
  readDay,
  reading,
  readParameters,
  readStandpoint,
} from './http/asked.ts'
export { readOnly, type Tagging } from './http/machine-app.ts'
export { PROBLEM_CODES, PROBLEMS, Problem, problemResponse } from './http/problem.ts'
export { answerTable, needOf, splitSuffix, TABLE_SUFFIXES, tableFile } from './http/table-files.ts'
export { licenceOf } from './licence.ts'
export { answerMcp, PROTOCOL_VERSIONS } from './mcp/answer-mcp.ts'
export { formerPathsOf, movedPathOf, pathOf, recordAtPath } from './page-path.ts'
export { kindOf, nameOfRecord, titleOf } from './record-title.ts'
export { addressOf, type Standpoint } from './standpoint.ts'
export { catalogueJsonLd, datasetJsonLd } from './tables/dataset-json-ld.ts'
export { DATASETS, findTable, type KnownTable, listTablePaths } from './tables/registry.ts'
export type { Cell, Column, Table } from './tables/table.ts'
export { filePath, metadataPath, tableMetadata } from './tables/table-metadata.ts'
export { answerApi } from './v1/answer-api.ts'
export * from './words.ts'
