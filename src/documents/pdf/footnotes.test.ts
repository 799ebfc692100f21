import { describe, expect, it } from 'vitest'
import type { Shape } from './page-content.ts'
import { readPages, setPage, setText, showBlocks } from './type-page.ts'

const RULE: Shape = { x: 60, y: 690, width: 144, height: 0.5, fill: '#000000', isStroked: false }

const WIDE = 'lines that are set as wide as this one is'

/** Text that goes on overleaf unless it has a last line. */
const body = (page: number, last = WIDE) =>
  setText(
    [`Text of page ${page} tells what was asked of the councils, in`, WIDE, WIDE, WIDE, WIDE, last],
    100,
    {
      size: 11,
    },
  )
const notes = (...texts: string[]) => setText(texts, 700, { size: 8 })
const FIRST = ['1 See the report.', '2 Many of the carers who had been asked were not']
const REST = ['told of it, and some were told late.', '3 Page 4 of the report.']

describe.each([
  ['under a rule', [RULE]],
  ['without a rule', []],
])('a footnote that goes on over the page, %s', (_name, shapes) => {
  it('is one where the text ends with the page', () => {
    const read = readPages(
      setPage(1, [...body(1, 'this.'), ...notes(...FIRST)], shapes),
      setPage(2, [...body(2, 'and this.'), ...notes(...REST)], shapes),
    )
    expect(showBlocks(read)).toEqual([
      expect.stringMatching(/^paragraph: Text of page 1.* this\.$/),
      'footnote: 1 See the report.',
      'footnote: 2 Many of the carers who had been asked were not told of it, and some were told late.',
      expect.stringMatching(/^paragraph: Text of page 2.* and this\.$/),
      'footnote: 3 Page 4 of the report.',
    ])
    expect(read.pages?.[1]?.start).toBe(read.text.indexOf('told of it'))
  })

  it('stays in parts where the text goes on too, each on its page', () => {
    const read = readPages(
      setPage(1, [...body(1), ...notes(...FIRST)], shapes),
      setPage(2, [...setText(['goes on here and ends.'], 100, { size: 11 }), ...notes(...REST)], shapes),
    )
    expect(showBlocks(read)).toEqual([
      'footnote: 1 See the report.',
      'footnote: 2 Many of the carers who had been asked were not',
      expect.stringMatching(/^paragraph: Text of page 1.* goes on here and ends\.$/),
      'footnote: told of it, and some were told late.',
      'footnote: 3 Page 4 of the report.',
    ])
    expect(read.pages?.[1]?.start).toBe(read.text.indexOf('goes on here'))
  })
})

it('takes no small print for the rest of a note where no note stands below it', () => {
  const read = readPages(
    setPage(1, [...body(1, 'this.'), ...notes('see the annex for more on how it was made.')]),
  )
  expect(showBlocks(read).at(-1)).toBe('paragraph: see the annex for more on how it was made.')
})
