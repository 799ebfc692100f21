/**
 * The tracker as the record has it, kept fresh: whoever wrote last, the next page shows it. While the record cannot be
 * reached, what was last read is given, and says since when.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { HoldfastError } from '../../model/index.ts'
import type { Synonyms, TrackerHead, TrackerReader } from '../../tracker/index.ts'
import type { OpenConnection } from '../keep-open.ts'
import type { Checkpoint } from '../store/checkpoint.ts'
import { readLastCheckpoint } from '../store/read-checkpoint.ts'
import { readHeld } from './held-record.ts'
import { readLarge } from './large-record.ts'
import type { RecordSource } from './record-source.ts'

/** How long what was seen counts as the newest: what another process wrote is shown this much later at most. */
const FRESH_MS = 200
/** A page waits so long for a database that does not answer, once; then it is made from what was last read. */
const LONGEST_CHECK_MS = 1000
/** Larger records are read part by part. Held, an event takes about four kilobytes, so this is some 20 MB; searches and lists of more take longer than from the database. */
const MOST_HELD = 5_000

export interface LedgerReaderOptions {
  /** Phrases that mean the same in a search, besides the short names of organisations. */
  readonly synonyms?: Synonyms | (() => Promise<Synonyms>)
  /** Milliseconds, for telling how old what was read is. */
  readonly now?: () => number
  /** Events of the largest record that is held whole. */
  readonly mostHeld?: number
}

export interface LedgerReader extends TrackerReader {
  /** Told that this process wrote: the next page looks again. */
  expire(): void
}

/** Reads the record once, and throws what that gives cause to. */
export async function openLedgerReader(
  connection: OpenConnection,
  { synonyms = [], now = Date.now, mostHeld = MOST_HELD }: LedgerReaderOptions,
): Promise<LedgerReader> {
  const read = (checkpoint: Checkpoint, earlier: RecordSource['events']): Promise<RecordSource> =>
    (checkpoint.size > mostHeld ? readLarge : readHeld)(connection, checkpoint, { synonyms, earlier })
  const first = await read(await connection.use(readLastCheckpoint), null)
  const watch = watchRecord(connection, first, read, now)
  /** What is read at another moment than the head was is given the head of that moment's source all the same. */
  const from = async <T extends { readonly head: TrackerHead }>(
    ask: (source: RecordSource) => Promise<T>,
  ): Promise<T> => {
    const source = await watch.refresh()
    return { ...(await ask(source)), head: watch.headOf(source) }
  }
  return {
    readHead: async () => watch.headOf(await watch.refresh()),
    peekHead: watch.peekHead,
    readPart: (need, asAt) => from((source) => source.readPart(need, asAt)),
    search: (query, asAt, wanted) => from((source) => source.search(query, asAt, wanted)),
    readEvents: async (asked) => (await watch.refresh()).readEvents(asked),
    readLog: async (asked) => (await watch.refresh()).readLog(asked),
    readHistory: async (type, id) => (await watch.refresh()).readHistory(type, id),
    expire: watch.expire,
  }
}

function watchRecord(
  connection: OpenConnection,
  first: RecordSource,
  read: (checkpoint: Checkpoint, earlier: RecordSource['events']) => Promise<RecordSource>,
  now: () => number,
) {
  let source = first
  let seenAt = now()
  let staleSince: string | null = null
  let check: Promise<void> | null = null
  let writes = 0

  async function look(): Promise<void> {
    const [begun, seenWrites] = [now(), writes]
    const { checkpoint, events } = source
    try {
      const last = await connection.use(readLastCheckpoint)
      if (last.size !== checkpoint.size || last.root !== checkpoint.root) source = await read(last, events)
      staleSince = null
      if (writes === seenWrites) seenAt = begun
    } catch (error) {
      if (!(error instanceof HoldfastError)) throw error
      staleSince ??= new Date(seenAt || begun).toISOString()
    }
  }

  /** One look at a time; whoever comes meanwhile waits for the same. */
  function lookAgain(): Promise<void> {
    check ??= look().finally(() => {
      check = null
    })
    return check
  }

  return {
    async refresh(): Promise<RecordSource> {
      if (now() - seenAt < FRESH_MS) return source
      const looked = lookAgain()
      if (staleSince !== null) {
        // Nobody waits for a database that is known to be gone; it is looked for meanwhile.
        looked.catch(() => undefined)
        return source
      }
      const late = wait(LONGEST_CHECK_MS, true, { ref: false })
      if (await Promise.race([looked.then(() => false), late]))
        staleSince ??= new Date(seenAt || now()).toISOString()
      return source
    },
    headOf: ({ head }: RecordSource): TrackerHead => (staleSince === null ? head : { ...head, staleSince }),
    peekHead: (): TrackerHead | null =>
      now() - seenAt < FRESH_MS && staleSince === null ? source.head : null,
    expire(): void {
      writes++
      seenAt = 0
    },
  }
}
