/** What a report recommends, whole and once each: the list it counts, or else its bold paragraphs, or what it asks. */
import type { DocumentText, Range, Statement } from '../model/index.ts'
import { isAddressed } from './asks.ts'
import { parseParagraphReference } from './labels.ts'
import { findCodedOpenings, findNamedOpenings } from './nouns.ts'
import { findOpenings, LEAD, LIST_HEADING, type Opening, REQUESTS, SHOULD_LEAD } from './openings.ts'
import { type Piece, squeeze } from './pieces.ts'
import { splitRunIn } from './run-in-lists.ts'
import { type Entry, findSeries, type Series } from './series.ts'
import { asksSomebody, findStated } from './stated.ts'
import { runsOf, splitWords } from './words.ts'

export interface Recommendation extends Range {
  /** Normal form ("2a"); null where the report prints none. */
  readonly number: string | null
  /** The paragraph of the report it repeats, where a summary list says so. */
  readonly paragraph: string | null
  /** The words of its label or heading, where it has some of its own. */
  readonly title: string | null
  readonly headings: readonly string[]
  readonly text: string
  /** False on a conclusion of a mixed list: it becomes a row only if the response answers it as a recommendation. */
  readonly isAsk: boolean
  /** True where it is counted together with conclusions: then a reply to "conclusion 4" may mean it. */
  readonly isCountedWithConclusions: boolean
  /** Recommendations with the same group belong to one section of an unnumbered page and may share a reply. */
  readonly group: string | null
  /** The paragraph that it stands in, where that says more: what "bring them back" is about. */
  readonly context?: string
  /** What leads into it, where it is one part of several: "The Department should:". */
  readonly lead?: string
  /** The word that the report counts them by, where that is another than "recommendation". */
  readonly noun?: string
}

/** Every recommendation of the report, in its own order, conclusions of a mixed list among them. */
export function findRecommendations(
  document: DocumentText,
  printed: readonly Piece[],
  readStatements: () => readonly Statement[],
): Recommendation[] {
  const pieces = splitRunIn(printed)
  const found = findOpenings(pieces)
  const counted = findNamedOpenings(pieces)
  // Beside recommendations only what inspectors require is a count of its own.
  const isAlone = found.every((one) => one.style === 'marker')
  const named = isAlone || /^requirement|^area for/.test(counted?.noun ?? '') ? counted : null
  const coded = isAlone && !named ? findCodedOpenings(pieces) : []
  const openings = named
    ? mergeOpenings(named.openings, isAlone ? [] : found)
    : coded.length > 0
      ? mergeOpenings(coded, found)
      : found
  const series = findSeries(document.text, pieces, openings).filter((one) => one.worth > 0)
  const entries = chooseEntries(series, pieces)
  if (entries.length > 0)
    return judgeMixedList(
      entries.map((entry) => ({ ...toRecommendation(entry, pieces), ...(named && { noun: named.noun }) })),
      entries,
      pieces,
    )
  const listed = takeListed(document, pieces)
  if (listed.length > 0) return listed
  const bold = takeEmphasised(pieces)
  if (bold.length >= 3) return bold
  return findStated(pieces, readStatements()).map((one) => ({
    ...single(one.piece, true),
    ...one.range,
    text: document.text.slice(one.range.start, one.range.end),
    ...(one.number !== null && { number: one.number }),
    group: one.group,
    ...(one.range.end - one.range.start < one.piece.text.length && { context: one.piece.text }),
  }))
}

const mergeOpenings = (named: readonly Opening[], others: readonly Opening[]) =>
  [...named, ...others.filter((one) => named.every((other) => other.index !== one.index))].sort(
    (a, b) => a.index - b.index,
  )

/** The best series, and what other series of its style add to it; the same recommendation is taken once. */
function chooseEntries(series: readonly Series[], pieces: readonly Piece[]): Entry[] {
  const [best, ...others] = [...series].sort((a, b) => b.worth - a.worth)
  if (!best || (best.entries.length < 2 && best.style !== 'label')) return []
  const chosen = [...best.entries]
  const further = others.filter((other) => isFurther(other, best, pieces))
  for (const other of further) {
    // What one list prints twice it means twice.
    const others = [...chosen]
    for (const entry of other.entries)
      if (isWanted(entry) && !others.some((known) => isSame(known, entry, pieces))) chosen.push(entry)
  }
  // In the order of the list, wherever the fullest words of each stand.
  const inOrder = chosen.sort((a, b) => a.extent.start - b.extent.start)
  return inOrder.map((entry) => (best.entries.includes(entry) ? fullest(entry, others, pieces) : entry))
}

