// The record types by name: one list that content, events and the tracker's state share.
import type { z } from 'zod'
import * as evidence from './evidence.ts'
import * as records from './records.ts'

export const RECORD_SCHEMAS = {
  source: records.source,
  organisation: records.organisation,
  government: records.government,
  topic: records.topic,
  recommendation: records.recommendation,
  ask: records.ask,
  decision: records.decision,
  commitment: records.commitment,
  inheritance: records.inheritance,
  deliveryEvent: records.deliveryEvent,
  look: records.look,
  assessment: records.assessment,
  position: records.position,
  group: records.group,
  support: records.support,
  coverage: records.coverage,
  deadline: records.deadline,
  indicator: records.indicator,
  programme: records.programme,
  conflict: records.conflict,
  capture: evidence.capture,
  passage: evidence.passage,
} as const

export type RecordType = keyof typeof RECORD_SCHEMAS
export type RecordOf<T extends RecordType> = z.infer<(typeof RECORD_SCHEMAS)[T]>
export type RecordBody = RecordOf<RecordType>
export const RECORD_TYPES = Object.keys(RECORD_SCHEMAS) as RecordType[] // keys of a literal are its type's keys
