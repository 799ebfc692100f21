/** Running headers, footers and page numbers: what the margins of many pages repeat. */
import { bottomOf, type Line, topOf } from './lines.ts'
import { readRoman } from './roman.ts'

export interface PageLines {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly label: string | null
  readonly lines: readonly Line[]
}

export interface Furniture {
  /** Lines that are not part of the text. */
  readonly lines: ReadonlySet<Line>
  /** Page numbers as printed, by page. */
  readonly printedLabels: ReadonlyMap<number, string>
}

/** Share of a page's height, from each edge, in which furniture stands. */
const MARGIN = 0.13
/** Lines from each edge that are looked at. */
const DEPTH = 4
/** Pages that must show a line before it counts as running: two can be chance in headings, three seldom are. */
const REPEATS = 3
const NUMBER = /\d{1,4}|\b[ivxlc]+\b/g
/** Numbers of a line that are tried as the page's; more make an address or a table. */
const MOST_NUMBERS = 6
/** Titles that count up from page to page are not furniture, however regular. */
const COUNTED =
  /\b(?:recommendation|chapter|section|part|annex|appendix|question|conclusion|table|figure|box|step)s?\s*#$/i

/** What runs through the given pages. */
export function findFurniture(pages: readonly PageLines[]): Furniture {
  const counts = countKeys(pages)
  const needed = Math.min(REPEATS, Math.max(2, pages.length))
  const found = new Map<Line, PageLines>()
  for (const page of pages) {
    const margin = marginLines(page)
    const isRepeated = (line: Line) => keysOf(line, page).some((key) => (counts.get(key) ?? 0) >= needed)
    const mirrored = mirroredMarkings(margin, page)
    const repeated = new Set(margin.filter((line) => mirrored.has(line.text) || isRepeated(line)))
    const artifacts = artifactsOf(page)
    for (const line of margin)
      if (standsOff(line, page, repeated) || artifacts.has(line) || isLonePageNumber(line, page))
        found.set(line, page)
  }
  const printedLabels = new Map<number, string>()
  addCounted(pages, found, printedLabels)
  addByPlace(pages, found)
  keepSoleWords(pages, found)
  for (const [line, page] of found) {
    const label = pageNumberIn(line.text)
    if (label !== null && !printedLabels.has(page.number)) printedLabels.set(page.number, label)
  }
  return { lines: new Set(found.keys()), printedLabels }
}

/** How secret a page is, or how final. Other words that stand at both edges may be headings of two parts of the text. */
const MARKING =
  /^\W*(?:UK )?(?:OFFICIAL|SECRET|TOP SECRET|RESTRICTED|CONFIDENTIAL|PROTECT|EMBARGOED|DRAFT)\b/i
const LONGEST_MARKING = 80

/** Markings that the head and the foot of one page both print: running lines, were there more pages. */
function mirroredMarkings(margin: readonly Line[], page: PageLines): Set<string> {
  const markings = margin.filter(({ text }) => text.length <= LONGEST_MARKING && MARKING.test(text))
  const isHead = (line: Line) => line.baseline < page.height / 2
  const heads = new Set(markings.filter(isHead).map(({ text }) => text))
  return new Set(markings.flatMap((line) => (isHead(line) || !heads.has(line.text) ? [] : [line.text])))
}

/** White that parts a running line from the text, in its type sizes: notes that repeat stand closer to their neighbours. */
const APART = 1.5

/** True for a repeated line that has white, or another such line, between itself and the middle of its page. */
function standsOff(line: Line, page: PageLines, repeated: ReadonlySet<Line>): boolean {
  if (!repeated.has(line)) return false
  const inwards = line.baseline < page.height / 2 ? 1 : -1
  const next = page.lines[page.lines.indexOf(line) + inwards]
  if (next === undefined) return true
  return Math.abs(next.baseline - line.baseline) > line.style.size * APART || standsOff(next, page, repeated)
}

/** Where nothing but such lines is printed on any page, they are what the document says: slides, a page of one line. */
function keepSoleWords(pages: readonly PageLines[], found: Map<Line, PageLines>): void {
  if (pages.some((page) => page.lines.some((line) => !found.has(line)))) return
  for (const line of [...found.keys()]) if (pageNumberIn(line.text) === null) found.delete(line)
}

/** A number that a line opens or ends with, beside words; at the foot of a page one that opens it may be a note's. */
const EDGE_NUMBER = /^\d{1,4}(?=\s+\D)|(?<=\D\s+)\d{1,4}$/g
const LAST_NUMBER = /(?<=\D\s+)\d{1,4}$/g

/**
 * The first or last line of three pages or more, at one height, that opens or ends with the page's number: a running head
 * whatever its words are, which change with the chapter. Titles that count up are larger than the text below them.
 */
