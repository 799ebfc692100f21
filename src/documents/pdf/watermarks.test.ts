import { describe, expect, it } from 'vitest'
import { readPages, type SetLine, setPage, setText, showBlocks } from './type-page.ts'

const text = (page: number): SetLine[] =>
  setText(
    [
      `The council will publish its offer on page ${page} of its plan,`,
      'and every carer shall be told of it in writing, at home or',
      'in the office that is nearest, before the end of the year.',
    ],
    300,
  )
const mark = (y: number): SetLine => ({ text: 'DRAFT', y, size: 60, x: 120, colour: '#dddddd' })

describe('words across the text', () => {
  it('are left out of one page', () => {
    const marked = readPages(setPage(1, [mark(330), ...text(1)]))
    expect(showBlocks(marked)).toEqual(showBlocks(readPages(setPage(1, text(1)))))
  })

  it('are left out where they cross nothing, when they do on another page', () => {
    const marked = readPages(
      setPage(1, [mark(330), ...text(1)]),
      setPage(2, [{ text: 'A short page.', y: 100 }, mark(330)]),
    )
    expect(marked.text).not.toContain('DRAFT')
    expect(marked.text).toContain('A short page.')
  })

  it('are kept where they cross nothing: titles, large figures, headings close to their text', () => {
    const { text: read } = readPages(
      setPage(1, [
        { text: 'Foreword', y: 292, size: 32 },
        ...text(1),
        { text: '82% agree', y: 400, size: 48 },
        { text: 'of those who were asked', y: 396, x: 400 },
      ]),
    )
    expect(read).toContain('Foreword')
    expect(read).toContain('agree')
  })

  it('take their whole line with them, and no other words', () => {
    const stamp: SetLine = { text: 'DO NOT QUOTE BEFORE MAY', y: 318, size: 40, x: 100 }
    const { text: read } = readPages(setPage(1, [...text(1), stamp]))
    expect(read).not.toMatch(/DO|NOT|QUOTE|BEFORE|MAY/)
    expect(read).toContain('every carer shall be told of it in writing')
  })
})

describe('what the head and the foot of a single page both print', () => {
  const atBoth = (words: string): SetLine[] =>
    [30, 815].map((y) => ({ text: words, y, x: 250, isBold: true }))

  it('is left out where it marks the page', () => {
    const read = readPages(setPage(1, [...atBoth('OFFICIAL-SENSITIVE'), ...text(1)]))
    expect(showBlocks(read)).toEqual(showBlocks(readPages(setPage(1, text(1)))))
  })

  it('is kept where it may be a heading', () => {
    const read = readPages(setPage(1, [...atBoth('Recommendation accepted'), ...text(1)]))
    expect(read.text.match(/Recommendation accepted/g)).toHaveLength(2)
  })
})