const isWanted = (entry: Entry) => entry.isAsk || entry.opening.style === 'label'

/** Alike, and not one request made in two chapters of two things that their headings name. */
function isSame(known: Entry, entry: Entry, pieces: readonly Piece[]): boolean {
  if (likeness(known.text, entry.text) < 0.4) return false
  const [left, right] = [known, entry].map((one) => ownWords(one, pieces))
  const [a, b] = [known, entry].map((one) => new Set(splitWords(one.text)))
  const isOwn = (word: string, mine?: Set<string>, other?: Set<string>) =>
    mine?.has(word) && !other?.has(word)
  return !(left?.some((word) => isOwn(word, a, b)) && right?.some((word) => isOwn(word, b, a)))
}

/** The words of the heading right above an entry. */
const ownWords = (entry: Entry, pieces: readonly Piece[]) =>
  splitWords(pieces[entry.opening.index]?.headings.at(-1) ?? '').filter((word) => word.length > 3)

/** Lists that start their count again follow each other this closely; further off they are somebody else's, quoted. */
const NEAR_PIECES = 12

/** A second list belongs to the report too where it is of a size with the first, or goes on in the same part of it. */
function isFurther(other: Series, best: Series, pieces: readonly Piece[]): boolean {
  if (other.style !== best.style) return false
  if (other.style !== 'marker') return other.entries.length >= 0.4 * best.entries.length
  const asking = other.entries.filter((entry) => entry.isAsk).length
  const [a, b] = [spanOf(other), spanOf(best)]
  const gap = Math.max(a.first - b.last, b.first - a.last)
  const isSamePart = listHeading(other, pieces) === listHeading(best, pieces)
  return asking >= 0.6 * other.entries.length && gap > 0 && gap <= NEAR_PIECES && isSamePart
}

const spanOf = (series: Series) => ({
  first: series.entries[0]?.extent.first ?? 0,
  last: series.entries.at(-1)?.extent.last ?? 0,
})

function listHeading(series: Series, pieces: readonly Piece[]): string {
  const headings = pieces[series.entries[0]?.opening.index ?? -1]?.headings ?? []
  return headings.slice(0, headings.findIndex((heading) => LIST_HEADING.test(heading)) + 1).join(' / ')
}

/** The same recommendation elsewhere, where the list only names it or cuts it short. */
function fullest(entry: Entry, others: readonly Series[], pieces: readonly Piece[]): Entry {
  const same = others
    .flatMap((other) => other.entries)
    .filter(
      (other) => other.opening.number === entry.opening.number && likeness(entry.text, other.text) >= 0.6,
    )
  const longest = same.reduce(
    (found, other) => (other.text.length > found.text.length ? other : found),
    entry,
  )
  const fuller = same.filter((other) => isBounded(other, pieces) && holds(other, entry))
  // Where the count starts again in each chapter, several may bear its number and most of its words.
  const [whole] = fuller
  if (whole && fuller.every((other) => squeeze(other.text) === squeeze(whole.text))) return whole
  return entry.isTight && longest.text.length < 2 * entry.text.length
    ? entry
    : preferTight(entry, longest, same)
}

/** Where its end can be seen: a paragraph, a box or a quotation. */
const isBounded = ({ extent }: Entry, pieces: readonly Piece[]) =>
  extent.first === extent.last || pieces[extent.last]?.box !== null || pieces[extent.last]?.kind === 'quote'

/** Nearly all that a summary says, and then more. */
const holds = (fuller: Entry, shorter: Entry) =>
  fuller.text.length > shorter.text.length && likeness(shorter.text, fuller.text) >= HELD
/** A summary may change a word or put a name in front. */
const HELD = 0.75

function preferTight(entry: Entry, longest: Entry, same: readonly Entry[]): Entry {
  if (longest === entry) return entry
  // Between a loose extent that may hold chapter text and a shorter one, agreement of two places decides.
  const others = same.filter((other) => other !== longest)
  if (!entry.isTight && longest.text.length > 1.5 * entry.text.length && others.length === 0) return entry
  return longest
}

/** Share of the shorter text's word pairs that the longer one holds too. */
function likeness(left: string, right: string): number {
  const [a, b] = [left, right].map((text) => new Set(runsOf(splitWords(text), 2)))
  if (!a || !b || a.size === 0 || b.size === 0) return 0
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const pair of small) if (large.has(pair)) shared++
  return shared / small.size
}

