// The process that parses PDFs is built as one script; what it answers must be what the modules answer.
import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeLockedPdf, makePdf, showLine } from '../../src/documents/pdf/hand-made-pdf.ts'
import { runParser } from '../../src/documents/process/run-parser.ts'
import { DEFAULT_LIMITS } from '../../src/documents/source.ts'

const dist = resolve('dist')
const parse = (entry: string, bytes: Uint8Array) =>
  runParser(join(dist, entry), { name: 'a.pdf', bytes }, DEFAULT_LIMITS, {})

describe('the process that parses PDFs', () => {
  it('answers as the modules do', async () => {
    const bytes = makePdf({
      pages: [showLine('The fund will close in spring.'), showLine('Nobody said why.')],
    })
    const document = await parse('pdf-process.cjs', bytes)
    expect(document.text).toContain('The fund will close in spring.')
    expect(document).toEqual(await parse('parser-process.js', bytes))
  })

  it('fails as they do', async () => {
    await expect(parse('pdf-process.cjs', makeLockedPdf())).rejects.toMatchObject({
      code: 'document_encrypted',
    })
  })

  it('starts from what was compiled when it was built', () => {
    const code = `import { readFileSync } from 'node:fs'
      import { compileQuickStart } from './bin/quick-start.mjs'
      const { script } = compileQuickStart('dist/pdf-parser.cjs', readFileSync('dist/pdf-parser.cache'))
      console.log(script.cachedDataRejected)`
    const flags = [
      `--max-old-space-size=${DEFAULT_LIMITS.memoryMegabytes}`,
      '--input-type=module',
      '-e',
      code,
    ]
    expect(execFileSync(process.execPath, flags, { encoding: 'utf8' }).trim()).toBe('false')
  })
})
