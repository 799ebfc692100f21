/** Lines that pages of a plain text repeat at their top and bottom: running titles, page numbers. */
import { labelNumber } from './heading-shapes.ts'
import type { Passage } from './passages.ts'

/** How many lines from the top and the bottom of a page are looked at. */
const EDGE = 2
/** A running line is on at least this many pages, and on this share of them (left and right pages may differ). */
const LEAST_PAGES = 3
const LEAST_SHARE = 0.3

/**
 * The passages, by index, that return at the edges of pages with at most their numbers changed. The first line of all
 * is none: there, the words are the title that the other pages repeat.
 */
export function findRunningLines(passages: readonly Passage[]): Set<number> {
  const edges = findEdges(passages)
  const pages = passages.filter((passage) => passage.startsPage).length
  const times = new Map<string, number>()
  for (const i of edges) times.set(keyOf(passages[i]), (times.get(keyOf(passages[i])) ?? 0) + 1)
  const least = Math.max(LEAST_PAGES, pages * LEAST_SHARE)
  return new Set(edges.filter((i) => i > 0 && (times.get(keyOf(passages[i])) ?? 0) >= least))
}

function findEdges(passages: readonly Passage[]): number[] {
  const starts = passages.flatMap((passage, i) => (passage.startsPage ? [i] : []))
  if (starts.length < LEAST_PAGES) return []
  return starts.flatMap((start, n) => {
    const end = starts[n + 1] ?? passages.length
    const near = [start, start + 1, end - 2, end - 1].filter((i) => i >= start && i < end)
    return [...new Set(near)].slice(0, EDGE * 2).filter((i) => (passages[i]?.text.length ?? 0) <= 120)
  })
}

/** Page numbers count as the same line; "Recommendation 4" and "Recommendation 5" do not. */
function keyOf(passage: Passage | undefined): string {
  const text = passage?.text ?? ''
  const isLabelled = labelNumber(text) !== undefined
  return isLabelled ? text : text.toLowerCase().replace(/\d+|\b[ivxl]+\b/g, '#')
}
