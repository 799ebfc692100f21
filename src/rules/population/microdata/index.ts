/** Families that somebody brings: microdata, one row a child. */
export { mergeInto } from '../tally.ts'
export { type ParquetRows, readCellRows } from './cell-rows.ts'
export { readHeader } from './csv-rows.ts'
export { findCut } from './cut-blocks.ts'
export { MOST_CHILDREN } from './family-rows.ts'
export { CellProblem, type ColumnPlan, HOUSEHOLD } from './fields.ts'
export { type JudgedRows, makeRowsJudge, planHeader, type RowsAsk } from './judge-rows.ts'
export { microdataResult } from './result.ts'
