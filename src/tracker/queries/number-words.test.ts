import { describe, expect, it } from 'vitest'
import { sayNumberWord, waysToWrite } from './number-words.ts'
import { wordsOf } from './search-words.ts'

describe('numbers as words', () => {
  it.each([
    '£126m',
    '£126 million',
    '126 million pounds',
    '£126,000,000',
    '126000000',
    '£ 126 mn',
    '126M',
    '£126-million',
  ])('reads %s as one sum', (written) => {
    expect(wordsOf(written)).toEqual(['£126000000'])
  })

  it.each([
    ['£7.8m', ['£7800000']],
    ['£4.35bn', ['£4350000000']],
    ['£75,000 or £75k', ['£75000', 'or', '£75000']],
    ['130,000 children', ['130000', 'children']],
    ['in 2024, 10 areas', ['in', '2024', '10', 'areas']],
    ['3.5 years', ['3', '5', 'years']],
    ['£40-45m', ['£40', '£45000000']],
    ['300 miles', ['300', 'miles']],
    ['SW1A 2,00 k2,000', ['sw1a', '2', '00', 'k2', '000']],
    ['9'.repeat(40), ['9'.repeat(40)]],
  ])('reads %s word by word', (written, words) => {
    expect(wordsOf(written)).toEqual(words)
  })

  it('looks for a sum with and without its sign, and for a short one as millions too', () => {
    expect(waysToWrite('75000')).toEqual([['75000'], ['£75000']])
    expect(waysToWrite('£126')).toEqual([['£126'], ['£126000000'], ['£126000000000']])
    expect(waysToWrite('10')).toEqual([['10']])
    expect(waysToWrite('ten')).toEqual([])
  })

  it('says them as people write them', () => {
    expect(['£126000000', '£75000', '130000', '2025', 'ten'].map(sayNumberWord)).toEqual([
      '£126m',
      '£75,000',
      '130,000',
      '2025',
      'ten',
    ])
  })
})
