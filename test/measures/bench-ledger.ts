// How long a write and a check of everything take as the record grows.
import { openLedger } from '../../src/ledger/index.ts'
import type { Measurement } from './measurement.ts'
import { p95Row, sayCount, singleRow } from './percentiles.ts'
import { recordOf, sizesToMeasure } from './served-record.ts'

const APPENDS = 200
const GOAL_MS = 20

export async function measureLedger(): Promise<Measurement[]> {
  const rows: Measurement[] = []
  for (const size of sizesToMeasure()) rows.push(...(await measureOf(size)))
  return rows
}

async function measureOf(size: number): Promise<Measurement[]> {
  const ledger = await openLedger({ folder: await recordOf(size) })
  const name = `${sayCount(size)} statements`
  const times: number[] = []
  const { size: before } = await ledger.readCheckpoint()
  for (let at = 0; at < APPENDS; at++) {
    const id = `topic-1-appended-${before}-${at}`
    const from = performance.now()
    await ledger.append([appended(id)])
    times.push(performance.now() - from)
  }
  const from = performance.now()
  const { problems, records } = await ledger.verify()
  const seconds = (performance.now() - from) / 1000
  await ledger.close()
  if (problems.length > 0) throw new Error(`the generated record does not verify: ${problems[0]?.message}`)
  const common = { group: 'ledger', unit: 'ms' } as const
  return [
    p95Row(times, {
      ...common,
      name: `append, 95th percentile, ${name}`,
      goal: `<= ${GOAL_MS}`,
      most: GOAL_MS,
      how: `${APPENDS} writes of one recommendation with its projections and its search words, one after the other, each flushed to the disk`,
    }),
    singleRow(seconds, {
      ...common,
      unit: 's',
      name: `verify, ${name}`,
      goal: null,
      most: null,
      how: `every hash of the log, every checkpoint, and ${sayCount(records)} records with links and search words, once`,
    }),
  ]
}

function appended(id: string) {
  const on = { words: '2026-01-05', from: '2026-01-05', to: '2026-01-05' } as never // a day, as the schema reads it
  const body = {
    id,
    topics: ['topic-1'],
    by: 'org-1',
    on,
    text: 'A sentence of some twenty words that tells who should do what for whom by when, and how it will be known.',
    cites: [{ source: 'S1', at: 'p. 1' }],
  }
  return {
    by: 'The bench',
    action: 'recorded',
    type: 'recommendation',
    id,
    reason: null,
    body,
    seen: null,
  } as const
}
