/**
 * What each row of the projection should be, by the log: some seventy bytes a record outside the heap, since the rows of
 * a large record, or only their names, would fill the memory.
 */
import type { TrackerEvent } from '../../tracker/index.ts'
import { sha256 } from '../log/hash.ts'
import { projectEvent, type RecordRow, recordKey } from '../store/project.ts'

export interface ExpectedRecords {
  /** Takes the next event of the log. */
  add(event: TrackerEvent): void
  /** Whether the row is as it should be; a row is asked for once. */
  take(row: RecordRow): 'same' | 'other' | 'unknown'
  /** How many were expected. */
  readonly size: number
  /** The last events of records that were not taken, in their order. */
  rest(): number[]
}

const FREE = 0
const THERE = 1
const WITHDRAWN = 2
const TAKEN = 3

/** A record's name as 64 bits of its SHA-256: two that share them would be reported, never passed over. */
const NAME_WORDS = 2
/** Half a SHA-256 of the row, which no accident and no forger meets. */
const DIGEST_BYTES = 16
/** Fuller, looking for a free place takes long. */
const MOST_FULL = 0.75

interface Slots {
  readonly count: number
  readonly state: Uint8Array
  readonly names: Uint32Array
  readonly digests: Buffer
  readonly first: Uint32Array
  readonly last: Uint32Array
}

const makeSlots = (count: number): Slots => ({
  count,
  state: new Uint8Array(count),
  names: new Uint32Array(count * NAME_WORDS),
  digests: Buffer.alloc(count * DIGEST_BYTES),
  first: new Uint32Array(count),
  last: new Uint32Array(count),
})

const digestOf = (row: RecordRow): Buffer => {
  const { type, id, sequence, recorded_at, body, first, day, sort, facet, ends, latest } = row
  const columns = [type, id, sequence, recorded_at, body, first, day, sort, facet, ends, latest]
  return Buffer.from(sha256(JSON.stringify(columns)).slice(0, 2 * DIGEST_BYTES), 'hex')
}

type Name = readonly [high: number, low: number]

const nameOf = (record: { readonly type: string; readonly id: string }): Name => {
  const digest = sha256(recordKey(record))
  return [Number.parseInt(digest.slice(0, 8), 16), Number.parseInt(digest.slice(8, 16), 16)]
}

/** The place of the name, or the free one where it belongs. */
function placeOf({ count, state, names }: Slots, [high, low]: Name): number {
  let at = low % count
  while (state[at] !== FREE && (names[2 * at] !== high || names[2 * at + 1] !== low)) at = (at + 1) % count
  return at
}

function grow(old: Slots): Slots {
  const slots = makeSlots(old.count * 2)
  for (let from = 0; from < old.count; from++) {
    if (old.state[from] === FREE) continue
    const name: Name = [old.names[2 * from] ?? 0, old.names[2 * from + 1] ?? 0]
    const at = placeOf(slots, name)
    slots.names.set(name, 2 * at)
    slots.state[at] = old.state[from] ?? FREE
    slots.first[at] = old.first[from] ?? 0
    slots.last[at] = old.last[from] ?? 0
    old.digests.copy(slots.digests, at * DIGEST_BYTES, from * DIGEST_BYTES, (from + 1) * DIGEST_BYTES)
  }
  return slots
}

export function createExpectedRecords(places = 1 << 12): ExpectedRecords {
  let slots = makeSlots(places)
  let size = 0
  return {
    add(event) {
      if (size >= slots.count * MOST_FULL) slots = grow(slots)
      const name = nameOf(event)
      const at = placeOf(slots, name)
      const state = slots.state[at]
      if (state === FREE) size++
      // Of the row before, only its number and whether it is there decide the next.
      const before = { first: slots.first[at], body: state === THERE ? '' : null }
      const row = projectEvent(event, state === FREE ? null : (before as RecordRow))
      slots.names.set(name, 2 * at)
      slots.state[at] = row.body === null ? WITHDRAWN : THERE
      slots.first[at] = row.first
      slots.last[at] = event.sequence
      digestOf(row).copy(slots.digests, at * DIGEST_BYTES)
    },
    take(row) {
      const at = placeOf(slots, nameOf(row))
      const state = slots.state[at]
      if (state === FREE || state === TAKEN) return 'unknown'
      slots.state[at] = TAKEN
      const wanted = slots.digests.subarray(at * DIGEST_BYTES, (at + 1) * DIGEST_BYTES)
      return wanted.equals(digestOf(row)) ? 'same' : 'other'
    },
    get size() {
      return size
    },
    rest() {
      const left: number[] = []
      for (let at = 0; at < slots.count; at++)
        if (slots.state[at] === THERE || slots.state[at] === WITHDRAWN) left.push(slots.last[at] ?? 0)
      return left.sort((one, other) => one - other)
    },
  }
}
