import {
  cpSync,
  mkdirSync,
  mkdtempSync,
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
import { foreseeSeen, readSeen } from './seen-files.ts'
import { hashOf, writeSums } from './sums.ts'

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
  foreseeSeen(memory, folder, writeSums(sums), () => undefined)()
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const listOf = (listed: ReadonlyMap<string, string>) => ({ listed, list: writeSums(listed) })
const compared = async (seen = readSeen(memory, folder, listOf(sums))) => {
  const found = await compareFiles(folder, sums, seen)
  return { kept: [...found.kept.keys()], seen: [...found.seen.keys()], changed: [...found.changed] }
}

describe('what files were when an export ended', () => {
  it('is known again, and spares reading them', async () => {
    expect(await compared()).toEqual({
      kept: ['a.html', 'b/c.html'],
      seen: ['a.html', 'b/c.html'],
      changed: [],
    })
    expect((await compared(new Map())).seen).toEqual([])
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
    expect(readSeen(memory, join(root, 'copy'), listOf(sums)).size).toBe(0)
    expect(readSeen(memory, folder, listOf(new Map([...sums, ['a.html', hashOf('x')]]))).size).toBe(0)
    expect(readSeen(null, folder, listOf(sums)).size).toBe(0)
    expect(readSeen(memory, folder, listOf(sums)).size).toBe(2)
    renameSync(memory, join(root, 'gone'))
    expect(readSeen(memory, folder, listOf(sums)).size).toBe(0)
  })

  it('is not kept of a file that was touched a moment ago: it may be again, and look the same', () => {
    writeFileSync(join(folder, 'a.html'), 'one')
    foreseeSeen(memory, folder, writeSums(sums), () => undefined)()
    expect([...readSeen(memory, folder, listOf(sums)).keys()]).toEqual(['b/c.html'])
  })

  it('is lost without harm where it cannot be written', () => {
    writeFileSync(join(root, 'file'), '')
    expect(foreseeSeen(join(root, 'file'), folder, writeSums(sums), () => undefined)).not.toThrow()
  })
})
