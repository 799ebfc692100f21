// Where a record was before it was renamed leads on to where it is: pages, days, and answers for machines, whether the
// record is held whole or read part by part.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ledger } from '../../src/ledger/index.ts'
import { parsePlainDate } from '../../src/model/index.ts'
import { createTrackerSite } from '../../src/site/index.ts'
import { parseContent } from '../../src/tracker/index.ts'
import { RIVER_TRACKER } from '../builders/tracker.ts'
import { changesOf, hasPostgres, openAt, startTestServer, type TestServer } from './ledger-server.ts'

const RENAMED = RIVER_TRACKER.replace('id: stop-spills\n', 'id: stop-spills\n    formerIds: [end-spills]\n')
  .replace('id: anglers, ', 'id: anglers, formerIds: [fishers], ')
  .replace('id: rec-stop, ', 'id: rec-stop, formerIds: [rec-end], ')
  .replace('id: hotline, ', 'id: hotline, formerIds: [phone], ')
  .replace('id: PLAN, ', 'id: PLAN, formerIds: [SCHEME], ')
  // What another type was called leads nowhere here.
  .replace('formerIds: [spills]', 'formerIds: [spills, fishers]')

describe.runIf(hasPostgres())('an address of before', () => {
  let host: TestServer
  let ledger: Ledger
  beforeAll(async () => {
    host = await startTestServer()
    ledger = await openAt(await host.makeDatabase())
    await ledger.append(changesOf(parseContent([{ path: 'rivers.yaml', text: RENAMED }])))
  }, 60_000)
  afterAll(async () => {
    await ledger.close()
    await host.end()
  })

  it.each([
    ['held whole', undefined],
    ['read part by part', { mostHeld: 0 }],
  ])('leads on, %s', async (_, options) => {
    const reader = await ledger.openReader(options)
    const site = createTrackerSite({ reader, today: () => parsePlainDate('2026-02-01')! })
    const lead = async (path: string) => {
      const { status, headers } = await site.request(path)
      return [status, headers.get('location')]
    }
    expect(await lead('/topics/spills')).toEqual([301, '/topics/sewage'])
    expect(await lead('/commitments/end-spills')).toEqual([301, '/commitments/stop-spills'])
    expect(await lead('/commitments/end-spills?as_at=2024-06-30')).toEqual([
      301,
      '/commitments/stop-spills?as_at=2024-06-30',
    ])
    expect(await lead('/recommendations/rec-end')).toEqual([301, '/recommendations/rec-stop'])
    expect(await lead('/organisations/fishers')).toEqual([301, '/organisations/anglers'])
    expect(await lead('/left-out/phone')).toEqual([301, '/left-out/hotline'])
    expect(await lead('/sources/SCHEME')).toEqual([301, '/sources/PLAN'])
    expect(await lead('/commitments/fishers')).toEqual([404, null])
    const answer = await site.request('/api/v1/commitments/end-spills')
    expect(await answer.json()).toMatchObject({ id: 'stop-spills', formerIds: ['end-spills'] })
    expect((await site.request('/commitments/stop-spills')).status).toBe(200)
  })
})
