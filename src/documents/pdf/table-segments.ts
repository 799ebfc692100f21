/**
 * Tables ruled between their rows only, each rule drawn cell by cell, as browsers and word processors print them: where the
 * pieces of rules meet, columns do.
 */
import { buildLines, clusterRows } from './lines.ts'
import type { Word } from './page-content.ts'
import { clusterPlaces, type Edge } from './rulings.ts'
import { type Area, hasWording, isInside, type Table, type TableRow } from './table-grid.ts'

/** Pieces of one rule leave at most this much between them, in points; the dashes of a dashed line leave more. */
const TOUCHING = 1.5
/** Ends of rules this near to each other lie in one place. */
const FLUSH = 3
/** Narrower than this is no cell that holds words. */
const NARROWEST = 8
/** More columns than this are a chart's grid. */
const MOST_COLUMNS = 24
/** Steps of lines in one cell, as a share of the type size; a row that no rule parts from the next steps wider. */
const LINE_STEP = 1.45
/** White between a rule and the row beside it, as a share of the type size: padding, and no paragraph's distance. */
const PADDING = 2.2

/** A rule with the places where its pieces begin and end, from left to right. */
interface Rule {
  readonly at: number
  readonly bounds: readonly number[]
}

export function tablesOfSegments(across: readonly Edge[], words: readonly Word[], page: number): Table[] {
  if (across.length < 4) return []
  return stackRules(findRules(across)).flatMap((stack) => {
    return partsOf(stack, words).flatMap((part) => tableOf(part, words, page) ?? [])
  })
}

function findRules(across: readonly Edge[]): Rule[] {
  const rules: Rule[] = []
  let [at, bounds]: [number, number[]] = [Number.NEGATIVE_INFINITY, []]
  const close = () => {
    if (bounds.length > 1) rules.push({ at, bounds })
  }
  for (const edge of [...across].sort((a, b) => Math.round(a.at) - Math.round(b.at) || a.from - b.from)) {
    const end = bounds.at(-1) ?? Number.NaN
    const isPiece = Math.abs(edge.at - at) < 1 && Math.abs(edge.from - end) <= TOUCHING
    if (isPiece && edge.to - edge.from >= NARROWEST) bounds.push(edge.to)
    else if (Math.abs(edge.at - at) >= 1 || edge.to > end + TOUCHING) {
      close()
      ;[at, bounds] = [edge.at, [edge.from, edge.to]]
    }
  }
  close()
  return rules
}

/** Rules of one width, from the top; at least two of them in pieces that meet in the same places. */
function stackRules(rules: readonly Rule[]): Rule[][] {
  const stacks: Rule[][] = []
  for (const rule of rules) {
    const stack = stacks.find(([first]) => first !== undefined && hasSameEnds(first, rule))
    if (stack === undefined) stacks.push([rule])
    else stack.push(rule)
  }
  return stacks
    .map((stack) => stack.sort((a, b) => a.at - b.at))
    .filter((stack) =>
      stack.some(
        (rule) => rule.bounds.length > 2 && stack.some((other) => other !== rule && isAlike(rule, other)),
      ),
    )
}

const hasSameEnds = (a: Rule, b: Rule): boolean =>
  Math.abs((a.bounds[0] ?? 0) - (b.bounds[0] ?? 0)) < FLUSH &&
  Math.abs((a.bounds.at(-1) ?? 0) - (b.bounds.at(-1) ?? 0)) < FLUSH

const isAlike = (a: Rule, b: Rule): boolean =>
  a.bounds.length === b.bounds.length &&
  a.bounds.every((bound, i) => Math.abs(bound - (b.bounds[i] ?? 0)) < FLUSH)

/** Whether the pieces of one rule meet only where those of the other do, as above or below a merged cell. */
const isWithin = (a: Rule, b: Rule): boolean =>
  a.bounds.every((bound) => b.bounds.some((other) => Math.abs(bound - other) < FLUSH))

/** The stack parted where text runs across its columns, or its columns change: one table ends and another begins. */
function partsOf(stack: readonly Rule[], words: readonly Word[]): Rule[][] {
  const parts: Rule[][] = []
  stack.forEach((rule, i) => {
    const above = stack[i - 1]
    const isApart =
      above === undefined ||
      parts.at(-1)?.some((other) => !isWithin(other, rule) && !isWithin(rule, other)) ||
      words.some((word) => isBetween(word, above, rule) && crosses(word, rule))
    if (isApart) parts.push([rule])
    else parts.at(-1)?.push(rule)
  })
  return parts.filter((part) => part.length >= 2)
}

