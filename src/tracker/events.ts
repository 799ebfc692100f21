/**
 * The tracker's events: what was recorded, corrected or withdrawn, by whom, when and why. Everything a tracker shows is
 * folded from them, so nothing can be changed without leaving a trace.
 */
import type { RecordBody, RecordType } from './record/index.ts'
import type { TrackerSettings } from './record/settings.ts'

/** What an event is about: a record, or the tracker itself. */
export type EventType = RecordType | 'tracker'

export interface TrackerEvent {
  /** Position in the log, from 1, without gaps. */
  readonly sequence: number
  /** When we recorded it: ISO 8601 in UTC, to the millisecond. */
  readonly recordedAt: string
  readonly by: string
  readonly action: 'recorded' | 'corrected' | 'withdrawn'
  readonly type: EventType
  readonly id: string
  /** Public, and required for a correction or a withdrawal. */
  readonly reason: string | null
  /** The record, or the tracker's settings, as they are from now on; null when it is withdrawn. */
  readonly body: RecordBody | TrackerSettings | null
}

/** Whether something that readers were told was put right. To look for words again in a newer copy corrects no claim. */
export const isCorrection = ({ action, type }: Pick<TrackerEvent, 'action' | 'type'>): boolean =>
  action !== 'recorded' && type !== 'capture' && type !== 'passage'
