/** What holds for the blocks of every document, whatever format it came in. */
import { expect } from 'vitest'
import type { DocumentText } from '../../src/model/index.ts'

/** Fails unless blocks (and cells, pages, lead-ins) are in order, in range, apart from each other and not blank. */
export function checkBlocks({ text, blocks, pages }: Omit<DocumentText, 'sha256'>): void {
  let end = 0
  blocks.forEach((block, i) => {
    expect(block.start).toBeGreaterThanOrEqual(end)
    expect(block.end).toBeLessThanOrEqual(text.length)
    expect(block.end).toBeGreaterThan(block.start)
    expect(text.slice(block.start, block.end).trim()).not.toBe('')
    if (block.leadIn !== undefined) expect(block.leadIn).toBeLessThan(i)
    if (block.kind === 'heading') expect([1, 2, 3, 4, 5, 6]).toContain(block.level)
    let cellEnd = block.start
    for (const cell of block.cells ?? []) {
      expect(cell.start).toBeGreaterThanOrEqual(cellEnd)
      expect(cell.end).toBeLessThanOrEqual(block.end)
      expect(cell.end).toBeGreaterThanOrEqual(cell.start)
      cellEnd = cell.end
    }
    end = block.end
  })
  if (pages) {
    expect(pages[0]?.start).toBe(0)
    expect(pages.at(-1)?.end).toBe(text.length)
    pages.slice(1).forEach((page, i) => {
      expect(page.start).toBe(pages[i]?.end)
    })
  }
}
