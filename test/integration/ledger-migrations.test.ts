// Migrations: each whole or not there, wherever it is cut off; a database of a newer program is refused.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../src/ledger/database/migrate.ts'
import { MIGRATIONS } from '../../src/ledger/database/migrations.ts'
import { readFlagship } from '../builders/flagship.ts'
import { changesOf, hasPostgres, openAt, startTestServer, type TestServer } from './ledger-server.ts'

/** A second step, so that stopping between two is tried as well. */
const steps = [
  ...MIGRATIONS,
  { name: 'a later step', statements: ['CREATE TABLE holdfast.later ()', 'SELECT 1'] },
]

describe.runIf(hasPostgres())('migrations', () => {
  let host: TestServer
  let url = ''
  beforeAll(async () => {
    host = await startTestServer()
    url = await host.makeBareDatabase()
  })
  afterAll(() => host.end())

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined) // its end is what these tests are about
    await client.connect()
    return client
  }

  /** Ends the connection, as a kill of the process would, instead of statement number `last` + 1. */
  async function migrateUpTo(last: number): Promise<boolean> {
    const client = await connect()
    const query = client.query.bind(client)
    let count = 0
    const stopping = async (text: string, values?: unknown[]) => {
      if (count++ < last) return query(text, values)
      await client.end()
      throw new Error('stopped')
    }
    Object.assign(client, { query: stopping })
    try {
      await migrate(client, steps)
      await client.end()
      return true
    } catch (error) {
      if (error instanceof Error && error.message === 'stopped') return false
      throw error
    }
  }

  it('go on after being stopped at any statement', async () => {
    let stops = 0
    while (!(await migrateUpTo(stops))) stops++
    // A step that was stopped begins again, the ones before it do not.
    expect(stops).toBeGreaterThan(Math.max(...MIGRATIONS.map(({ statements }) => statements.length)))
    const client = await connect()
    const { rows } = await client.query('SELECT version, name FROM holdfast.migrations ORDER BY version')
    expect(rows).toEqual(steps.map(({ name }, at) => ({ version: at + 1, name })))
    await client.end()
  })

  it('refuse a record that a newer program has used', async () => {
    await expect(openAt(url)).rejects.toMatchObject({ code: 'data_folder_version' })
  })

  it('give a record that can be verified', async () => {
    const ledger = await openAt(await host.makeBareDatabase())
    expect(await ledger.verify()).toMatchObject({ problems: [] })
    await ledger.close()
  })

  it('fill what an older program did not keep', async () => {
    const older = await host.makeDatabase()
    const before = await openAt(older)
    await before.append(changesOf(readFlagship()))
    await before.close()
    await host.tamper(
      older,
      'DROP TABLE holdfast.history, holdfast.moments',
      ...['sort', 'type', 'recording'].map((name) => `DROP INDEX holdfast.records_by_${name}`),
      'DELETE FROM holdfast.migrations WHERE version > 2',
    )
    const ledger = await openAt(older)
    expect(await ledger.verify()).toMatchObject({ problems: [] })
    await ledger.close()
  })

  it('tell a database or a user that is not there', async () => {
    await expect(openAt(url.replace(/bare_\d+/, 'nowhere'))).rejects.toMatchObject({
      code: 'database_refused',
    })
    await expect(openAt(url.replace('postgres://holdfast', 'postgres://nobody'))).rejects.toMatchObject({
      code: 'database_refused',
    })
    await expect(openAt('postgres://holdfast@127.0.0.1:1/none')).rejects.toMatchObject({
      code: 'database_unreachable',
    })
  })
})
