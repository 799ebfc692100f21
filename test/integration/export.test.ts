// An export as its readers and keepers meet it: the same bytes, no broken link, nothing of a stranger's touched.
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { TrackerEvent } from '../../src/tracker/index.ts'
import { elementsOf } from '../builders/crawl.ts'
import { aDocument, addCopy } from '../builders/evidence.ts'
import { exportTo, filesIn, newFolder, recordedAgain, withCorrection } from '../builders/exported.ts'
import { aTracker, RIVER_TRACKER } from '../builders/tracker.ts'

// A whole tracker is written several times.
vi.setConfig({ testTimeout: 600_000 })

const { events } = aTracker(RIVER_TRACKER)
const days = ['2024-12-31']
const folders: string[] = []
const aFolder = () => {
  const folder = newFolder()
  folders.push(folder)
  return folder
}

/** One export that every test may copy, and none may change. */
let whole: string
beforeAll(async () => {
  whole = newFolder()
  await exportTo(whole, events, { days })
}, 300_000)
const aCopy = () => {
  const folder = aFolder()
  cpSync(whole, folder, { recursive: true })
  return folder
}
const pathsIn = (folder: string) => [...filesIn(folder).keys()]
/** Files that are not the same in both. */
function differing(one: string, other: string): string[] {
  const [left, right] = [filesIn(one), filesIn(other)]
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (file) => !left.get(file)?.equals(right.get(file) ?? Buffer.of()),
  )
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
afterAll(() => rmSync(whole, { recursive: true, force: true }))

const CHANGES: readonly (readonly [...Parameters<typeof withCorrection>])[] = [
  [[], 'topic', 'sewage', { title: 'Sewage in all rivers' }],
  [[], 'source', 'PLAN', { title: 'Another plan' }],
  [[], 'commitment', 'stop-spills', { title: 'No spills' }],
  [[], 'decision', 'dec-stop', null],
  [[], 'deliveryEvent', 'spills-unclear', { commitments: ['fish-ladders'], topics: ['fish'] }],
  [[], 'position', 'anglers-on-plan', null],
  [[], 'group', 'boaters', { name: 'Rowers' }],
  [[], 'government', 'first', { to: '2024-07-04' }],
]

/** How often it is exported while it grows. */
const SOME = { minLength: 2, maxLength: 3 }
/** Which record, and whether it is corrected in a text, withdrawn, or comes again under another name. */
const aChange = fc.record({ place: fc.nat(), kind: fc.constantFrom('text', 'text', 'withdrawn', 'again') })

/** The events and one more; as they are where the change would leave a link to nothing. */
function changedBy(
  before: readonly TrackerEvent[],
  { place, kind }: { readonly place: number; readonly kind: string },
): TrackerEvent[] {
  const there = [...new Map(before.map((event) => [`${event.type} ${event.id}`, event])).values()]
  const changeable = there.filter(({ type, body }) => type !== 'tracker' && body !== null)
  const { type, id, body } = changeable[place % changeable.length]!
  // What others lead to cannot be withdrawn, and some records are known by their names alone.
  if (kind === 'withdrawn' && (type === 'position' || type === 'decision'))
    return withCorrection(before, type, id, null)
  if (kind === 'again' && type === 'decision')
    return recordedAgain(before, type, id, { id: `again-${before.length}` })
  const field = ['title', 'text', 'name', 'reason', 'act'].find((each) => body !== null && each in body)
  return field === undefined
    ? [...before]
    : withCorrection(before, type, id, { [field]: `Said otherwise at ${before.length}` })
}

