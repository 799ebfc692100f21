/** Tables ruled between their rows only: the columns are where no word of any row stands. */
import { buildLines } from './lines.ts'
import type { Word } from './page-content.ts'
import { clusterPlaces, type Edge } from './rulings.ts'
import { type Area, hasWording, isInside, type Table } from './table-grid.ts'

/** Rules of one table start and end within this many points of each other. */
const FLUSH = 4
/** Narrowest gap between columns, in points: two word spaces of 11-point type. */
const GUTTER = 7
/** A table needs this many rules: fewer are a frame above and below something else. */
const FEWEST_RULES = 4

/** The tables that stacks of rules of one width part into rows. */
export function tablesOfRules(across: readonly Edge[], words: readonly Word[], page: number): Table[] {
  if (across.length < FEWEST_RULES) return []
  return stackRules(mergeRules(across)).flatMap((stack) => {
    // A rule under a title has the table's width too, and running text below it: begin where columns begin.
    for (let first = 0; stack.length - first >= FEWEST_RULES; first++) {
      const table = tableOfStack(stack.slice(first), words, page)
      if (table !== null) return [table]
    }
    return []
  })
}

/** Rules at one height that touch become one. */
function mergeRules(across: readonly Edge[]): Edge[] {
  const merged: Edge[] = []
  for (const place of clusterPlaces(
    across.map((edge) => edge.at),
    2,
  )) {
    const level = across.filter((edge) => Math.abs(edge.at - place) <= 2).sort((a, b) => a.from - b.from)
    let current: Edge | undefined
    for (const edge of level) {
      if (current !== undefined && edge.from - current.to <= FLUSH) {
        current = { at: place, from: current.from, to: Math.max(current.to, edge.to) }
        merged[merged.length - 1] = current
      } else {
        current = { ...edge, at: place }
        merged.push(current)
      }
    }
  }
  return merged
}

function stackRules(rules: readonly Edge[]): Edge[][] {
  const stacks: Edge[][] = []
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const stack = stacks.find(([first]) => first !== undefined && isFlush(first, rule))
    if (stack === undefined) stacks.push([rule])
    else stack.push(rule)
  }
  return stacks.filter((stack) => stack.length >= FEWEST_RULES)
}

const isFlush = (a: Edge, b: Edge): boolean =>
  Math.abs(a.from - b.from) < FLUSH && Math.abs(a.to - b.to) < FLUSH

function tableOfStack(stack: readonly Edge[], words: readonly Word[], page: number): Table | null {
  const [first, last] = [stack[0], stack.at(-1)]
  if (first === undefined || last === undefined) return null
  const area: Area = { x: first.from, right: first.to, y: first.at, bottom: last.at }
  const inside = words.filter((word) => isInside(word, area))
  const columns = columnsOf(inside, area)
  if (columns.length < 3) return null
  const rows = stack.slice(1).flatMap((rule, index) => {
    const [y, bottom] = [stack[index]?.at ?? 0, rule.at]
    const band = inside.filter((word) => isInside(word, { ...area, y, bottom }))
    const cells = columns.slice(0, -1).map((left, j) => {
      const right = columns[j + 1] ?? area.right
      return buildLines(
        band.filter((word) => word.x >= left - 1 && word.x < right - 1),
        page,
      )
    })
    return cells.some((cell) => cell.length > 0) ? [{ cells, y, bottom }] : []
  })
  return rows.length < 2 || !hasWording(rows) ? null : { ...area, page, columns, rows }
}

/** Left edges of the columns between the gaps that run through all the words, and the right edge. */
export function columnsOf(words: readonly Word[], area: Area): number[] {
  const sorted = [...words].sort((a, b) => a.x - b.x)
  const columns: number[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const word of sorted) {
    if (word.x - end > GUTTER) columns.push(word.x)
    end = Math.max(end, word.x + word.width)
  }
  return columns.length === 0 ? [] : [...columns, area.right]
}
