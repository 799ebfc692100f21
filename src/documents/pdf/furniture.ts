/** Running headers, footers and page numbers: what the margins of many pages repeat. */
import { bottomOf, type Line, topOf } from './lines.ts'

export interface PageLines {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly label: string | null
  readonly lines: readonly Line[]
}

/** Share of a page's height, from each edge, in which furniture stands. */
const MARGIN = 0.13
/** Lines from each edge that are looked at. */
const DEPTH = 4
/** Pages that must show a line before it counts as running: two can be chance in headings, three seldom are. */
const REPEATS = 3

/** The pages without the lines that run through them. */
export function removeFurniture(pages: readonly PageLines[]): PageLines[] {
  const counts = new Map<string, number>()
  for (const page of pages)
    for (const key of new Set(marginLines(page).map((line) => keyOf(line, page))))
      counts.set(key, (counts.get(key) ?? 0) + 1)
  const needed = Math.min(REPEATS, Math.max(2, pages.length))
  return pages.map((page) => {
    const margin = new Set(marginLines(page))
    const isFurniture = (line: Line) =>
      margin.has(line) && (isPageNumber(line, page) || (counts.get(keyOf(line, page)) ?? 0) >= needed)
    return { ...page, lines: page.lines.filter((line) => !isFurniture(line)) }
  })
}

function marginLines(page: PageLines): Line[] {
  const top = page.lines.slice(0, DEPTH).filter((line) => bottomOf(line) < page.height * MARGIN)
  const bottom = page.lines.slice(-DEPTH).filter((line) => topOf(line) > page.height * (1 - MARGIN))
  return [...top, ...bottom]
}

/** The same for a line on all the pages it runs through: its words with numbers masked, and its edge. */
function keyOf(line: Line, page: PageLines): string {
  const edge = line.baseline < page.height / 2 ? 'top' : 'bottom'
  return `${edge} ${line.text
    .toLowerCase()
    .replace(/\b[ivxlc]+\b|\d+/g, '#')
    .replace(/\s+/g, '')}`
}

function isPageNumber(line: Line, page: PageLines): boolean {
  const text = line.text
    .replace(/^(?:page|p\.)\s*/i, '')
    .replace(/[\s|–-]+/g, ' ')
    .trim()
  return text === page.label || /^\d{1,4}$|^[ivxlc]+$|^\d{1,4} (?:of|\/) ?\d{1,4}$/i.test(text)
}
