import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDisk } from './disk.ts'
import { LIVE_ORIGIN } from './live-origin.ts'
import { readSeen } from './seen-files.ts'
import { hashOf, NO_FILES, parseSums, writeSums } from './sums.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-disk-'))
  mkdirSync(join(root, 'out/b'), { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const listOf = (files: Readonly<Record<string, string>>) =>
  writeSums(new Map(Object.entries(files).map(([file, text]) => [file, hashOf(text)])))
const write = (files: Readonly<Record<string, string>>) => {
  for (const [file, text] of Object.entries(files)) writeFileSync(join(root, 'out', file), text)
}
const compare = (list: string, isAllRead = false) => {
  const disk = createDisk()
  const asked = { folder: join(root, 'out'), list, memory: join(root, 'memory'), isAllRead }
  return disk.compare(asked).then((found) => ({ disk, found }))
}

it('tells files that were changed from files that are gone', async () => {
  write({ 'a.html': 'one', 'b/c.html': 'changed' })
  const { found } = await compare(listOf({ 'a.html': 'one', 'b/c.html': 'two', 'd.html': 'three' }))
  expect(found).toEqual({ lost: ['b/c.html', 'd.html'], changed: ['b/c.html'], links: [] })
})

it('writes what is not there already, and says so', async () => {
  const disk = createDisk()
  const large = { tree: join(root, 'tree'), file: 'b/table.csv', bytes: 'long' }
  expect(await disk.write({ ...large, kept: hashOf('long') })).toEqual({
    file: 'b/table.csv',
    hash: hashOf('long'),
    isWritten: false,
  })
  expect(await disk.write({ ...large, kept: null })).toMatchObject({ isWritten: true })
  expect(readFileSync(join(root, 'tree/b/table.csv'), 'utf8')).toBe('long')
})

it('moves whole addresses in a text to where the copy will stand', async () => {
  const text = { tree: join(root, 'tree'), file: 'a.json', bytes: `"${LIVE_ORIGIN}/topics/x"`, kept: null }
  await createDisk().write({ ...text, moveTo: { base: 'https://copy.example' } })
  expect(readFileSync(join(root, 'tree/a.json'), 'utf8')).toBe('"https://copy.example/topics/x"')
  await createDisk().write({ ...text, moveTo: { base: null } })
  expect(readFileSync(join(root, 'tree/a.json'), 'utf8')).toBe('"/topics/x"')
})

it('remembers what files were when they stood in their place, those just written with the others', async () => {
  write({ 'a.html': 'one', 'b/c.html': 'two' })
  const { disk } = await compare(listOf({ 'a.html': 'one', 'b/c.html': 'two' }))
  const list = listOf({ 'a.html': 'one', 'b/c.html': 'new' })
  await disk.foresee({ list, written: ['b/c.html'] })
  write({ 'b/c.html': 'new' })
  await wait(150) // what was touched just now is not trusted
  await disk.remember()
  expect((await compare(list)).found).toEqual({ lost: [], changed: [], links: [] })
  const looks = readSeen(join(root, 'memory'), join(root, 'out'), {
    list: parseSums(list) ?? NO_FILES,
    text: list,
  })
  expect([...looks]).not.toContain(Number.NaN)
})
