/**
 * Letters learnt by their shapes. A document draws each letter of a face and size the same way every time, so once a
 * shape has been recognised alike a few times it needs no recogniser again. This makes reading a drawn document some
 * ten times faster, and steadier: one misread letter is outvoted.
 */
import type { Mark } from './marks.ts'
import { paintOutlines } from './raster.ts'

/** Cells across and down in which a shape's coverage is compared. */
const GRID = 12
/** Differences within these come from the rounding of coordinates, in points and in cells of the grid. */
const SIZE_SLACK = 0.4
const PLACE_SLACK = 0.7
const GRID_SLACK = 6
/** A shape is trusted after this many readings, and when this share of them agrees. */
const FEWEST_READINGS = 2
const LEAST_AGREEMENT = 0.75

interface LetterShape {
  readonly width: number
  readonly height: number
  /** How far its bottom stands below the line's baseline. */
  readonly drop: number
  readonly cells: Float32Array
  readonly readings: Map<string, number>
}

/** How much of each cell of a mark's box is filled, 0 to 1, row by row. */
function cellsOf({ outline, left, right, top, bottom }: Mark): Float32Array {
  const [across, down] = [GRID / (right - left), GRID / (bottom - top)]
  const place = (value: number, index: number) =>
    index % 2 === 0 ? (value - left) * across : (value - top) * down
  const stretched = { ...outline, luminance: 0, rings: outline.rings.map((ring) => ring.map(place)) }
  return Float32Array.from(paintOutlines([stretched], GRID, GRID, 1).pixels, (pixel) => 1 - pixel / 255)
}

function distance(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += Math.abs((one[i] ?? 0) - (other[i] ?? 0))
  return sum
}

/** The share of a mark's box that is filled: a disc has about 0.78. */
export function coverageOf(mark: Mark): number {
  return cellsOf(mark).reduce((sum, cell) => sum + cell, 0) / (GRID * GRID)
}

export class LetterShapes {
  readonly #shapes: LetterShape[] = []

  #find(mark: Mark, baseline: number): { shape: LetterShape | undefined; cells: Float32Array } {
    const [width, height] = [mark.right - mark.left, mark.bottom - mark.top]
    const cells = cellsOf(mark)
    let best: LetterShape | undefined
    let least = GRID_SLACK
    for (const shape of this.#shapes) {
      if (Math.abs(shape.width - width) > SIZE_SLACK || Math.abs(shape.height - height) > SIZE_SLACK) continue
      if (Math.abs(shape.drop - (mark.bottom - baseline)) > PLACE_SLACK) continue
      const far = distance(shape.cells, cells)
      if (far <= least) {
        least = far
        best = shape
      }
    }
    return { shape: best, cells }
  }

  learn(mark: Mark, baseline: number, letter: string): void {
    const { shape, cells } = this.#find(mark, baseline)
    if (shape) {
      shape.readings.set(letter, (shape.readings.get(letter) ?? 0) + 1)
      return
    }
    this.#shapes.push({
      width: mark.right - mark.left,
      height: mark.bottom - mark.top,
      drop: mark.bottom - baseline,
      cells,
      readings: new Map([[letter, 1]]),
    })
  }

  /**
   * The letter of this shape, once it is trusted; null before. A bare stroke that was read both as "l" and as "I", which
   * many faces draw alike, is given as "l" for `settleStrokes` to settle.
   */
  letterOf(mark: Mark, baseline: number): string | null {
    const { shape } = this.#find(mark, baseline)
    if (!shape) return null
    const total = [...shape.readings.values()].reduce((sum, count) => sum + count, 0)
    const strokes =
      (shape.readings.get('l') ?? 0) + (shape.readings.get('I') ?? 0) + (shape.readings.get('|') ?? 0)
    if (total >= FEWEST_READINGS && strokes / total >= LEAST_AGREEMENT) return 'l'
    const [best] = [...shape.readings].sort((one, other) => other[1] - one[1])
    if (!best || total < FEWEST_READINGS || best[1] / total < LEAST_AGREEMENT) return null
    return best[0]
  }
}

/**
 * Settles strokes that may be "l" or "I" by their neighbours: a capital begins a word before a small letter that is no
 * vowel pair's end ("Inquiry", "It"), stands alone ("I"), or stands among capitals ("HCRS II").
 */
export function settleStrokes(word: string): string {
  if (!word.includes('l')) return word
  const letters = word.replace(/[^\p{L}]/gu, '')
  const others = letters.replaceAll('l', '')
  if (others === '' || /^\p{Lu}{2,}$/u.test(others)) return word.replaceAll('l', 'I')
  // Before a consonant no English word begins with "l"; words with "I" and a vowel ("Ian", "Iowa") are rare names.
  return word.replace(/^([^\p{L}]*)l(?=[bcdfghjklmnpqrstvwxz])/u, '$1I')
}
