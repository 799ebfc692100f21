// The commands on the record, started from one script, against the same from modules: on a record that a stand-in gives.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scriptFor } from '../../bin/quick-start.mjs'
import { makeRecord } from '../../scripts/rehearsal-record.ts'
import { startStandIn } from '../../scripts/stand-in-database.mjs'
import { filesIn } from '../builders/exported.ts'
import { ended, printedAddress, type RunOptions, startProgram } from './cli-process.ts'

const root = process.cwd()
const script = join(root, 'bin/holdfast.mjs')
const modules = join(root, 'dist/main.js')
let record = makeRecord(0)
let folder = ''
let options: RunOptions
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-record-start-'))
  const port = await startStandIn((text: string, parameters: string[]) => record.answer(text, parameters))
  options = { cwd: folder, environment: { DATABASE_URL: `postgres://reader@127.0.0.1:${port}/record` } }
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (program: string, line: string) => ended(startProgram(program, line.split(' '), options))
const exporting = (name: string) => `export ${name} --days none --on 2026-02-15 --quiet`

describe('the start of commands on the record', () => {
  it('is from what was kept compiled', () => {
    const file = join(root, 'dist/record.cjs')
    const cache = file.replace(/cjs$/, 'cache')
    const check = `
      import { readFileSync } from 'node:fs'
      import { compileQuickStart } from ${JSON.stringify(join(root, 'bin/quick-start.mjs'))}
      const { script } = compileQuickStart(${JSON.stringify(file)}, readFileSync(${JSON.stringify(cache)}))
      console.log(script.cachedDataRejected)`
    const args = ['--input-type=module', '--eval', check]
    expect(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout).toBe('false\n')
    // Where the build was made is nobody's business.
    expect(readFileSync(cache).includes(root)).toBe(false)
  })

  it('exports the same files as the modules, at first and after a change', async () => {
    for (const corrections of [0, 1]) {
      record = makeRecord(corrections)
      const quick = await run(script, exporting('quick'))
      const slow = await run(modules, exporting('slow'))
      expect(quick).toMatchObject({ code: 0, stderr: '' })
      expect(quick.stdout).toBe(slow.stdout.replaceAll('slow', 'quick'))
      expect(filesIn(join(folder, 'quick'))).toEqual(filesIn(join(folder, 'slow')))
    }
    // One program by either way: the other's pages are not made again.
    expect((await run(modules, exporting('quick'))).stdout).toContain(' 0 written, 0 taken away')
  })

  it('exports the same where nothing is kept, and where another Node kept it', async () => {
    for (const name of ['nothing', 'another']) {
      const copy = join(folder, `copy-${name}`)
      cpSync(join(root, 'bin'), join(copy, 'bin'), { recursive: true })
      cpSync(join(root, 'dist'), join(copy, 'dist'), { recursive: true, filter: isProgram })
      cpSync(join(root, 'package.json'), join(copy, 'package.json'))
      for (const each of ['node_modules', 'trackers']) symlinkSync(join(root, each), join(copy, each))
      if (name === 'another') cpSync(join(root, 'package.json'), join(copy, 'dist/record.cache'))
      const { code, stderr } = await run(join(copy, 'bin/holdfast.mjs'), exporting(name))
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(filesIn(join(folder, name))).toEqual(filesIn(join(folder, 'quick')))
    }
  })

  it('opens the pages that the modules open, images that are shared among them, and ends well', async () => {
    const told = []
    for (const program of [script, modules]) {
      const child = startProgram(program, ['start'], options)
      const end = ended(child)
      const address = await printedAddress(child)
      const pages = ['/', '/topics/light', '/search?q=lantern', '/share.png', '/api/v1', '/nowhere']
      const answers = []
      for (const page of pages) {
        const response = await fetch(new URL(page, address))
        answers.push([page, response.status, (await response.text()).replaceAll(address, '')])
      }
      child.kill('SIGINT')
      const { code, stderr } = await end
      told.push({ answers, code, stderr })
    }
    expect(told[0]).toEqual(told[1])
    expect(told[0]).toMatchObject({ code: 0, stderr: '' })
  })

  it.each([
    'export',
    'check nowhere',
    'verify 5:x',
    'start --help',
    'tracker nowhere',
    'publish',
    'restore nowhere',
  ])('tells of `%s` what the modules tell', async (line) => {
    const quick = await run(script, line)
    expect(quick).toEqual(await run(modules, line))
    expect(quick.stderr).not.toContain('bug in Holdfast')
  })

  it('is for those commands alone', () => {
    expect(['export', 'start', 'verify'].map((word) => scriptFor([word]))).toEqual(Array(3).fill('record'))
    expect(['serve', 'simulate', 'help', '--version'].map((word) => scriptFor([word]))).toEqual(
      Array(4).fill(null),
    )
  })
})

/** Programs without what was kept compiled of them. */
const isProgram = (file: string) => !/\.(?:cache|map)$/.test(file)
