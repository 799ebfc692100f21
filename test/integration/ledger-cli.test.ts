// The commands on the record as a person runs them, in a folder of their own.
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../architecture/source-files.ts'
import { runCommand } from './cli-process.ts'
import { binaries, hasPostgres, makeFolder } from './ledger-server.ts'

let cwd = ''
beforeAll(() => {
  cwd = makeFolder()
  chmodSync(cwd, 0o755)
  const content = join(cwd, 'wrong')
  mkdirSync(content)
  cpSync(join(root, 'trackers/kinship-england/tracker.yaml'), join(content, 'tracker.yaml'))
  writeFileSync(join(content, 'groups.yaml'), 'groups:\n  - id: Nobody\n    name: x\n')
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const run = (line: string, environment: Record<string, string> = {}) =>
  runCommand(line.split(' '), {
    cwd,
    environment: { HOLDFAST_DATA: '', DATABASE_URL: '', HOLDFAST_POSTGRES: binaries ?? '', ...environment },
  })

describe('holdfast check', () => {
  it('counts the records of content that is right', async () => {
    const { code, stdout, stderr } = await run('check')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/kinship-england: nothing wrong\. \d+ records: .*\d+ topic/)
  })

  it('names file and line of each problem', async () => {
    const { code, stdout, stderr } = await run('check wrong')
    expect(code).toBe(3)
    expect(stdout).toMatch(/^wrong\/groups\.yaml:2: "id": use lower-case letters/m)
    expect(stderr).toMatch(/^holdfast: \d+ problems in the content\. .*\[content_invalid\]\n$/)
  })

  it('wants a folder with content', async () => {
    expect(await run('check nowhere')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('[file_not_found]'),
    })
  })
})

describe.runIf(hasPostgres())('the record', () => {
  const checkpointIn = (text: string) => /^Checkpoint (\d+:[0-9a-f]{64})$/m.exec(text)?.[1] ?? ''
  let checkpoint = ''

  it('is made with the flagship’s content the first time, and says so', async () => {
    const { code, stdout, stderr } = await run('verify')
    expect(code).toBe(0)
    expect(stderr).toMatch(
      /^holdfast: .*holdfast-data held no record yet\. It begins with the tracker kinship-england, \d+ records\.\n$/,
    )
    expect(stdout).toMatch(/^Nothing was altered: \d+ events/)
    checkpoint = checkpointIn(stdout)
    expect(checkpoint).not.toBe('')
    expect(await run(`verify ${checkpoint}`)).toMatchObject({ code: 0, stderr: '' })
  })

  it('is not restored from what is no backup', async () => {
    expect(await run('backup one.tar')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(checkpoint),
    })
    const broken = readFileSync(join(cwd, 'one.tar')).subarray(0, 5000)
    writeFileSync(join(cwd, 'broken.tar'), broken)
    const other = { HOLDFAST_DATA: 'other' }
    expect(await run('restore broken.tar', other)).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('[backup_invalid]'),
    })
    expect(await run('restore nothing.tar', other)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('[file_not_found]'),
    })
    expect(await run('backup nowhere/one.tar')).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('[output_not_writable]'),
    })
  })

  it('is moved by a backup, which comes out the same again', async () => {
    expect(await run('backup one.tar')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(checkpoint),
    })
    const other = { HOLDFAST_DATA: 'other' }
    const restored = await run('restore one.tar', other)
    expect(restored).toMatchObject({ code: 0, stderr: '' })
    expect(checkpointIn(restored.stdout)).toBe(checkpoint)
    expect(await run('backup two.tar', other)).toMatchObject({ code: 0, stderr: '' })
    expect(readFileSync(join(cwd, 'two.tar')).equals(readFileSync(join(cwd, 'one.tar')))).toBe(true)
    expect(await run('restore one.tar', other)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('[record_not_empty]'),
    })
    expect(readdirSync(cwd).filter((name) => name.includes('.part'))).toEqual([])
  })

  it('is rebuilt to what it was', async () => {
    const { code, stdout } = await run('rebuild')
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining('all were as the log has them'),
    })
  })

  it('is told from another history by a checkpoint', async () => {
    const forged = checkpoint.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))
    const { code, stdout, stderr } = await run(`verify ${forged}`)
    expect(code).toBe(6)
    expect(stdout).toContain('made by another history')
    expect(stderr).toContain('[record_altered]')
  })

  it('shows a byte altered on the disk itself', async () => {
    const place = findInFiles(join(cwd, 'other/postgres/base'), '{"documents":[],"event":')
    if (place === null) throw new Error('the text was not found in any file of the database')
    const bytes = readFileSync(place.file)
    bytes[place.at] = (bytes[place.at] ?? 0) ^ 1
    writeFileSync(place.file, bytes)
    const { code, stdout } = await run('verify', { HOLDFAST_DATA: 'other' })
    expect(code).toBe(6)
    expect(stdout).toMatch(/was altered|cannot be read further/)
  })
})

/** The first place of `text` in the files under `folder`. */
function findInFiles(folder: string, text: string): { file: string; at: number } | null {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name)
    if (!/\/\d+$/.test(file) || !statSync(file).isFile()) continue
    const at = readFileSync(file).indexOf(text)
    if (at !== -1) return { file, at }
  }
  return null
}
