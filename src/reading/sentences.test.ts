import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSentenceSplitter, maskStops } from './sentences.ts'

const split = createSentenceSplitter()
const sentencesOf = (text: string): string[] =>
  split(text, 0, text.length).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it.each([
    ['two plain sentences', 'Fees rose. Nobody said why.', ['Fees rose.', 'Nobody said why.']],
    [
      'a title and initials',
      'Dr. J. K. Marsh wrote to us. We replied.',
      ['Dr. J. K. Marsh wrote to us.', 'We replied.'],
    ],
    [
      'references',
      'See para. 4 and No. 12 of s. 17. It applies.',
      ['See para. 4 and No. 12 of s. 17.', 'It applies.'],
    ],
    [
      'a numbered paragraph',
      '4.12 The fund closed. It will reopen.',
      ['4.12 The fund closed.', 'It will reopen.'],
    ],
    ['a numbered point', '3. Publish the list. Keep it up.', ['3. Publish the list.', 'Keep it up.']],
    ['points in one paragraph', '1. End the fee. 2. Cut the wait.', ['1. End the fee.', '2. Cut the wait.']],
    [
      'a footnote mark',
      'It closed in spring.4 The staff left.',
      ['It closed in spring.4', 'The staff left.'],
    ],
    [
      'decimals and dates',
      'It cost 2.5 per cent on 4.5.2024. Then it stopped.',
      ['It cost 2.5 per cent on 4.5.2024.', 'Then it stopped.'],
    ],
    [
      'e.g. and i.e.',
      'Some help (e.g. advice, i.e. a call) is free. Ask.',
      ['Some help (e.g. advice, i.e. a call) is free.', 'Ask.'],
    ],
    ['a quotation', '“We waited.” Then it came.', ['“We waited.”', 'Then it came.']],
    [
      'a line break inside',
      'Fees rose\nagain. Nobody\r\nsaid why.',
      ['Fees rose\nagain.', 'Nobody\r\nsaid why.'],
    ],
    [
      'an amount next',
      'Two locks reopened. £12 million was found.',
      ['Two locks reopened.', '£12 million was found.'],
    ],
    ['a number next', 'Fees rose by 4%. 30 boats left.', ['Fees rose by 4%.', '30 boats left.']],
    [
      'a reference in brackets',
      'Fees should fall. (Paragraph 42) The Board should say when.',
      ['Fees should fall. (Paragraph 42)', 'The Board should say when.'],
    ],
    ['no space after the stop', 'The lock closed.Nobody said why.', ['The lock closed.', 'Nobody said why.']],
    ['a question quoted', '“Why now?” she asked. Nobody knew.', ['“Why now?” she asked.', 'Nobody knew.']],
    ['trailing dots', 'They waited… The boats left.', ['They waited…', 'The boats left.']],
    [
      'figures and months',
      'See Figs. 1-3 of 1 Jan. 2026. It helps.',
      ['See Figs. 1-3 of 1 Jan. 2026.', 'It helps.'],
    ],
    ['no stop at all', 'a heading of some kind', ['a heading of some kind']],
    ['white space only', ' \n\t ', []],
  ])('%s', (_name, text, expected) => {
    expect(sentencesOf(text)).toEqual(expected)
  })

  it('masks without changing the length', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => maskStops(text).length === text.length))
  })

  it('gives ordered, trimmed ranges that lose no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const ranges = split(text, 0, text.length)
        let last = 0
        let kept = ''
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
          kept += text.slice(start, end)
        }
        expect(kept.replace(/[\s\u200b\ufeff]/gu, '')).toBe(text.replace(/[\s\u200b\ufeff]/gu, ''))
      }),
    )
  })

  it('cuts a million characters without a stop into windows', () => {
    const ranges = split('word '.repeat(200_000), 0, 1_000_000)
    expect(ranges.length).toBeGreaterThan(40)
    expect(Math.max(...ranges.map(({ start, end }) => end - start))).toBeLessThanOrEqual(20_000)
  })

  it('never cuts a character of two halves', () => {
    const text = '😀'.repeat(15_000)
    for (const { start, end } of split(text, 0, text.length))
      expect(text.slice(start, end)).not.toMatch(/^[\uDC00-\uDFFF]/u)
  })
})
