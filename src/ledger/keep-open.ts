/** Keeps a way to the database open: when it breaks, the work under way is told, and the next work opens another. */
import { HoldfastError, MachineError } from '../model/index.ts'
import type { Database } from './database/connect.ts'
import { explainDatabase } from './database/explain-database.ts'

export interface Connection {
  readonly database: Database
  /** Whether a server of ours ended because of the disk. */
  hasFullDisk(): boolean
  end(): Promise<void>
  /** Lets go of what is left of a broken one, the lock included; a server is not ended. */
  abandon(): Promise<void>
}

export interface OpenConnection {
  use<T>(work: (database: Database) => Promise<T>): Promise<T>
  each<T>(work: (database: Database) => AsyncGenerator<T>): AsyncGenerator<T>
  end(): Promise<void>
}

/** Opens the first connection at once, and throws what that gives cause to. */
export async function keepOpen(open: () => Promise<Connection>): Promise<OpenConnection> {
  let current: Promise<Connection> | null = Promise.resolve(await open())

  /** What a failure means; a broken connection is given up, and so is one that could not be opened. */
  async function give(error: unknown, used: Promise<Connection>): Promise<unknown> {
    const told = explainDatabase(error)
    const connection = await used.catch(() => null)
    if (connection !== null && !isLost(told)) return told
    if (current === used) {
      current = null
      // What is broken may not end in order, and nobody waits for it.
      connection?.abandon().catch(() => undefined)
    }
    return connection?.hasFullDisk() ? diskFull(error) : told
  }
  return {
    async use(work) {
      current ??= open()
      const used = current
      try {
        return await work((await used).database)
      } catch (error) {
        throw await give(error, used)
      }
    },
    async *each(work) {
      current ??= open()
      const used = current
      try {
        yield* work((await used).database)
      } catch (error) {
        throw await give(error, used)
      }
    },
    async end() {
      const used = current
      current = null
      const connection = await used?.catch(() => null) // could not be opened, so there is nothing to end
      await connection?.end()
    },
  }
}

const isLost = (error: unknown): boolean =>
  error instanceof HoldfastError && error.code === 'database_unreachable'

const diskFull = (cause: unknown): MachineError =>
  new MachineError(
    'record_disk_full',
    'The disk that holds the record is full, and PostgreSQL has ended. What was acknowledged is kept. Make room and try again.',
    { cause },
  )
