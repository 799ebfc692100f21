/** Tables of contents and lists of figures: lines that end in a page number set apart from their words. */
import type { Line } from './lines.ts'

const LEADERS = /(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxlc]+)?$|_{4,}\s*\d{0,4}$/i
const PAGE_NUMBER = /^(?:\d{1,4}|[ivxlc]{1,6})$/
/** A page number stands off its words by this many ems. */
const APART = 1.5
/** A page with this share of such lines, and at least this many, is one of contents throughout. */
const SHARE = 0.35
const FEWEST = 4

/** True for a line of contents: leaders, or a page number set apart at its end. */
export function isContentsLine(line: Line): boolean {
  const { text } = line
  const mayLead = text.includes('...') || text.includes('. .') || text.includes('____')
  return (mayLead && LEADERS.test(text)) || endsInPageNumber(line)
}

function endsInPageNumber({ words, style }: Line): boolean {
  const [before, last] = [words.at(-2), words.at(-1)]
  if (before === undefined || last === undefined || !PAGE_NUMBER.test(last.text)) return false
  return last.x - (before.x + before.width) > APART * style.size
}

/** True where the lines of a page are mainly contents. */
export function isContentsPage(lines: readonly Line[]): boolean {
  const count = lines.filter(isContentsLine).length
  return count >= FEWEST && count >= lines.length * SHARE
}

const CONTENTS_TITLE =
  /^(?:table of )?contents(?: page)?$|^list of (?:figures|tables|boxes|charts|abbreviations)$/i
export const isContentsTitle = (text: string): boolean => CONTENTS_TITLE.test(text.trim())

/** A line of contents without its leaders. */
export const withoutLeaders = (text: string): string => text.replace(/\s*(?:\.\s?){4,}\s*|_{4,}/g, ' ').trim()
