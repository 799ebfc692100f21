// The site while its database is away: pages go on as they were and say so, nothing is wrong, and all is well again by itself.
import { chmodSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ledger, openLedger } from '../../src/ledger/index.ts'
import { startServer } from '../../src/ledger/server/start-server.ts'
import { parsePlainDate } from '../../src/model/index.ts'
import { serveTracker } from '../../src/site/index.ts'
import { changesFromContent, parseContent } from '../../src/tracker/index.ts'
import { RIVER_TRACKER } from '../builders/tracker.ts'
import { aChange, binaries, hasPostgres, makeFolder } from './ledger-server.ts'

const PATHS = ['/', '/topics/sewage', '/commitments/stop-spills', '/deadlines', '/sources/PLAN']
const rivers = () =>
  changesFromContent(parseContent([{ path: 'rivers.yaml', text: RIVER_TRACKER }]), new Map(), '').map(
    (change) => ({ ...change, by: 'An editor' }),
  )

async function serve(ledger: Ledger, mostHeld?: number) {
  const reader = await ledger.openReader(mostHeld === undefined ? {} : { mostHeld })
  const site = await serveTracker({
    reader,
    today: () => parsePlainDate('2026-02-01')!,
    host: '127.0.0.1',
    port: 0,
  })
  const get = async (path: string) => {
    const answer = await fetch(new URL(path, site.url))
    return { status: answer.status, html: await answer.text() }
  }
  return { get, close: site.close }
}

/** Asks until it is so, for half a minute at most. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (await isSo()) return
    await wait(200)
  }
  throw new Error('it did not come to be so in half a minute')
}

describe.runIf(hasPostgres())('the site', () => {
  let parent = ''
  beforeAll(() => {
    parent = makeFolder()
    chmodSync(parent, 0o755)
  })
  afterAll(() => rmSync(parent, { recursive: true, force: true }))

  it('answers every page while its own PostgreSQL is killed, and shows what is written after', async () => {
    const folder = join(parent, 'own')
    const ledger = await openLedger({ folder, binaries })
    await ledger.append(rivers())
    const site = await serve(ledger)
    const pid = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 'SIGKILL')
    for (let round = 0; round < 5; round++) {
      for (const path of PATHS) expect((await site.get(path)).status, path).toBe(200)
      await wait(100)
    }
    await until(async () => !(await site.get('/')).html.includes('We cannot reach the record'))
    await ledger.append([aChange('after-the-kill')])
    expect((await site.get('/')).html).toContain('Topic after-the-kill')
    await site.close()
    await ledger.close()
  }, 90_000)

  it('shows pages as of when its database was stopped, and is well again when that is back', async () => {
    const folder = join(parent, 'other')
    let server = await startServer({ folder, binaries })
    const { user, password, host, port, database } = server.address
    const url = `postgres://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
    const ledger = await openLedger({ url })
    await ledger.append(rivers())
    const held = await serve(ledger)
    const parts = await serve(ledger, 0)
    const fine = (await held.get('/topics/sewage')).html
    expect((await parts.get('/topics/sewage')).html).toBe(fine)
    await server.stop()
    await until(async () => (await held.get('/')).html.includes('We cannot reach the record'))
    for (const path of PATHS) {
      const { status, html } = await held.get(path)
      expect([path, status]).toEqual([path, 200])
      expect(html).toMatch(/This page is <strong>as of \d+ \w+ \d{4}<\/strong>, \d\d:\d\d UTC/)
    }
    // Of a large record, pages that were made are there; one that cannot be made is not said to be empty.
    await until(async () => (await parts.get('/topics/sewage')).html.includes('We cannot reach the record'))
    const missing = await parts.get('/topics/fish')
    expect(missing.status).toBe(503)
    expect(missing.html).toContain('This page cannot be shown just now')
    await expect(ledger.append([aChange('lost')])).rejects.toMatchObject({ code: 'database_unreachable' })
    server = await startServer({ folder, binaries })
    await until(async () => (await held.get('/topics/sewage')).html === fine)
    await until(async () => (await parts.get('/topics/fish')).status === 200)
    await ledger.append([aChange('after-the-stop')])
    expect((await held.get('/')).html).toContain('Topic after-the-stop')
    await held.close()
    await parts.close()
    await ledger.close()
    await server.stop()
  }, 120_000)

  it('shows what another process wrote, without a start', async () => {
    const folder = join(parent, 'shared')
    const server = await startServer({ folder, binaries })
    const { user, password, host, port, database } = server.address
    const url = `postgres://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
    const [ledger, other] = [await openLedger({ url }), await openLedger({ url })]
    await ledger.append(rivers())
    const site = await serve(ledger)
    expect((await site.get('/')).html).not.toContain('Topic elsewhere')
    await other.append([aChange('elsewhere')])
    await until(async () => (await site.get('/')).html.includes('Topic elsewhere'))
    await site.close()
    await ledger.close()
    await other.close()
    await server.stop()
  }, 60_000)
})
