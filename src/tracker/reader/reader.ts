/**
 * Where pages and answers get the tracker from. A small record is held whole; of a large one only the part that a page
 * needs is read. Pages cannot tell: they get a state either way.
 */
import type { PlainDate } from '../../model/index.ts'
import type { TrackerEvent } from '../events.ts'
import type { TrackerState } from '../fold.ts'
import type { SearchAnswer } from '../queries/search.ts'
import type { RecordType } from '../record/index.ts'
import type { TrackerSettings } from '../record/settings.ts'

/** The tracker at one moment: enough to know whether something made earlier is still so. */
export interface TrackerHead {
  readonly settings: TrackerSettings
  /** Sequence of the last event. */
  readonly size: number
  /** Merkle root of the log; null for content files that are shown without a record. */
  readonly root: string | null
  /** The first day on which anything was so; null for an empty tracker. */
  readonly firstDay: PlainDate | null
  /** Since when the record cannot be reached (ISO 8601 in UTC): what is shown was so then. Null when all is well. */
  readonly staleSince: string | null
}

/** What a page is about: a reader may leave out of the state what this does not lead to. */
export type Need =
  /** Everything. A reader of a large record refuses it (`record_too_large`). */
  | { readonly kind: 'whole' }
  /** Nothing but the head. */
  | { readonly kind: 'head' }
  /** One record with all that its page shows. */
  | { readonly kind: 'record'; readonly type: RecordType; readonly id: string }

/** The head and the state that belong together. */
export interface TrackerPart {
  readonly head: TrackerHead
  /** As it stood on the day asked for. */
  readonly state: TrackerState
}

export interface SearchPart extends TrackerPart {
  readonly answer: SearchAnswer
}

export interface EventsAsked {
  /** Only events with a greater sequence, oldest first. */
  readonly after: number
  readonly limit: number
}

export interface TrackerReader {
  /** Cheap: asked for at each request. */
  readHead(): Promise<TrackerHead>
  /** The head where it is known without a look, or null: for answers that are given at once. */
  peekHead(): TrackerHead | null
  /** `asAt` null for the tracker as it is. */
  readPart(need: Need, asAt: PlainDate | null): Promise<TrackerPart>
  /** What was found, and the records found with what their names and addresses need. */
  search(query: string, asAt: PlainDate | null): Promise<SearchPart>
  readEvents(asked: EventsAsked): Promise<readonly TrackerEvent[]>
}
