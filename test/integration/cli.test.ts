import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ended, makeFolder, runCommand, startCommand } from './cli-process.ts'

let cwd = ''
beforeAll(() => {
  cwd = makeFolder()
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const run = (line: string, environment: Record<string, string> = {}) =>
  runCommand(
    line.split(' ').filter((word) => word !== ''),
    { cwd, environment },
  )
const isRoot = process.getuid?.() === 0

describe('holdfast', () => {
  it('explains itself without words, with help and with --help', async () => {
    for (const line of ['', 'help', '--help']) {
      const { code, stdout, stderr } = await run(line)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toContain('holdfast compare REPORT RESPONSE')
    }
    expect((await run('help read')).stdout).toContain('--max-pages N')
  })

  it('tells its version', async () => {
    expect((await run('--version')).stdout).toMatch(/^holdfast \d+\.\d+\.\d+\n$/)
  })
})

describe('holdfast read', () => {
  it('prints a table and nothing else', async () => {
    const { code, stdout, stderr } = await run('read response.md')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^response\.md\n/)
    expect(stdout).toContain('£2 million')
    expect(stdout).not.toContain('\u001B')
  })

  it('prints JSON of the promised shape', async () => {
    const { stdout } = await run('read response.md report.md --format json')
    const result = JSON.parse(stdout)
    expect(result.schema).toBe('holdfast/reading@1')
    expect(result.documents.map(({ file }: { file: string }) => file)).toEqual(['response.md', 'report.md'])
    const [document] = result.documents
    expect(document.sha256).toMatch(/^[0-9a-f]{64}$/)
    const promise = document.statements.find((each: { kind: string }) => each.kind === 'commitment')
    expect(promise.money[0]).toMatchObject({ text: '£2 million', amount: 2_000_000, currency: 'GBP' })
    expect(promise.deadline).toMatchObject({ from: '2026-03-01', to: '2026-03-31' })
  })

  it('prints CSV and HTML', async () => {
    expect((await run('read response.md -f csv')).stdout).toMatch(/^\uFEFFfile,title,/)
    const { stdout } = await run('read response.md -f html')
    expect(stdout).toMatch(/^<!doctype html>/)
    expect(stdout).not.toContain('<script')
  })

  it('gives the same bytes for the same file', async () => {
    const [first, second] = await Promise.all([run('read report.md -f json'), run('read report.md -f json')])
    expect(first.stdout).toBe(second.stdout)
  })

  it('keeps what it could read when one of several files is bad', async () => {
    const { code, stdout, stderr } = await run('read empty.txt response.md missing.pdf -f json')
    expect(code).toBe(3)
    expect(JSON.parse(stdout).documents).toHaveLength(1)
    expect(stderr).toContain('empty.txt')
    expect(stderr).toContain('[file_empty]')
    expect(stderr).toContain('[file_not_found]')
  })

  it.each([
    ['read missing.pdf', 2, 'file_not_found'],
    ['read .', 2, 'file_is_a_folder'],
    ['read empty.txt', 3, 'file_empty'],
    ['read noise.pdf', 3, ''],
    ['read broken.pdf', 3, 'document_damaged'],
    ['read response.md --max-bytes 10', 3, 'document_too_large'],
    ['read', 2, 'argument_missing'],
    ['read response.md --nope', 2, 'option_unknown'],
    ['read response.md --format xml', 2, 'option_invalid'],
    ['read response.md --groups missing.yaml', 2, 'file_not_found'],
    ['raed response.md', 2, 'command_unknown'],
    ['compare report.md', 2, 'argument_missing'],
    ['compare report.md empty.txt', 3, 'file_empty'],
    ['read response.md -o nowhere/out.json', 4, 'output_not_writable'],
  ])('%s ends with %i %s, on standard error', async (line, code, name) => {
    const result = await run(line)
    expect(result.code).toBe(code)
    expect(result.stdout).toBe('')
    expect(result.stderr).toMatch(/^holdfast: /)
    expect(result.stderr).toContain(name === '' ? '[' : `[${name}]`)
    expect(result.stderr).not.toContain('    at ')
  })

  it.skipIf(isRoot)('says so when a file may not be read', async () => {
    writeFileSync(join(cwd, 'secret.txt'), 'We will act.')
    chmodSync(join(cwd, 'secret.txt'), 0)
    expect(await run('read secret.txt')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('file_not_readable'),
    })
  })
})

