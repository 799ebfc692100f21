/** Finds the upright rectangles and ruling lines in a painted path; all other drawing is left aside. */
import { applyX, applyY, type Matrix } from './matrix.ts'
import type { Dot, Shape } from './page-content.ts'

/** Segment codes of pdf.js's flattened paths. */
const MOVE = 0
const LINE = 1
const CURVE = 2
const QUADRATIC = 3
const CLOSE = 4

export interface PathPaint {
  readonly fill: string | null
  readonly isStroked: boolean
  /** Of strokes, in points. */
  readonly lineWidth: number
}

/** A subpath as its corner points in page space; `hasCurves` tells a rounded box or a drawing from a plain polygon. */
export interface Subpath {
  readonly points: { x: number; y: number }[]
  hasCurves: boolean
}

/** How far a side may lean, in points, and still count as upright. */
const LEAN = 0.6
/** Smallest rounded shape taken for a box: below it, curves are lettering, icons and chart marks. */
const ROUNDED_WIDTH = 120
const ROUNDED_HEIGHT = 14

/** Drawn bullets are at least and at most this high and wide, in points, and about as wide as high. */
const SMALLEST_DOT = 1.5
const LARGEST_DOT = 8

/** The bullet that a path draws; null where it draws anything else. */
export function dotOfPath(subpaths: readonly Subpath[]): Dot | null {
  const [only] = subpaths
  if (only === undefined || subpaths.length > 2) return null
  const { x, y, width, height } = boundsOf(only.points)
  if (width < SMALLEST_DOT || width > LARGEST_DOT || Math.abs(width - height) > 0.2 * width) return null
  return { x: x + width / 2, y: y + height / 2, size: width }
}

/** The shapes of one painted path. */
export function shapesOfPath(subpaths: readonly Subpath[], paint: PathPaint): Shape[] {
  const shapes: Shape[] = []
  for (const subpath of subpaths) {
    if (paint.fill !== null) addFilled(subpath, paint, shapes)
    else addStroked(subpath, paint.lineWidth, shapes)
  }
  return shapes
}

/** The subpaths of a path in page space. `data` is pdf.js's flat list of segment codes and coordinates. */
export function readSubpaths(data: ArrayLike<number>, transform: Matrix): Subpath[] {
  const subpaths: Subpath[] = []
  let current: Subpath = { points: [], hasCurves: false }
  const at = (index: number) => {
    const x = data[index] ?? 0
    const y = data[index + 1] ?? 0
    current.points.push({ x: applyX(transform, x, y), y: applyY(transform, x, y) })
  }
  for (let i = 0; i < data.length; ) {
    const code = data[i]
    if (code === MOVE) {
      current = { points: [], hasCurves: false }
      subpaths.push(current)
      at(i + 1)
      i += 3
    } else if (code === LINE) {
      at(i + 1)
      i += 3
    } else if (code === CURVE || code === QUADRATIC) {
      current.hasCurves = true
      const length = code === CURVE ? 6 : 4
      at(i + length - 1)
      i += length + 1
    } else if (code === CLOSE) {
      const first = current.points[0]
      if (first !== undefined) current.points.push(first)
      i += 1
    } else return subpaths
  }
  return subpaths
}

function addFilled({ points, hasCurves }: Subpath, paint: PathPaint, shapes: Shape[]): void {
  const box = boundsOf(points)
  if (hasCurves ? box.width < ROUNDED_WIDTH || box.height < ROUNDED_HEIGHT : !isUpright(points)) return
  shapes.push({ ...box, fill: paint.fill, isStroked: paint.isStroked })
}

function addStroked({ points, hasCurves }: Subpath, lineWidth: number, shapes: Shape[]): void {
  const box = boundsOf(points)
  if (hasCurves) {
    if (box.width >= ROUNDED_WIDTH && box.height >= ROUNDED_HEIGHT)
      shapes.push({ ...box, fill: null, isStroked: true })
    return
  }
  if (points.length >= 4 && isUpright(points) && box.width > LEAN && box.height > LEAN) {
    shapes.push({ ...box, fill: null, isStroked: true })
    return
  }
  for (let i = 1; i < points.length; i++) {
    const segment = boundsOf(points.slice(i - 1, i + 1))
    if (segment.width > LEAN && segment.height > LEAN) continue
    shapes.push({
      x: segment.x,
      y: segment.y,
      width: Math.max(segment.width, lineWidth),
      height: Math.max(segment.height, lineWidth),
      fill: null,
      isStroked: true,
    })
  }
}

const isUpright = (points: Subpath['points']): boolean =>
  points.length >= 2 &&
  points.length <= 9 &&
  points.every((point, i) => {
    const before = points[i - 1]
    return before === undefined || Math.abs(point.x - before.x) < LEAN || Math.abs(point.y - before.y) < LEAN
  })

function boundsOf(points: Subpath['points']): { x: number; y: number; width: number; height: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}
