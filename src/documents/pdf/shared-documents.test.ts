import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../model/index.ts'
import type { ParsedText } from '../source.ts'
import { parsePdf } from './index.ts'

const FOLDER = resolve(import.meta.dirname, '../../../../shared/documents/inquiries')
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.pdf')) : []
if (files.length === 0)
  console.info(
    'The real documents (../shared/documents) are not here: PDF parsing is tested on our own pages only.',
  )

/** Share of lower-case words in a text that are cut or run together: longer than any English word in use. */
const oddWords = (text: string): number => {
  const words = text.match(/(?<![\p{L}./@_-])\p{Ll}+(?![\p{L}./@_-])/gu) ?? []
  return words.filter((word) => word.length > 22).length / Math.max(1, words.length)
}

const wordsOf = (document: ParsedText, block: Block): string => document.text.slice(block.start, block.end)

// A file of tests must hold one; without the documents there is nothing else to hold.
it.skipIf(files.length > 0)('has no real documents to read here', () =>
  expect(existsSync(FOLDER)).toBe(false),
)

describe.each(files)('%s', (name) => {
  const parsed = parsePdf({ name, bytes: new Uint8Array(readFileSync(join(FOLDER, name))) }, { pages: 500 })

  it('has blocks in order, inside the text, with white space alone between them', async () => {
    const { text, blocks } = await parsed
    let end = 0
    for (const block of blocks) {
      expect(block.start).toBeGreaterThanOrEqual(end)
      expect(block.end).toBeGreaterThan(block.start)
      expect(text.slice(end, block.start).trim()).toBe('')
      for (const cell of block.cells ?? []) {
        expect(cell.start).toBeGreaterThanOrEqual(block.start)
        expect(cell.end).toBeLessThanOrEqual(block.end)
      }
      end = block.end
    }
    expect(text.slice(end).trim()).toBe('')
  }, 240_000)

  it('has pages in order that cover the text', async () => {
    const { text, pages } = await parsed
    expect(pages?.[0]?.start).toBe(0)
    expect(pages?.at(-1)?.end).toBe(text.length)
    pages?.forEach((page, index) => {
      expect(page.number).toBe(index + 1)
      expect(page.start).toBe(index === 0 ? 0 : pages[index - 1]?.end)
    })
  }, 240_000)

  it('repeats no running line', async () => {
    const document = await parsed
    const counts = new Map<string, number>()
    for (const block of document.blocks) {
      if (block.kind === 'table-row' || block.kind === 'navigation' || block.kind === 'footnote') continue
      const words = wordsOf(document, block)
      if (words.length > 25) counts.set(words, (counts.get(words) ?? 0) + 1)
    }
    const most = Math.max(...counts.values())
    expect(most).toBeLessThan(Math.max(4, (document.pages?.length ?? 0) * 0.15))
  }, 240_000)

  it('leads list items in from a block before them', async () => {
    const { blocks } = await parsed
    blocks.forEach((block, index) => {
      if (block.leadIn === undefined) return
      expect(block.kind).toBe('list-item')
      expect(block.leadIn).toBeLessThan(index)
      expect(blocks[block.leadIn]?.kind).toMatch(/paragraph|heading/)
    })
  }, 240_000)

  it('is made of words, with a title', async () => {
    const document = await parsed
    expect(oddWords(document.text)).toBeLessThan(0.001)
    expect(document.text).not.toMatch(/[\ue000-\uf8ff\ufb00-\ufb06\u00ad\u200b]/)
    expect(document.title?.length ?? 0).toBeGreaterThan(8)
    expect(document.blocks.some((block) => block.kind === 'heading')).toBe(true)
  }, 240_000)
})
