import { describe, expect, it } from 'vitest'
import { settleStrokes } from './letter-shapes.ts'
import { gatherLines } from './marks.ts'
import { isLettering, type Outline, traceOutlines } from './outlines.ts'
import { encodePgm, paintOutlines } from './raster.ts'
import { Lettering } from './recognise-lettering.ts'
import { openRecogniser } from './recogniser.ts'

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

/** A picture of letters for tests: each letter of the word is a block of its own height, so that shapes differ. */
const heights: Record<string, number> = { a: 5, b: 7.2, c: 5.4, l: 7.6, i: 6.8 }
const word = (letters: string, x: number, baseline: number): Outline[] =>
  [...letters].map((letter, at) => {
    const [left, height] = [x + at * 6, heights[letter] ?? 5]
    const bottom = letter === 'i' ? baseline - 0.4 : baseline
    return outline([[left, bottom - height, left + 5, bottom - height, left + 5, bottom, left, bottom]], {
      hasCurves: true,
    })
  })

describe('gatherLines', () => {
  const lines = (outlines: Outline[]) => gatherLines(outlines).map((line) => line.marks.length)
  it('puts marks of one height on one line, top line first', () => {
    expect(lines([...word('abc', 0, 40), ...word('ab', 0, 20)])).toEqual([2, 3])
  })
  it('parts columns at a wide gap', () => {
    expect(lines([...word('abc', 0, 20), ...word('ab', 200, 20)])).toEqual([3, 2])
  })
  it('takes strokes that were joined into one path apart, and leaves a straight quote whole', () => {
    const stroke = (x: number, height: number) => [x, 20 - height, x + 1, 20 - height, x + 1, 20, x, 20]
    expect(lines([outline([stroke(0, 8), stroke(3, 8)])])).toEqual([2])
    expect(lines([outline([stroke(0, 3), stroke(2, 3)])])).toEqual([1])
  })
  it('leaves out underlines, grounds and pale shapes', () => {
    const bar = outline([[0, 0, 90, 0, 90, 1, 0, 1]])
    const ground = outline([square(0, 0, 55)])
    const pale = outline([square(0, 0, 6)], { luminance: 250 })
    expect(lines([bar, ground, pale])).toEqual([])
  })
})

describe('Lettering', () => {
  const reading = (answers: string[]) => {
    const asked: number[] = []
    const lettering = new Lettering({
      recogniseLine(picture) {
        asked.push(picture.width)
        return answers[asked.length - 1] ?? ''
      },
    })
    return { lettering, asked }
  }
  const line = (y: number) => [...word('abc', 0, y), ...word('ba', 24, y)]

  it('asks the recogniser until it trusts the shapes, and then reads by itself', () => {
    const { lettering, asked } = reading(['abc ba', 'abc ba'])
    const words = lettering.recognise([...line(20), ...line(40), ...line(60), ...line(80)])
    expect(words.map((each) => each.text)).toEqual(Array(4).fill(['abc', 'ba']).flat())
    expect(asked).toHaveLength(2)
  })

  it('goes on asking where the letters cannot be told one to one', () => {
    const { lettering, asked } = reading(['abcd ba', 'abcd ba', 'abcd ba'])
    const words = lettering.recognise([...line(20), ...line(40), ...line(60)])
    expect(words.map((each) => each.text)).toEqual(Array(3).fill(['abcd', 'ba']).flat())
    expect(asked).toHaveLength(3)
  })

  it('gives words places, one baseline and one style a line', () => {
    const { lettering } = reading(['abc ba'])
    const [first, second] = lettering.recognise(line(20))
    expect(first).toMatchObject({ text: 'abc', x: 0, width: 17, hasSpaceBefore: true })
    expect(second).toMatchObject({ text: 'ba', x: 24 })
    expect(second?.style).toBe(first?.style)
    expect(first?.baseline).toBeCloseTo(20, 0)
  })

  it('tells a bullet from a word', () => {
    const angles = Array.from({ length: 24 }, (_, at) => (at / 12) * Math.PI)
    const disc = outline([angles.flatMap((angle) => [2 + 2 * Math.cos(angle), 17 + 2 * Math.sin(angle)])], {
      hasCurves: true,
    })
    const { lettering } = reading(['abc ba'])
    const words = lettering.recognise([
      disc,
      ...line(20).map((one) => ({
        ...one,
        rings: one.rings.map((ring) => ring.map((v, at) => (at % 2 === 0 ? v + 14 : v))),
      })),
    ])
    expect(words.map((each) => each.text)).toEqual(['•', 'abc', 'ba'])
  })

  it('reads nothing from nothing', () => {
    expect(reading([]).lettering.recognise([])).toEqual([])
  })
})

describe('settleStrokes', () => {
  it.each([
    ['lnquiry', 'Inquiry'],
    ['lt', 'It'],
    ['l', 'I'],
    ['HCRSl', 'HCRSI'],
    ['All', 'All'],
    ['legal', 'legal'],
    ['will', 'will'],
    ['(lndependent', '(Independent'],
    ['all', 'all'],
  ])('%s becomes %s', (word, settled) => {
    expect(settleStrokes(word)).toBe(settled)
  })
})

describe('the recogniser itself', () => {
  /** Letters that are made of bars: left, top, width and height of each on a grid five wide and seven high. */
  const bars: Record<string, number[][]> = {
    E: [
      [0, 0, 1, 7],
      [0, 0, 4, 1],
      [0, 3, 3.6, 1],
      [0, 6, 4, 1],
    ],
    F: [
      [0, 0, 1, 7],
      [0, 0, 4, 1],
      [0, 3, 3.4, 1],
    ],
    H: [
      [0, 0, 1, 7],
      [4, 0, 1, 7],
      [0, 3, 5, 1],
    ],
    L: [
      [0, 0, 1, 7],
      [0, 6, 4, 1],
    ],
    T: [
      [0, 0, 5, 1],
      [2, 0, 1, 7],
    ],
  }
  const draw = (letters: string) =>
    [...letters].map((letter, at) =>
      outline(
        (bars[letter] ?? []).map(([x = 0, y = 0, w = 0, h = 0]) => {
          const [left, top] = [10 + at * 7 + x, 10 + y]
          return [left, top, left + w, top, left + w, top + h, left, top + h]
        }),
      ),
    )

  it('reads a drawn line', { timeout: 60_000 }, async () => {
    const recogniser = await openRecogniser()
    expect(recogniser, 'tesseract.js-core is an optional package, but the tests need it').not.toBeNull()
    expect(recogniser?.recogniseLine(paintOutlines(draw('THE FLEET LEFT'), 120, 27, 200 / 72))).toBe(
      'THE FLEET LEFT',
    )
  })
})
