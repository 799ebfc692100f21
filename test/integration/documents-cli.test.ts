// The operator's copies as a person adds them: found words, changed copies, and every file that is none.
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLockedPdf } from '../../src/documents/pdf/hand-made-pdf.ts'
import { RIVER_TRACKER } from '../builders/tracker.ts'
import { runCommand } from './cli-process.ts'
import { hasPostgres, makeFolder, startTestServer, type TestServer } from './ledger-server.ts'

const LETTER = `A letter without a day

Dear office,

We have asked for years that you stop the spills, and we ask again. <script>alert(1)</script>

Nobody counts the fish that die of them.
`
const PLAN = `The river plan

A law will stop spills in all rivers. We build ladders for fish.

Again: we build ladders for fish.
`

let cwd = ''
let server: TestServer
let url = ''
const run = (...words: string[]) =>
  runCommand(words, {
    cwd,
    environment: { DATABASE_URL: url },
  })
const write = (name: string, content: string | Uint8Array) => writeFileSync(join(cwd, name), content)

describe.runIf(hasPostgres())('holdfast documents', () => {
  beforeAll(async () => {
    // A server that runs on: opening a data folder for each command would be most of the time.
    ;[cwd, server] = [makeFolder(), await startTestServer()]
    url = await server.makeDatabase()
    mkdirSync(join(cwd, 'rivers'))
    write('rivers/tracker.yaml', RIVER_TRACKER)
    write('letter.txt', LETTER)
    write('plan.txt', PLAN)
    expect((await run('publish', 'rivers')).code).toBe(0)
  })
  afterAll(async () => {
    await server.end()
    rmSync(cwd, { recursive: true, force: true })
  })

  it('says so where nothing is held', async () => {
    expect(await run('documents', 'check')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('No copy of any source is held.'),
    })
  })

  it('keeps a copy, matched by what it says of itself, with the cited words found in it', async () => {
    const { code, stdout } = await run(
      'documents',
      'add',
      'letter.txt',
      '--taken',
      '2026-01-05',
      '--by',
      'An editor',
    )
    expect(code).toBe(0)
    expect(stdout).toContain(
      'letter.txt: a copy of LETTER (its file is named after the source’s id). 1 found in words.',
    )
    expect((await run('documents', 'list')).stdout).toMatch(/LETTER\s+letter\.txt/)
    expect(await run('verify')).toMatchObject({ code: 0, stdout: expect.stringContaining('2 documents') })
  })

  it('records the same bytes once, and says whose copy they are', async () => {
    write('again.txt', LETTER)
    expect(await run('documents', 'add', 'again.txt', '--source', 'SPEECH')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /held already, as a copy of LETTER\. One copy belongs to one source.*Nothing was recorded/,
      ),
    })
  })

  it('adds what it can of a folder, reports the rest, and passes over links', async () => {
    mkdirSync(join(cwd, 'inbox'))
    write('inbox/a-locked.pdf', makeLockedPdf())
    write('inbox/b-picture.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]))
    write('inbox/c-empty.txt', '')
    write('inbox/d-recipe.txt', 'A recipe for soup.\n\nBoil water.\n')
    write('inbox/plan.txt', PLAN)
    write('inbox/.hidden', 'x')
    symlinkSync('/etc/hostname', join(cwd, 'inbox/z-link'))
    symlinkSync('.', join(cwd, 'inbox/z-circle'))
    const { code, stdout, stderr } = await run('documents', 'add', 'inbox', '--no-progress')
    expect(code).toBe(3)
    for (const name of ['document_encrypted', 'format_unsupported', 'file_empty', 'source_unclear'])
      expect(stderr).toContain(`[${name}]`)
    expect(stderr.match(/is a link or a device/g)).toHaveLength(2)
    expect(stdout).toContain('a copy of PLAN')
    expect(stdout).toContain('1 added, 0 held already, 4 not added.')
  })

  it('anchors the words an editor chooses', async () => {
    const anchor = (record: string, words: string, ...more: string[]) =>
      run('documents', 'anchor', record, '--source', 'PLAN', '--words', words, ...more)
    expect(await anchor('fish-ladders', 'A law will stop spills in all rivers.')).toMatchObject({ code: 0 })
    expect(await anchor('fish-ladders', 'A law will stop spills in all rivers.')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('was anchored there already'),
    })
    expect(await anchor('fish-ladders', 'ladders for fish')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('[words_not_unique]'),
    })
  })

  it('offers what the reader finds, and publishes none of it', async () => {
    const { code, stdout } = await run('documents', 'statements', 'PLAN')
    expect(code).toBe(0)
    expect(stdout).toContain('Nothing of this is published.')
  })

  it('reports a changed copy passage by passage, and ends with its own code where words are lost', async () => {
    write('letter-2.txt', LETTER.replace('Dear office,', 'Dear office, and all who read this,'))
    expect(await run('documents', 'add', 'letter-2.txt', '--source', 'LETTER')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/1 moved\..*\n(?:.*\n)*moved\s+stop the spills/),
    })
    write('letter-3.txt', 'A letter without a day\n\nWe ask for nothing any more.\n')
    const lost = await run('documents', 'add', 'letter-3.txt')
    expect(lost).toMatchObject({
      code: 7,
      stdout: expect.stringContaining('1 LOST'),
      stderr: expect.stringContaining('[passage_lost]'),
    })
    const { stdout: size } = await run('verify')
    expect((await run('documents', 'check', 'LETTER')).code).toBe(7)
    // Looking again recorded nothing, because nothing differs; every copy is still held.
    expect(await run('verify')).toMatchObject({ code: 0, stdout: size })
    expect((await run('documents', 'list')).stdout).toMatch(
      /letter\.txt[\s\S]*letter-2\.txt[\s\S]*letter-3\.txt/,
    )
  })

  it.each([
    [['documents', 'add'], 'argument_missing'],
    [['documents', 'add', 'nowhere.pdf'], 'file_not_found'],
    [['documents', 'add', 'plan.txt', '--source', 'NOBODY'], 'source_unknown'],
    [['documents', 'add', 'inbox', '--source', 'PLAN'], 'option_invalid'],
    [['documents', 'add', 'plan.txt', '--taken', 'yesterday'], 'option_invalid'],
    [['documents', 'add', 'plan.txt', '--from', 'javascript:alert(1)'], 'option_invalid'],
    [['documents', 'ad'], 'argument_unexpected'],
    [['documents', 'list', 'more'], 'argument_unexpected'],
    [['documents', 'anchor'], 'argument_missing'],
  ])('%j is refused', async (words, code) => {
    expect(await run(...words)).toMatchObject({ code: 2, stderr: expect.stringContaining(`[${code}]`) })
  })
})
