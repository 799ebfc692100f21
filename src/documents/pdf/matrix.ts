/** Affine transforms as PDF writes them: [a b c d e f], a point (x, y) going to (ax + cy + e, bx + dy + f). */

export type Matrix = readonly [number, number, number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** The transform that applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ]
}

export const applyX = (m: Matrix, x: number, y: number): number => m[0] * x + m[2] * y + m[4]
export const applyY = (m: Matrix, x: number, y: number): number => m[1] * x + m[3] * y + m[5]

/** Six numbers from an array or typed array; the identity for anything else. */
export function toMatrix(values: unknown): Matrix {
  if (!Array.isArray(values) && !(values instanceof Float32Array)) return IDENTITY
  const given: ArrayLike<unknown> = values
  const { 0: a, 1: b, 2: c, 3: d, 4: e, 5: f } = given
  return isNumber(a) && isNumber(b) && isNumber(c) && isNumber(d) && isNumber(e) && isNumber(f)
    ? [a, b, c, d, e, f]
    : IDENTITY
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/** The length of the step (x, y), as Math.hypot has it, which takes its time where one of the two is 0. */
export const lengthOf = (x: number, y: number): number =>
  y === 0 ? Math.abs(x) : x === 0 ? Math.abs(y) : Math.hypot(x, y)
