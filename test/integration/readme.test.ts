// The README's example is what the program prints, to the letter.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runCommand } from './cli-process.ts'

it('prints what the README shows', async () => {
  const root = join(import.meta.dirname, '../..')
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const [, shown] = /as printed:\n\n```\n([\s\S]*?)\n```/.exec(readme) ?? []
  const folder = join(root, 'test/golden/comparing/harbours')
  const { stdout } = await runCommand(['compare', 'report.md', 'response.md'], { cwd: folder })
  expect(shown?.trimEnd()).toBe(stdout.trimEnd())
})
