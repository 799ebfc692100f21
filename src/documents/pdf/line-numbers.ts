/** The numbers of lines that drafts and bills print in a margin. They count lines, and are no words of the text. */
import { type Line, lineOf } from './lines.ts'
import type { Word } from './page-content.ts'

/** Ends of one column of numbers lie within this many points of each other. */
const FLUSH = 3
/** White between a number and the text, in points: more than a word space, less than a note's indent. */
const GAP = 5
/** Numbers that must count on, on one page or over all: fewer are a list, or chance. */
const FEWEST = 15
/** Share of the lines of their pages that numbers of every line stand at; headings and white lines may go without. */
const SHARE = 0.7
/** Share of the numbered lines that go on in lower case: those of a list begin items, each with a capital. */
const RUNNING = 0.25
/** Numbers that stand at every fifth or tenth line, as in bills, fewer of them on a page. */
const STEPS = [1, 5, 10] as const
const FEWEST_STEPPED = 6

type Side = 'left' | 'right'

/** The margin, and the side that the numbers are flush on. */
const ALIGNMENTS: readonly (readonly [margin: Side, flush: Side])[] = [
  ['left', 'right'],
  ['left', 'left'],
  ['right', 'right'],
  ['right', 'left'],
]

interface Candidate {
  readonly line: Line
  readonly word: Word
  readonly value: number
  /** What of the line stands beside the number. */
  readonly rest: string
}

interface PageOfLines {
  readonly number: number
  readonly lines: readonly Line[]
}

/** The pages without the numbers of their lines; the same pages where no margin counts lines. */
export function withoutLineNumbers<Page extends PageOfLines>(pages: readonly Page[]): Page[] {
  for (const [side, edge] of ALIGNMENTS) {
    const strips = groupByEdge(pages, side, edge).filter((strip) => countsLines(strip, pages))
    if (strips.length === 0) continue
    const found = new Map(strips.flat().map(({ line, word }) => [line, word]))
    return pages.map((page) => ({
      ...page,
      lines: page.lines.flatMap((line) => without(line, found.get(line))),
    }))
  }
  return [...pages]
}

function without(line: Line, number: Word | undefined): Line[] {
  if (number === undefined) return [line]
  const words = line.words.filter((word) => word !== number)
  return words.length === 0 ? [] : [lineOf(words, line.page)]
}

/** Numbers at the outer end of lines, by the place that they are flush at. */
function groupByEdge(pages: readonly PageOfLines[], side: Side, flush: Side): Candidate[][] {
  const strips: { edge: number; members: Candidate[] }[] = []
  for (const { lines } of pages)
    for (const line of lines) {
      const candidate = candidateOf(line, side)
      if (candidate === null) continue
      const { word } = candidate
      const edge = flush === 'left' ? word.x : word.x + word.width
      const strip = strips.find((one) => Math.abs(one.edge - edge) < FLUSH)
      if (strip === undefined) strips.push({ edge, members: [candidate] })
      else strip.members.push(candidate)
    }
  return strips.map(({ members }) => members)
}

function candidateOf(line: Line, side: Side): Candidate | null {
  const word = side === 'left' ? line.words[0] : line.words.at(-1)
  if (word === undefined || !/^\d{1,4}$/.test(word.text)) return null
  const beside = side === 'left' ? line.words[1] : line.words.at(-2)
  const gap =
    beside === undefined
      ? Number.POSITIVE_INFINITY
      : side === 'left'
        ? beside.x - (word.x + word.width)
        : word.x - (beside.x + beside.width)
  if (gap < GAP) return null
  const rest = line.words.filter((other) => other !== word).map(({ text }) => text)
  return { line, word, value: Number(word.text), rest: rest.join(' ') }
}

/** Whether the numbers count on from line to line, begun anew on a page or not, beside text that runs on. */
function countsLines(strip: readonly Candidate[], pages: readonly PageOfLines[]): boolean {
  const step = STEPS.find((size) => countingOn(strip, size) >= (size === 1 ? FEWEST : FEWEST_STEPPED))
  if (step === undefined || countingOn(strip, step) < (strip.length - pages.length) * 0.9) return false
  const on = new Set(strip.map(({ line }) => line.page))
  const lines = pages.filter(({ number }) => on.has(number)).flatMap((page) => page.lines)
  if (strip.length < (lines.length / step) * SHARE * (step === 1 ? 1 : 0.5)) return false
  const beside = step === 1 ? strip.map(({ rest }) => rest) : lines.map(({ text }) => text)
  return beside.filter((text) => /^\p{Ll}/u.test(text)).length >= beside.length * RUNNING
}

/** How many of the numbers are one step more than the one before them, or the first of a page. */
const countingOn = (strip: readonly Candidate[], step: number): number =>
  strip.filter(({ value, line }, i) => {
    const before = strip[i - 1]
    const isFirst = before === undefined || before.line.page !== line.page
    return isFirst ? value % step === 0 : value === before.value + step
  }).length
