import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMarkWalk, type Mark, nestMarks, type Piece, sortMarks } from './marks.ts'

const mark = (id: string, start: number, end: number, tone = 'finding'): Mark => ({ id, start, end, tone })

/** "ab[x:cd]" with the mark's id, "~" before the id of a later part. */
function show(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) =>
      piece.kind === 'text'
        ? piece.text
        : `[${piece.isFirst ? '' : '~'}${piece.mark.id}:${show(piece.pieces)}]`,
    )
    .join('')
}

const textOf = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.kind === 'text' ? piece.text : textOf(piece.pieces))).join('')

describe('nestMarks', () => {
  const text = 'abcdefghij'
  const all = { start: 0, end: 10 }
  it.each([
    ['no marks', [], 'abcdefghij'],
    ['one', [mark('x', 2, 4)], 'ab[x:cd]efghij'],
    ['one inside another', [mark('x', 2, 8), mark('y', 3, 5)], 'ab[x:c[y:de]fgh]ij'],
    ['same range twice', [mark('x', 2, 4), mark('y', 2, 4)], 'ab[x:[y:cd]]efghij'],
    ['crossing', [mark('x', 2, 6), mark('y', 4, 8)], 'ab[x:cd[y:ef]][~y:gh]ij'],
    ['touching', [mark('x', 2, 4), mark('y', 4, 6)], 'ab[x:cd][y:ef]ghij'],
    ['all of it', [mark('x', 0, 10)], '[x:abcdefghij]'],
    [
      'three deep with a crossing',
      [mark('x', 0, 9), mark('y', 1, 5), mark('z', 3, 7)],
      '[x:a[y:bc[z:de]][~z:fg]hi]j',
    ],
  ])('%s', (_name, marks, expected) => {
    expect(show(nestMarks(text, all, sortMarks(marks)))).toBe(expected)
  })

  it('cuts marks to the range and says which parts are not the first', () => {
    expect(show(nestMarks(text, { start: 3, end: 6 }, [mark('x', 1, 5)]))).toBe('[~x:de]f')
  })

  it('keeps the text whole, and gives each mark one first part, whatever the marks', () => {
    const place = fc
      .tuple(fc.nat(10), fc.nat(10))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), (places) => {
        const marks = sortMarks(places.map(({ start, end }, at) => mark(`m${at}`, start, end)))
        const pieces = nestMarks(text, all, marks)
        expect(textOf(pieces)).toBe(text)
        const shown = show(pieces)
        for (const { id } of marks) expect(shown.split(`[${id}:`)).toHaveLength(2)
      }),
    )
  })

  it('nests 200,000 marks of one paragraph, which looking at all of them for each would not live to see', () => {
    const long = 'ab '.repeat(200_000)
    const marks = Array.from({ length: 200_000 }, (_, at) => mark(`m${at}`, at * 3, at * 3 + 2))
    const pieces = nestMarks(long, { start: 0, end: long.length }, marks)
    expect(pieces).toHaveLength(400_000)
    expect(textOf(pieces)).toBe(long)
  })
})

describe('createMarkWalk', () => {
  it('finds for each range the marks that touch it', () => {
    const marks = sortMarks([mark('a', 0, 3), mark('b', 2, 9), mark('c', 5, 6)])
    const walk = createMarkWalk(marks)
    const ids = (start: number, end: number) => walk({ start, end }).map(({ id }) => id)
    expect(ids(0, 2)).toEqual(['a'])
    expect(ids(2, 5)).toEqual(['a', 'b'])
    expect(ids(5, 8)).toEqual(['b', 'c'])
    expect(ids(9, 12)).toEqual([])
  })
})
