export type { Delivery, DeliveryKind, EvidenceConfidence, Reply } from './axes.ts'
export { CONFIDENCES, canShow, DELIVERIES, DELIVERY_KINDS, REPLIES } from './axes.ts'
export type { Comparison, ComparisonRow, Extract, UnmatchedResponse } from './comparison.ts'
export type { FuzzyDate, PlainDate } from './dates.ts'
export { countDays, parseFuzzyDate, parsePlainDate } from './dates.ts'
export {
  AlteredError,
  ConflictError,
  ERROR_CODES,
  EvidenceError,
  HoldfastError,
  LimitError,
  MachineError,
  SourceError,
  UsageError,
} from './errors.ts'
export type {
  Deadline,
  DeadlinePrecision,
  Decision,
  GroupMention,
  Money,
  Statement,
  StatementKind,
  Strength,
} from './statement.ts'
export { DECISIONS, STATEMENT_KINDS, STRENGTHS } from './statement.ts'
export type {
  Block,
  BlockKind,
  Cell,
  DocumentNotice,
  DocumentText,
  MediaType,
  PageSpan,
  Range,
} from './text.ts'
