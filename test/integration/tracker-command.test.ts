import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RIVER_TRACKER } from '../builders/tracker.ts'
import { ended, printedAddress, runCommand, startCommand } from './cli-process.ts'

describe('holdfast tracker', () => {
  let cwd: string
  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), 'holdfast-tracker-'))
  })
  afterAll(() => rmSync(cwd, { recursive: true, force: true }))

  it('opens the pages of a folder, and ends well', async () => {
    writeFileSync(join(cwd, 'rivers.yaml'), RIVER_TRACKER)
    const child = startCommand(['tracker', cwd], { cwd, environment: { PORT: '0' } })
    const end = ended(child)
    const url = await printedAddress(child)
    const page = await fetch(url)
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Sewage in rivers')])
    child.kill('SIGTERM')
    expect(await end).toMatchObject({ code: 0, stderr: '' })
  })

  it('shows no content that is wrong, and names every problem', async () => {
    const broken = RIVER_TRACKER.replace('verdict: good', 'verdict: great').replace(
      'owner: office',
      'owner: nobody',
    )
    writeFileSync(join(cwd, 'rivers.yaml'), broken)
    const { code, stderr } = await runCommand(['tracker', cwd], { cwd, environment: { PORT: '0' } })
    expect(code).toBe(3)
    expect(stderr).toMatch(/rivers\.yaml:\d+: ask "ask-count" .*nobody/)
    expect(stderr).toMatch(/rivers\.yaml:\d+: assessment "judged-2026" .*great/)
    expect(stderr).toContain('[content_invalid]')
  })

  it('says where there is no content', async () => {
    const { code, stderr } = await runCommand(['tracker', join(cwd, 'none')], { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain('[file_not_found]')
  })
})
