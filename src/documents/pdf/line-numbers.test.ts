import { describe, expect, it } from 'vitest'
import type { PageContent } from './page-content.ts'
import { readPages, type SetLine, setPage, setText } from './type-page.ts'

const PARAGRAPH = [
  'The Board should light every ladder on the quay, because',
  'crews come ashore in poor weather and cannot see where',
  'they put their feet. It should do so by March 2027.',
]
const WHOLE = PARAGRAPH.join(' ')

/** Paragraphs of three lines, with what `numberOf` gives for each line at `x`. */
function numberedPage(page: number, numberOf: (line: number) => string | null, x: number, textX = 100) {
  const lines: SetLine[] = []
  for (let paragraph = 0; paragraph < 6; paragraph++) {
    const top = 120 + paragraph * 50
    lines.push(...setText(PARAGRAPH, top, { x: textX }))
    PARAGRAPH.forEach((_, i) => {
      const text = numberOf((page - 1) * 18 + paragraph * 3 + i + 1)
      if (text !== null) lines.push({ text, x: x - text.length * 4, y: top + i * 12, size: 8 })
    })
  }
  return setPage(page, lines)
}
const textsOf = (pages: readonly PageContent[]) => {
  const { text, blocks } = readPages(...pages)
  return blocks.map(({ start, end }) => text.slice(start, end))
}
const PAGES = [1, 2]

describe('numbers of lines in a margin', () => {
  it.each<[string, (line: number) => string | null, number]>([
    ['through the document', String, 70],
    ['anew on each page', (line) => String(((line - 1) % 18) + 1), 70],
    ['at every fifth line', (line) => (line % 5 === 0 ? String(line) : null), 70],
    ['on the right', String, 560],
  ])('are no words: %s', (_name, numberOf, x) => {
    const pages = PAGES.map((page) => numberedPage(page, numberOf, x))
    expect(textsOf(pages)).toEqual(Array(12).fill(WHOLE))
  })

  it('stay where they number paragraphs', () => {
    const numberOf = (line: number) => (line % 3 === 1 ? String((line + 2) / 3) : null)
    const texts = textsOf(PAGES.map((page) => numberedPage(page, numberOf, 70)))
    expect(texts).toEqual(Array.from({ length: 12 }, (_, i) => `${i + 1} ${WHOLE}`))
  })

  it('stay where each numbers an item of a list', () => {
    const items = Array.from({ length: 20 }, (_, i) => [
      { text: String(i + 1), x: 60, y: 120 + i * 14 },
      { text: `Harbour ${String.fromCharCode(65 + i)} mends its lamps`, x: 80, y: 120 + i * 14 },
    ]).flat()
    expect(readPages(setPage(1, items)).text).toMatch(/\b20\b/)
  })
})