const isBetween = (word: Word, above: Rule, below: Rule): boolean =>
  isInside(word, { ...areaOf(below), y: above.at, bottom: below.at })

const crosses = (word: Word, rule: Rule): boolean =>
  rule.bounds.slice(1, -1).some((bound) => word.x < bound - 1 && word.x + word.width > bound + 1)

const areaOf = ({ at, bounds }: Rule): Area => ({
  x: bounds[0] ?? 0,
  right: bounds.at(-1) ?? 0,
  y: at,
  bottom: at,
})

function tableOf(rules: readonly Rule[], words: readonly Word[], page: number): Table | null {
  const columns = clusterPlaces(
    rules.flatMap((rule) => rule.bounds),
    FLUSH,
  )
  if (columns.length < 3 || columns.length > MOST_COLUMNS) return null
  const [first, last] = [rules[0], rules.at(-1)]
  if (first === undefined || last === undefined) return null
  const above = rowBeside(first, words, -1)
  // Where rules stand under rows, what follows the last is no row.
  const below = above.length > 0 ? [] : rowBeside(last, words, 1)
  const top = Math.min(first.at, ...above.map((word) => word.baseline - word.style.size))
  const bottom = Math.max(last.at, ...below.map((word) => word.baseline + word.style.size * 0.4))
  const bands: { y: number; bottom: number; rule: Rule }[] = [
    ...(above.length > 0 ? [{ y: top, bottom: first.at, rule: first }] : []),
    ...rules.slice(1).map((rule, i) => ({ y: rules[i]?.at ?? 0, bottom: rule.at, rule })),
    ...(below.length > 0 ? [{ y: last.at, bottom, rule: last }] : []),
  ]
  const rows = bands.flatMap(({ y, bottom: foot, rule }) =>
    rowOf({ ...areaOf(rule), y, bottom: foot }, rule, columns, words, page),
  )
  const area = { ...areaOf(first), y: top, bottom }
  return rows.length < 2 || rows.filter(hasTwoCells).length * 2 < rows.length || !hasWording(rows)
    ? null
    : { ...area, page, columns, rows }
}

const hasTwoCells = (row: TableRow): boolean => row.cells.filter((cell) => cell.length > 0).length >= 2

/** The words of a band by column; a cell that its rule does not part is one with the columns that it covers. */
function rowOf(
  band: Area,
  rule: Rule,
  columns: readonly number[],
  words: readonly Word[],
  page: number,
): TableRow[] {
  const cells = columns.slice(1).map((): Word[] => [])
  for (const word of words) {
    if (!isInside(word, band)) continue
    const left = rule.bounds.findLast((bound) => bound <= word.x + Math.min(word.width / 2, 6)) ?? band.x
    const column = columns.findLastIndex((place) => place < left + FLUSH)
    cells[Math.min(Math.max(column, 0), cells.length - 1)]?.push(word)
  }
  if (cells.every((cell) => cell.length === 0)) return []
  return [{ cells: cells.map((cell) => buildLines(cell, page)), y: band.y, bottom: band.bottom }]
}

/**
 * The words of the row above the first rule, or below the last, which have no rule on their other side; none where what
 * stands there keeps to no columns.
 */
function rowBeside(rule: Rule, words: readonly Word[], way: -1 | 1): Word[] {
  const { x, right } = areaOf(rule)
  const beyond = words.filter((word) => {
    const middle = word.x + word.width / 2
    return middle > x && middle < right && (word.baseline - word.style.size * 0.3 - rule.at) * way > 0
  })
  const lines = clusterRows(beyond)
  const row: Word[] = []
  let last = rule.at
  for (const line of way < 0 ? lines.reverse() : lines) {
    const size = Math.max(...line.map((word) => word.style.size))
    const step = Math.abs((line[0]?.baseline ?? 0) - last)
    if (step > size * (row.length === 0 ? PADDING : LINE_STEP) || line.some((word) => crosses(word, rule)))
      break
    row.push(...line)
    last = line[0]?.baseline ?? last
  }
  const taken = new Set(row.map((word) => rule.bounds.findLastIndex((bound) => bound <= word.x + 1)))
  return taken.size >= 2 ? row : []
}