function addCounted(
  pages: readonly PageLines[],
  found: Map<Line, PageLines>,
  labels: Map<number, string>,
): void {
  const counted = new Map<string, { lead: number; lines: Map<Line, PageLines> }>()
  for (const page of pages)
    for (const line of [...page.lines.slice(0, 1), ...page.lines.slice(-1)]) {
      if (!marginLines(page).includes(line) || isLarge(line, page)) continue
      const numbers = line.baseline < page.height / 2 ? EDGE_NUMBER : LAST_NUMBER
      for (const [number] of line.text.matchAll(numbers)) {
        const lead = Number(number) - page.number
        const place = `${Math.round(line.baseline / 2)} ${line.style.size} ${lead}`
        const same = counted.get(place) ?? { lead, lines: new Map<Line, PageLines>() }
        counted.set(place, same)
        same.lines.set(line, page)
      }
    }
  for (const { lead, lines } of counted.values()) {
    if (lines.size < REPEATS) continue
    for (const [line, page] of lines) {
      found.set(line, page)
      labels.set(page.number, String(page.number + lead))
    }
  }
}

/** True for type at least as large as half of the page's other lines. */
function isLarge(line: Line, page: PageLines): boolean {
  const others = page.lines.filter((other) => other !== line)
  return others.filter((other) => other.style.size <= line.style.size).length * 2 >= others.length
}

/** A running title that changes too often to repeat stands where the others stand, in their style. */
function addByPlace(pages: readonly PageLines[], found: Map<Line, PageLines>): void {
  const places = new Map<string, Set<number>>()
  const placeOf = (line: Line) => `${line.style.font} ${line.style.size} ${Math.round(line.baseline / 2)}`
  for (const [line, page] of found) {
    const place = placeOf(line)
    places.set(place, (places.get(place) ?? new Set()).add(page.number))
  }
  const needed = Math.max(REPEATS, pages.length * 0.1)
  for (const page of pages)
    for (const line of [...page.lines.slice(0, 1), ...page.lines.slice(-1)])
      if (marginLines(page).includes(line) && (places.get(placeOf(line))?.size ?? 0) >= needed)
        found.set(line, page)
}

function countKeys(pages: readonly PageLines[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const page of pages)
    for (const key of new Set(marginLines(page).flatMap((line) => keysOf(line, page))))
      counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function marginLines(page: PageLines): Line[] {
  const top = page.lines.slice(0, DEPTH).filter((line) => bottomOf(line) < page.height * MARGIN)
  const bottom = page.lines.slice(-DEPTH).filter((line) => topOf(line) > page.height * (1 - MARGIN))
  return [...top, ...bottom]
}

/**
 * What stays the same on the pages that a line runs through: its words at its edge as they are, and with one number told
 * as its distance from the page's own, so that a page number repeats where other numbers stand still.
 */
function keysOf(line: Line, page: PageLines): string[] {
  const edge = line.baseline < page.height / 2 ? 'top' : 'bottom'
  const squeezed = line.text.toLowerCase().replace(/\s+/g, ' ')
  const numbers = [...squeezed.matchAll(NUMBER)].slice(-MOST_NUMBERS)
  const keys = numbers.length > 0 && squeezed.length < 8 ? [] : [`${edge} ${squeezed}`]
  for (const number of numbers) {
    const before = squeezed.slice(0, number.index)
    const after = squeezed.slice(number.index + number[0].length)
    if (COUNTED.test(`${before}#`)) continue
    const value = /\d/.test(number[0]) ? Number(number[0]) : readRoman(number[0])
    if (value !== null) keys.push(`${edge} ${before}{${value - page.number}}${after}`)
  }
  return keys
}

/** The lines that the file marks as no part of the text; none where it marks most of the page so, which nobody means. */
function artifactsOf(page: PageLines): Set<Line> {
  const marked = page.lines.filter((line) => line.words.every((word) => word.tag === 'Artifact'))
  const letters = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + line.text.length, 0)
  return new Set(letters(marked) * 2 > letters(page.lines) ? [] : marked)
}

/** The label in a line that holds a page number and nothing else ("Page 4 of 20", "– iv –"); null in any other. */
function pageNumberIn(text: string): string | null {
  const bare = text.replace(/^\W+|\W+$/g, '').replace(/^page\s*/i, '')
  return /^(\d{1,4}|[ivxlc]+)(?:\s*(?:of|\/)\s*\d{1,4})?$/i.exec(bare)?.[1] ?? null
}

function isLonePageNumber(line: Line, page: PageLines): boolean {
  const label = pageNumberIn(line.text)
  return label !== null && (label === page.label || label === String(page.number))
}
