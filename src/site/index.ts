export {
  answerPlainly,
  type Exported,
  type ExportFile,
  type ExportRecord,
  exportSite,
  VERIFIER,
  yearEnds,
} from './export/index.ts'
export { serveLocal } from './local/serve-local.ts'
export { renderComparisonPage, renderReadingPage } from './result/stand-alone.ts'
export { createTrackerSite, findShareImages, serveTracker } from './tracker/index.ts'
