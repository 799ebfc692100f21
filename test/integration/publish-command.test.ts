// holdfast publish and holdfast start: a record of another tracker, brought up to its files, and shown.
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RIVER_TRACKER } from '../builders/tracker.ts'
import { ended, printedAddress, runCommand, startCommand } from './cli-process.ts'
import { binaries, hasPostgres, makeFolder } from './ledger-server.ts'

const environment = { HOLDFAST_DATA: 'data', DATABASE_URL: '', HOLDFAST_POSTGRES: binaries ?? '', PORT: '0' }

describe.runIf(hasPostgres())('holdfast publish', () => {
  let cwd = ''
  const content = (text: string) => writeFileSync(join(cwd, 'rivers/rivers.yaml'), text)
  const publish = (...words: string[]) => runCommand(['publish', 'rivers', ...words], { cwd, environment })
  beforeAll(() => {
    cwd = makeFolder()
    chmodSync(cwd, 0o755)
    mkdirSync(join(cwd, 'rivers'))
  })
  afterAll(() => rmSync(cwd, { recursive: true, force: true }))

  it('begins an empty record with the files, and not with the flagship', async () => {
    content(RIVER_TRACKER)
    const { code, stdout, stderr } = await publish()
    expect(code).toBe(0)
    expect(stdout).toMatch(/^\d+ recorded\.\nCheckpoint \d+:[0-9a-f]{64}\n$/)
    expect(stderr).toContain('It begins with the tracker rivers,')
  })

  it('says that there is nothing to record', async () => {
    const { code, stdout } = await publish()
    expect(code).toBe(0)
    expect(stdout).toContain('Nothing to record')
  })

  it('wants a reason for what it corrects or withdraws, and writes nothing without', async () => {
    content(
      RIVER_TRACKER.replace('title: Fewer spills', 'title: Fewer spills into rivers')
        .replace(/programmes:\n.*\n/, '')
        .replace(
          'conflicts:\n',
          'conflicts:\n  - { id: new-one, question: Is it so?, detail: Two say yes and one says no., cites: [{ source: PLAN }] }\n',
        ),
    )
    const refused = await publish()
    expect(refused.code).toBe(2)
    expect(refused.stderr).toMatch(
      /would correct 1 and withdraw 1 of the record's parts: commitment "stop-spills", programme "clear-water"\..*\[reason_missing\]/,
    )
    expect((await publish('--reason', ' ')).stderr).toContain('[option_invalid]')
    const { code, stdout } = await publish('--reason', 'The plan was read again.')
    expect({ code, stdout }).toMatchObject({ code: 0 })
    expect(stdout).toContain('1 recorded, 1 corrected, 1 withdrawn.')
    expect(stdout).toContain('  corrected: commitment stop-spills\n  withdrawn: programme clear-water\n')
    expect((await publish()).stdout).toContain('Nothing to record')
  })

  it('records again what was withdrawn, when the files hold it again', async () => {
    content(RIVER_TRACKER)
    const { stdout } = await publish('--reason', 'It was withdrawn by mistake.')
    expect(stdout).toContain('1 recorded, 1 corrected, 1 withdrawn.')
  })

  it('refuses content with problems, naming file, line and what to write', async () => {
    content(RIVER_TRACKER.replace('owner: office', 'owner: nobody'))
    const { code, stderr } = await publish('--reason', 'x y z')
    expect(code).toBe(3)
    expect(stderr).toMatch(
      /rivers\/rivers\.yaml:\d+: ask "ask-count" .*nobody.*\n.*so it is not recorded\..*\[content_invalid\]/,
    )
  })

  it('refuses the files of another tracker', async () => {
    content(RIVER_TRACKER.replace('id: rivers', 'id: lakes'))
    const { code, stderr } = await publish('--reason', 'x y z')
    expect(code).toBe(2)
    expect(stderr).toMatch(/is of the tracker "rivers", and these files are of "lakes".*\[tracker_differs\]/)
  })

  it('leaves a record that holdfast start shows, and refuses while that runs', async () => {
    content(RIVER_TRACKER)
    const child = startCommand(['start'], { cwd, environment })
    const end = ended(child)
    const url = await printedAddress(child)
    const page = await fetch(url)
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Sewage in rivers')])
    const { code, stderr } = await publish('--reason', 'x y z')
    expect(code).toBe(4)
    expect(stderr).toMatch(new RegExp(`in use by process ${child.pid}\\..*\\[record_in_use\\]`))
    child.kill('SIGTERM')
    expect(await end).toMatchObject({ code: 0, stderr: '' })
    expect(await runCommand(['verify'], { cwd, environment })).toMatchObject({ code: 0, stderr: '' })
  }, 60_000)
})
