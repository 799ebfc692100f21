/** From the words people use for a place in a document ("p. 12", "section 5", a heading) to that place, or nothing. */
import type { Block, Range } from '../model/index.ts'
import { foldText } from './fold-text.ts'
import type { AnchorableText } from './selectors.ts'

export interface Located extends Range {
  readonly kind: 'page' | 'section'
}

const PAGES = /^(?:pp?|pages?)\.?\s*(\d+|[ivxlc]+)\b/i
const NUMBERED =
  /^(section|chapter|part|annex|appendix|paragraph|para|table|figure|box|recommendation|theme|pillar|step|question)s?\.?\s+(\d+(?:\.\d+)*[a-z]?|[a-z]|[ivxlc]+)\b/i
/** What is numbered at its headings; the others carry their number in any block. */
const AT_HEADINGS = new Set(['section', 'chapter', 'part', 'annex', 'appendix'])

/**
 * The page, or the heading or numbered block, that a locator names. Null where the document has no such place, or more
 * than one: a place is never guessed.
 */
export function locate(document: AnchorableText, locator: string): Located | null {
  const page = PAGES.exec(locator.trim())?.[1]
  if (page !== undefined) return findPage(document, page)
  const numbered = NUMBERED.exec(locator.trim())
  const [, kind = '', number = ''] = numbered ?? []
  const found = numbered === null ? null : findNumbered(document, kind.toLowerCase(), number.toLowerCase())
  return found ?? findHeading(document, locator)
}

/** By what the page calls itself in print, where any page says so; else by its place in the file. */
function findPage({ pages, blocks }: AnchorableText, name: string): Located | null {
  if (pages === null) return null
  const labelled = pages.filter(({ label }) => label?.toLowerCase() === name.toLowerCase())
  const counted = pages.filter(({ number }) => String(number) === name)
  const [page, ...others] = labelled.length > 0 ? labelled : counted
  if (page === undefined || others.length > 0 || page.end === page.start) return null
  // A page begins with its first words, not with the white space before them.
  const first = blocks.find(({ start }) => start >= page.start && start < page.end)
  return { kind: 'page', start: first?.start ?? page.start, end: page.end }
}

const wordsOf = (text: string, { start, end }: Range): string =>
  text.slice(start, end).replace(/\s+/g, ' ').trim().toLowerCase()

function findNumbered({ text, blocks }: AnchorableText, kind: string, number: string): Located | null {
  const isHeadings = AT_HEADINGS.has(kind)
  const among = blocks.filter((block) => !isHeadings || block.kind === 'heading')
  const short = kind === 'paragraph' || kind === 'para'
  const named = among.filter((block) =>
    (short ? [] : [`${kind} ${number}`]).some((name) => startsAt(wordsOf(text, block), name)),
  )
  const counted = among.filter(
    (block) => block.number?.toLowerCase() === number || startsAt(wordsOf(text, block), number),
  )
  if (named.length > 0) return only(named)
  return isHeadings || short ? only(counted) : null
}

/** "5" begins "5. Money" and not "50 homes" or "5.1 Money". */
const startsAt = (words: string, name: string): boolean =>
  words.startsWith(name) && !/^[\p{L}\p{N}]|^[.,]\d/u.test(words.slice(name.length))

/** Several headings of one name: the outermost, where only one is. */
function only(found: readonly Block[]): Located | null {
  const level = Math.min(...found.map((block) => block.level ?? 9))
  const [block, ...others] = found.filter((each) => (each.level ?? 9) === level)
  if (block === undefined || others.length > 0) return null
  return { kind: 'section', start: block.start, end: block.end }
}

/** The whole locator as a heading, or its last part ("Money, what comes next") below a heading that is its first. */
function findHeading({ text, blocks }: AnchorableText, locator: string): Located | null {
  const headings = blocks.filter(({ kind }) => kind === 'heading')
  const named = (name: string, among: readonly Block[]) => {
    const folded = foldText(name).text
    if (folded === '') return []
    const words = (block: Block) => foldText(text.slice(block.start, block.end)).text
    const same = among.filter((block) => words(block) === folded)
    // A longer heading that begins so is meant too, if it is the only one ("Money" for "Money: who pays").
    return same.length > 0 || folded.length < 8
      ? same
      : among.filter((block) => words(block).startsWith(folded))
  }
  const whole = named(locator, headings)
  if (whole.length > 0) return only(whole)
  const [first = '', ...rest] = locator.split(/\s*[,:;]\s*/)
  const outer = rest.length === 0 ? null : only(named(first, headings))
  if (outer === null) return null
  const at = headings.findIndex(({ start }) => start === outer.start)
  const level = headings[at]?.level ?? 1
  const next = headings.findIndex((block, index) => index > at && (block.level ?? 9) <= level)
  const below = headings.slice(at + 1, next < 0 ? undefined : next)
  return only(named(rest.join(', '), below)) ?? outer
}
