import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDocument } from '../../../test/builders/evidence.ts'
import { cutPart, partOf, splitParts } from './split-parts.ts'

const covered = (document: ReturnType<typeof aDocument>) => {
  const starts = splitParts(document)
  return starts.map((_, at) =>
    cutPart(document, starts, at + 1)
      .blocks.map(({ start, end }) => document.text.slice(start, end))
      .join('\n'),
  )
}

describe('a document in parts', () => {
  it('is whole: every block stands in one part, in order, and each part is short', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', ' ', '<', '&', 'é', '漢', '👪'), maxLength: 9000 }), {
          maxLength: 12,
        }),
        (lines) => {
          const document = aDocument(lines.join('\n'))
          const parts = covered(document)
          const whole = document.blocks.map(({ start, end }) => document.text.slice(start, end)).join('')
          expect(parts.join('').replaceAll('\n', '')).toBe(whole.replaceAll('\n', ''))
          for (const part of parts) {
            const html = part.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
            expect(Buffer.byteLength(html)).toBeLessThan(15_100)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('begins a new part at a chapter, and never cuts a character', () => {
    const chapter = `# Chapter\n${'A line of some length that says a thing.\n'.repeat(200)}`
    const document = aDocument(chapter.repeat(4))
    const parts = covered(document)
    expect(parts).toHaveLength(4)
    for (const part of parts) expect(part.startsWith('Chapter')).toBe(true)
    const family = aDocument('👪'.repeat(20_000))
    for (const start of splitParts(family)) expect(start % 2).toBe(0)
  })

  it('tells the part of an offset', () => {
    expect([0, 9, 10, 19, 20, 999].map((offset) => partOf([0, 10, 20], offset))).toEqual([1, 1, 2, 2, 3, 3])
    expect(splitParts(aDocument(''))).toEqual([0])
  })
})
