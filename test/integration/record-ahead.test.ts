// A page about one record is read in two questions without a transaction: that is refused where something was written
// between them, and the page is then read at one moment.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectWriters, type Database } from '../../src/ledger/database/connect.ts'
import type { Ledger } from '../../src/ledger/index.ts'
import { readAhead } from '../../src/ledger/reader/sql-record.ts'
import { listRecords, reach } from '../../src/tracker/index.ts'
import { readFlagship } from '../builders/flagship.ts'
import { aChange, changesOf, hasPostgres, openAt, startTestServer, type TestServer } from './ledger-server.ts'

describe.runIf(hasPostgres())('a record read ahead', () => {
  let host: TestServer
  let ledger: Ledger
  let database: Database
  let topic = ''
  beforeAll(async () => {
    host = await startTestServer()
    const url = await host.makeDatabase()
    ledger = await openAt(url)
    await ledger.append(changesOf(readFlagship()))
    database = connectWriters({ url })
    const { state } = await (await ledger.openReader()).readPart({ kind: 'whole' }, null)
    topic = listRecords(state, 'topic')[0]?.id ?? ''
  }, 60_000)
  afterAll(async () => {
    await database.destroy()
    await ledger.close()
    await host.end()
  })

  const begin = async () => {
    const graph = await readAhead(database, `topic ${topic}`, null)
    if (graph === null) throw new Error('the topic is there')
    return graph
  }

  it('is of one moment where nothing was written', async () => {
    const graph = await begin()
    const found = await reach(graph, new Set([`topic ${topic}`]))
    expect(found.size).toBeGreaterThan(50)
    expect(graph.isOfOneMoment()).toBe(true)
  })

  it('asks the database twice, and once more for the copies that words are from', async () => {
    const graph = await begin()
    expect(graph.moments.length).toBe(1)
    await reach(graph, new Set([`topic ${topic}`]))
    expect(graph.moments.length).toBeLessThanOrEqual(3)
  })

  it('is not where something was written between its questions', async () => {
    const graph = await begin()
    await ledger.append([aChange('written-meanwhile')])
    await reach(graph, new Set([`topic ${topic}`]))
    expect(graph.isOfOneMoment()).toBe(false)
  })

  it('is none where there is no such record', async () => {
    expect(await readAhead(database, 'topic nowhere', null)).toBeNull()
  })

  it('gives whole pages while others write', async () => {
    const reader = await ledger.openReader({ mostHeld: 0 })
    const writing = (async () => {
      for (let at = 0; at < 20; at++) await ledger.append([aChange(`beside-${at}`)])
    })()
    for (let at = 0; at < 20; at++) {
      const { state } = await reader.readPart({ kind: 'record', type: 'topic', id: topic }, null)
      expect(state.records.topic.has(topic)).toBe(true)
    }
    await writing
  })
})
