/** What each passage of a plain text is: furniture, table row, list item, heading, quote, footnote or paragraph. */
import { hasHeadingWords, isDateLine, labelNumber, styleOf } from './heading-shapes.ts'
import { type Marker, parseMarker } from './markers.ts'
import { isContentsLine, isNavigationLine, isSubjectOf, opensNavigationList } from './navigation.ts'
import type { Passage } from './passages.ts'
import { findRunningLines } from './running-lines.ts'
import { findTableRows, isTableDivider, type TableRow } from './tables.ts'
import { findTextNotes, type TextNote } from './text-notes.ts'

export type Role =
  | { readonly kind: 'heading' | 'navigation' | 'quote' | 'paragraph' | 'badge' | 'nothing' }
  | { readonly kind: 'list-item' | 'numbered'; readonly marker: Marker }
  | { readonly kind: 'footnote'; readonly note: TextNote }
  | { readonly kind: 'table-row'; readonly row: TableRow }

/** A bullet that lost its line, as in text taken from PDFs. */
const LONE_MARK = /^[•●▪■□◦○‣∙·\uf0b7\uf0a7*+–—-]$/

/** A page number alone on its line. */
const PAGE_NUMBER = /^(?:\d{1,3}|[ivxl]{1,6})$/

const PARAGRAPH: Role = { kind: 'paragraph' }

/** One role for each passage. `factLines` are those that only say something about the text, as the head of a mail does. */
export function assignRoles(passages: readonly Passage[], factLines: ReadonlySet<number>): Role[] {
  const rows = findTableRows(passages)
  const notes = findTextNotes(passages)
  const running = findRunningLines(passages)
  const roles = passages.map((passage, i): Role => {
    const row = rows.get(i)
    if (row) return { kind: 'table-row', row }
    if (isTableDivider(passage.text) || LONE_MARK.test(passage.text)) return { kind: 'nothing' }
    const note = notes.get(i)
    if (note) return { kind: 'footnote', note }
    const isPageNumber = PAGE_NUMBER.test(passage.text)
    const isLink = isNavigationLine(passage.text) && !isSubjectOf(passage.text, passages[i + 1]?.text ?? '')
    if (factLines.has(i) || running.has(i) || isPageNumber || isLink) return { kind: 'navigation' }
    return isQuotation(passage.text) ? { kind: 'quote' } : PARAGRAPH
  })
  markContents(passages, roles)
  markNavigationLists(passages, roles)
  markItems(passages, roles)
  markHeadings(passages, roles)
  markTopFurniture(passages, roles, factLines)
  return roles
}

/** Marked as e-mail marks it, or in quotation marks as a whole: one opening at the start, its partner at the end. */
function isQuotation(text: string): boolean {
  if (text.startsWith('>')) return true
  return text.length >= 40 && text.length <= 20_000 && /^(?:“[^“”]*”|"[^"]*")[.,;]?$/.test(text)
}

/** A table of contents: at least three lines that end in a page number, close together. */
function markContents(passages: readonly Passage[], roles: Role[]): void {
  const at = passages.flatMap((passage, i) => (isContentsLine(passage.text) ? [i] : []))
  at.forEach((i, n) => {
    const isAmong = (at[n + 1] ?? Infinity) - i <= 3 || i - (at[n - 1] ?? -Infinity) <= 3
    if (at.length >= 3 && isAmong) roles[i] = { kind: 'navigation' }
  })
}

/** Most lines under "Related articles" or the like; a longer run is the document going on. */
const LONGEST_LIST = 12

function markNavigationLists(passages: readonly Passage[], roles: Role[]): void {
  passages.forEach((passage, i) => {
    if (roles[i]?.kind !== 'navigation' || !opensNavigationList(passage.text)) return
    const list: number[] = []
    for (let j = i + 1; j < passages.length && list.length <= LONGEST_LIST; j++) {
      const item = passages[j]
      if (!item || isProse(item) || (j > i + 1 && item.gapBefore > 0) || hasProseBelow(passages, j)) break
      list.push(j)
    }
    if (list.length <= LONGEST_LIST) for (const j of list) roles[j] = { kind: 'navigation' }
  })
}

function markItems(passages: readonly Passage[], roles: Role[]): void {
  const markers = passages.map((passage, i) =>
    roles[i] === PARAGRAPH ? parseMarker(passage.text) : undefined,
  )
  markers.forEach((marker, i) => {
    const passage = passages[i]
    if (!marker || !passage) return
    if (marker.kind === 'number' && isNumberedHeading(passages, markers, i)) roles[i] = { kind: 'heading' }
    else roles[i] = { kind: isNumberedParagraph(passage, marker) ? 'numbered' : 'list-item', marker }
  })
}

/** Shortest text of a numbered paragraph that stands alone; items of lists are mostly shorter. */
const LONG_ITEM = 200

