/**
 * Pages that were made once and are still so. An entry is good for one version of the tracker (its last event, and the
 * day, on which deadlines turn overdue); with the next version all are forgotten, so none can be given too late.
 */
import { hash } from 'node:crypto'
import type { PlainDate } from '../../model/index.ts'
import type { TrackerHead } from '../../tracker/index.ts'

export interface KeptPage {
  readonly bytes: Buffer
  /** Of the bytes, in quotes. */
  readonly etag: string
}

export interface KeptPages {
  find(version: string, address: string): KeptPage | null
  /** What was made from an older version than was last asked for is not kept. */
  keep(version: string, address: string, page: KeptPage): void
  /** Bytes held, for those who watch the limit. */
  readonly size: number
}

/** A quarter of what the process may take: some thousand pages, of which the oldest unused go first. */
const MOST_BYTES = 64 << 20
/** What an entry costs beside its bytes. */
const ENTRY_COST = 300

export const versionOf = ({ size, root, settings }: TrackerHead, today: PlainDate): string =>
  `${settings.id} ${size} ${root ?? ''} ${today}`

/** `bytes` may be given where they are known. */
export function keepable(html: string, bytes = Buffer.from(html)): KeptPage {
  return { bytes, etag: `"${hash('sha256', bytes, 'base64url').slice(0, 22)}"` }
}

/** Pages are seldom longer, and a sign is three bytes at most. */
const LONGEST_SIGNS = 40_000

/**
 * The same for many pages, with room of its own to write them in: a text whose bytes need not be counted first is
 * written in half the time.
 */
export function createPageWriter(): (html: string) => KeptPage {
  const room = Buffer.allocUnsafeSlow(3 * LONGEST_SIGNS)
  return (html) =>
    html.length > LONGEST_SIGNS
      ? keepable(html)
      : keepable(html, Buffer.from(room.subarray(0, room.write(html))))
}

interface Entry {
  readonly page: KeptPage
  readonly cost: number
  /** Asked for since it was put here, or since room was last needed. */
  isUsed: boolean
}

export function createKeptPages(mostBytes = MOST_BYTES): KeptPages {
  /** Oldest first; one that was used in the meantime goes to the end when room is needed, and not each time it is used. */
  const entries = new Map<string, Entry>()
  let current = ''
  let size = 0

  function makeRoomFor(newest: string): void {
    for (const [address, entry] of entries) {
      if (size <= mostBytes) return
      entries.delete(address)
      if (entry.isUsed || address === newest) entries.set(address, { ...entry, isUsed: false })
      else size -= entry.cost
    }
  }
  return {
    get size() {
      return size
    },
    find(version, address) {
      if (version !== current) {
        entries.clear()
        size = 0
        current = version
        return null
      }
      const entry = entries.get(address)
      if (entry === undefined) return null
      entry.isUsed = true
      return entry.page
    },
    keep(version, address, page) {
      const cost = page.bytes.length + 2 * address.length + ENTRY_COST
      if (version !== current || cost > mostBytes / 4) return
      size += cost - (entries.get(address)?.cost ?? 0)
      entries.set(address, { page, cost, isUsed: false })
      makeRoomFor(address)
    },
  }
}
