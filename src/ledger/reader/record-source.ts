/** The record as it stood at one checkpoint, held or read part by part. */
import type { Synonyms, TrackerEvent, TrackerHead, TrackerReader } from '../../tracker/index.ts'
import type { Checkpoint } from '../store/checkpoint.ts'

export interface RecordSource
  extends Pick<TrackerReader, 'readPart' | 'search' | 'readEvents' | 'readLog' | 'readHistory'> {
  readonly checkpoint: Checkpoint
  readonly head: TrackerHead
  /** Of a record that is held; null for one that is too large. */
  readonly events: readonly TrackerEvent[] | null
}

export interface ReadRecordAs {
  readonly synonyms: Synonyms | (() => Promise<Synonyms>)
  readonly earlier: readonly TrackerEvent[] | null
}
