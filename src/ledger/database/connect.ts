/** Connections to the database: as its owner for migrations and the folder's lock, as the writer for all else. */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { ServerAddress } from '../server/start-server.ts'
import { checkAddress, checkServerVersion } from './check-address.ts'
import { explainDatabase } from './explain-database.ts'
import { WRITER } from './migrations.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>

/** A running server of ours, or the address in DATABASE_URL. */
export type DatabaseAddress = ServerAddress | { readonly url: string }

/** Connections of one process at once; the embedded server takes 40. */
const MOST_CONNECTIONS = 10
const LONGEST_CONNECT = 15_000

/** Counts and positions come as numbers: they stay far below 2^53. */
const BIGINT = 20
const types = {
  getTypeParser: ((oid: number, format: 'text' | 'binary') =>
    oid === BIGINT ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser, // its overloads cannot be written out
}

function settingsOf(address: DatabaseAddress): pg.ClientConfig {
  const place = 'url' in address ? { connectionString: address.url } : address
  return {
    ...place,
    types,
    connectionTimeoutMillis: LONGEST_CONNECT,
    application_name: `holdfast ${process.pid}`,
    keepAlive: true,
  }
}

/** A connection as the owner of the tables. Throws `database_unreachable`, `database_refused`, and for a bad DATABASE_URL the errors of check-address.ts. */
export async function connectOwner(address: DatabaseAddress): Promise<pg.Client> {
  if ('url' in address) checkAddress(address.url)
  const client = new pg.Client(settingsOf(address))
  client.on('error', () => undefined) // told by the next query
  try {
    await client.connect()
    if ('url' in address) await refuseOld(client)
    return client
  } catch (error) {
    await client.end().catch(() => undefined) // the first error is the one to tell
    throw explainDatabase(error)
  }
}

async function refuseOld(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num')
  checkServerVersion(Number(rows[0]?.server_version_num))
}

/** Connections that may add to the log and change projections, and nothing else. Ended by `destroy()`. */
export function connectWriters(address: DatabaseAddress): Database {
  const pool = new pg.Pool({
    ...settingsOf(address),
    max: MOST_CONNECTIONS,
    options: `-c role=${WRITER} -c search_path=holdfast -c standard_conforming_strings=on -c jit=off`,
  })
  // A connection that breaks while it is in use is told by its query; without a listener it would end the process.
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    prepareNamed(client)
  })
  pool.on('error', () => undefined) // an idle connection was lost: the next query opens another, or tells
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

const NAMED = /^\/\* ([a-z ]+) \*\//

/** A statement that begins with its name in a comment is planned once a connection, which takes longer than to run it. */
function prepareNamed(client: pg.ClientBase): void {
  const query = client.query.bind(client) as (...asked: unknown[]) => unknown
  const prepared = (text: unknown, ...more: unknown[]): unknown => {
    const name = typeof text === 'string' ? NAMED.exec(text)?.[1] : undefined
    return query(name === undefined ? text : { name, text }, ...more)
  }
  client.query = prepared as typeof client.query // it gives what the client gives
}
