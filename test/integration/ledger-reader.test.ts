// The tracker as the record has it: the same pages whether it is held whole or read part by part, fresh after every
// write, and there while the database is not.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ledger } from '../../src/ledger/index.ts'
import { parsePlainDate } from '../../src/model/index.ts'
import { createTrackerSite } from '../../src/site/index.ts'
import type { TrackerReader } from '../../src/tracker/index.ts'
import { crawl } from '../builders/crawl.ts'
import { readFlagship } from '../builders/flagship.ts'
import { changesOf, hasPostgres, openAt, startTestServer, type TestServer } from './ledger-server.ts'

const TODAY = parsePlainDate('2026-11-21')!
const siteOf = (reader: TrackerReader) => createTrackerSite({ reader, today: () => TODAY })

function firstDifference(path: string, own: string, other: string): string {
  const at = [...own].findIndex((letter, index) => letter !== other[index])
  return `${path}: …${own.slice(at - 40, at + 60)}… for …${other.slice(at - 40, at + 60)}…`
}

describe.runIf(hasPostgres())('a reader of the record', () => {
  let host: TestServer
  let ledger: Ledger
  beforeAll(async () => {
    host = await startTestServer()
    ledger = await openAt(await host.makeDatabase())
    await ledger.append(changesOf(readFlagship()))
  }, 60_000)
  afterAll(async () => {
    await ledger.close()
    await host.end()
  })

  it.each(['/', '/?as_at=2024-12-31'])(
    'makes the same pages from parts as from the whole, from %s on',
    async (from) => {
      const held = siteOf(await ledger.openReader())
      const parts = siteOf(await ledger.openReader({ mostHeld: 0 }))
      const all = await crawl(held, from)
      const about = [...all].filter(([path]) =>
        /^\/(topics|commitments|recommendations|organisations|sources|indicators|left-out)\/[^?]/.test(path),
      )
      expect(about.length).toBeGreaterThan(200)
      // Sources are many and alike.
      const tried = about.filter(([path], at) => !path.startsWith('/sources/') || at % 5 === 0)
      const different: string[] = []
      let cut = 0
      for (const [path, { html }] of tried) {
        const own = await (await parts.request(path)).text()
        if (own.includes('data-cut')) cut++
        else if (own !== html) different.push(firstDifference(path, own, html))
      }
      expect(different).toEqual([])
      // Only organisations and sources that hundreds of records name are shortened.
      expect(cut).toBeLessThan(5)
    },
    300_000,
  )
})
