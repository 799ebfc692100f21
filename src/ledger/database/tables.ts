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
  }
}
