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

const MOST_DIGITS = 4

type Side = 'left' | 'right'

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
  for (const side of ['left', 'right'] as const) {
    const candidates = findCandidates(pages, side)
    if (candidates.length < FEWEST_STEPPED) continue
    for (const flush of ['right', 'left'] as const) {
      const strips = groupByEdge(candidates, flush).filter((strip) => countsLines(strip, pages))
      if (strips.length === 0) continue
      const found = new Map(strips.flat().map(({ line, word }) => [line, word]))
      return pages.map((page) => ({
        ...page,
        lines: page.lines.flatMap((line) => without(line, found.get(line))),
      }))
    }
  }
  return [...pages]
}

function without(line: Line, number: Word | undefined): Line[] {
  if (number === undefined) return [line]
  const words = line.words.filter((word) => word !== number)
  return words.length === 0 ? [] : [lineOf(words, line.page)]
}

function findCandidates(pages: readonly PageOfLines[], side: Side): Candidate[] {
  const candidates: Candidate[] = []
  for (const { lines } of pages)
    for (const line of lines) {
      const candidate = candidateOf(line, side)
      if (candidate !== null) candidates.push(candidate)
    }
  return candidates
}

/** The numbers by the place where they are flush, each strip in reading order. */
function groupByEdge(candidates: readonly Candidate[], flush: Side): Candidate[][] {
  const edgeOf = ({ word }: Candidate) => (flush === 'left' ? word.x : word.x + word.width)
  const placed = candidates.map((candidate, at) => ({ candidate, at, edge: edgeOf(candidate) }))
  const strips: (typeof placed)[] = []
  for (const one of placed.sort((a, b) => a.edge - b.edge)) {
    const first = strips.at(-1)?.[0]
    if (first !== undefined && one.edge - first.edge < FLUSH) strips.at(-1)?.push(one)
    else strips.push([one])
  }
  return strips
    .filter((strip) => strip.length >= FEWEST_STEPPED)
    .map((strip) => strip.sort((a, b) => a.at - b.at).map(({ candidate }) => candidate))
}

function candidateOf(line: Line, side: Side): Candidate | null {
  const word = side === 'left' ? line.words[0] : line.words.at(-1)
  if (word === undefined || word.text.length > MOST_DIGITS || !/^\d+$/.test(word.text)) return null
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
