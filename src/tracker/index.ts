export { checkContent } from './content/check-content.ts'
export {
  type ContentChange,
  changesFromContent,
  eventsFromContent,
  type KeptVersion,
} from './content/content-events.ts'
export { type Content, type ContentFile, parseContent } from './content/parse-content.ts'
export { describeProblem } from './content/problem.ts'
export * from './coverage-from-rules/index.ts'
export { type DeadlineStanding, standingOf } from './deadline-standing.ts'
export {
  compareAlong,
  type Drift,
  type DriftField,
  type DriftName,
} from './drift.ts'
export { isCorrection, type TrackerEvent } from './events.ts'
export * from './evidence/index.ts'
export { foldEvents, type TrackerState } from './fold.ts'
export * from './queries/index.ts'
export * from './reader/index.ts'
export { RECORD_SCHEMAS, RECORD_TYPES, type RecordOf, type RecordType } from './record/index.ts'
export { formerKey, keyOf, type RecordKey, splitKey, targetsOf } from './record/links.ts'
export { type Cite, fuzzyDate, plainDate } from './record/parts.ts'
export type { TrackerSettings } from './record/settings.ts'