describe('an export', () => {
  it('is the same, byte for byte, when it is made again elsewhere', async () => {
    const other = aFolder()
    await exportTo(other, events, { days })
    expect(differing(whole, other)).toEqual([])
  })

  it('offers the code of a card only where it has the card, which has to know its address', async () => {
    const codesIn = (folder: string) =>
      [...filesIn(folder)].flatMap(([file, bytes]) =>
        [...bytes.toString().matchAll(/&lt;iframe src=&quot;([^&]*)/g)].map(([, address]) => [file, address]),
      )
    expect(codesIn(whole)).toEqual([])
    const hosted = aFolder()
    await exportTo(hosted, events, { days: [], base: 'https://example.org/rivers' })
    const files = filesIn(hosted)
    expect(codesIn(hosted)).toContainEqual([
      'topics/sewage/index.html',
      'https://example.org/rivers/embed/topics/sewage',
    ])
    for (const [, address = ''] of codesIn(hosted))
      expect(files.has(`${address.replace('https://example.org/rivers/', '')}/index.html`)).toBe(true)
  })

  it('writes nothing when nothing changed', async () => {
    const folder = aCopy()
    expect(await exportTo(folder, events, { days })).toMatchObject({
      kind: 'exported',
      written: 0,
      removed: 0,
    })
    expect(differing(whole, folder)).toEqual([])
  })

  it('makes again what somebody changed, whether it knows its other files by sight or reads them all', async () => {
    const [folder, memory] = [aCopy(), aFolder()]
    const given = { days, memory }
    expect(await exportTo(folder, events, given)).toMatchObject({ written: 0 })
    for (const isAllRead of [false, true]) {
      writeFileSync(join(folder, 'about/index.html'), 'mine')
      expect(await exportTo(folder, events, { ...given, isAllRead })).toMatchObject({ written: 1 })
      expect(differing(whole, folder)).toEqual([])
    }
  })

  it('is after many changes, one at a time, what it would be made anew', async () => {
    const [grown, fresh] = [aFolder(), aFolder()]
    let changed = [...events]
    await exportTo(grown, changed)
    for (const [, type, id, change] of CHANGES) {
      changed = withCorrection(changed, type, id, change)
      expect(await exportTo(grown, changed)).toMatchObject({ kind: 'exported' })
    }
    // What was withdrawn is recorded again, one more record is new, and the log grows over the end of a run.
    changed = recordedAgain(changed, 'decision', 'dec-stop')
    changed = recordedAgain(changed, 'topic', 'fish', { id: 'eels', title: 'Eels', formerIds: ['elvers'] })
    for (let at = 0; at < 70; at += 1)
      changed = withCorrection(changed, 'ask', 'ask-count', { test: `A count is published ${at} times.` })
    expect(await exportTo(grown, changed)).toMatchObject({ kind: 'exported' })
    expect(pathsIn(grown)).toContain('changes/part=1/index.html')
    changed = withCorrection(changed, 'ask', 'ask-count', null)
    expect(await exportTo(grown, changed)).toMatchObject({ kind: 'exported' })
    await exportTo(fresh, changed)
    expect(differing(grown, fresh)).toEqual([])
  })

  it('is after changes by chance, several at a time, what it would be made anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(aChange, { minLength: 1, maxLength: 3 }), SOME), async (rounds) => {
        const [grown, fresh] = [aCopy(), aFolder()]
        let changed = [...events]
        for (const changes of rounds) {
          for (const change of changes) changed = changedBy(changed, change)
          await exportTo(grown, changed, { days })
        }
        await exportTo(fresh, changed, { days })
        expect(differing(grown, fresh)).toEqual([])
      }),
      { numRuns: 2, seed: 7, endOnFailure: true },
    )
  })

  it('makes only what a change touches', async () => {
    const folder = aCopy()
    const changed = withCorrection(events, 'recommendation', 'rec-stop', { part: 'Part 9' })
    const exported = await exportTo(folder, changed, { days })
    if (exported.kind !== 'exported') throw new Error('not exported')
    expect(exported.written).toBeLessThan(exported.files / 2)
    expect(differing(whole, folder)).toContain('recommendations/rec-stop/index.html')
    expect(differing(whole, folder)).not.toContain('commitments/fish-ladders/index.html')
  })

  it('makes everything again for another base', async () => {
    const [folder, fresh] = [aCopy(), aFolder()]
    const given = { base: 'https://example.org/rivers' }
    await exportTo(folder, events, given)
    await exportTo(fresh, events, given)
    expect(differing(folder, fresh)).toEqual([])
    expect(pathsIn(folder)).toContain('changes.atom')
  })

  it('has every address of the site, its days and its former ones', () => {
    const files = filesIn(whole)
    for (const file of [
      'index.html',
      'topics/sewage/index.html',
      'topics/sewage/timeline/index.html',
      'topics/spills/index.html',
      'commitments/stop-spills/index.html',
      'left-out/group=boaters/index.html',
      'as-at/2024-12-31/topics/sewage/index.html',
      'search/index.html',
      'everything/index.html',
      '404.html',
      'tracker.css',
      'log/checkpoint',
      'verify.mjs',
    ])
      expect([...files.keys()]).toContain(file)
    expect(files.get('topics/spills/index.html')?.toString()).toContain(
      'content="0; url=../sewage/index.html"',
    )
  })

  it('has pages that stay small, load nothing from elsewhere, and hold no whole path', () => {
    for (const [file, bytes] of filesIn(whole)) {
      if (!file.endsWith('.html') || file === '404.html') continue
      expect(bytes.length, file).toBeLessThan(30_000)
      const elements = elementsOf(bytes.toString())
      const loaded = elements.flatMap(({ name, attributes }) =>
        name === 'a' ? [] : [attributes.src, name === 'link' ? attributes.href : undefined],
      )
      expect(
        loaded.filter((each) => each && !/^(\.|data:|[\w-]+[./])/.test(each)),
        file,
      ).toEqual([])
      const whole = elements.flatMap(({ attributes }) => [attributes.href, attributes.action, attributes.src])
      expect(
        whole.filter((each) => each?.startsWith('/') || each?.includes('holdfast-export')),
        file,
      ).toEqual([])
    }
  })

  it('has tables with the mark that tells a spreadsheet their signs, as the site gives them', () => {
    const tables = [...filesIn(whole)].filter(([file]) => file.endsWith('.csv'))
    expect(tables.length).toBeGreaterThan(10)
    for (const [file, bytes] of tables) expect(bytes.subarray(0, 3).toString('hex'), file).toBe('efbbbf')
  })

  it('keeps hostile words words', async () => {
    const evil = '</script><script>alert(1)</script>"\'><img src=x onerror=alert(1)>\u2028'
    const folder = aCopy()
    await exportTo(folder, withCorrection(events, 'topic', 'fish', { title: evil, summary: evil }), { days })
    for (const [file, bytes] of filesIn(folder)) {
      if (!file.endsWith('.html')) continue
      const elements = elementsOf(bytes.toString())
      expect(
        elements.filter(({ attributes }) => attributes.onerror !== undefined || attributes.src === 'x'),
      ).toEqual([])
      const scripts = elements.filter(
        ({ name, attributes }) => name === 'script' && attributes.type !== 'application/ld+json',
      )
      expect(
        scripts.every(({ attributes }) => attributes.src !== undefined),
        file,
      ).toBe(true)
    }
  })

  it('shows the words of documents only where they are to be published', async () => {
    const words = 'The office will count every spill and will say so once a year.'
    const document = aDocument(`# A plan\n${words}\nMore of the plan.`)
    const copied = addCopy(events, 'PLAN', document).events
    const [shown, bare] = [aFolder(), aFolder()]
    expect(await exportTo(shown, copied, { documents: [document] })).toMatchObject({ kind: 'exported' })
    expect(await exportTo(bare, copied)).toMatchObject({ kind: 'exported' })
    const page = `documents/${document.sha256.slice(0, 16)}/1/index.html`
    expect(filesIn(shown).get(page)?.toString()).toContain(words)
    expect(pathsIn(bare).filter((path) => /^documents\/.+\//.test(path))).toEqual([])
    expect([...filesIn(bare).values()].some((bytes) => bytes.includes(words))).toBe(false)
  })

  it('stops at a link that leads nowhere, and leaves the old export whole', async () => {
    const folder = aCopy()
    const broken = withCorrection(events, 'commitment', 'fish-ladders', { topics: ['nowhere'] })
    const exported = await exportTo(folder, broken, { days })
    expect(exported).toMatchObject({
      kind: 'broken',
      links: expect.arrayContaining([{ from: 'commitments/fish-ladders/index.html', to: '/topics/nowhere' }]),
    })
    expect(differing(whole, folder)).toEqual([])
  })
})

