import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from './run.ts'
import type { Terminal } from './terminal.ts'
import { plainStyle } from './text-style.ts'

const home = process.cwd()
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-init-'))
  process.chdir(folder)
})
afterAll(() => {
  process.chdir(home)
  rmSync(folder, { recursive: true })
})

async function runHere(
  words: readonly string[],
  signal = new AbortController().signal,
): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const collect = (add: (text: string) => void): Terminal['stdout'] => ({
    write(chunk, done) {
      add(String(chunk))
      done?.()
      return true
    },
  })
  const terminal: Terminal = {
    stdout: collect((text) => {
      out += text
    }),
    stderr: collect((text) => {
      err += text
    }),
    columns: 100,
    style: plainStyle,
    progressColumns: null,
    environment: {},
    signal,
  }
  const code = await run(words, terminal)
  return { code, out, err }
}

describe('holdfast init', () => {
  it('makes a tracker that check accepts', async () => {
    const made = await runHere(['init', 'clean-rivers'])
    expect([made.code, made.err]).toEqual([0, ''])
    expect(made.out).toContain('holdfast check clean-rivers')
    expect(readFileSync('clean-rivers/tracker.yaml', 'utf8')).toMatch(
      /id: clean-rivers\n {2}title: Clean rivers/,
    )
    expect(readFileSync('clean-rivers/README.md', 'utf8')).not.toContain('{{')
    const checked = await runHere(['check', 'clean-rivers'])
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining('clean-rivers: nothing wrong.')])
  })

  it('leaves what is there as it is', async () => {
    mkdirSync('taken')
    writeFileSync('taken/notes.txt', 'mine')
    writeFileSync('a-file', 'mine')
    for (const name of ['taken', 'a-file']) {
      const { code, err } = await runHere(['init', name])
      expect([code, err]).toEqual([2, expect.stringContaining('[folder_exists]')])
    }
    expect(readdirSync('taken')).toEqual(['notes.txt'])
  })

  it.each([
    ['', 'cannot name a tracker'],
    ['Clean Rivers', 'cannot name a tracker'],
    ['-rivers', 'option'],
    ['rivers--two', 'cannot name a tracker'],
    ['flüsse', 'cannot name a tracker'],
    ['con', 'cannot name a tracker'],
    ['x'.repeat(81), 'cannot name a tracker'],
    ['../rivers', 'is a path'],
    ['/tmp/rivers', 'is a path'],
    ['trackers\\rivers', 'is a path'],
    ['..', 'is a path'],
    ['a\u001b[31m', 'cannot name a tracker'],
  ])('refuses the name "%s"', async (name, words) => {
    const before = readdirSync('.')
    const { code, out, err } = await runHere(['init', name])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(words)
    expect(err).not.toContain('\u001b')
    expect(readdirSync('.')).toEqual(before)
  })

  it('wants one name', async () => {
    expect((await runHere(['init'])).err).toContain('[argument_missing]')
    expect((await runHere(['init', 'one', 'two'])).err).toContain('[argument_unexpected]')
  })

  it('leaves nothing half made when it is stopped', async () => {
    const stopped = await runHere(['init', 'stopped'], AbortSignal.abort())
    expect(stopped.code).toBe(130)
    expect(readdirSync('.').filter((name) => name.includes('stopped'))).toEqual([])
  })

  it.runIf(existsSync('/proc/self'))('says where nothing can be made', async () => {
    process.chdir('/proc')
    const { code, err } = await runHere(['init', 'rivers'])
    process.chdir(folder)
    expect([code, err]).toEqual([4, expect.stringContaining('[output_not_writable]')])
  })
})
