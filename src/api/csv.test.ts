import { describe, expect, it } from 'vitest'
import { neutraliseFormula, writeCsv } from './csv.ts'
import { layOutText } from './statement-cells.ts'

describe('neutraliseFormula', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+44 20', "'+44 20"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tword', "'\tword"],
    ['\rword', "'\rword"],
    ['\nword', "'\nword"],
    ['  =HYPERLINK("http://x")', '\'  =HYPERLINK("http://x")'],
    ['\u00A0=1', "'\u00A0=1"],
    ['\uFEFF=1', "'\uFEFF=1"],
    ['＝1+1', "'＝1+1"],
    ['−3', "'−3"],
    ['|calc', '|calc'],
    ['We will = act', 'We will = act'],
    ['£9 million', '£9 million'],
    ['', ''],
  ])('writes %j as %j', (cell, expected) => {
    expect(neutraliseFormula(cell)).toBe(expected)
  })
})

describe('writeCsv', () => {
  it('follows RFC 4180 and begins with a byte order mark', () => {
    const csv = writeCsv(
      ['a', 'b'],
      [
        ['plain', 'with, comma'],
        ['with "quotes"', 'two\nlines'],
        [7, null],
      ],
    )
    expect(csv).toBe('\uFEFFa,b\r\nplain,"with, comma"\r\n"with ""quotes""","two\nlines"\r\n7,\r\n')
  })

  it('neutralises text and leaves numbers', () => {
    expect(writeCsv(['a'], [['-5'], [-5]])).toBe("\uFEFFa\r\n'-5\r\n-5\r\n")
  })
})

describe('layOutText', () => {
  it.each([
    ['one\ntwo  three', 'one two three'],
    ['one\n \ntwo', 'one\ntwo'],
    [' one ', 'one'],
  ])('writes %j as %j', (text, expected) => expect(layOutText(text)).toBe(expected))
})
