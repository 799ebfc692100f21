import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CsvCell, neutraliseFormula, writeCsv, writeCsvRows } from './csv.ts'
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

describe('writeCsvRows', () => {
  const words = fc.array(
    fc.constantFrom('a', 'é', '1', ' ', ',', '"', '\r', '\n', '\r\n', ';', "'", '=', '\t'),
    {
      maxLength: 5,
    },
  )
  const cell: fc.Arbitrary<CsvCell> = fc.oneof(
    words.map((each) => each.join('')),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant(null),
  )

  it('writes rows as the library does, also those that it is not asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), (rows) => {
        const safe = rows.map((row) =>
          row.map((each) => (typeof each === 'string' ? neutraliseFormula(each) : each)),
        )
        const layout = { record_delimiter: 'windows', quoted_match: /[\r\n]/ }
        expect(writeCsvRows(rows)).toBe(rows.length === 0 ? '' : stringify(safe, layout))
      }),
    )
  })
})

describe('layOutText', () => {
  it.each([
    ['one\ntwo  three', 'one two three'],
    ['one\n \ntwo', 'one\ntwo'],
    [' one ', 'one'],
  ])('writes %j as %j', (text, expected) => expect(layOutText(text)).toBe(expected))
})
