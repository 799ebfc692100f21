import { describe, expect, it } from 'vitest'
import { ContentReader, DICTIONARY, END, keyOf, UNKNOWN } from './content-reader.ts'

const OPERATORS: Readonly<Record<string, [numArgs: number, variableArgs?: boolean]>> = {
  q: [0],
  w: [1],
  Td: [2],
  Tf: [2],
  Tj: [1],
  TJ: [1],
  scn: [4, true],
  BDC: [2],
  'f*': [0],
  '"': [3],
}

const letters = Object.keys(OPERATORS)
const known = new Map(
  Object.entries(OPERATORS).map(([operator, [numArgs, variableArgs = false]], id) => [
    keyOf(operator),
    { id, numArgs, variableArgs },
  ]),
)

const bytesOf = (content: string) => new Uint8Array(Buffer.from(content, 'latin1'))

/** Every operation as its letters and arguments; shown text as strings and numbers. */
function readAll(content: string): unknown[] {
  const reader = new ContentReader(bytesOf(content), known, (name) => `/${name}`)
  const { shown } = reader
  const showPieces = () =>
    shown.ends.slice(0, shown.pieces).map((end, i) => {
      const start = shown.ends[i - 1] ?? 0
      return start === end ? shown.moves[i] : Buffer.from(shown.codes.subarray(start, end)).toString('latin1')
    })
  const operations: unknown[] = []
  for (;;) {
    const operator = reader.next()
    if (operator === END) return operations
    if (operator === UNKNOWN) return [...operations, `stopped at ${content.slice(reader.start).trim()}`]
    const args = (reader.args ?? []).map((argument) => (argument === shown ? showPieces() : argument))
    operations.push([letters[operator.id], ...args])
  }
}

describe('ContentReader', () => {
  const cases: [what: string, content: string, operations: unknown[]][] = [
    ['operators', 'q w', [['q'], 'stopped at w']],
    [
      'numbers',
      '12 w -3.5 w .25 w +7. w 0.001 w',
      [
        ['w', 12],
        ['w', -3.5],
        ['w', 0.25],
        ['w', 7],
        ['w', 0.001],
      ],
    ],
    [
      'numbers without white space',
      '1.5.25 Td 3w',
      [
        ['Td', 1.5, 0.25],
        ['w', 3],
      ],
    ],
    [
      'names',
      '/F1 12 Tf/F2 9 Tf',
      [
        ['Tf', '/F1', 12],
        ['Tf', '/F2', 9],
      ],
    ],
    [
      'fewer arguments where any number will do',
      '0 0 1 scn /P1 scn',
      [
        ['scn', 0, 0, 1],
        ['scn', '/P1'],
      ],
    ],
    [
      'strings',
      '(north) Tj()Tj (a(b)c) Tj',
      [
        ['Tj', ['north']],
        ['Tj', []],
        ['Tj', ['a(b)c']],
      ],
    ],
    ['escapes', '(\\(\\)\\\\ \\n\\t\\r\\b\\f\\x) Tj', [['Tj', ['()\\ \n\t\r\b\fx']]]],
    ['codes of one to three digits', '(\\1018\\7x\\53) Tj', [['Tj', ['A8\x07x+']]]],
    ['broken lines in strings', '(a\\\nb\\\r\nc\\\rd\ne) Tj', [['Tj', ['abcd\ne']]]],
    [
      'hexadecimal strings',
      '<4142> Tj <4 1 5> Tj <> Tj',
      [
        ['Tj', ['AB']],
        ['Tj', ['AP']],
        ['Tj', []],
      ],
    ],
    [
      'arrays',
      '[(a)-20 <42> 3.5(c) () ]TJ [] TJ',
      [
        ['TJ', ['a', -20, 'B', 3.5, 'c']],
        ['TJ', []],
      ],
    ],
    ['both kinds at once', '1 2 (a) "', [['"', 1, 2, ['a']]]],
    [
      'dictionaries, unread',
      '/P <</MCID 3/A<</B(>>\\))>>/C <3e3e> /D [1 2]>> BDC q',
      [['BDC', '/P', DICTIONARY], ['q']],
    ],
    ['a line too many', 'q\n\n\r\0 ', [['q']]],
    ['nothing', '', []],
  ]
  it.each(cases)('reads %s', (_what, content, operations) => {
    expect(readAll(content)).toEqual(operations)
  })

  it.each([
    'q 5 % a comment',
    'q 1 2 w',
    'q /F1 Tf',
    'q BI /W 1 ID x EI',
    'q 0 0 m100 0 l',
    'q ] TJ',
    'q (open Tj',
    'q <41 Tj',
    'q <4g> Tj',
    'q [(a) /N] TJ',
    'q [(a) TJ',
    'q (\\777) Tj',
    'q /A#20B 9 Tf',
    'q -- 5 w',
    'q 3-4 w',
    'q . w',
    'q true w',
    'q (a) (b) Tj',
    'q << /A 1 BDC',
    'q << % >> BDC',
    'q 1 1 0 unheard',
    `q ${'1 '.repeat(40)} scn`,
  ])('stops before what it does not know: %s', (content) => {
    expect(readAll(content)).toEqual([['q'], `stopped at ${content.slice(2).trim()}`])
  })

  it('holds more letters than it made room for', () => {
    const text = 'north bank '.repeat(1000)
    expect(readAll(`(${text}) Tj`)).toEqual([['Tj', [text]]])
  })

  it('ends operations that end with the file', () => {
    expect(readAll('q 12')).toEqual([['q']])
  })
})
