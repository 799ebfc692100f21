/** A real PostgreSQL for tests of the ledger: one server a file, one database a test. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Change, type Ledger, openLedger } from '../../src/ledger/index.ts'
import { findBinaries } from '../../src/ledger/server/binaries.ts'
import { type Server, type ServerAddress, startServer } from '../../src/ledger/server/start-server.ts'
import { type Content, changesFromContent } from '../../src/tracker/index.ts'

/** Another PostgreSQL's programs to test with, such as /usr/lib/postgresql/15/bin. */
export const binaries = process.env.HOLDFAST_POSTGRES ?? null

/** Whether this machine has a PostgreSQL to test with; on CI there must be one. */
export function hasPostgres(): boolean {
  try {
    findBinaries(null, binaries)
    return true
  } catch (error) {
    if (process.env.CI === 'true') throw error
    console.warn(
      `\nNO POSTGRESQL ON THIS MACHINE: THE LEDGER IS NOT TESTED WITH A REAL ONE. ${String(error)}\n`,
    )
    return false
  }
}

export interface TestServer {
  readonly server: Server
  /** The address of an empty ledger of its own. */
  makeDatabase(): Promise<string>
  /** The address of a database in which no ledger ever was. */
  makeBareDatabase(): Promise<string>
  /** Runs statements as the administrator, triggers of users left aside. */
  tamper(url: string, ...statements: string[]): Promise<void>
  end(): Promise<void>
}

export const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'holdfast-ledger-'))

const urlOf = ({ user, password, host, port }: ServerAddress, name: string) =>
  `postgres://${user}:${password}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`

export async function startTestServer(): Promise<TestServer> {
  const folder = makeFolder()
  // Other users have to enter it, because PostgreSQL may run as one.
  execFileSync('chmod', ['755', folder])
  const server = await startServer({ folder, binaries })
  const run = async (statement: string) => {
    const admin = new pg.Client(server.address)
    await admin.connect()
    await admin.query(statement)
    await admin.end()
  }
  // These tests end no server in the middle of its work; those that do keep the flushes.
  await run('ALTER SYSTEM SET fsync = off')
  await run('SELECT pg_reload_conf()')
  await run('CREATE DATABASE empty_ledger')
  await (await openAt(urlOf(server.address, 'empty_ledger'))).close()
  let count = 0
  return {
    server,
    async makeDatabase() {
      const name = `test_${++count}`
      await run(`CREATE DATABASE ${name} TEMPLATE empty_ledger STRATEGY file_copy`)
      return urlOf(server.address, name)
    },
    async makeBareDatabase() {
      const name = `bare_${++count}`
      await run(`CREATE DATABASE ${name}`)
      return urlOf(server.address, name)
    },
    async tamper(url, ...statements) {
      const admin = new pg.Client({ connectionString: url })
      await admin.connect()
      for (const statement of statements) await admin.query(statement)
      await admin.end()
    },
    async end() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A ledger in `url` with a clock that stands still. */
export const openAt = (url: string): Promise<Ledger> =>
  openLedger({ url }, { now: () => '2026-01-31T12:00:00.000Z' })

/** The change that records a topic, or what `over` makes of it. */
export function aChange(id: string, over: Partial<Change> = {}): Change {
  const cites = [{ source: 'PLAN' }]
  const body = {
    id,
    title: `Topic ${id}`,
    order: 1,
    summary: 'Less sewage.',
    whyItMatters: 'People swim.',
    formerIds: [],
    cites,
  }
  return { by: 'An editor', action: 'recorded', type: 'topic', id, reason: null, body, seen: null, ...over }
}

/** What records the content in an empty ledger. */
export const changesOf = (content: Content): Change[] =>
  changesFromContent(content, new Map(), '').map((change) => ({ ...change, by: 'An editor' }))
