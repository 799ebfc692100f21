export { type CoverageDisagreement, compareCoverage } from './compare-coverage.ts'
export {
  type ComputeCell,
  type ComputedCell,
  type ComputedState,
  type CoverageQuestion,
  prepareCells,
} from './compute-cell.ts'
export { findStaleKnown } from './find-stale.ts'
export { type CoverageLinks, readCoverageLinks } from './links.ts'