function toRecommendation(entry: Entry, pieces: readonly Piece[]): Recommendation {
  const piece = pieces[entry.opening.index]
  return {
    start: entry.extent.start,
    end: entry.extent.end,
    number: entry.opening.number,
    paragraph: parseParagraphReference(entry.text),
    title: entry.extent.title === null ? null : squeeze(entry.extent.title),
    headings: piece?.headings ?? [],
    text: entry.text,
    isAsk: entry.isAsk || entry.opening.style !== 'marker',
    isCountedWithConclusions: entry.opening.style === 'marker',
    group: null,
  }
}

/**
 * A list of conclusions and recommendations sets the two apart in print. Where one setting asks far more often than
 * the other, a stern conclusion in the wrong setting is none; what asks nothing waits for a reply to make it one.
 */
function judgeMixedList(
  recommendations: Recommendation[],
  entries: readonly Entry[],
  pieces: readonly Piece[],
): Recommendation[] {
  if (entries[0]?.opening.style !== 'marker') return recommendations
  const isBold = entries.map((entry) => pieces[entry.opening.index]?.isEmphasised ?? false)
  const rate = (bold: boolean) => {
    const members = recommendations.filter((_, index) => isBold[index] === bold)
    return members.length < 3 ? null : members.filter((one) => one.isAsk).length / members.length
  }
  const [bold, plain] = [rate(true), rate(false)]
  if (bold === null || plain === null || Math.abs(bold - plain) < 0.5) return dropConclusions(recommendations)
  return recommendations.map((one, index) => {
    const isSetAsOne = (isBold[index] ?? false) === bold > plain
    return { ...one, isAsk: isSetAsOne && one.isAsk }
  })
}

/** In a list where many entries ask nothing, an entry has to ask somebody to be taken for a recommendation. */
function dropConclusions(recommendations: Recommendation[]): Recommendation[] {
  const asking = recommendations.filter((one) => one.isAsk).length
  if (asking > 0.85 * recommendations.length) return recommendations
  return recommendations.map((one) => ({ ...one, isAsk: one.isAsk && isAddressed(one.text) }))
}

/** Paragraphs and list items under a heading that says recommendations, where none is numbered. */
function takeListed(document: DocumentText, pieces: readonly Piece[]): Recommendation[] {
  const found: Recommendation[] = []
  let lead: Piece | null = null
  let isLedIn = false
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind !== 'list-item')
      isLedIn = piece.kind !== 'heading' && leadsIn(piece, pieces[index + 1], found.length > 0)
    if (isLedIn && piece.kind !== 'list-item') lead = piece
    const isListed = piece.headings.some((heading) => LIST_HEADING.test(heading))
    if (piece.kind === 'heading' || !(isListed || isLedIn)) continue
    if (piece.kind === 'list-item') {
      if (piece.level > 1 && found.length > 0) stretch(document, found, piece)
      else found.push(single(piece, true))
    } else if (/:\s*$/.test(piece.text)) lead = piece
    else if (asksSomebody(piece.text)) found.push(single(piece, true))
  }
  return lead !== null || found.length >= 2 ? found : []
}

/** "We recommend that the trust:"; right before a list also "our requests", and behind another such list "should also:". */
const leadsIn = (piece: Piece, next: Piece | undefined, isFurther: boolean) =>
  LEAD.test(piece.text) ||
  (next?.kind === 'list-item' && (REQUESTS.test(piece.text) || (isFurther && SHOULD_LEAD.test(piece.text))))

function stretch(document: DocumentText, found: Recommendation[], piece: Piece): void {
  const last = found.pop()
  if (last) found.push({ ...last, end: piece.end, text: document.text.slice(last.start, piece.end) })
}

function takeEmphasised(pieces: readonly Piece[]): Recommendation[] {
  return pieces
    .filter((piece) => piece.kind === 'paragraph' && piece.isEmphasised && piece.text.length > 60)
    .map((piece) => single(piece, asksSomebody(piece.text)))
    .filter((one) => one.isAsk)
}

function single(piece: Piece, isAsk: boolean): Recommendation {
  return {
    start: piece.start,
    end: piece.end,
    number: piece.number,
    paragraph: parseParagraphReference(piece.text),
    title: null,
    headings: piece.headings,
    text: piece.text,
    isAsk,
    isCountedWithConclusions: true,
    group: null,
  }
}