describe('a vocabulary of one’s own', () => {
  const groups = (text: string) => writeFileSync(join(cwd, 'groups.yaml'), text)

  it('finds its groups', async () => {
    groups(
      'groups:\n  - id: anglers\n    label: Anglers\n    names: [angler]\n    example: Anglers fish.\n    counterexample: Angles are sharp.\n',
    )
    const { stdout, stderr } = await run('read response.md -f json --groups groups.yaml')
    expect(stderr).toBe('')
    expect(stdout).toContain('"group": "anglers"')
  })

  it.each([
    ['groups:\n  - id: "unclosed\n', 'line 3'],
    ['groups:\n  - id: Bad Id\n    label: x\n', 'group 1'],
    ['[]', 'groups.yaml'],
  ])('names file and place of what is wrong in %j', async (text, place) => {
    groups(text)
    const { code, stderr } = await run('read response.md --groups groups.yaml')
    expect(code).toBe(2)
    expect(stderr).toContain('vocabulary_invalid')
    expect(stderr).toContain(place)
  })
})

describe('holdfast compare', () => {
  it('says so where it is given one document twice', async () => {
    const { code, stderr } = await run('compare report.md report.md')
    expect(code).toBe(0)
    expect(stderr).toContain('the same document')
    expect((await run('compare report.md report.md -q')).stderr).toBe('')
  })

  it('prints each recommendation with its answer', async () => {
    const { code, stdout } = await run('compare report.md response.md --format json')
    expect(code).toBe(0)
    const result = JSON.parse(stdout)
    expect(result.schema).toBe('holdfast/comparison@1')
    expect(
      result.rows.map(({ number, decision }: { number: string; decision: string }) => [number, decision]),
    ).toEqual([
      ['1', 'accepted'],
      ['2', 'rejected'],
      ['3', 'no-response'],
    ])
    expect(result.rows[0].commitments[0].money[0].amount).toBe(2_000_000)
  })

  it.each(['text', 'csv', 'html'])('prints %s', async (format) => {
    const { code, stdout } = await run(`compare report.md response.md -f ${format}`)
    expect(code).toBe(0)
    expect(stdout).toContain('upper Tarn')
  })
})

describe('the output', () => {
  it('is written whole, and replaces what was there', async () => {
    writeFileSync(join(cwd, 'out.json'), 'old')
    const { code, stdout, stderr } = await run('read response.md -o out.json')
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8')).schema).toBe('holdfast/reading@1')
  })

  it('is not touched when nothing could be read', async () => {
    writeFileSync(join(cwd, 'kept.json'), 'old')
    await run('read empty.txt -o kept.json')
    expect(readFileSync(join(cwd, 'kept.json'), 'utf8')).toBe('old')
  })

  it('may not be a folder', async () => {
    mkdirSync(join(cwd, 'folder'), { recursive: true })
    expect((await run('read response.md -o folder')).stderr).toContain('--output folder is a folder')
  })

  it.each(['read response.md', 'compare report.md response.md', 'read report.md response.md'])(
    'may not be a document that is to be read: %s',
    async (line) => {
      const before = readFileSync(join(cwd, 'response.md'), 'utf8')
      const result = await run(`${line} -o ./response.md`)
      expect(result).toMatchObject({ code: 2, stderr: expect.stringContaining('would replace response.md') })
      expect(readFileSync(join(cwd, 'response.md'), 'utf8')).toBe(before)
    },
  )

  it.skipIf(isRoot)('is refused before the work where its folder may not be written', async () => {
    mkdirSync(join(cwd, 'closed'), { mode: 0o500 })
    const result = await run('read missing.pdf -o closed/out.json')
    expect(result).toMatchObject({ code: 4, stderr: expect.stringContaining('[output_not_writable]') })
  })

  it.runIf(existsSync('/dev/full'))('says that the disk is full', async () => {
    const result = await run('read response.md -f json -o /dev/full')
    expect(result).toMatchObject({ code: 4, stderr: expect.stringContaining('[output_disk_full]') })
    const child = startCommand(['read', 'response.md'], { cwd })
    const shell = await runShell(`"$NODE" "$HOLDFAST" read response.md > /dev/full`)
    child.kill()
    expect(shell).toMatchObject({ code: 4, stderr: expect.stringContaining('[output_disk_full]') })
    // Who writes to a shell's file has what came before the end of the disk.
    expect(shell.stderr).not.toContain('no half-written file')
  })

  it('ends quietly when its reader goes away', async () => {
    const result = await runShell(
      `"$NODE" "$HOLDFAST" read --all many.txt | head -n 1; echo "code \${PIPESTATUS[0]}"`,
    )
    expect(result.stderr).toBe('')
    expect(result.stdout).toBe('many.txt\ncode 0\n')
  })
})

