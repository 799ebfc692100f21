/** The tables as queries see them; `migrations.ts` makes them. Hashes are 64 hexadecimal digits. */
import type { TrackerEvent } from '../../tracker/index.ts'

export interface Tables {
  /** The log: one row an event, never changed. */
  readonly entries: { readonly sequence: number; readonly entry: string; readonly hash: string }
  /** One row a transaction: the Merkle root of the first `size` entries, and the frontier that the next root is made from. */
  readonly checkpoints: {
    readonly size: number
    readonly root: string
    readonly frontier: readonly string[]
  }
  readonly documents: { readonly hash: string; readonly size: number }
  /** The bytes of a document in pieces, from 0. */
  readonly document_pieces: {
    readonly hash: string
    readonly position: number
    readonly bytes: Buffer
  }
  /** Projection: each record as its last event left it. */
  readonly records: {
    readonly type: TrackerEvent['type']
    readonly id: string
    readonly sequence: number
    readonly recorded_at: string
    /** Canonical JSON; null when the record is withdrawn. */
    readonly body: string | null
    /** Sequence of the event that recorded it (again, after a withdrawal): its number among all records, and its place. */
    readonly first: number
    /** These five as `placeOf` tells them. */
    readonly day: string
    readonly sort: string
    readonly facet: string
    readonly ends: string
    readonly latest: string | null
  }
  /** Projection: the record `first`, of `type`, names `target`. */
  readonly links: {
    readonly target: number
    readonly type: string
    readonly rank: string
    readonly first: number
  }
  /** Projection: what a search reads of the record `first`. */
  readonly texts: { readonly first: number; readonly type: string; readonly stems: string }
  /** Projection: how often each word is used, in how many texts each stem is, and the parts of each word. */
  readonly words: { readonly word: string; readonly uses: number }
  readonly stems: { readonly stem: string; readonly texts: number }
  readonly grams: { readonly gram: string; readonly word: string }
  /** Projection: the events of each record, which is named as in `links`. */
  readonly history: { readonly target: number; readonly sequence: number }
  /** Projection: what happened in the record `first`, in the order of timelines; a promise's statements one by one. */
  readonly moments: {
    readonly begins: string
    readonly ends: string
    readonly kind: number
    readonly first: number
    readonly version: number
  }
  /** Projection: events that corrected or withdrew a claim. */
  readonly corrections: { readonly sequence: number }
  readonly projection: { readonly version: number }
  /** One row a step that made the tables, from 1. */
  readonly migrations: { readonly version: number; readonly name: string }
}
