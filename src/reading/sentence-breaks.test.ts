import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findBreaks } from './sentence-breaks.ts'

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' })
const segmented = (text: string): number[] =>
  Array.from(segmenter.segment(text), ({ index }) => index).slice(1)

describe('where sentences begin', () => {
  it.each([
    ['a stop', 'Fees rose. Nobody left.', [11]],
    ['a small letter after it', 'Fees rose. (and fell)', []],
    ['a figure after it', 'See 4.12 there', []],
    ['capitals on both sides', 'The U.K. Board met', [9]],
    ['a closing quotation mark', '“Why?” Nobody knew', [7]],
    ['a comma after it', 'Why?, she asked', []],
    ['the end', 'Fees rose. ', []],
  ])('by %s', (_name, text, expected) => {
    expect(findBreaks(text)).toEqual(expected)
  })

  it.each(['Fees rose.\nThen', 'Ŵythnos. Then', '中文。', 'Fees rose.; then'])(
    'are not told of %j',
    (text) => {
      expect(findBreaks(text)).toBeNull()
    },
  )

  it('are those of the segmenter wherever they are told', () => {
    const sign = fc.constantFrom(...'abAB1279.?!,;:-–—…()[]"\'“”‘’«»  £%/*&•\u00a0éÉßªﬁ\u00ad'.split(''))
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 40 }), (text) => {
        const found = findBreaks(text)
        if (found !== null) expect(found).toEqual(segmented(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('are those of the segmenter for every sign of the Latin blocks', () => {
    for (let code = 0x20; code < 0x2123; code++) {
      const sign = String.fromCharCode(code)
      for (const text of [
        `a.${sign}b`,
        `A.${sign}B`,
        `a. ${sign}B`,
        `a.${sign} B`,
        `${sign}.B`,
        `a! ${sign}b`,
      ]) {
        const found = findBreaks(text)
        if (found !== null) expect([text, found]).toEqual([text, segmented(text)])
      }
    }
  })
})
