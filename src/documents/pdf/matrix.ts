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

/** Six numbers from an array-like of any kind; the identity where it holds fewer. */
export function toMatrix(values: unknown): Matrix {
  if (typeof values !== 'object' || values === null) return IDENTITY
  const m = Array.from({ length: 6 }, (_, index) => Number(Reflect.get(values, index)))
  const [a, b, c, d, e, f] = m
  if (a === undefined || b === undefined || c === undefined || d === undefined) return IDENTITY
  if (e === undefined || f === undefined || m.some((value) => !Number.isFinite(value))) return IDENTITY
  return [a, b, c, d, e, f]
}
