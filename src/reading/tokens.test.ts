import { describe, expect, it } from 'vitest'
import { placesOfTokens, tokenize } from './tokens.ts'
import { ALL_CAPITALS, CAPITALISED, createWordBook, INNER_CAPITAL, NUMBER, PUNCTUATION } from './word-book.ts'

const all = (text: string) => tokenize(text, 0, text.length)

describe('tokens', () => {
  it.each([
    ['The Board can’t say it’ll pay.', 'the board can not say it will pay .'],
    ["Carers' homes, the child's too", "carers ' homes , the child 's too"],
    ['£3.5m by 2027, (see 4.12).', '£3.5 m by 2027 , ( see 4.12 ) .'],
    ['looked‐after—“quite”', 'looked-after — “ quite ”'],
    ['a 20% cut; $5: no', 'a 20% cut ; $5 : no'],
    ['Élan, naïve élan’s', "élan , naïve élan 's"],
  ])('of "%s"', (text, words) => {
    expect(all(text).words.join(' ')).toBe(words)
  })

  it('have the places of what is printed, both halves of a contraction that of the whole', () => {
    const text = 'Yes. We’ll pay £4,000.'
    const { starts, ends } = placesOfTokens(text, 5, text.length)
    const printed = starts.map((start, at) => text.slice(start, ends[at]))
    expect(printed).toEqual(['We’ll', 'We’ll', 'pay', '£4,000.', '.'])
  })

  it.each([
    ['Council', CAPITALISED],
    ['NHS', CAPITALISED | ALL_CAPITALS],
    ['SGOs', CAPITALISED | ALL_CAPITALS],
    ['StepChange', CAPITALISED | INNER_CAPITAL],
    ['council', 0],
    ['£40', NUMBER],
    ['–', PUNCTUATION],
  ])('tell of "%s" how it is printed', (text, flags) => {
    expect(all(text).flags).toEqual([flags])
  })

  it('are the same with a book that has met the words before', () => {
    const book = createWordBook()
    const text = 'The UK’s Board can’t pay 40p, the board said.'
    const first = tokenize(text, 0, text.length, book)
    expect(tokenize(text, 0, text.length, book)).toEqual(first)
    expect(first).toEqual(all(text))
  })
})
