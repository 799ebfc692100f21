import { describe, expect, it } from 'vitest'
import { cleanForTerminal, clipLines, displayWidth, padText, wrapText } from './display-width.ts'

describe('displayWidth', () => {
  it.each([
    ['plain words', 11],
    ['', 0],
    ['café', 4],
    ['cafe\u0301', 4],
    ['£9 million', 10],
    ['日本語', 6],
    ['한국어', 6],
    ['ｆｕｌｌ', 8],
    ['ｶﾀｶﾅ', 4],
    ['👍', 2],
    ['👍🏽', 2],
    ['👩‍👩‍👧‍👦', 2],
    ['🇬🇧', 2],
    ['❤️', 2],
    ['❤', 1],
    ['1️⃣', 2],
    ['●◐–', 3],
    ['a\u200Bb', 2],
    ['שלום', 4],
    ['नमस्ते', 4],
    ['𝒜', 1],
  ])('%s takes %i columns', (text, width) => expect(displayWidth(text)).toBe(width))
})

describe('cleanForTerminal', () => {
  it.each([
    ['\u001B[31mred\u001B[0m', '[31mred[0m'],
    ['a\u009B2Jb', 'a2Jb'],
    ['one\r\n\ttwo  three ', 'one two three'],
    ['\u202Eevil\u202C', 'evil'],
    ['soft\u00ADhyphen', 'softhyphen'],
    ['lone \uD800 half', 'lone \uFFFD half'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
  ])('writes %j as %j', (text, expected) => expect(cleanForTerminal(text)).toBe(expected))
})

describe('wrapText', () => {
  it.each([
    ['short', 10, ['short']],
    ['one two three', 7, ['one two', 'three']],
    ['one two three', 3, ['one', 'two', 'thr', 'ee']],
    ['incomprehensible', 6, ['incomp', 'rehens', 'ible']],
    ['日本語 日本語', 7, ['日本語', '日本語']],
    ['日本語', 4, ['日本', '語']],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2, ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']],
    ['', 5, ['']],
  ])('wraps %j to %i', (text, width, lines) => expect(wrapText(text, width)).toEqual(lines))

  it('never makes a line that is too long', () => {
    const text = 'A sentence with 日本語 and 👍 and a-very-long-word-that-has-to-break somewhere.'
    for (let width = 2; width < 40; width++)
      for (const line of wrapText(text, width)) expect(displayWidth(line)).toBeLessThanOrEqual(width)
  })
})

describe('clipLines', () => {
  it.each([
    [['a', 'b'], 2, ['a', 'b']],
    [['aaaa', 'b'], 1, ['aaa…']],
    [['aa', 'b'], 1, ['aa…']],
    [['日本', 'b'], 1, ['日…']],
  ])('clips %j to %i lines', (lines, most, expected) => expect(clipLines(lines, most, 4)).toEqual(expected))
})

describe('padText', () => {
  it('pads by columns, on either side', () => {
    expect(padText('日', 4)).toBe('日  ')
    expect(padText('7', 4, 'right')).toBe('   7')
    expect(padText('longer', 4)).toBe('longer')
  })
})
