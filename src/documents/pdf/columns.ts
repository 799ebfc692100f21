/** Finds the columns of a page's text, so that each is read to its end before the next. */
import { type Columns, endOfColumns } from './column-ends.ts'
import { middling, PROSE_LETTERS, sideStep, textBeside } from './column-sides.ts'
import { GUTTER, openRuns, sideOf } from './gutters.ts'
import { type Line, lineOf, wordsOf } from './lines.ts'
import { partAside } from './side-notes.ts'

/** Lines that each side of a gutter must have. */
const FEWEST_LINES = 4
/** Columns inside columns beyond this are not layout. */
const DEEPEST = 3

/** A stretch of a page's text: lines read one after another, or parallel cells to be read row by row. */
export interface Stretch {
  readonly kind: 'flow' | 'cells'
  readonly lines: readonly Line[]
  /** Where `kind` is cells: the middle of the gutter. */
  readonly gutter?: number
}

interface Cut extends Columns {
  readonly lines: number
  readonly kind: 'columns' | 'cells'
}

/** The lines of a page, built right across it, in stretches in reading order. */
export function findStretches(rows: readonly Line[], depth = 0): Stretch[] {
  const cut = depth < DEEPEST ? bestCut(rows) : null
  if (cut === null) return partAside(rows).map((lines) => ({ kind: 'flow', lines }))
  const [first, last] = cut.kind === 'cells' ? cellsWithin(rows, cut) : [cut.first, endOfColumns(rows, cut)]
  const middle = rows.slice(first, last + 1)
  const before = findStretches(rows.slice(0, first), depth)
  const after = findStretches(rows.slice(last + 1), depth)
  if (cut.kind === 'cells') return [...before, { kind: 'cells', lines: middle, gutter: cut.x }, ...after]
  const left = findStretches(sideOf(middle, cut.x, true), depth + 1)
  const right = findStretches(sideOf(middle, cut.x, false), depth + 1)
  return [...before, ...left, ...right, ...after]
}

/** Most lines at either end of a stretch of cells that may be the text around it: a paragraph's last ones, a caption. */
const MOST_AROUND = 3

/**
 * A paragraph's last line, shorter than the others, ends before the last gutter of the table below it and would hide
 * all the gutters before that: what of the run has most columns, at the least loss of lines.
 */
function cellsWithin(rows: readonly Line[], cut: Cut): [first: number, last: number] {
  const run = rows.slice(cut.first, cut.last + 1)
  let best = { first: 0, last: run.length - 1, columns: 0 }
  for (let lost = 0; lost <= 2 * MOST_AROUND && run.length - lost >= FEWEST_LINES; lost++) {
    for (let first = Math.max(0, lost - MOST_AROUND); first <= Math.min(lost, MOST_AROUND); first++) {
      const last = run.length - 1 - (lost - first)
      const lines = run.slice(first, last + 1)
      const columns = columnStarts({ kind: 'cells', lines, gutter: cut.x }).length
      if (columns > best.columns) best = { first, last, columns }
    }
  }
  const first = cut.first + best.first
  return [endsTextAbove(rows, first, cut.x) ? first + 1 : first, cut.first + best.last]
}

/** True for a line on one side of the gutter alone that is nearer to the line above the cells than to the cells. */
function endsTextAbove(rows: readonly Line[], index: number, x: number): boolean {
  const [above, line, below] = [rows[index - 1], rows[index], rows[index + 1]]
  if (above === undefined || line === undefined || below === undefined) return false
  const isOneSided = textBeside(line, x, false).length === 0
  return isOneSided && line.baseline - above.baseline < (below.baseline - line.baseline) * 0.9
}

/** The gutter with most lines beside it, if the rows have one. */
function bestCut(rows: readonly Line[]): Cut | null {
  let best: Cut | null = null
  const left = Math.min(...rows.map((row) => row.x))
  for (const x of gutterPlaces(rows).filter((place) => place > left)) {
    for (const [first, last] of openRuns(rows, x)) {
      const run = rows.slice(first, last + 1)
      const [onLeft, onRight] = [countSide(run, x, true), countSide(run, x, false)]
      const lines = onLeft + onRight
      if (Math.min(onLeft, onRight) < FEWEST_LINES || lines <= (best?.lines ?? 0)) continue
      const before = run.flatMap((row) => textBeside(row, x, true))
      const behind = run.flatMap((row) => textBeside(row, x, false))
      const kind = kindOfRun(run, x, before, behind)
      if (kind !== null) best = { first, last, x, lines, kind }
    }
  }
  return best
}

const countSide = (run: readonly Line[], x: number, isLeft: boolean): number =>
  run.reduce((count, row) => count + Number(isLeft ? row.x < x : (row.words.at(-1)?.x ?? 0) >= x), 0)

