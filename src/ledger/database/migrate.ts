/** Brings a database to the shape this program knows, or refuses one that is newer. */
import type { ClientBase } from 'pg'
import { MachineError } from '../../model/index.ts'
import { MIGRATIONS, type Migration } from './migrations.ts'

/** One lock for all migrations of a database: two processes that start at once take turns. */
const MIGRATION_LOCK = 4_806_101

/** `client` is signed in as the owner of the tables. Throws `data_folder_version` for a database of a newer Holdfast. */
export async function migrate(
  client: ClientBase,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const found = await countApplied(client)
  if (found === migrations.length) return
  refuseNewer(found, migrations.length)
  await inTransaction(client, async () => {
    await client.query('CREATE SCHEMA IF NOT EXISTS holdfast')
    await client.query(
      'CREATE TABLE IF NOT EXISTS holdfast.migrations (version integer PRIMARY KEY, name text NOT NULL)',
    )
  })
  for (const [at, migration] of migrations.entries())
    await inTransaction(client, () => apply(client, at + 1, migration))
  // A newer program may have come between.
  refuseNewer(await countApplied(client), migrations.length)
}

function refuseNewer(applied: number, known: number): void {
  if (applied <= known) return
  throw new MachineError(
    'data_folder_version',
    `The record was last used by a newer Holdfast (its database has version ${applied}, this one knows ${known}). Use that version, or a newer one.`,
  )
}

async function countApplied(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ there: boolean }>(
    "SELECT to_regclass('holdfast.migrations') IS NOT NULL AS there",
  )
  if (!rows[0]?.there) return 0
  const counted = await client.query<{ version: number | null }>(
    'SELECT max(version) AS version FROM holdfast.migrations',
  )
  return counted.rows[0]?.version ?? 0
}

async function apply(client: ClientBase, version: number, { name, statements }: Migration): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM holdfast.migrations WHERE version = $1', [version])
  if (rowCount !== 0) return
  for (const statement of statements) await client.query(statement)
  await client.query('INSERT INTO holdfast.migrations (version, name) VALUES ($1, $2)', [version, name])
}

async function inTransaction(client: ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await work()
    await client.query('COMMIT')
  } catch (error) {
    // When the connection is lost there is nothing to take back; the first error is the one to tell.
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}
