/** Says what each draft is: heading, contents, quote, list item or paragraph, and whether it is stressed. */
import { isContentsLine, isContentsPage, isContentsTitle } from './contents.ts'
import type { Draft } from './draft.ts'
import { harmoniseItems } from './harmonise-items.ts'
import { setLevels } from './heading-levels.ts'
import { isHeading, labelNumber, normaliseTitle, textOfDraft } from './headings.ts'
import { setDepths } from './list-items.ts'
import { type Look, shareOf } from './look.ts'
import { findMarker } from './markers.ts'
import type { PageLayout } from './page-layout.ts'

/** Share of a block's letters that stress must cover for the block to count as stressed. */
const STRESSED = 0.75
/** Quotations are set in by this many ems from the body's left edge. */
const QUOTE_INDENT = 1.5
/** One that opens and closes with quotation marks need be set in no further than this. */
const MARKED_QUOTE_INDENT = 0.7

/** Sets kind, level, number and emphasis of `drafts`, in place. */
export function classify(
  drafts: readonly Draft[],
  look: Look,
  layouts: readonly PageLayout[],
  outline: ReadonlyMap<string, number>,
): void {
  const pages = new Map(layouts.map((layout) => [layout.number, layout]))
  const contents = new Set(
    layouts.filter((layout) => isContentsPage(layout.lines)).map((layout) => layout.number),
  )
  harmoniseItems(drafts)
  const lefts = new Map<PageLayout, number>()
  const leftOf = (page: PageLayout): number => {
    const left = lefts.get(page) ?? bodyLeft(page)
    lefts.set(page, left)
    return left
  }
  for (const draft of drafts) {
    const page = pages.get(draft.lines[0]?.page ?? 0)
    if (page === undefined || draft.kind === 'footnote' || draft.kind === 'table-row') continue
    if (isContents(draft, contents)) draft.kind = 'navigation'
    else if (!/\p{L}{2}/u.test(textOfDraft(draft))) draft.kind = 'navigation'
    else if (isHeading(draft, look, page.shapes, outline)) makeHeading(draft)
    else if (isQuote(draft, leftOf(page), look)) draft.kind = 'quote'
    else if (isStressed(draft, look)) draft.isEmphasised = true
  }
  markListedTitles(drafts)
  setLevels(
    drafts.filter((draft) => draft.kind === 'heading'),
    outline,
    bodyStart(layouts, contents),
  )
  setDepths(drafts)
}

/** Letters that make a page one of running text. */
const FULL_PAGE = 900

/** The page that the text starts on: the first after the contents, otherwise the first that is well filled. */
function bodyStart(layouts: readonly PageLayout[], contents: ReadonlySet<number>): number {
  const front = layouts.slice(0, 15).filter((layout) => contents.has(layout.number))
  const last = front.at(-1)
  if (last !== undefined) return last.number + 1
  const lettersOn = (layout: PageLayout) => layout.lines.reduce((sum, line) => sum + line.text.length, 0)
  return layouts.find((layout) => lettersOn(layout) > FULL_PAGE)?.number ?? 1
}

function isContents(draft: Draft, contentsPages: ReadonlySet<number>): boolean {
  const last = draft.lines.at(-1)
  if (last === undefined || isContentsTitle(textOfDraft(draft))) return false
  return contentsPages.has(last.page) || (isContentsLine(last) && /\.{4}/.test(last.text))
}

/** Blocks in a row that may fail to name a heading before a list of contents without page numbers counts as over. */
const PATIENCE = 2

/** Contents of a web page that was printed: the titles of later headings, in a row under the word. */
function markListedTitles(drafts: readonly Draft[]): void {
  const start = drafts.findIndex((draft) => isContentsTitle(textOfDraft(draft)))
  if (start < 0) return
  const titles = new Map<string, number>()
  drafts.forEach((draft, index) => {
    if (draft.kind === 'heading') titles.set(normaliseTitle(textOfDraft(draft)), index)
  })
  let misses = 0
  for (let i = start + 1; i < drafts.length && misses < PATIENCE; i++) {
    const draft = drafts[i]
    if (draft === undefined || draft.kind === 'navigation') continue
    const isListed = (titles.get(normaliseTitle(textOfDraft(draft))) ?? -1) > i
    misses = isListed ? 0 : misses + 1
    if (isListed) draft.kind = 'navigation'
  }
}

function makeHeading(draft: Draft): void {
  draft.kind = 'heading'
  const text = textOfDraft(draft)
  const number = labelNumber(text) ?? findMarker(text)?.number ?? null
  if (number === null) delete draft.number
  else draft.number = number
}

function isQuote(draft: Draft, left: number, look: Look): boolean {
  const first = draft.lines[0]
  if (draft.kind !== 'paragraph' || first === undefined || draft.number !== undefined) return false
  const indent = Math.min(...draft.lines.map((line) => line.x)) - left
  if (indent < look.body.size * MARKED_QUOTE_INDENT) return false
  const opens = /^[“"‘']/.test(first.text)
  const isItalic = shareOf(draft.lines, (word) => word.style.isItalic) > STRESSED && !look.body.isItalic
  return (
    (opens && /[”"’'][\d\s.,;]*$/.test(draft.lines.at(-1)?.text ?? '')) ||
    (isItalic && indent > look.body.size * QUOTE_INDENT)
  )
}

/** The left edge that most of a page's lines start at. */
function bodyLeft(page: PageLayout): number {
  const counts = new Map<number, number>()
  for (const line of page.lines) {
    const start = Math.round((findMarker(line.text) === null ? line.x : (line.words[1]?.x ?? line.x)) / 3) * 3
    counts.set(start, (counts.get(start) ?? 0) + 1)
  }
  let best = 0
  for (const [start, count] of counts) if (count > (counts.get(best) ?? 0)) best = start
  return best
}

function isStressed(draft: Draft, look: Look): boolean {
  const { body } = look
  if (draft.lines.every((line) => line.style === body)) return false
  const isOwn = (test: (style: { isBold: boolean; isItalic: boolean; colour: string }) => boolean) =>
    !test(body) && shareOf(draft.lines, (word) => test(word.style)) > STRESSED
  return (
    isOwn((style) => style.isBold) ||
    isOwn((style) => style.isItalic) ||
    isOwn((style) => isTinted(style.colour))
  )
}

const isTinted = (colour: string): boolean => {
  const value = Number.parseInt(colour.slice(1), 16)
  const [r, g, b] = [value >> 16, (value >> 8) & 255, value & 255]
  return Math.max(r, g, b) - Math.min(r, g, b) > 60
}