/** Where gutters may be: in the wide gaps of rows, and before the edges that many rows start at. */
function gutterPlaces(rows: readonly Line[]): number[] {
  const gaps = new Map<number, number>()
  const starts = new Map<number, number>()
  const count = (places: Map<number, number>, x: number) => {
    const place = Math.round(x / 2) * 2
    places.set(place, (places.get(place) ?? 0) + 1)
  }
  for (const { words, x } of rows) {
    count(starts, x - GUTTER / 2)
    let end = x
    for (const word of words) {
      if (word.x - end >= GUTTER) count(gaps, word.x - GUTTER / 2)
      end = Math.max(end, word.x + word.width)
    }
  }
  const often = (places: Map<number, number>, least: number) =>
    [...places].filter(([, times]) => times >= least).map(([place]) => place)
  return [...new Set([...often(gaps, 2), ...often(starts, FEWEST_LINES)])]
}

const MARKER_ONLY =
  /^(?:[^\p{L}\p{N}]{1,3}|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.):]?|[\d.,%£()–-]+|Q\d+)$/iu

function kindOfRun(run: readonly Line[], x: number, left: string[], right: string[]): Cut['kind'] | null {
  const bare = (texts: readonly string[]) =>
    texts.filter((text) => MARKER_ONLY.test(text)).length / texts.length
  if (bare(left) > 0.6 || bare(right) > 0.6) return null
  const bands = bandsOf(run, x)
  const level = bands.filter(
    ([row]) => row !== undefined && textBeside(row, x, true).length + textBeside(row, x, false).length === 2,
  )
  const isLevel = bands.length >= 3 && level.length >= bands.length * 0.7
  const isProse = middling(left) >= PROSE_LETTERS && middling(right) >= PROSE_LETTERS
  if (isLevel && (runsOn(bands, x, true) || runsOn(bands, x, false))) return 'columns'
  if (isLevel) return bands.length >= FEWEST_LINES || !isProse ? 'cells' : 'columns'
  return isProse ? 'columns' : null
}

/** Pairs of lines looked at, at the fewest, before a side counts as one that runs on. */
const FEWEST_PAIRS = 6
/** Share of pairs that must run on: prose ends a sentence or a paragraph in fewer than half of its lines. */
const RUNNING = 0.5

/**
 * True where one side's prose runs on from band to band, in full lines that lower case continues: beside a figure's
 * close labels, each line of a column looks like a row of its own.
 */
function runsOn(bands: readonly Line[][], x: number, isLeft: boolean): boolean {
  if (bands.length <= FEWEST_PAIRS) return false
  const sides = bands.map((band) => sideOf(band, x, isLeft)).filter((side) => side.length > 0)
  const lines = sides.flat()
  if (sides.length <= FEWEST_PAIRS || middling(lines.map((line) => line.text)) < PROSE_LETTERS) return false
  const left = Math.min(...lines.map((line) => line.x))
  const right = Math.max(...lines.map((line) => line.right))
  const running = sides.slice(1).filter((side, i) => {
    const before = sides[i]?.at(-1)
    if (before === undefined || before.right - left < (right - left) * 0.85) return false
    return /[\p{L}\p{N},)-]$/u.test(before.text) && /^\p{Ll}/u.test(side[0]?.text ?? '')
  })
  return running.length >= (sides.length - 1) * RUNNING
}

/** Rows parted where white runs across both sides: steps well over the usual one of the sides' own lines. */
function bandsOf(run: readonly Line[], x: number): Line[][] {
  const steps = run.slice(1).map((row, i) => row.baseline - (run[i]?.baseline ?? 0))
  const usual = Math.min(sideStep(run, x, true), sideStep(run, x, false))
  const bands: Line[][] = [[]]
  run.forEach((row, i) => {
    if (i > 0 && (steps[i - 1] ?? 0) > usual * 1.35) bands.push([])
    bands.at(-1)?.push(row)
  })
  return bands
}

/** Gap before a column of cells whose lines all start at one place, in points: cells are set closer than columns of prose. */
const NARROW_GUTTER = 5
/** Lines that must start at one place for a narrow gap before it to part columns. */
const FEWEST_STARTS = 3
/** How far such starts lie apart, in points. */
const FLUSH = 1

/** Left edges of the columns that no word of the stretch runs across; at least the two beside its gutter. */
function columnStarts({ lines, gutter = 0 }: Stretch): number[] {
  const words = wordsOf(lines).sort((a, b) => a.x - b.x)
  const starts: number[] = []
  let end = Number.NEGATIVE_INFINITY
  words.forEach(({ x, width }, at) => {
    const isFlush = () =>
      words.slice(at, at + FEWEST_STARTS).filter((next) => next.x - x < FLUSH).length === FEWEST_STARTS
    if (x - end >= GUTTER || (x - end >= NARROW_GUTTER && isFlush())) starts.push(x)
    end = Math.max(end, x + width)
  })
  return starts.length >= 2 ? starts : [Number.NEGATIVE_INFINITY, gutter]
}

/** The bands of a stretch of cells, each split at its columns into its cells' lines. */
export function cellBands(stretch: Stretch): Line[][][] {
  const columns = columnStarts(stretch)
  return bandsOf(stretch.lines, stretch.gutter ?? 0).map((band) =>
    columns.map((left, j) => {
      const right = columns[j + 1] ?? Number.POSITIVE_INFINITY
      return band.flatMap((row) => {
        const words = row.words.filter((word) => word.x >= left && word.x < right)
        return words.length === 0 ? [] : [lineOf(words, row.page)]
      })
    }),
  )
}
