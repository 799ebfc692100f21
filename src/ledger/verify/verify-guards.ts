/** Checks that the database still refuses to change what is kept (its triggers are there and on), and how it was made. */
import { type Kysely, sql } from 'kysely'
import { APPEND_ONLY, MIGRATIONS } from '../database/migrations.ts'
import type { Tables } from '../database/tables.ts'
import type { Report } from './problem.ts'

export async function verifyGuards(database: Kysely<Tables>, report: Report): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    SELECT tgname AS name FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE nspname = 'holdfast' AND tgenabled = 'A'`.execute(database)
  const there = new Set(rows.map(({ name }) => name))
  for (const table of APPEND_ONLY)
    if (!there.has(`${table}_are_kept`) || !there.has(`${table}_stay`))
      report(`table ${table}`, 'is open to changes: the triggers that refuse them are off or gone.')
}

/** The notes of the steps that made the tables: by them the next program knows what is still to do. */
export async function verifySteps(database: Kysely<Tables>, report: Report): Promise<void> {
  const noted = await database.selectFrom('migrations').selectAll().orderBy('version').execute()
  const isSame =
    noted.length === MIGRATIONS.length &&
    noted.every(({ version, name }, at) => version === at + 1 && name === MIGRATIONS[at]?.name)
  if (!isSame)
    report('table migrations', 'is otherwise than the steps that made the tables. Restore the last backup.')
}
