export { comparisonCsv } from './comparison-csv.ts'
export { countDecisions, countKinds, countStrengths, describeInferred, strongest } from './counts.ts'
export { writeCsv } from './csv.ts'
export {
  countKind,
  DECISION_LABELS,
  DECISION_MEANINGS,
  DECISION_SHAPES,
  KIND_LABELS,
  KIND_MEANINGS,
  labelGroup,
  STRENGTH_LABELS,
  STRENGTH_MEANINGS,
} from './labels.ts'
export { summariseNotices } from './notices.ts'
export { labelDate, labelDateRange, labelDocumentDate } from './plain-date.ts'
export { presentComparison } from './present-comparison.ts'
export { presentReading } from './present-reading.ts'
export { readingCsv } from './reading-csv.ts'
export { readingJson } from './reading-json.ts'
export type { ComparedPair, NamedDocument, Reading } from './records.ts'
