// A page made from the part of the tracker that it needs is the page made from all of it, byte for byte.
import { describe, expect, it } from 'vitest'
import { parsePlainDate } from '../../src/model/index.ts'
import { createTrackerSite } from '../../src/site/index.ts'
import type { TrackerReader } from '../../src/tracker/index.ts'
import { crawl } from '../builders/crawl.ts'
import { readFlagship } from '../builders/flagship.ts'
import { build } from '../builders/tracker.ts'

const { reader } = build(readFlagship())
const whole: TrackerReader = {
  ...reader,
  readPart: (_need, asAt) => reader.readPart({ kind: 'whole' }, asAt),
}
const siteOf = (of: TrackerReader) =>
  createTrackerSite({ reader: of, today: () => parsePlainDate('2026-11-21')! })

describe('the pages from slices', () => {
  it.each(['/', '/?as_at=2024-12-31', '/?as_at=2023-02-02'])(
    'from %s on are those from the whole',
    async (from) => {
      const all = await crawl(siteOf(whole), from)
      expect(all.size).toBeGreaterThan(100)
      const sliced = siteOf(reader)
      const different: string[] = []
      for (const [path, { html, status }] of all) {
        const own = await sliced.request(path)
        if (own.status !== status || (await own.text()) !== html) different.push(path)
      }
      expect(different).toEqual([])
    },
    240_000,
  )
})
