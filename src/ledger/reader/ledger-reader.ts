/**
 * The tracker as the record has it, kept fresh: whoever wrote last, the next page shows it. While the record cannot be
 * reached, what was last read is given, and says since when.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { HoldfastError } from '../../model/index.ts'
import {
  createMemoryReader,
  type Synonyms,
  type TrackerEvent,
  type TrackerHead,
  type TrackerReader,
} from '../../tracker/index.ts'
import type { OpenConnection } from '../keep-open.ts'
import type { Checkpoint } from '../store/checkpoint.ts'
import { readLastCheckpoint } from '../store/read-checkpoint.ts'
import { readEvents } from '../store/read-events.ts'

/** How long what was seen counts as the newest: what another process wrote is shown this much later at most. */
const FRESH_MS = 200
/** A page waits so long for a database that does not answer, once; then it is made from what was last read. */
const LONGEST_CHECK_MS = 1000

export interface LedgerReaderOptions {
  /** Phrases that mean the same in a search, besides the short names of organisations. */
  readonly synonyms?: Synonyms | (() => Promise<Synonyms>)
  /** Milliseconds, for telling how old what was read is. */
  readonly now?: () => number
}

export interface LedgerReader extends TrackerReader {
  /** Told that this process wrote: the next page looks again. */
  expire(): void
}

/** Reads the record once, and throws what that gives cause to. */
export async function openLedgerReader(
  connection: OpenConnection,
  { synonyms = [], now = Date.now }: LedgerReaderOptions,
): Promise<LedgerReader> {
  const events: TrackerEvent[] = []
  let held = await load(await connection.use(readLastCheckpoint))
  let seenAt = now()
  let staleSince: string | null = null
  let check: Promise<void> | null = null
  let writes = 0

  async function load(checkpoint: Checkpoint) {
    const isSameLog = events.length <= checkpoint.size
    if (!isSameLog) events.length = 0
    for await (const event of connection.each((database) => readEvents(database, events.length))) {
      if (event.sequence > checkpoint.size) break
      events.push(event)
    }
    const reader = createMemoryReader({ events: [...events], synonyms, root: checkpoint.root })
    return { checkpoint, reader, head: await reader.readHead() }
  }

  async function look(): Promise<void> {
    const [begun, seenWrites] = [now(), writes]
    const { checkpoint } = held
    try {
      const last = await connection.use(readLastCheckpoint)
      if (last.size !== checkpoint.size || last.root !== checkpoint.root) held = await load(last)
      staleSince = null
      if (writes === seenWrites) seenAt = begun
    } catch (error) {
      if (!(error instanceof HoldfastError)) throw error
      staleSince ??= new Date(seenAt).toISOString()
    }
  }

  /** One look at a time; whoever comes meanwhile waits for the same. */
  function lookAgain(): Promise<void> {
    check ??= look().finally(() => {
      check = null
    })
    return check
  }

  async function refresh(): Promise<void> {
    if (now() - seenAt < FRESH_MS) return
    const looked = lookAgain()
    // Nobody waits for a database that is known to be gone; it is looked for meanwhile.
    if (staleSince !== null) return void looked.catch(() => undefined)
    const isLate = await Promise.race([
      looked.then(() => false),
      wait(LONGEST_CHECK_MS, true, { ref: false }),
    ])
    if (isLate) staleSince ??= new Date(seenAt).toISOString()
    return
  }

  const headNow = (): TrackerHead => (staleSince === null ? held.head : { ...held.head, staleSince })

  return {
    async readHead() {
      await refresh()
      return headNow()
    },
    peekHead: () => (now() - seenAt < FRESH_MS ? headNow() : null),
    async readPart(need, asAt) {
      await refresh()
      return { ...(await held.reader.readPart(need, asAt)), head: headNow() }
    },
    async search(query, asAt) {
      await refresh()
      return { ...(await held.reader.search(query, asAt)), head: headNow() }
    },
    async readEvents(asked) {
      await refresh()
      return held.reader.readEvents(asked)
    },
    expire() {
      writes++
      seenAt = 0
    },
  }
}
