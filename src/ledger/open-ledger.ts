/** The ledger as its users see it, and how it is opened: server, lock, migrations, connections, in this order. */
import type { FileHandle } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from 'pg'
import { AlteredError, HoldfastError } from '../model/index.ts'
import type { TrackerEvent } from '../tracker/index.ts'
import { type HeldLog, holdLog } from './archive/log-files.ts'
import { restoreBackup } from './archive/restore-backup.ts'
import { type BackedUp, type Sink, writeBackup } from './archive/write-backup.ts'
import { connectOwner, connectWriters, type Database, type DatabaseAddress } from './database/connect.ts'
import { explainDatabase } from './database/explain-database.ts'
import { migrate } from './database/migrate.ts'
import { becomeSoleUser } from './database/sole-user.ts'
import { type Connection, keepOpen, type OpenConnection } from './keep-open.ts'
import type { Hash } from './log/hash.ts'
import type { LogCopy } from './log/log-copy.ts'
import { type LedgerReader, type LedgerReaderOptions, openLedgerReader } from './reader/ledger-reader.ts'
import { type Server, type ServerOptions, startServer } from './server/start-server.ts'
import { type Appended, type AppendOptions, appendChanges } from './store/append.ts'
import type { Change } from './store/change.ts'
import type { Checkpoint } from './store/checkpoint.ts'
import type { RecordRow } from './store/project.ts'
import { readLastCheckpoint } from './store/read-checkpoint.ts'
import { findDocument, findRecord, findTracker, readEvents } from './store/read-events.ts'
import { type Rebuilt, rebuildProjections, refuseAltered, renewProjections } from './store/rebuild.ts'
import { type Verification, type VerifyStep, verifyLedger } from './verify/verify-ledger.ts'
import { readRecords } from './verify/verify-records.ts'
import { walkLog } from './verify/walk-log.ts'

/** Where the record is kept: a folder with a PostgreSQL of our own in it, or a database that somebody runs. */
export type LedgerPlace = ServerOptions | { readonly url: string }

/** Every method throws `database_unreachable` or `record_disk_full` when the machine fails it. */
export interface Ledger {
  /** For people: the folder, or "the database in DATABASE_URL". */
  readonly place: string
  /** How many events there are, and the root of them. */
  readCheckpoint(): Promise<Checkpoint>
  /** Throws `edition_conflict` when a change saw an older version. When this returns, the events are on the disk. */
  append(changes: readonly Change[], options?: AppendOptions): Promise<Appended>
  /** Events after number `after`, oldest first. */
  readEvents(after?: number): AsyncGenerator<TrackerEvent>
  /**
   * The whole log as it stands; what a copy of it has is not fetched. Throws `record_altered` at the first entry that is
   * not as it was written.
   */
  holdLog(copied?: Promise<LogCopy>): Promise<HeldLog>
  findRecord(type: TrackerEvent['type'], id: string): Promise<RecordRow | undefined>
  /** What the tracker says of itself, as its last event left it; null where that was never recorded. */
  findTracker(): Promise<RecordRow | null>
  /** Every record as its last event left it, withdrawn ones included, in the order of type and id. */
  readRecords(): AsyncGenerator<RecordRow>
  findDocument(hash: Hash): Promise<Buffer | null>
  /** The tracker for pages and answers, fresh at each: see `LedgerReader`. The record must hold the tracker's settings. */
  openReader(options?: LedgerReaderOptions): Promise<LedgerReader>
  verify(known?: Checkpoint | null, onStep?: (step: VerifyStep) => void): Promise<Verification>
  rebuild(): Promise<Rebuilt>
  writeBackup(sink: Sink): Promise<BackedUp>
  restoreBackup(archive: FileHandle): Promise<Verification>
  /** Ends the connections, and the server where it is ours. */
  close(): Promise<void>
}

export interface LedgerEffects {
  /** ISO 8601 in UTC, to the millisecond. */
  now(): string
}

const realEffects: LedgerEffects = { now: () => new Date().toISOString() }

/**
 * Throws the errors of `startServer`, `record_in_use` for a folder that another process uses, `data_folder_version` for
 * a record of a newer Holdfast, and those of the database.
 */
