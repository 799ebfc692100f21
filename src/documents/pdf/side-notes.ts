/** Headings and notes beside the text, in the margin or let into it: read before or after its lines, not among them. */
import { GUTTER, openRuns, sideOf } from './gutters.ts'
import { bottomOf, type Line, topOf } from './lines.ts'

/** How far from the left edge a column beside the text, or the text beside one, begins at the least, in points. */
const FURTHEST_INDENT = 40
/** Lines of what stands beside, and of the text, at the fewest. */
const FEWEST_BESIDE = 2
const FEWEST_LINES = 4
/** Letters in the middling line of the text. */
const PROSE_LETTERS = 30
/** What stands beside has at most this share of the text's letters, and lines of this many at the least. */
const MOST_LETTERS = 0.4
const FEWEST_LETTERS = 4
/** Type this much smaller than the text's is a note's. */
const SMALLER = 0.92
/** Edges of one column, in points. */
const FLUSH = 2

interface Aside {
  readonly first: number
  readonly last: number
  readonly text: readonly Line[]
  readonly beside: readonly Line[]
  /** Headings stand before the text; notes are read after it. */
  readonly isHeading: boolean
}

/** `rows`, which have no columns, as the flows they are read in. */
export function partAside(rows: readonly Line[]): (readonly Line[])[] {
  if (rows.length === 0) return []
  const aside = findAside(rows)
  if (aside === null) return [rows]
  const [before, after] = [rows.slice(0, aside.first), rows.slice(aside.last + 1)]
  if (aside.isHeading) return [...flowOf(before), ...withHeadings(aside), ...partAside(after)]
  return [...partAside([...before, ...aside.text, ...after]), aside.beside]
}

const flowOf = (lines: readonly Line[]): (readonly Line[])[] => (lines.length === 0 ? [] : [lines])

/** Each heading before the text that begins level with it. */
function withHeadings({ text, beside }: Aside): (readonly Line[])[] {
  const heads = headsOf(beside)
  const tops = heads.map(([line]) => (line === undefined ? 0 : topOf(line) - line.style.size / 2))
  const [first] = tops
  const under = (from: number, to: number) => text.filter((line) => topOf(line) >= from && topOf(line) < to)
  return [
    ...flowOf(under(Number.NEGATIVE_INFINITY, first ?? 0)),
    ...heads.flatMap((head, i) => [
      head,
      ...flowOf(under(tops[i] ?? 0, tops[i + 1] ?? Number.POSITIVE_INFINITY)),
    ]),
  ]
}

/** The lines beside the text in groups that white parts. */
function headsOf(lines: readonly Line[]): Line[][] {
  const heads: Line[][] = []
  for (const line of lines) {
    const last = heads.at(-1)?.at(-1)
    if (last === undefined || topOf(line) - bottomOf(last) > line.style.size * 0.8) heads.push([line])
    else heads.at(-1)?.push(line)
  }
  return heads
}

function findAside(rows: readonly Line[]): Aside | null {
  for (const x of edgesWithin(rows))
    for (const [first, last] of openRuns(rows, x - GUTTER / 2)) {
      if (last - first + 1 < FEWEST_LINES) continue
      const run = rows.slice(first, last + 1)
      // What is counted is cheaper than what is built.
      if (!mayStandBeside(run, x - 1)) continue
      const [left, right] = [sideOf(run, x - 1, true), sideOf(run, x - 1, false)]
      const isLeft = lettersOf(left) < lettersOf(right)
      const [beside, text] = isLeft ? [left, right] : [right, left]
      if (!isAside(beside, text)) continue
      const isHeading = isLeft && !isNote(beside, text)
      return { first, last, text, beside, isHeading }
    }
  return null
}

/**
 * Whether `isAside` may hold of the two sides of `x`, by their letters, without building their lines. A side's line has as many
 * signs as its words at the least, and one more for each word at the most.
 */
function mayStandBeside(run: readonly Line[], x: number): boolean {
  const [left, right]: [number[], number[]] = [[], []]
  for (const { words } of run) {
    let [before, after] = [0, 0]
    for (const word of words)
      if (word.x < x) before += word.text.length + 1
      else after += word.text.length + 1
    if (before > 0) left.push(before)
    if (after > 0) right.push(after)
  }
  if (left.length < FEWEST_BESIDE || right.length < FEWEST_BESIDE) return false
  const [lesser, other] = sum(left) < sum(right) ? [left, right] : [right, left]
  // Words have a letter each, so at least half of what was counted is there.
  const mayBeNarrow = sum(lesser) / 2 <= sum(other) * MOST_LETTERS
  return (
    mayBeNarrow &&
    other.length >= FEWEST_LINES &&
    middling(other) >= PROSE_LETTERS &&
    lesser.every((length) => length > FEWEST_LETTERS)
  )
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

/** Where two lines or more begin well inside the rows, or behind a gap. */
function edgesWithin(rows: readonly Line[]): number[] {
  const left = Math.min(...rows.map((row) => row.x))
  const counts = new Map<number, number>()
  const count = (x: number) => {
    if (x - left > FURTHEST_INDENT)
      counts.set(Math.round(x / FLUSH) * FLUSH, (counts.get(Math.round(x / FLUSH) * FLUSH) ?? 0) + 1)
  }
  for (const { words, x } of rows) {
    count(x)
    words.forEach((word, i) => {
      const before = words[i - 1]
      if (before !== undefined && word.x - before.x - before.width >= GUTTER) count(word.x)
    })
  }
  return [...counts].filter(([, times]) => times >= FEWEST_BESIDE).map(([x]) => x)
}

const lettersOf = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + line.text.length, 0)

const middling = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Whether `beside` is a narrow column in type of its own, level with lines of running `text`. */
function isAside(beside: readonly Line[], text: readonly Line[]): boolean {
  if (beside.length < FEWEST_BESIDE || text.length < FEWEST_LINES) return false
  if (lettersOf(beside) > lettersOf(text) * MOST_LETTERS) return false
  if (middling(text.map((line) => line.text.length)) < PROSE_LETTERS) return false
  if (beside.some((line) => line.text.length < FEWEST_LETTERS || !/\p{L}{2}/u.test(line.text))) return false
  const edge = Math.min(...beside.map((line) => line.x))
  if (beside.some((line) => line.x - edge > FLUSH * 2)) return false
  return isSetApart(beside, text) && beside.some((line) => isLevel(line, text))
}

function isSetApart(beside: readonly Line[], text: readonly Line[]): boolean {
  const bold = (lines: readonly Line[]) => lines.filter((line) => line.style.isBold).length / lines.length
  return isNote(beside, text) || (bold(beside) === 1 && bold(text) < 0.5)
}

const isNote = (beside: readonly Line[], text: readonly Line[]): boolean =>
  middling(beside.map((line) => line.style.size)) <= middling(text.map((line) => line.style.size)) * SMALLER

/** Whether lines of the text stand above and below the middle of `line`, close enough to be its neighbours. */
const isLevel = (line: Line, text: readonly Line[]): boolean =>
  text.some((other) => Math.abs(other.baseline - line.baseline) < line.style.size * 0.8)
