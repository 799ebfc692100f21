/**
 * The filled outlines that a page paints. Some programs print letters as drawn shapes instead of text ("Microsoft Print
 * to PDF" does when a page is printed as graphics): such a page looks like text and holds none.
 */
import { applyX, applyY, type Matrix, multiply, toMatrix } from '../matrix.ts'

/** One painted path: its rings flattened to points in page space, and how dark it is. */
export interface Outline {
  /** Each ring is x, y, x, y… in points from the page's top left corner. */
  readonly rings: readonly (readonly number[])[]
  /** 0 is black, 255 white. */
  readonly luminance: number
  readonly isEvenOdd: boolean
  readonly hasCurves: boolean
}

interface OperatorList {
  readonly fnArray: ArrayLike<number>
  readonly argsArray: ArrayLike<unknown>
}

/** Straight pieces that a curve becomes: enough for letters at the resolution that they are recognised at. */
const CURVE_PIECES = 6

const valueAt = (args: unknown, index: number): unknown =>
  typeof args === 'object' && args !== null ? Reflect.get(args, index) : undefined

function luminanceOf(colour: unknown): number {
  const parts = typeof colour === 'string' ? /^#(..)(..)(..)$/.exec(colour) : null
  if (!parts) return 0
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => Number.parseInt(part, 16))
  return 0.299 * red + 0.587 * green + 0.114 * blue
}

function addCurve(
  ring: number[],
  from: readonly number[],
  through: readonly number[],
  transform: Matrix,
): void {
  const [x0 = 0, y0 = 0] = from
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = through
  for (let piece = 1; piece <= CURVE_PIECES; piece++) {
    const t = piece / CURVE_PIECES
    const s = 1 - t
    const x = s * s * s * x0 + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t * t * t * x3
    const y = s * s * s * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y3
    ring.push(applyX(transform, x, y), applyY(transform, x, y))
  }
}

/** pdf.js's flat paths: 0 move, 1 line, 2 cubic curve, 3 quadratic curve, 4 close, each before its coordinates. */
function readRings(data: Float32Array, transform: Matrix): { rings: number[][]; hasCurves: boolean } {
  const rings: number[][] = []
  let ring: number[] = []
  let hasCurves = false
  let [x, y] = [0, 0]
  const number = (index: number) => data[index] ?? 0
  const moveTo = (index: number) => {
    x = number(index)
    y = number(index + 1)
    ring.push(applyX(transform, x, y), applyY(transform, x, y))
  }
  for (let i = 0; i < data.length; ) {
    const code = data[i]
    if (code === 0) {
      ring = []
      rings.push(ring)
    }
    if (code === 0 || code === 1) {
      moveTo(i + 1)
      i += 3
    } else if (code === 2 || code === 3) {
      hasCurves = true
      const end = code === 2 ? i + 5 : i + 3
      const second = code === 2 ? i + 3 : i + 1
      const through = [
        number(i + 1),
        number(i + 2),
        number(second),
        number(second + 1),
        number(end),
        number(end + 1),
      ]
      addCurve(ring, [x, y], through, transform)
      x = number(end)
      y = number(end + 1)
      i = end + 2
    } else i += 1
  }
  return { rings, hasCurves }
}

/** All filled paths of a page in paint order. `base` takes PDF's user space to points from the top left. */
export function traceOutlines(
  list: OperatorList,
  base: Matrix,
  numbers: Readonly<Record<string, number>>,
): Outline[] {
  const outlines: Outline[] = []
  const evenOdd = new Set([numbers.eoFill, numbers.eoFillStroke, numbers.closeEOFillStroke])
  const fills = new Set([...evenOdd, numbers.fill, numbers.fillStroke, numbers.closeFillStroke])
  const stack: { transform: Matrix; luminance: number }[] = []
  let state = { transform: base, luminance: 0 }
  for (let i = 0; i < list.fnArray.length; i++) {
    const operator = list.fnArray[i]
    const args = list.argsArray[i]
    if (operator === numbers.save || operator === numbers.paintFormXObjectBegin) stack.push({ ...state })
    if (operator === numbers.restore || operator === numbers.paintFormXObjectEnd) state = stack.pop() ?? state
    else if (operator === numbers.transform) state.transform = multiply(state.transform, toMatrix(args))
    else if (operator === numbers.paintFormXObjectBegin)
      state = { ...state, transform: multiply(state.transform, toMatrix(valueAt(args, 0))) }
    else if (operator === numbers.setFillRGBColor)
      state = { ...state, luminance: luminanceOf(valueAt(args, 0)) }
    else if (operator === numbers.constructPath) {
      const paint = valueAt(args, 0)
      const path = valueAt(valueAt(args, 1), 0)
      if (typeof paint !== 'number' || !fills.has(paint) || !(path instanceof Float32Array)) continue
      const isEvenOdd = evenOdd.has(paint)
      outlines.push({ ...readRings(path, state.transform), luminance: state.luminance, isEvenOdd })
    }
  }
  return outlines
}

/** Outlines of a letter's size, in points, below which a page is a picture with a few curves in it. */
const LETTER_HEIGHT = 48
const FEWEST_LETTERS = 40

/** Whether a page of these outlines looks like drawn lettering, and not like a chart or an ornament. */
export function isLettering(outlines: readonly Outline[]): boolean {
  let letters = 0
  for (const { rings, hasCurves } of outlines) {
    if (!hasCurves) continue
    let [top, bottom] = [Infinity, -Infinity]
    for (const ring of rings)
      for (let i = 1; i < ring.length; i += 2) {
        top = Math.min(top, ring[i] ?? top)
        bottom = Math.max(bottom, ring[i] ?? bottom)
      }
    if (bottom - top < LETTER_HEIGHT) letters++
  }
  return letters >= FEWEST_LETTERS
}
