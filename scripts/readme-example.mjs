// Puts what the program prints today into the README's example. test/integration/readme.test.ts fails when they differ.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = new URL('..', import.meta.url).pathname
const words = ['compare', 'report.md', 'response.md']
const output = execFileSync(process.execPath, [join(root, 'bin/holdfast.mjs'), ...words], {
  cwd: join(root, 'test/golden/comparing/harbours'),
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
})
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const example = /(as printed:\n\n```\n)[\s\S]*?(\n```)/
writeFileSync(
  join(root, 'README.md'),
  readme.replace(example, (_, before, after) => before + output.trimEnd() + after),
)
