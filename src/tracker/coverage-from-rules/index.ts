export { type CoverageDisagreement, compareCoverage } from './compare-coverage.ts'
export {
  type ComputedCell,
  type CoverageQuestion,
  prepareCells,
} from './compute-cell.ts'
export { findStaleKnown } from './find-stale.ts'
export { type CoverageLinks, readCoverageLinks } from './links.ts'
