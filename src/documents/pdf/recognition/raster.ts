/** Paints outlines as a grey picture, for recognition. */
import type { Outline } from './outlines.ts'

export interface Picture {
  readonly width: number
  readonly height: number
  /** One byte a pixel, row by row; 0 is black, 255 white. */
  readonly pixels: Uint8Array
}

/** Samples down each pixel row; across, coverage is exact. */
const SUBROWS = 4

interface Crossing {
  readonly x: number
  readonly direction: 1 | -1
}

function crossingsAt(rings: readonly (readonly number[])[], y: number): Crossing[] {
  const crossings: Crossing[] = []
  for (const ring of rings) {
    const length = ring.length
    for (let i = 0; i < length; i += 2) {
      const [x1 = 0, y1 = 0] = [ring[i], ring[i + 1]]
      const next = i + 2 < length ? i + 2 : 0
      const [x2 = 0, y2 = 0] = [ring[next], ring[next + 1]]
      if (y1 <= y === y2 <= y) continue
      crossings.push({ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), direction: y1 < y2 ? 1 : -1 })
    }
  }
  return crossings.sort((one, other) => one.x - other.x)
}

function addSpan(cover: Float32Array, from: number, to: number): void {
  const start = Math.max(0, from)
  const end = Math.min(cover.length, to)
  for (let x = Math.floor(start); x < end; x++) {
    const part = Math.min(end, x + 1) - Math.max(start, x)
    cover[x] = (cover[x] ?? 0) + part / SUBROWS
  }
}

function addRow(
  cover: Float32Array,
  outline: Outline,
  rings: readonly (readonly number[])[],
  y: number,
): void {
  let winding = 0
  let from = 0
  for (const crossing of crossingsAt(rings, y)) {
    const wasInside = outline.isEvenOdd ? winding % 2 !== 0 : winding !== 0
    winding += outline.isEvenOdd ? 1 : crossing.direction
    const isInside = outline.isEvenOdd ? winding % 2 !== 0 : winding !== 0
    if (!wasInside && isInside) from = crossing.x
    if (wasInside && !isInside) addSpan(cover, from, crossing.x)
  }
}

function paint(picture: Picture, outline: Outline, scale: number): void {
  const rings = outline.rings.map((ring) => ring.map((value) => value * scale))
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const ring of rings)
    ring.forEach((value, index) => {
      if (index % 2 === 0) {
        left = Math.min(left, value)
        right = Math.max(right, value)
      } else {
        top = Math.min(top, value)
        bottom = Math.max(bottom, value)
      }
    })
  const firstColumn = Math.max(0, Math.floor(left))
  const lastColumn = Math.min(picture.width - 1, Math.ceil(right))
  const cover = new Float32Array(picture.width)
  for (let row = Math.max(0, Math.floor(top)); row < Math.min(picture.height, Math.ceil(bottom)); row++) {
    cover.fill(0, firstColumn, lastColumn + 1)
    for (let sub = 0; sub < SUBROWS; sub++) addRow(cover, outline, rings, row + (sub + 0.5) / SUBROWS)
    const start = row * picture.width
    for (let x = firstColumn; x <= lastColumn; x++) {
      const share = Math.min(1, cover[x] ?? 0)
      if (share > 0)
        picture.pixels[start + x] =
          (picture.pixels[start + x] ?? 255) * (1 - share) + outline.luminance * share
    }
  }
}

/** The outlines in paint order on white. `scale` is pixels a point. */
export function paintOutlines(
  outlines: readonly Outline[],
  width: number,
  height: number,
  scale: number,
): Picture {
  const picture = {
    width: Math.ceil(width * scale),
    height: Math.ceil(height * scale),
    pixels: new Uint8Array(Math.ceil(width * scale) * Math.ceil(height * scale)).fill(255),
  }
  for (const outline of outlines) paint(picture, outline, scale)
  return picture
}

/** The picture as a binary PGM file. */
export function encodePgm(picture: Picture): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${picture.width} ${picture.height}\n255\n`)
  const file = new Uint8Array(head.length + picture.pixels.length)
  file.set(head)
  file.set(picture.pixels, head.length)
  return file
}