export async function openLedger(place: LedgerPlace, effects = realEffects): Promise<Ledger> {
  if ('url' in place)
    return createLedger('the database in DATABASE_URL', effects, await keepOpen(() => connectUrl(place)))
  return createLedger(place.folder, effects, await keepOpen(() => connectFolder(place)))
}

async function connectUrl(place: { readonly url: string }): Promise<Connection> {
  await migrateOnce(place)
  const database = connectWriters(place)
  await renew(database)
  const end = () => database.destroy()
  return { database, hasFullDisk: () => false, end, abandon: end }
}

/** An older program's projections lack what this one reads. */
async function renew(database: Database): Promise<void> {
  try {
    await renewProjections(database)
  } catch (error) {
    // Nothing is built on an altered log; `verify` names what was altered.
    if (error instanceof AlteredError) return
    await database.destroy()
    throw explainDatabase(error)
  }
}

async function connectFolder(place: ServerOptions): Promise<Connection> {
  const { server, owner } = await openFolder(place)
  const database = connectWriters(server.address)
  try {
    await renew(database)
  } catch (error) {
    await server.stop()
    await owner.end().catch(() => undefined) // the first error is the one to tell
    throw error
  }
  return {
    database,
    hasFullDisk: server.hasFullDisk,
    async end() {
      await database.destroy()
      // The lock is kept until the server has ended: who comes now waits, and starts it again.
      await server.stop()
      await owner.end().catch(() => undefined) // the server has ended it already
    },
    async abandon() {
      await owner.end().catch(() => undefined) // it may be broken, too
      await database.destroy()
    },
  }
}

/** A server that is just ending, or was just killed, seems to run for a moment: then it is started again. */
const MOST_STARTS = 20
const PAUSE = 50

async function openFolder(options: ServerOptions): Promise<{ server: Server; owner: Client }> {
  for (let start = 1; ; start++) {
    const server = await startServer(options)
    try {
      return { server, owner: await lockFolder(server, options.folder) }
    } catch (error) {
      const isLost = error instanceof HoldfastError && error.code === 'database_unreachable'
      if (!isLost || start === MOST_STARTS) throw error
      await wait(PAUSE)
    }
  }
}

async function migrateOnce(address: DatabaseAddress): Promise<void> {
  const owner = await connectOwner(address)
  try {
    await migrate(owner)
  } catch (error) {
    throw explainDatabase(error)
  } finally {
    await owner.end()
  }
}

/** The connection that holds the folder's lock. A server that is another process's is left running. */
async function lockFolder(server: Server, folder: string) {
  const owner = await connectOwner(server.address)
  let isOurs = false
  try {
    await becomeSoleUser(owner, folder)
    isOurs = true
    await migrate(owner)
    return owner
  } catch (error) {
    if (isOurs) await server.stop()
    await owner.end().catch(() => undefined) // the first error is the one to tell
    throw explainDatabase(error)
  }
}

function createLedger(place: string, effects: LedgerEffects, connection: OpenConnection): Ledger {
  const { use } = connection
  const readers: LedgerReader[] = []
  /** What this process wrote is on its pages at once. */
  const write = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    const result = await use(work)
    for (const reader of readers) reader.expire()
    return result
  }
  return {
    place,
    readCheckpoint: () => use(readLastCheckpoint),
    append: (changes, options = {}) =>
      write((database) => appendChanges(database, changes, { recordedAt: effects.now(), ...options })),
    readEvents: (after = 0) => connection.each((database) => readEvents(database, after)),
    holdLog: (copied) => holdLog(connection.each((database) => walkLog(database, refuseAltered, copied))),
    findRecord: (type, id) => use((database) => findRecord(database, type, id)),
    findTracker: () => use(findTracker),
    readRecords: () => connection.each(readRecords),
    findDocument: (hash) => use((database) => findDocument(database, hash)),
    async openReader(options = {}) {
      const reader = await openLedgerReader(connection, options)
      readers.push(reader)
      return reader
    },
    verify: (known = null, onStep) => use((database) => verifyLedger(database, known, onStep)),
    rebuild: () => write(rebuildProjections),
    writeBackup: (sink) => use((database) => writeBackup(database, sink)),
    restoreBackup: (archive) => write((database) => restoreBackup(database, archive)),
    close: connection.end,
  }
}
