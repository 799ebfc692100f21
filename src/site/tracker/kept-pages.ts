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

export function createKeptPages(mostBytes = MOST_BYTES): KeptPages {
  const pages = new Map<string, KeptPage>()
  let current = ''
  let size = 0

  const costOf = (address: string, { bytes }: KeptPage) => bytes.length + 2 * address.length + ENTRY_COST
  function drop(address: string, page: KeptPage): void {
    pages.delete(address)
    size -= costOf(address, page)
  }
  return {
    get size() {
      return size
    },
    find(version, address) {
      if (version !== current) {
        pages.clear()
        size = 0
        current = version
        return null
      }
      const page = pages.get(address)
      if (page === undefined) return null
      // Last in the map is what was used last.
      pages.delete(address)
      pages.set(address, page)
      return page
    },
    keep(version, address, page) {
      const cost = costOf(address, page)
      if (version !== current || cost > mostBytes / 4) return
      const earlier = pages.get(address)
      if (earlier) drop(address, earlier)
      pages.set(address, page)
      size += cost
      for (const [oldest, kept] of pages) {
        if (size <= mostBytes) return
        drop(oldest, kept)
      }
    },
  }
}
