// PDFs printed by a browser from pages written for the tests, with the blocks they should read as.
// expected.txt holds one block a line; a blank line stands where a page turns. What differs is written beside it as
// expected-changed.local, to compare with and, when it is right, to take over by hand.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseDocumentHere, readSourceFile } from '../../../src/documents/index.ts'
import type { Block, DocumentText } from '../../../src/model/index.ts'

const folder = import.meta.dirname
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

function showBlock(text: string, block: Block): string {
  const words = (range: { start: number; end: number }) => text.slice(range.start, range.end)
  const marks = [
    block.level === undefined ? '' : ` ${block.level}`,
    block.number === undefined ? '' : ` number=${block.number}`,
    block.box === undefined ? '' : ` box=${block.box}`,
    block.leadIn === undefined ? '' : ` leadIn=${block.leadIn}`,
    block.isHeaderRow ? ' header' : '',
    block.isEmphasised ? ' emphasised' : '',
  ]
  return `${block.kind}${marks.join('')}: ${block.cells?.map(words).join(' | ') ?? words(block)}`
}

function showDocument({ title, date, text, blocks, pages }: DocumentText): string {
  const turns = new Set(
    pages?.slice(1).map((page) => blocks.findIndex((block) => block.end > page.start)) ?? [],
  )
  const lines = blocks.map((block, index) => `${turns.has(index) ? '\n' : ''}${showBlock(text, block)}`)
  return `${[`title: ${title}`, `date: ${date}`, '', ...lines].join('\n')}\n`
}

describe.each(cases)('%s', (name) => {
  it('reads as expected', async () => {
    const document = await parseDocumentHere(await readSourceFile(join(folder, name, 'input.pdf')))
    const shown = showDocument(document)
    const expectedPath = join(folder, name, 'expected.txt')
    const changedPath = join(folder, name, 'expected-changed.local')
    const expected = existsSync(expectedPath) ? readFileSync(expectedPath, 'utf8') : ''
    if (shown === expected) rmSync(changedPath, { force: true })
    else writeFileSync(changedPath, shown)
    expect(shown).toBe(expected)
  })
})
