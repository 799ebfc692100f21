import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ERROR_CODES } from '../../src/model/index.ts'
import { readSourceFiles, root } from './source-files.ts'

const documented = [
  ...readFileSync(join(root, 'docs/errors.md'), 'utf8').matchAll(/^\| `([a-z_]+)` \|/gm),
].map((row) => row[1])

describe('error codes', () => {
  it('are each explained in docs/errors.md, once, and nothing else is', () => {
    expect([...documented].sort()).toEqual([...ERROR_CODES].sort())
  })

  it('are each thrown somewhere', () => {
    const code = readSourceFiles('src')
      .filter((file) => file.path !== 'src/model/errors.ts' && !file.path.includes('.test.'))
      .map((file) => file.text)
      .join('\n')
    expect(ERROR_CODES.filter((name) => !code.includes(`'${name}'`))).toEqual([])
  })
})
