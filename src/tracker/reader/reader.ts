/**
 * Where pages and answers get the tracker from. A small record is held whole; of a large one only the part that a page
 * needs is read. Pages cannot tell: they get a state either way.
 */
import type { PlainDate } from '../../model/index.ts'
import type { TrackerEvent } from '../events.ts'
import type { TrackerState } from '../fold.ts'
import type { SearchAnswer, SearchWanted } from '../queries/search.ts'
import type { RecordType } from '../record/index.ts'
import type { TrackerSettings } from '../record/settings.ts'
import type { LogAsked, LogPage } from './log-page.ts'
import type {
  Moments,
  MomentsNeed,
  NamedNeed,
  NewestNeed,
  Reach,
  RecordCounts,
  Run,
  RunNeed,
  TypesNeed,
} from './runs.ts'

/** The tracker at one moment: enough to know whether something made earlier is still so. */
export interface TrackerHead {
  readonly settings: TrackerSettings
  /** Sequence of the last event. */
  readonly size: number
  /** Merkle root of the log; null for content files that are shown without a record. */
  readonly root: string | null
  /** The first day on which anything was so; null for an empty tracker. */
  readonly firstDay: PlainDate | null
  /** Whether the record is so large that only parts of it are read: then "whole" is refused, and lists come in pages. */
  readonly isLarge: boolean
  /** Since when the record cannot be reached (ISO 8601 in UTC): what is shown was so then. Null when all is well. */
  readonly staleSince: string | null
}

/** What a page is about: a reader may leave out of the state what this does not lead to. */
export type Need =
  /** Everything. A reader of a large record refuses it (`record_too_large`). */
  | { readonly kind: 'whole' }
  /** Nothing but the head. */
  | { readonly kind: 'head' }
  /** One record with all that its page shows; where \`reach\` says so, with so much and nothing cut. */
  | { readonly kind: 'record'; readonly type: RecordType; readonly id: string; readonly reach?: Reach }
  /** One page of a list; of a small record, everything. */
  | ListNeed
  /** Pieces of long lists; of a small record, everything. */
  | RunNeed
  | MomentsNeed
  | NamedNeed
  | NewestNeed
  | TypesNeed
  /** How many there are of each; of a small record, everything. */
  | { readonly kind: 'counts' }

export type ListName =
  | 'home'
  | 'topics'
  | 'recommendations'
  | 'commitments'
  | 'organisations'
  | 'sources'
  | 'deadlines'
  | 'programmes'
  | 'indicators'
  | 'conflicts'
  | 'supports'
  | 'captures'
  /** Topics with their promises. */
  | 'promises'
  /** What names one record, of one type. */
  | 'naming'

export interface ListNeed {
  readonly kind: 'list'
  readonly list: ListName
  /** From 1. */
  readonly page: number
  /** The part of the list that is asked for: a year, an outcome, a type; null for all. */
  readonly show: string | null
  /** Deadlines are told apart on this day. */
  readonly today: PlainDate
  /** Of a list of what names one record: that record. */
  readonly of?: { readonly type: RecordType; readonly id: string }
}

/** One page of a list, as far as the reader of a large record read it. */
export interface ListPage {
  /** In the list's order; the state holds them, and what their names need. */
  readonly records: readonly { readonly type: RecordType; readonly id: string }[]
  /** All that the list has, of which `records` are a page. */
  readonly total: number
  readonly page: number
  readonly pages: number
  /** How many stand in each part of the list. */
  readonly counts: Readonly<Record<string, number>>
}

/** What a page leaves out because there is too much of it: how many records there are of each type. */
export interface Cut {
  readonly counts: Readonly<Record<string, number>>
  /** The newest so many of each are there. */
  readonly most: number
}

/** The head and the state that belong together. */
export interface TrackerPart {
  readonly head: TrackerHead
  /** As it stood on the day asked for. */
  readonly state: TrackerState
  /** Of a list of a large record. */
  readonly list?: ListPage
  /** Where something was left out. */
  readonly cut?: Cut
  /** These of a large record, each where it was asked for. */
  readonly run?: Run
  readonly moments?: Moments
  readonly counts?: RecordCounts
  /** Where there are too many of the types asked for. */
  readonly isTooMany?: boolean
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
  search(query: string, asAt: PlainDate | null, wanted?: SearchWanted): Promise<SearchPart>
  readEvents(asked: EventsAsked): Promise<readonly TrackerEvent[]>
  readLog(asked: LogAsked): Promise<LogPage>
  /** All events about one record, oldest first, those before it was withdrawn included. */
  readHistory(type: RecordType, id: string): Promise<readonly TrackerEvent[]>
}
