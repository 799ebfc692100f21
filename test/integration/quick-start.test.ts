import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-quick-'))
  writeFileSync(join(folder, 'report.txt'), 'Recommendation 1: The council should open a tree nursery.\n')
  writeFileSync(
    join(folder, 'response.txt'),
    'Recommendation 1\n\nThe council accepts this recommendation. It will open the “nursery” by May 2027.\n',
  )
  writeFileSync(
    join(folder, 'page.html'),
    '<h1>Trees</h1><p>The council will plant ten trees by May 2027.</p>',
  )
  writeFileSync(join(folder, 'groups.yaml'), 'groups:\n  - id: tenants\n    names: [tenants]\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What a start with these words gives: its output, complaints and exit code. */
function start(entry: string, words: string) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [entry, ...words.split(' ')], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { stdout, stderr, status }
}

const root = process.cwd()

describe('the quick start of read and compare', () => {
  it.each([
    'read response.txt',
    'read response.txt --format json',
    'read response.txt report.txt --format csv --kind commitment',
    'read response.txt --format html',
    'read response.txt --groups groups.yaml',
    'read page.html --all',
    'read nowhere.txt',
    'read',
    'read --help',
    'compare report.txt response.txt',
    'compare report.txt response.txt --format json',
    'compare report.txt response.txt --format csv --only accepted',
    'compare report.txt response.txt -f html',
    'compare report.txt',
  ])('gives for `%s` what the modules give', (words) => {
    const quick = start(join(root, 'bin/holdfast.mjs'), words)
    expect(quick).toEqual(start(join(root, 'dist/main.js'), words))
    expect(quick.stderr).not.toContain('bug in Holdfast')
  })

  it('runs from what was kept compiled', () => {
    const check = `
      import { readFileSync } from 'node:fs'
      import { compileQuickStart } from ${JSON.stringify(join(root, 'bin/quick-start.mjs'))}
      const file = ${JSON.stringify(join(root, 'dist/quick.cjs'))}
      const { script } = compileQuickStart(file, readFileSync(file.replace(/cjs$/, 'cache')))
      console.log(script.cachedDataRejected)`
    const args = ['--input-type=module', '--eval', check]
    expect(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout).toBe('false\n')
  })

  it('reads the same where nothing that was kept can be used', () => {
    const check = `
      import { compileQuickStart } from ${JSON.stringify(join(root, 'bin/quick-start.mjs'))}
      process.argv.splice(1, 99, 'holdfast', 'read', 'response.txt')
      compileQuickStart(${JSON.stringify(join(root, 'dist/quick.cjs'))}, Buffer.from('of another V8')).run()`
    const args = ['--input-type=module', '--eval', check]
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
    expect(stdout).toBe(start(join(root, 'dist/main.js'), 'read response.txt').stdout)
  })

  it('leaves every other command to the modules', () => {
    const script = readFileSync(join(root, 'dist/quick.cjs'), 'utf8')
    expect(script).toContain('import("./tracker-command.ts")')
    expect(start(join(root, 'bin/holdfast.mjs'), '--version')).toEqual(
      start(join(root, 'dist/main.js'), '--version'),
    )
  })
})
