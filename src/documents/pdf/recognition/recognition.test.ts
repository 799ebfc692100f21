import { describe, expect, it } from 'vitest'
import { isLettering, type Outline, traceOutlines } from './outlines.ts'
import { encodePgm, paintOutlines } from './raster.ts'
import { parseRecognised, wordsFromRecognised } from './recognised-words.ts'

const OPS = {
  save: 1,
  restore: 2,
  transform: 3,
  setFillRGBColor: 4,
  constructPath: 5,
  fill: 6,
  eoFill: 7,
  stroke: 8,
}
const identity = [1, 0, 0, 1, 0, 0] as const
const square = (x: number, y: number, side: number) => [x, y, x + side, y, x + side, y + side, x, y + side]
const outline = (rings: number[][], fields: Partial<Outline> = {}): Outline => ({
  rings,
  luminance: 0,
  isEvenOdd: false,
  hasCurves: false,
  ...fields,
})

describe('traceOutlines', () => {
  const path = new Float32Array([0, 0, 0, 1, 10, 0, 1, 10, 10, 4])
  it('follows transforms, colours and nesting, and leaves strokes out', () => {
    const list = {
      fnArray: [
        OPS.save,
        OPS.transform,
        OPS.setFillRGBColor,
        OPS.constructPath,
        OPS.restore,
        OPS.constructPath,
        OPS.constructPath,
      ],
      argsArray: [
        null,
        [2, 0, 0, 2, 5, 5],
        ['#ffffff'],
        [OPS.fill, [path]],
        null,
        [OPS.eoFill, [path]],
        [OPS.stroke, [path]],
      ],
    }
    const [first, second, ...rest] = traceOutlines(list, identity, OPS)
    expect(first).toMatchObject({ rings: [[5, 5, 25, 5, 25, 25]], luminance: 255, isEvenOdd: false })
    expect(second).toMatchObject({ rings: [[0, 0, 10, 0, 10, 10]], luminance: 0, isEvenOdd: true })
    expect(rest).toEqual([])
  })

  it('flattens a curve to its end', () => {
    const curve = new Float32Array([0, 0, 0, 2, 0, 10, 10, 10, 10, 0])
    const [traced] = traceOutlines(
      { fnArray: [OPS.constructPath], argsArray: [[OPS.fill, [curve]]] },
      identity,
      OPS,
    )
    expect(traced?.hasCurves).toBe(true)
    expect(traced?.rings[0]?.slice(-2)).toEqual([10, 0])
    expect(traced?.rings[0]?.slice(6, 8)).toEqual([5, 7.5])
  })
})

describe('isLettering', () => {
  const letters = (count: number, side: number) =>
    Array.from({ length: count }, (_, at) => outline([square(at * 6, 0, side)], { hasCurves: true }))
  it.each([
    ['many small curved shapes', letters(60, 8), true],
    ['a few', letters(12, 8), false],
    ['many large ones', letters(60, 90), false],
    ['many without curves', letters(60, 8).map((one) => ({ ...one, hasCurves: false })), false],
  ])('%s', (_, outlines, expected) => {
    expect(isLettering(outlines)).toBe(expected)
  })
})

describe('paintOutlines', () => {
  const rowsOf = (outlines: Outline[]) => {
    const { width, pixels } = paintOutlines(outlines, 4, 4, 1)
    return [0, 1, 2, 3].map((row) => [...pixels.slice(row * width, (row + 1) * width)])
  }
  it('fills inside and nowhere else', () => {
    expect(rowsOf([outline([square(1, 1, 2)])])).toEqual([
      [255, 255, 255, 255],
      [255, 0, 0, 255],
      [255, 0, 0, 255],
      [255, 255, 255, 255],
    ])
  })
  it('leaves a ring open where the inner path turns the other way', () => {
    const inner = [1, 1, 1, 3, 3, 3, 3, 1]
    expect(rowsOf([outline([square(0, 0, 4), inner])])[1]).toEqual([0, 255, 255, 0])
    expect(rowsOf([outline([square(0, 0, 4), square(1, 1, 2)])])[1]).toEqual([0, 0, 0, 0])
    expect(rowsOf([outline([square(0, 0, 4), square(1, 1, 2)], { isEvenOdd: true })])[1]).toEqual([
      0, 255, 255, 0,
    ])
  })
  it('paints later shapes over earlier ones, and half a pixel half', () => {
    expect(rowsOf([outline([square(0, 0, 4)]), outline([square(1, 1, 2)], { luminance: 255 })])[1]).toEqual([
      0, 255, 255, 0,
    ])
    expect(rowsOf([outline([[0, 0, 0.5, 0, 0.5, 4, 0, 4]])])[0]?.[0]).toBe(127)
  })
  it('cuts off what lies outside the page', () => {
    expect(rowsOf([outline([square(-10, -10, 30)])]).flat()).toEqual(Array(16).fill(0))
  })
  it('is written as a grey picture file', () => {
    const file = encodePgm(paintOutlines([], 2, 1, 1))
    expect(new TextDecoder().decode(file.slice(0, 11))).toBe('P5\n2 1\n255\n')
    expect([...file.slice(11)]).toEqual([255, 255])
  })
})

describe('recognised words', () => {
  const row = (
    line: number,
    left: number,
    top: number,
    width: number,
    height: number,
    text: string,
    confidence = 95,
  ) => `5\t1\t1\t1\t${line}\t1\t${left}\t${top}\t${width}\t${height}\t${confidence}\t${text}`

  it('keeps word rows with text', () => {
    const words = parseRecognised(
      [
        '4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t',
        row(1, 10, 20, 30, 14, 'Flood'),
        row(1, 50, 20, 30, 14, ' '),
      ].join('\n'),
    )
    expect(words.map((word) => word.text)).toEqual(['Flood'])
  })

  it('gives a line one baseline and one size, whatever its letters reach to', () => {
    const words = parseRecognised(
      [row(1, 0, 6, 40, 10, 'sea'), row(1, 50, 2, 60, 14, 'defence'), row(1, 120, 6, 30, 14, 'gap')].join(
        '\n',
      ),
    )
    const [sea, defence, gap] = wordsFromRecognised(words, 1)
    expect(new Set([sea?.style, defence?.style, gap?.style]).size).toBe(1)
    expect(sea?.style.size).toBe(19)
    expect(sea?.baseline).toBeCloseTo(16, 0)
    expect(defence?.baseline).toBe(sea?.baseline)
  })

  it('tells a heading by its larger letters', () => {
    const words = parseRecognised(
      [row(1, 0, 0, 90, 28, 'Harbour'), row(2, 0, 60, 50, 14, 'Boats')].join('\n'),
    )
    const [heading, body] = wordsFromRecognised(words, 2)
    expect(heading!.style.size).toBeGreaterThan(1.5 * body!.style.size)
  })

  it('leaves out what is hardly a word', () => {
    expect(wordsFromRecognised(parseRecognised(row(1, 0, 0, 9, 9, '~', 4)), 1)).toEqual([])
  })
})
