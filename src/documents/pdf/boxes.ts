/** Boxes and tinted grounds on a page, and which of them a line stands in. */
import type { Line } from './lines.ts'
import type { Shape } from './page-content.ts'
import { clusterPlaces, isVisibleArea, type Net } from './rulings.ts'
import type { Area } from './table-grid.ts'

/** Smallest box that sets text apart, in points; anything smaller is a label, an icon or a key. */
const NARROWEST = 100
const LOWEST = 14
/** A ground that covers this share of the page is the page's own. */
const PAGE_SHARE = 0.8
/** Tints of the lines of one paragraph may leave this much white between them. */
const SEAM = 2.5

/** The boxes of a page, smallest first. */
export function findBoxes(
  shapes: readonly Shape[],
  nets: readonly Net[],
  width: number,
  height: number,
): Area[] {
  const tints = mergeTints(shapes.filter(isVisibleArea))
  const frames = nets.flatMap((net) => {
    const xs = clusterPlaces(net.down.map((edge) => edge.at))
    const ys = clusterPlaces(net.across.map((edge) => edge.at))
    const [x, right, y, bottom] = [xs[0], xs.at(-1), ys[0], ys.at(-1)]
    if (xs.length !== 2 || x === undefined || right === undefined || y === undefined || bottom === undefined)
      return []
    return [{ x, right, y, bottom }]
  })
  const sizeOf = (area: Area) => (area.right - area.x) * (area.bottom - area.y)
  return [...tints, ...frames]
    .filter((area) => area.right - area.x >= NARROWEST && area.bottom - area.y >= LOWEST)
    .filter((area) => sizeOf(area) < width * height * PAGE_SHARE)
    .sort((a, b) => sizeOf(a) - sizeOf(b))
}

/** Areas of one tint that stand seamlessly above each other become one. */
function mergeTints(shapes: readonly Shape[]): Area[] {
  const merged: { area: Area; fill: string | null }[] = []
  for (const shape of [...shapes].sort((a, b) => a.y - b.y)) {
    const area = { x: shape.x, y: shape.y, right: shape.x + shape.width, bottom: shape.y + shape.height }
    const above = merged.find(
      (other) =>
        other.fill === shape.fill &&
        Math.abs(other.area.x - area.x) < SEAM &&
        Math.abs(other.area.right - area.right) < SEAM &&
        area.y - other.area.bottom < SEAM,
    )
    if (above === undefined) merged.push({ area, fill: shape.fill })
    else above.area = { ...above.area, bottom: Math.max(above.area.bottom, area.bottom) }
  }
  return merged.map(({ area }) => area)
}

/** Index in `boxes` of the smallest box that all of `lines` stand in; null where there is none. */
export function boxAround(lines: readonly Line[], boxes: readonly Area[]): number | null {
  if (lines.length === 0) return null
  const index = boxes.findIndex((box) =>
    lines.every((line) => {
      const y = line.baseline - line.style.size * 0.3
      return line.x >= box.x - 2 && line.right <= box.right + 4 && y > box.y && y < box.bottom
    }),
  )
  return index < 0 ? null : index
}
