/**
 * Lines to passages: one passage is what the writer meant as one line of thought, a paragraph or a heading. In a
 * text pasted from the web that is one line; in e-mail and in text taken from PDFs a paragraph is wrapped over many.
 */
import type { Range } from '../../model/index.ts'
import type { Line } from './lines.ts'
import { parseMarker, startsListItem } from './markers.ts'

export interface Passage extends Range {
  /** The document's text from start to end. */
  readonly text: string
  readonly indent: number
  /** Blank lines above and below. */
  readonly gapBefore: number
  readonly gapAfter: number
  readonly startsPage: boolean
  readonly lines: readonly Line[]
  /** The character of the rule drawn right under it, when there is one. */
  readonly underline: '=' | '-' | undefined
}

/** Wider than this, lines were not wrapped for a fixed-width page (72 to 100 columns are usual). */
const WIDEST_PAGE = 120
const NARROWEST_PAGE = 40

/**
 * The width that the text was wrapped at, or null where lines are whole paragraphs. Wrapped means: hardly a line is
 * wider than a page, and most lines with another right below them nearly fill the width.
 */
export function findWrapWidth(lines: readonly Line[]): number | null {
  const inner = lines.filter((_, i) => lines[i + 1]?.gapBefore === 0)
  if (inner.length < 3) return null
  const tooWide = lines.filter((line) => width(line) > WIDEST_PAGE).length
  if (tooWide > lines.length / 50) return null
  const sorted = inner.map(width).sort((a, b) => a - b)
  const typical = sorted[Math.floor(sorted.length * 0.9)] ?? 0
  // Short lines say nothing: addresses, headings and tables stand in wrapped and unwrapped texts alike.
  const long = inner.filter((line) => width(line) >= Math.max(NARROWEST_PAGE, typical / 2))
  const full = long.filter((line) => width(line) >= typical * 0.75)
  // Lines that were wrapped break off in the middle of sentences; paragraphs of one line do not.
  const broken = full.filter((line) => !endsSentence(line.text))
  const isWrapped = full.length >= 3 && full.length >= long.length * 0.6 && broken.length >= full.length * 0.5
  return typical >= NARROWEST_PAGE && isWrapped ? typical : null
}

const width = (line: Line) => line.end - line.start

const RULE = /^--$|^([-=_*~–—.#+ ])\1{2,199}$|^(\* ){2,40}\*$|^(- ){2,40}-$/
const isRule = (line: Line) => line.text.length <= 200 && RULE.test(line.text)

/** All passages, in order. Rules drawn with characters are left out; one right under a short line marks that. */
export function groupLines(text: string, lines: readonly Line[]): Passage[] {
  const wrapWidth = findWrapWidth(lines)
  const passages: Passage[] = []
  let group: Line[] = []
  let gapFromRule = 0
  const close = (gapAfter: number, underline?: '=' | '-') => {
    const first = group[0]
    const last = group.at(-1)
    if (!first || !last) return
    const { start, indent, startsPage } = first
    const { end } = last
    const gapBefore = Math.max(first.gapBefore, gapFromRule)
    const words = group.length === 1 ? first.text : text.slice(start, end)
    passages.push({
      start,
      end,
      text: words,
      indent,
      gapBefore,
      gapAfter,
      startsPage,
      lines: group,
      underline,
    })
    group = []
    gapFromRule = 0
  }
  lines.forEach((line, i) => {
    const previous = group.at(-1)
    if (isRule(line)) {
      close(1, previous && line.gapBefore === 0 ? underlineOf(previous, line, group.length) : undefined)
      gapFromRule = 1
      return
    }
    const isHung = previous && group[0] && hangs(group[0], previous, line)
    if (previous && !isHung && !continues(previous, line, wrapWidth)) close(line.gapBefore)
    group.push(line)
    if (i === lines.length - 1) close(1)
  })
  close(1)
  return passages
}

function underlineOf(above: Line, rule: Line, groupSize: number): '=' | '-' | undefined {
  const mark = rule.text[0]
  if (groupSize !== 1 || width(above) > WIDEST_PAGE) return undefined
  // Typed by hand, an underline is about as long as its line; a rule across the page is not meant for the line above.
  if (Math.abs(width(rule) - width(above)) > 3 + width(above) / 4) return undefined
  return mark === '=' || mark === '-' ? mark : undefined
}

/** Whether `line` is set in as far as the words of the item that `first` begins, as lists are typed by hand. */
function hangs(first: Line, previous: Line, line: Line): boolean {
  if (line.gapBefore > 0 || line.startsPage || line.indent <= first.indent) return false
  const marker = parseMarker(first.text)
  if (!marker || Math.abs(line.indent - first.indent - marker.length) > 1) return false
  return !startsListItem(line.text) && !isTableLine(line) && !isTableLine(previous)
}

/** Whether `line` goes on with the paragraph of `previous`, the line right above it. */
function continues(previous: Line, line: Line, wrapWidth: number | null): boolean {
  if (
    wrapWidth === null ||
    line.gapBefore > 0 ||
    startsListItem(line.text) ||
    isQuoted(line) !== isQuoted(previous)
  )
    return false
  if (MAIL_LABEL.test(line.text.slice(0, 20))) return false
  if (line.startsPage || isTableLine(line) || isTableLine(previous)) return false
  if (LABEL.test(line.text.slice(0, 60)) && !LEADS_ON.test(previous.text.slice(-12))) return false
  // A first line set in opens a paragraph; after a list mark it is only the text lined up.
  if (line.indent >= previous.indent + 2 && endsSentence(previous.text) && !startsListItem(previous.text))
    return false
  const firstWord = /^\S{1,40}/.exec(line.text)?.[0].length ?? 40
  const room = wrapWidth - width(previous) - previous.indent - 1 - firstWord
  // The next word would have fitted with room to spare: the writer broke the line on purpose.
  if (room > wrapWidth * 0.2) return false
  return !(
    room > wrapWidth * 0.1 &&
    /[.!?:]['"’”)]?$/.test(previous.text) &&
    /^["'“‘(]?[A-Z0-9]/.test(line.text)
  )
}

const endsSentence = (text: string) => /[.!?:]['"’”)]?$/.test(text.slice(-3))
const MAIL_LABEL = /^(?:From|To|Cc|Date|Sent|Subject): /
/** "Recommendation 4", "Recommendation 4: Buy", "Response: Agreed" under a full line is no end of its sentence. */
const LABEL =
  /^(?:(?:Recommendation|Conclusion|Finding|Concern|Proposal) (?:\d{1,3}|[A-Z]\d{0,2})(?:\.\d{1,3})*[a-z]?(?:\s*[:–—]|$)|(?:\p{L}+ ){0,2}[Rr]e(?:sponse|ply):)/u
const LEADS_ON = /(?:^|\s)\(?(?:to|of|see|and|or|in|with|under|on|by|for|the|our|this|that|from)$|[,;(]$/
const isQuoted = (line: Line) => line.text.startsWith('>')
/** The white space after the mark of an item is no column. */
const isTableLine = ({ text }: Line) =>
  /\t|\|.{0,200}\||\S {3,}\S.{0,100}\S {3,}\S/.test(text.slice(parseMarker(text)?.length ?? 0, 400))
