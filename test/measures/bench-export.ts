// How long an export takes beside Hugo, on the same texts, and how long one after a single change.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLedger } from '../../src/ledger/index.ts'
import type { TrackerEvent } from '../../src/tracker/index.ts'
import { runHoldfast } from './command.ts'
import { makeTracker, sizeFor } from './generated-tracker.ts'
import { findHugo, pagesIn, writeHugoSite, writtenBy } from './hugo-site.ts'
import { type Measurement, summarise } from './measurement.ts'

/** Makes a little more than 10,000 pages: a promise that was said three times has one for each pair of versions. */
const PAGES = 7_500
const DAY = '2026-02-15'
const RUNS = 3

export async function measureExport(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-bench-export-'))
  process.env.HOLDFAST_DATA = join(folder, 'data')
  try {
    await fillRecord(join(folder, 'data'), makeTracker(sizeFor(PAGES)))
    const generated = await measureIn(folder)
    process.env.HOLDFAST_DATA = join(folder, 'flagship')
    return [...generated, await measureFlagship(folder)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The tracker that comes with the program, as everybody exports it: with the pages of every year's end. */
async function measureFlagship(folder: string): Promise<Measurement> {
  const out = join(folder, 'flagship-out')
  await exportTo(out, [])
  const after: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    await changeOne(join(folder, 'flagship'), { type: 'ask', id: 'ask-manifesto-allowance' }, (body) => ({
      ...body,
      act: `${body.act} Said anew in run ${run}.`,
    }))
    after.push(await exportTo(out, []))
  }
  return {
    group: 'export',
    name: `export after one change, the flagship, ${pagesIn(out).length} pages`,
    ...summarise(after, null),
    unit: 's',
    against: null,
    goal: '<= 2',
    met: summarise(after, null).median <= 2,
    how: 'the whole command, after one ask was corrected, with the pages as they stood at the end of every year',
  }
}

async function fillRecord(folder: string, events: readonly TrackerEvent[]): Promise<void> {
  const ledger = await openLedger({ folder })
  await ledger.append(
    events.map((event) => ({ ...event, seen: null })),
    { head: 0 },
  )
  await ledger.close()
}

type Body = Readonly<Record<string, unknown>>

/** One record says something new. */
async function changeOne(
  folder: string,
  { type, id }: { readonly type: 'recommendation' | 'ask'; readonly id: string },
  change: (body: Body) => Body,
): Promise<void> {
  const ledger = await openLedger({ folder })
  const kept = await ledger.findRecord(type, id)
  if (kept?.body == null) throw new Error(`the record lacks the ${type} ${id}`)
  const body = change(JSON.parse(kept.body)) as TrackerEvent['body'] // the ledger looks at it
  await ledger.append([
    { by: 'bench', action: 'corrected', type, id, reason: 'to measure', body, seen: kept.sequence },
  ])
  await ledger.close()
}

/** Today alone, unless `days` say otherwise. */
async function exportTo(folder: string, days: readonly string[] = ['--days', 'none']): Promise<number> {
  const run = await runHoldfast(['export', folder, ...days, '--on', DAY, '--quiet'], { isTimedAlone: true })
  if (run.exitCode !== 0) throw new Error(`the export ended with ${run.exitCode}`)
  return run.seconds
}

async function measureIn(folder: string): Promise<Measurement[]> {
  const hugo = findHugo()
  const [out, same, pagesOnly] = [join(folder, 'out'), join(folder, 'hugo'), join(folder, 'hugo-pages')]
  await exportTo(out)
  const bytes = sizeOf(out)
  if (hugo !== null) {
    writeHugoSite(out, same, 'everything')
    writeHugoSite(out, pagesOnly, 'pages')
  }
  const whole: number[] = []
  const peer: number[] = []
  const peerPages: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    rmSync(out, { recursive: true })
    whole.push(await exportTo(out))
    if (hugo === null) continue
    peer.push(runHugo(same))
    peerPages.push(runHugo(pagesOnly))
  }
  const after: number[] = []
  const nothing: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    await changeOne(join(folder, 'data'), { type: 'recommendation', id: 'rec-7' }, (body) => ({
      ...body,
      text: `Said anew in run ${run}.`,
    }))
    after.push(await exportTo(out))
    nothing.push(await exportTo(out))
  }
  const pages = pagesIn(out).length
  const { pages: addresses } = JSON.parse(readFileSync(join(out, 'export.json'), 'utf8'))
  const summary = summarise(whole, hugo === null ? null : peer)
  const told = (site: string) => {
    if (hugo === null) return 'absent'
    const { files, bytes: written } = writtenBy(site)
    return `${files} files, ${Math.round(written / 1e6)} MB`
  }
  return [
    {
      group: 'export',
      name: `export of ${pages} pages into a new folder`,
      ...summary,
      unit: 's',
      against: hugo ?? 'absent: Hugo',
      goal: '<= 3 x Hugo',
      met: summary.ratio === null ? null : summary.ratio <= 3,
      how: `the whole command, PostgreSQL started and ended: the pages and what machines read beside them (${addresses} files, ${Math.round(bytes / 1e6)} MB), links checked, log and search included; Hugo renders the same texts in the same frame and writes the same tables and drawings beside its pages (${told(same)}), which it is given as texts and need not make: from rows it takes several times as long`,
    },
    {
      group: 'export',
      name: `the same export of ${pages} pages, beside the pages alone of Hugo`,
      ...summarise(whole, hugo === null ? null : peerPages),
      unit: 's',
      against: hugo === null ? 'absent: Hugo' : `${hugo}, pages alone`,
      goal: null,
      met: null,
      how: `the export as above, with all that machines read; Hugo writes its pages and nothing beside them (${told(pagesOnly)}), so the two do not write the same`,
    },
    {
      group: 'export',
      name: `export after one change, ${pages} pages`,
      ...summarise(after, null),
      unit: 's',
      against: null,
      goal: '<= 2',
      met: summarise(after, null).median <= 2,
      how: 'the whole command, after one recommendation was corrected; files of the earlier export that the disk says were touched since are read and their hashes compared',
    },
    {
      group: 'export',
      name: `export when nothing changed, ${pages} pages`,
      ...summarise(nothing, null),
      unit: 's',
      against: null,
      goal: null,
      met: null,
      how: 'the whole command',
    },
  ]
}

function runHugo(site: string): number {
  rmSync(join(site, 'public'), { recursive: true, force: true })
  const from = performance.now()
  const { status, stderr } = spawnSync('hugo', ['--quiet', '--source', site], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`Hugo ended with ${status}: ${stderr}`)
  return (performance.now() - from) / 1000
}

function sizeOf(folder: string): number {
  return Number(spawnSync('du', ['-sb', folder], { encoding: 'utf8' }).stdout.split('\t')[0])
}
