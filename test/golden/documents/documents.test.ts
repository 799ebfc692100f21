// Documents written for the tests, one a folder, beside a readable account of the blocks that they should be read into.
// After a change that is meant: HOLDFAST_GOLDEN=write npx vitest run test/golden/documents, then review the difference.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseDocumentHere, readSourceFile } from '../../../src/documents/index.ts'
import type { Block, DocumentText } from '../../../src/model/index.ts'
import { checkBlocks } from '../../documents/block-invariants.ts'

const folder = import.meta.dirname
const cases = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const isWriting = process.env.HOLDFAST_GOLDEN === 'write' && !process.env.CI

/** Longest stretch of a block's words that is shown; more is cut in the middle. */
const SHOWN = 96

function show(text: string): string {
  const visible = text.replace(/\r\n|[\r\n]/g, '⏎').replace(/\u00a0/g, '␣')
  return visible.length <= SHOWN ? visible : `${visible.slice(0, SHOWN - 24)} … ${visible.slice(-20)}`
}

function describeBlock(document: DocumentText, block: Block): string {
  const page = document.pages?.find(({ end }) => block.start < end)?.number
  const words = (range: { start: number; end: number }) => show(document.text.slice(range.start, range.end))
  const traits = [
    `${block.kind}${block.level ?? ''}`,
    block.number && `#${block.number}`,
    page && `p${page}`,
    block.leadIn !== undefined && `after ${block.leadIn}`,
    block.box !== undefined && `box ${block.box}`,
    block.isEmphasised && 'bold',
    block.isHeaderRow && 'header',
  ]
  return `${traits.filter(Boolean).join(' ')}: ${block.cells ? block.cells.map(words).join(' ¦ ') : words(block)}`
}

function describeDocument(document: DocumentText): string {
  const { mediaType, title, publisher, date, pages, notices, blocks } = document
  const facts = { mediaType, title, publisher, date, pages: pages?.length ?? null }
  return [
    ...Object.entries(facts).map(([name, value]) => `${name}: ${value ?? '-'}`),
    ...notices.map(({ code, message }) => `notice ${code}: ${message}`),
    '',
    ...blocks.map((block, i) => `${String(i).padStart(3)}  ${describeBlock(document, block)}`),
    '',
  ].join('\n')
}

describe.each(cases.map(({ name }) => name))('%s', (name) => {
  it('is read into the blocks written beside it', async () => {
    const input = readdirSync(join(folder, name)).find((file) => file.startsWith('input.')) ?? 'input'
    const document = await parseDocumentHere(await readSourceFile(join(folder, name, input)))
    checkBlocks(document)
    const expected = join(folder, name, 'expected.txt')
    if (isWriting) writeFileSync(expected, describeDocument(document))
    expect(describeDocument(document)).toBe(readFileSync(expected, 'utf8'))
  })
})