describe('the folder of an export', () => {
  it('is refused where it holds what no export wrote', async () => {
    const folder = aFolder()
    writeFileSync(join(folder, 'diary.txt'), 'mine')
    await expect(exportTo(folder, events)).rejects.toMatchObject({
      code: 'export_folder_foreign',
      message: expect.stringContaining('diary.txt'),
    })
    expect(pathsIn(folder)).toEqual(['diary.txt'])
  })

  it('is refused where it is a file, or lies below one', async () => {
    const folder = aFolder()
    writeFileSync(join(folder, 'file'), '')
    await expect(exportTo(join(folder, 'file'), events)).rejects.toMatchObject({
      code: 'export_folder_foreign',
    })
    await expect(exportTo(join(folder, 'file', 'x'), events)).rejects.toMatchObject({
      code: 'export_folder_foreign',
    })
  })

  it('keeps what a stranger put into it, and never writes over that', async () => {
    const folder = aCopy()
    writeFileSync(join(folder, 'CNAME'), 'rivers.example')
    mkdirSync(join(folder, 'topics', 'mine'))
    writeFileSync(join(folder, 'topics', 'mine', 'note.txt'), 'mine')
    await exportTo(folder, withCorrection(events, 'decision', 'dec-stop', null), { days })
    expect(pathsIn(folder)).toEqual(expect.arrayContaining(['CNAME', 'topics/mine/note.txt']))
    writeFileSync(join(folder, 'topics', 'mine', 'index.html'), 'mine')
    const added = { ...events.find(({ type }) => type === 'topic')!, sequence: events.length + 1, id: 'mine' }
    const body = { ...added.body, id: 'mine', formerIds: [], order: 9 } as typeof added.body
    await expect(exportTo(folder, [...events, { ...added, body }], { days })).rejects.toMatchObject({
      code: 'export_folder_foreign',
      message: expect.stringContaining('index.html'),
    })
  })

  it('follows no link out of it', async () => {
    const [folder, outside] = [aCopy(), aFolder()]
    await exportTo(folder, events)
    rmSync(join(folder, 'as-at'), { recursive: true })
    symlinkSync(outside, join(folder, 'as-at'))
    await expect(exportTo(folder, events, { days })).rejects.toMatchObject({ code: 'export_folder_foreign' })
    expect(pathsIn(outside)).toEqual([])
  })

  it('writes through no link that stands in place of a folder of its own', async () => {
    const [folder, outside] = [aCopy(), aFolder()]
    cpSync(join(folder, 'topics'), outside, { recursive: true })
    rmSync(join(folder, 'topics'), { recursive: true })
    symlinkSync(outside, join(folder, 'topics'))
    const before = filesIn(outside)
    const changed = withCorrection(events, 'topic', 'fish', { title: 'Trout' })
    await expect(exportTo(folder, changed, { days })).rejects.toMatchObject({
      code: 'export_folder_foreign',
      message: expect.stringContaining('topics is a link'),
    })
    expect(filesIn(outside)).toEqual(before)
  })

  it('loses the files that nothing needs any more, and empty folders with them', async () => {
    const folder = aCopy()
    const exported = await exportTo(folder, events)
    expect(exported).toMatchObject({ kind: 'exported', left: [] })
    expect(pathsIn(folder).filter((file) => file.startsWith('as-at/'))).toEqual(['as-at/index.html'])
  })

  it('keeps a file that somebody changed although nothing needs it, and makes a needed one again', async () => {
    const folder = aCopy()
    writeFileSync(join(folder, 'as-at/2024-12-31/index.html'), 'mine now')
    writeFileSync(join(folder, 'index.html'), 'mine now')
    expect(await exportTo(folder, events)).toMatchObject({ left: ['as-at/2024-12-31/index.html'] })
    expect(filesIn(folder).get('index.html')?.toString()).toContain('<h1>')
  })

  it('leaves the old export whole when it is interrupted', async () => {
    const folder = aCopy()
    const stop = new AbortController()
    stop.abort()
    const changed = withCorrection(events, 'topic', 'fish', { title: 'Trout' })
    await expect(exportTo(folder, changed, { days, signal: stop.signal })).rejects.toThrow()
    expect(differing(whole, folder)).toEqual([])
  })

  it('is finished by the next export where one was killed while it moved files', async () => {
    const folder = aCopy()
    mkdirSync(join(folder, '.holdfast-part/tree/topics'), { recursive: true })
    writeFileSync(join(folder, '.holdfast-part/tree/index.html'), 'half moved')
    writeFileSync(
      join(folder, '.holdfast-part/commit.json'),
      JSON.stringify({ remove: ['about/index.html'] }),
    )
    writeFileSync(join(folder, '.holdfast-part/pid'), '0')
    await exportTo(folder, events, { days })
    expect(differing(whole, folder)).toEqual([])
  })

  it('is refused to a second export at the same time', async () => {
    const folder = aFolder()
    mkdirSync(join(folder, '.holdfast-part'))
    writeFileSync(join(folder, '.holdfast-part/pid'), String(process.ppid))
    await expect(exportTo(folder, events)).rejects.toMatchObject({ code: 'export_in_progress' })
  })
})