/** Waits until the command has started the process that parses; where that cannot be seen, as long as a start takes. */
async function atWork({ pid }: ChildProcess): Promise<void> {
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
  const children = `/proc/${pid}/task/${pid}/children`
  if (!existsSync(children)) return void (await pause(500))
  while (existsSync(children) && readFileSync(children, 'utf8').trim() === '') await pause(10)
}

describe('Ctrl-C', () => {
  it('stops the work with 130 and leaves nothing half done', async () => {
    const before = readdirSync(cwd)
    const child = startCommand(
      ['read', 'many.txt', 'many.txt', 'many.txt', 'many.txt', '-o', 'stopped.json'],
      { cwd },
    )
    const result = ended(child)
    await atWork(child)
    child.kill('SIGINT')
    expect(await result).toMatchObject({
      code: 130,
      stdout: '',
      stderr: expect.stringContaining('[interrupted]'),
    })
    expect(readdirSync(cwd)).toEqual(before)
  })

  it('ends the local page well, and frees its port', async () => {
    const child = startCommand(['serve'], { cwd, environment: { PORT: '0' } })
    const result = ended(child)
    if (child.stdout) await once(child.stdout, 'data')
    child.kill('SIGINT')
    const { code, stdout, stderr } = await result
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^Holdfast is open at http:\/\/127\.0\.0\.1:\d+\/\n/)
  })
})

describe('holdfast serve', () => {
  it.each([
    [{ PORT: 'x' }, 2, 'option_invalid'],
    [{ PORT: '70000' }, 2, 'option_invalid'],
    [{ HOST: '203.0.113.7', PORT: '0' }, 2, 'option_invalid'],
  ])('refuses %o', async (environment, code, name) => {
    expect(await run('serve', environment as Record<string, string>)).toMatchObject({
      code,
      stderr: expect.stringContaining(`[${name}]`),
    })
  })

  it('says which port is taken', async () => {
    const first = startCommand(['serve'], { cwd, environment: { PORT: '0' } })
    const [line] = first.stdout ? await once(first.stdout, 'data') : []
    const port = /:(\d+)\//.exec(String(line))?.[1] ?? ''
    const second = await run('serve', { PORT: port })
    first.kill()
    await once(first, 'close')
    expect(second).toMatchObject({ code: 4, stderr: expect.stringContaining('[port_in_use]') })
    expect(second.stderr).toContain(port)
  })
})

/** A line of bash, for what only a shell can do: pipes and redirections. */
async function runShell(line: string) {
  const { spawn } = await import('node:child_process')
  const holdfast = join(import.meta.dirname, '../../bin/holdfast.mjs')
  const child = spawn('bash', ['-c', line], {
    cwd,
    env: { ...process.env, NODE: process.execPath, HOLDFAST: holdfast },
  })
  return ended(child)
}
