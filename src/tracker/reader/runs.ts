/**
 * Long lists read a piece at a time: each piece says where the next one goes on, so that what is recorded meanwhile moves
 * nothing. Of a small record everything is given at once, and no piece.
 */
import type { RecordType } from '../record/index.ts'
import type { RecordKey } from '../record/links.ts'

/** How much beside a record is read with it: what its name and its line need; the records of these types that name it too; or all that belongs to it. */
export type Reach = 'names' | 'all' | readonly RecordType[]

/** Where the last record of a piece stands: `sort` is "" where records come as they were recorded. */
export interface RunPlace {
  readonly sort: string
  readonly first: number
}

/** Records of one type. */
export interface RunNeed {
  readonly kind: 'run'
  readonly type: RecordType
  /** As they were first recorded, or by their place in the list of their type whatever its parts. */
  readonly order: 'recorded' | 'sorted'
  readonly after: RunPlace | null
  readonly limit: number
  /** Only records that name this one, or that name one of these types which does. */
  readonly naming?: { readonly key: RecordKey; readonly through?: readonly RecordType[] }
  /** Only records that hold all of these, as JSON contains JSON. Looked for in records as they are now only. */
  readonly like?: readonly object[]
  readonly reach: Reach
  /** Whether to count them all. */
  readonly isCounted?: boolean
}

/** Where the last happening of a piece stands. */
export interface MomentPlace {
  readonly begins: string
  readonly ends: string
  readonly kind: number
  readonly first: number
  readonly version: number
}

/** What happened, oldest first, as timelines tell it. */
export interface MomentsNeed {
  readonly kind: 'moments'
  readonly after: MomentPlace | null
  readonly limit: number
  /** Only of records that name this one. */
  readonly naming?: RecordKey
}

/** Records by name, with what their names need; keys that lead nowhere are left out. */
export interface NamedNeed {
  readonly kind: 'named'
  readonly keys: readonly RecordKey[]
  /** How much beside those of a type; what their names need where nothing is said. */
  readonly reach?: Readonly<Partial<Record<RecordType, Reach>>>
}

/** The records with the newest happenings by when they were recorded, then by when they were so. */
export interface NewestNeed {
  readonly kind: 'newest'
  readonly limit: number
}

/** All records of these types: given where they are few, and nothing of them where they are more than `most`. */
export interface TypesNeed {
  readonly kind: 'types'
  readonly types: readonly RecordType[]
  readonly most: number
}

/** A piece of a long list, of a large record. */
export interface Run {
  /** In order; those that were not so on the day asked for are left out. */
  readonly records: readonly { readonly type: RecordType; readonly id: string; readonly first: number }[]
  /** Null after the last piece. */
  readonly next: RunPlace | null
  /** All that the list has; null where it was not asked for, or counting it would mean reading all of it. */
  readonly total: number | null
}

/** A piece of what happened. */
export interface Moments {
  readonly moments: readonly { readonly type: RecordType; readonly id: string; readonly version: number }[]
  readonly next: MomentPlace | null
}

/** How many there are, for those who choose what to take. */
export interface RecordCounts {
  readonly types: Readonly<Partial<Record<RecordType, number>>>
  /** Happenings that a timeline tells of, and statements of promises among them. */
  readonly moments: number
  readonly statements: number
}
