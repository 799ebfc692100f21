/** The ruling lines of a page and the nets they form where they touch: the frames of tables and boxes. */
import type { Shape } from './page-content.ts'

/** A straight upright line: `at` is its place across, `from` and `to` its ends along. */
export interface Edge {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Lines that touch each other, directly or through others. */
export interface Net {
  readonly across: readonly Edge[]
  readonly down: readonly Edge[]
}

/** Thicker than this, in points, and a rectangle is an area rather than a line. */
export const THICKEST_RULE = 2.6
/** Shorter than this and a line is a tick, a strike or part of a letter. */
const SHORTEST = 4
/** A tinted area higher than this share of the page is decoration, not a cell. */
const GROUND = 0.6
/** How far lines that meet on paper may miss each other in the file. */
const MISS = 2.5

const isWhite = (fill: string): boolean => /^#f[c-f]f[c-f]f[c-f]$/i.test(fill)

/** True for a rectangle that shows as an area of its own: tinted, or outlined. */
export const isVisibleArea = (shape: Shape): boolean =>
  shape.width > THICKEST_RULE &&
  shape.height > THICKEST_RULE &&
  (shape.isStroked || (shape.fill !== null && !isWhite(shape.fill)))

/** Every line across and down the page: drawn as lines, as thin areas, or as the sides of areas. */
export function findEdges(shapes: readonly Shape[], pageHeight: number): { across: Edge[]; down: Edge[] } {
  const across: Edge[] = []
  const down: Edge[] = []
  for (const shape of shapes) {
    const { x, y, width, height } = shape
    if (shape.fill !== null && !shape.isStroked && (isWhite(shape.fill) || height > pageHeight * GROUND))
      continue
    if (height <= THICKEST_RULE) {
      if (width >= SHORTEST) across.push({ at: y + height / 2, from: x, to: x + width })
    } else if (width <= THICKEST_RULE) {
      if (height >= SHORTEST) down.push({ at: x + width / 2, from: y, to: y + height })
    } else if (width >= SHORTEST && height >= SHORTEST) {
      across.push({ at: y, from: x, to: x + width }, { at: y + height, from: x, to: x + width })
      down.push({ at: x, from: y, to: y + height }, { at: x + width, from: y, to: y + height })
    }
  }
  return { across, down }
}

/** The nets of touching lines that have lines both ways. */
export function findNets(across: readonly Edge[], down: readonly Edge[]): Net[] {
  const parents = Array.from({ length: across.length + down.length }, (_, index) => index)
  const find = (index: number): number => {
    let root = index
    while (parents[root] !== root) root = parents[root] ?? root
    parents[index] = root
    return root
  }
  across.forEach((h, i) => {
    down.forEach((v, j) => {
      if (touches(h, v)) parents[find(i)] = find(across.length + j)
    })
  })
  const nets = new Map<number, { across: Edge[]; down: Edge[] }>()
  const netOf = (index: number) => {
    const root = find(index)
    const net = nets.get(root) ?? { across: [], down: [] }
    nets.set(root, net)
    return net
  }
  across.forEach((edge, i) => {
    netOf(i).across.push(edge)
  })
  down.forEach((edge, j) => {
    netOf(across.length + j).down.push(edge)
  })
  return [...nets.values()].filter((net) => net.across.length >= 2 && net.down.length >= 2)
}

const touches = (h: Edge, v: Edge): boolean =>
  v.at >= h.from - MISS && v.at <= h.to + MISS && h.at >= v.from - MISS && h.at <= v.to + MISS

/** Places closer than a line is thick are one place; each is the mean of its members. In order. */
export function clusterPlaces(values: readonly number[], reach = 4): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const places: number[] = []
  let members: number[] = []
  const close = () => {
    if (members.length > 0) places.push(members.reduce((sum, value) => sum + value, 0) / members.length)
  }
  for (const value of sorted) {
    const start = members[0]
    if (start !== undefined && value - start > reach) {
      close()
      members = []
    }
    members.push(value)
  }
  close()
  return places
}