/** "4.12 The committee heard …": reports number their paragraphs; a lead-in or neighbours make a list. */
function isNumberedParagraph(passage: Passage, marker: Marker): boolean {
  if (marker.kind !== 'number' || !/^\d/.test(marker.number ?? '')) return false
  if (marker.number?.includes('.')) return isProse(passage)
  return passage.text.length >= LONG_ITEM && passage.gapBefore > 0 && passage.gapAfter > 0
}

/** "4. Night buses" over a paragraph is a heading; next to "5. …" of the same kind it is an item of a list. */
function isNumberedHeading(
  passages: readonly Passage[],
  markers: readonly (Marker | undefined)[],
  i: number,
): boolean {
  const passage = passages[i]
  const next = passages[i + 1]
  if (!passage || !next || !hasHeadingWords(passage) || /[.:]$/.test(passage.text)) return false
  if (passage.gapBefore === 0 && !markers[i]?.number?.includes('.')) return false
  const isDeeper = markers[i + 1]?.number?.startsWith(`${markers[i]?.number}.`) ?? false
  if (markers[i + 1]?.style === markers[i]?.style && markers[i]?.kind === 'number') return false
  return isDeeper || isProse(next) || markers[i + 1] !== undefined || hasHeadingWords(next)
}

function markHeadings(passages: readonly Passage[], roles: Role[]): void {
  const isOpen = (i: number) => roles[i] === PARAGRAPH
  for (let i = passages.length - 1; i >= 0; i--) {
    const passage = passages[i]
    if (passage && isOpen(i) && isHeading(passages, roles, i)) roles[i] = { kind: 'heading' }
  }
  markTitle(passages, roles)
  const times = new Map<string, number>()
  passages.forEach(({ text }, i) => {
    if (roles[i]?.kind === 'heading') times.set(text, (times.get(text) ?? 0) + 1)
  })
  // A short line that returns above several headings is a badge of theirs ("Campaign win!"), not an outline level.
  passages.forEach(({ text, gapAfter }, i) => {
    const isAbove = roles[i]?.kind === 'heading' && roles[i + 1]?.kind === 'heading' && gapAfter === 0
    if (isAbove && (times.get(text) ?? 0) > 1 && labelNumber(text) === undefined) roles[i] = { kind: 'badge' }
  })
}

/** Looks downwards, so the passages below must have their roles already. */
function isHeading(passages: readonly Passage[], roles: readonly Role[], i: number): boolean {
  const passage = passages[i]
  if (!passage || !hasHeadingWords(passage)) return false
  if (passage.underline) return true
  let j = i + 1
  while (j < passages.length && (roles[j]?.kind === 'navigation' || isDateLine(passages[j]?.text ?? ''))) j++
  const next = passages[j]
  const role = roles[j]
  if (!next || !role) return false
  const { form } = styleOf(passage)
  if (form === 'recommendation' && passage.text.split(/\s+/).length > 12) return false
  if (form !== 'plain') return true
  // The last line of a group of lines ends something; a heading opens one, or stands alone.
  if (passage.gapBefore === 0 && passage.gapAfter > 0) return false
  if (role.kind === 'heading') return passage.gapBefore > 0 || styleOf(next).form !== 'plain'
  if (role.kind === 'list-item') return isProse(next) || roles[j + 1]?.kind === 'list-item'
  if (role.kind === 'table-row' || role.kind === 'quote') return passage.gapBefore > 0
  return isProse(next) && next.text.length > passage.text.length
}

/** The first line of all, over a byline and a date, is the title even though no paragraph is right below. */
function markTitle(passages: readonly Passage[], roles: Role[]): void {
  const first = passages[0]
  if (!first || roles[0] !== PARAGRAPH || !hasHeadingWords(first)) return
  const below = passages
    .slice(1, 5)
    .findIndex((passage, n) => isProse(passage) || roles[n + 1]?.kind === 'heading')
  if (below >= 0) roles[0] = { kind: 'heading' }
}

/** Short lines above the first heading, mixed with furniture, are furniture too: a site's name, its sections. */
function markTopFurniture(passages: readonly Passage[], roles: Role[], factLines: ReadonlySet<number>): void {
  const end = passages.findIndex((passage, i) => roles[i]?.kind === 'heading' || isProse(passage))
  const top = roles.slice(0, Math.max(end, 0))
  if (end > 20 || !top.some((role, i) => role.kind === 'navigation' && !factLines.has(i))) return
  top.forEach((role, i) => {
    const isDate = isDateLine(passages[i]?.text ?? '')
    if (!isDate && (role === PARAGRAPH || role.kind === 'list-item')) roles[i] = { kind: 'navigation' }
  })
}

/** Running text: long, a whole sentence, or what leads a list in. */
export function isProse({ text }: Passage): boolean {
  return text.length >= 80 || /:$/.test(text) || (text.length >= 25 && /[.!?]["'”’)]*$/.test(text))
}

function hasProseBelow(passages: readonly Passage[], i: number): boolean {
  const passage = passages[i]
  const next = passages[i + 1]
  return passage !== undefined && next !== undefined && passage.gapBefore > 0 && isProse(next)
}
