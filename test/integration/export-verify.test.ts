// The stand-alone verifier: content with an export, and with no export that anybody changed.
import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { verifyExport } from '../../src/site/export/verify-export.mjs'
import { exportTo, filesIn, logOf, newFolder, withCorrection } from '../builders/exported.ts'
import { aTracker } from '../builders/tracker.ts'
import { makeRandom } from '../rules/random-households.ts'

vi.setConfig({ testTimeout: 300_000 })

/** Few pages, and more entries than a tile holds. */
const SMALL = `
tracker: { id: rivers, title: Rivers, summary: What was promised., place: Wales, keeper: Editors., recordedOn: 2026-01-31, verdicts: [{ id: good, label: Good, shape: full-disc, meaning: Done. }, { id: bad, label: Bad, shape: open-ring, meaning: Not done. }] }
sources:
  - { id: PLAN, title: The river plan, publisher: Water Office, address: https://example.org/plan, published: 2023-03-01, kind: plan, seen: whole }
organisations:
  - { id: office, name: The Water Office, kind: department, what: Looks after rivers., cites: [{ source: PLAN }] }
topics:
  - { id: sewage, title: Sewage in rivers, order: 1, summary: Whether less is spilled., whyItMatters: People swim there., cites: [{ source: PLAN }] }
`
const first = aTracker(SMALL).events
/** The same tracker after many corrections. */
const events = Array.from({ length: 300 }).reduce<typeof first>(
  (all, _, at) => withCorrection(all, 'topic', 'sewage', { summary: `Told for the ${at}th time.` }),
  first,
)
const checkpointOf = (of: typeof events) => logOf(of).checkpoint

let whole: string
beforeAll(async () => {
  whole = newFolder()
  await exportTo(whole, events)
}, 300_000)
afterAll(() => rmSync(whole, { recursive: true, force: true }))

describe('the verifier', () => {
  it('is under 300 lines, and needs nothing but Node', () => {
    const text = readFileSync(join(whole, 'verify.mjs'), 'utf8')
    expect(text.split('\n').length).toBeLessThan(300)
    expect(
      [...text.matchAll(/^import .* from '(.*)'/gm)].every(([, name]) => name?.startsWith('node:')),
    ).toBe(true)
  })

  it('passes on an export, run as a program from any folder', () => {
    const { status, stdout } = spawnSync(process.execPath, [join(whole, 'verify.mjs'), whole], {
      encoding: 'utf8',
      cwd: '/',
    })
    expect([status, stdout]).toEqual([0, expect.stringContaining(`Checkpoint ${events.length}:`)])
    expect(verifyExport(whole, [checkpointOf(events.slice(0, 200)), checkpointOf(events)]).problems).toEqual(
      [],
    )
  })

  it('passes where sha256sum does', () => {
    const { status, error } = spawnSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: whole })
    if (error === undefined) expect(status).toBe(0)
    else console.info('note: sha256sum is not installed, so it was not asked')
  })

  it('says how it is called', () => {
    for (const words of [[], ['a', 'b'], ['--seal'], ['x', '--nonsense']]) {
      const { status, stderr } = spawnSync(process.execPath, [join(whole, 'verify.mjs'), ...words], {
        encoding: 'utf8',
      })
      expect([status, stderr]).toEqual([2, expect.stringContaining('Usage')])
    }
  })

  it('finds each of 1,000 flipped bits, wherever they are', () => {
    const random = makeRandom(Number(process.env.HOLDFAST_SEED ?? 9))
    const files = [...filesIn(whole)].filter(([, bytes]) => bytes.length > 0)
    const missed: string[] = []
    for (let flip = 0; flip < 1000; flip += 1) {
      // Every third one in the log, which is small beside the pages.
      const among = flip % 3 === 0 ? files.filter(([file]) => file.startsWith('log/')) : files
      const [file, bytes] = among[Math.floor(random() * among.length)]!
      const bit = Math.floor(random() * bytes.length * 8)
      const changed = Buffer.from(bytes)
      changed[bit >> 3]! ^= 1 << (bit & 7)
      writeFileSync(join(whole, file), changed)
      if (verifyExport(whole).problems.length === 0) missed.push(`${file} bit ${bit}`)
      writeFileSync(join(whole, file), bytes)
    }
    expect(missed).toEqual([])
    expect(verifyExport(whole).problems).toEqual([])
  })

  it('finds a file that is missing, emptied or cut short', () => {
    for (const file of [
      'index.html',
      'log/entries/000.jsonl',
      'log/tile/0/000',
      'SHA256SUMS',
      'SHA256SUMS.sha256',
      'log/checkpoint',
      'export.json',
    ]) {
      const bytes = readFileSync(join(whole, file))
      rmSync(join(whole, file))
      expect(verifyExport(whole).problems, `${file} missing`).not.toEqual([])
      for (const cut of [0, bytes.length - 1]) {
        writeFileSync(join(whole, file), bytes.subarray(0, cut))
        expect(verifyExport(whole).problems, `${file} of ${cut} bytes`).not.toEqual([])
      }
      writeFileSync(join(whole, file), bytes)
    }
  })
})

describe('an export made by a liar with Holdfast in hand', () => {
  async function lieWith(told: typeof events) {
    const folder = newFolder()
    try {
      await exportTo(folder, told)
      return {
        alone: verifyExport(folder).problems,
        held: verifyExport(folder, [checkpointOf(events.slice(0, 250))]).problems,
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  it('is caught by an earlier checkpoint when the last entries are dropped', async () => {
    const { alone, held } = await lieWith(events.slice(0, 240))
    expect([alone, held]).toEqual([[], [expect.stringContaining('was cut short')]])
  })

  it('is caught by an earlier checkpoint when history was told anew', async () => {
    const told = events.map((event, at) => (at === 100 ? { ...event, reason: 'Another reason' } : event))
    const { alone, held } = await lieWith(told)
    expect([alone, held]).toEqual([[], [expect.stringContaining('was rewritten')]])
  })

  it('is caught by the seal when files and their list were changed together', () => {
    const folder = newFolder()
    cpSync(whole, folder, { recursive: true })
    const seal = spawnSync('cat', [join(folder, 'SHA256SUMS.sha256')], { encoding: 'utf8' }).stdout.slice(
      0,
      64,
    )
    expect(verifyExport(folder, [], seal).problems).toEqual([])
    expect(verifyExport(folder, [], 'a'.repeat(64)).problems).toEqual([expect.stringContaining('seal')])
    rmSync(folder, { recursive: true, force: true })
  })
})
