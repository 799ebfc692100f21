/** What an export is given, and what comes of it. */
import type { PlainDate } from '../../model/index.ts'
import type { Synonyms, TrackerEvent } from '../../tracker/index.ts'
import type { BrokenLink } from './check-links.ts'

/** A file by its place in the export. */
export interface ExportFile {
  readonly path: string
  /** Number of the last event that it tells of, where it stays the same whatever comes after that. */
  readonly last?: number
  readonly bytes: string | Uint8Array
}

/** The record as it stood when it was read. */
export interface ExportRecord {
  readonly events: readonly TrackerEvent[]
  /** "SIZE:ROOT" of the log that the events are. */
  readonly checkpoint: string
  /** The same of the log's first `size` events. */
  readonly checkpointAt: (size: number) => string
  readonly days: readonly PlainDate[]
  /** Files to go in as they are: the log, the verifier, documents. */
  readonly attached: readonly ExportFile[]
}

export interface ExportOptions {
  readonly folder: string
  /** The folder is looked through while the record is read. */
  readonly record: Promise<ExportRecord>
  /** Loaded while the record is read. */
  readonly synonyms: Promise<Synonyms>
  /** The day deadlines are measured on. */
  readonly on: PlainDate
  readonly base: string | null
  /** Tells this program from any other: pages made by another are made again. */
  readonly program: string
  /** Folder that keeps what the files of exports were when they ended, outside of all of them; null where there is none. */
  readonly memory: string | null
  /** Whether every file of the last export is read, although it is as it was seen. */
  readonly isAllRead: boolean
  /** Whether the documents' bytes are among the attached files: then pages show their words, too. */
  readonly hasDocuments: boolean
}

export interface ExportEffects {
  readonly signal: AbortSignal
  /** How many threads to make pages in; 1 for this one alone. */
  readonly threads: number
  /** How many pages were dealt with so far. */
  readonly onPage: (done: number) => void
}

export type Exported =
  | {
      readonly kind: 'exported'
      readonly pages: number
      readonly files: number
      readonly written: number
      readonly removed: number
      /** Files that somebody changed and no page needs any more. */
      readonly left: readonly string[]
      /** Hash of the list of all files. */
      readonly seal: string
    }
  | { readonly kind: 'broken'; readonly links: readonly BrokenLink[] }
