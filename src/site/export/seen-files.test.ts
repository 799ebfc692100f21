import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compareFiles } from './compare-files.ts'
import { foreseeSeen, type Looks, noLooks, readSeen } from './seen-files.ts'
import { hashOf, NO_FILES, parseSums, writeSums } from './sums.ts'

let root: string
let folder: string
let memory: string
const files = new Map([
  ['a.html', 'one'],
  ['b/c.html', 'two'],
])
const sums = new Map([...files].map(([file, text]) => [file, hashOf(text)]))

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-seen-'))
  folder = join(root, 'out')
  memory = join(root, 'memory')
  mkdirSync(join(folder, 'b'), { recursive: true })
  for (const [file, text] of files) writeFileSync(join(folder, file), text)
  await wait(150) // what was touched just now is not trusted
  remember()
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const listedIn = (of: ReadonlyMap<string, string>) => {
  const text = writeSums(of)
  return { text, list: parseSums(text) ?? NO_FILES }
}
const listed = listedIn(sums)
const remember = (before = listed.list, looks = noLooks(before), written: readonly string[] = []) =>
  foreseeSeen(memory, folder, { ...listed, before: { list: before, looks }, written: new Set(written) })()
const knownIn = (looks: Looks, { list } = listed) =>
  list.files.filter((_, line) => !Number.isNaN(looks[3 * line]))
const compared = async (looks = readSeen(memory, folder, listed)) => {
  const { lost, changed } = await compareFiles(folder, listed.list, looks)
  return { kept: [...files.keys()].filter((file) => !lost.includes(file)), seen: knownIn(looks), changed }
}

describe('what files were when an export ended', () => {
  it('is known again, and spares reading them', async () => {
    expect(await compared()).toEqual({
      kept: ['a.html', 'b/c.html'],
      seen: ['a.html', 'b/c.html'],
      changed: [],
    })
    expect((await compared(noLooks(listed.list))).seen).toEqual([])
  })

  it('tells a file that was written over, of the same size and with its old date', async () => {
    const { atime, mtime } = statSync(join(folder, 'a.html'))
    writeFileSync(join(folder, 'a.html'), 'eno')
    utimesSync(join(folder, 'a.html'), atime, mtime)
    expect(await compared()).toEqual({ kept: ['b/c.html'], seen: ['b/c.html'], changed: ['a.html'] })
  })

  it('tells a file, and a folder, that another was put in place of', async () => {
    writeFileSync(join(root, 'other'), 'eno')
    renameSync(join(root, 'other'), join(folder, 'a.html'))
    mkdirSync(join(root, 'more'))
    writeFileSync(join(root, 'more/c.html'), 'owt')
    rmSync(join(folder, 'b'), { recursive: true })
    renameSync(join(root, 'more'), join(folder, 'b'))
    expect(await compared()).toEqual({ kept: [], seen: [], changed: ['a.html', 'b/c.html'] })
  })

  it('says nothing of a copy of the folder, of another list, or where it is damaged or kept nowhere', async () => {
    cpSync(folder, join(root, 'copy'), { recursive: true })
    const other = listedIn(new Map([...sums, ['a.html', hashOf('x')]]))
    expect(knownIn(readSeen(memory, join(root, 'copy'), listed))).toEqual([])
    expect(knownIn(readSeen(memory, folder, other), other)).toEqual([])
    expect(knownIn(readSeen(null, folder, listed))).toEqual([])
    expect(knownIn(readSeen(memory, folder, listed))).toHaveLength(2)
    const [kept = ''] = readdirSync(memory)
    writeFileSync(join(memory, kept), readFileSync(join(memory, kept)).subarray(0, -1))
    expect(knownIn(readSeen(memory, folder, listed))).toEqual([])
    renameSync(memory, join(root, 'gone'))
    expect(knownIn(readSeen(memory, folder, listed))).toEqual([])
  })

  it('is taken from an older list, but for files that are new or about to be written', () => {
    const looks = readSeen(memory, folder, listed)
    const older = listedIn(new Map([['0.html', hashOf('0')], ...sums, ['c.html', hashOf('c')]]))
    const before = noLooks(older.list)
    // Two of the four are known, and say what no file is.
    before.fill(7, 3, 9)
    remember(older.list, before, ['b/c.html'])
    const kept = readSeen(memory, folder, listed)
    expect([...kept.subarray(0, 3)]).toEqual([7, 7, 7])
    expect([...kept.subarray(3)]).toEqual([...looks.subarray(3)])
  })

  it('is not kept of a file that was touched a moment ago: it may be again, and look the same', () => {
    writeFileSync(join(folder, 'a.html'), 'one')
    remember()
    expect(knownIn(readSeen(memory, folder, listed))).toEqual(['b/c.html'])
  })

  it('is lost without harm where it cannot be written', () => {
    writeFileSync(join(root, 'file'), '')
    const before = { list: listed.list, looks: noLooks(listed.list) }
    const keep = foreseeSeen(join(root, 'file'), folder, { ...listed, before, written: new Set() })
    expect(keep).not.toThrow()
  })
})
