/** What a report recommends, whole and once each: the list it counts, or else its bold paragraphs, or what it asks. */
import type { DocumentText, Range, Statement } from '../model/index.ts'
import { isAddressed } from './asks.ts'
import { chooseEntries, isWanted } from './chosen-entries.ts'
import { parseParagraphReference } from './labels.ts'
import { freeLedBullets } from './led-bullets.ts'
import { findCodedOpenings, findNamedOpenings, type NamedOpenings } from './nouns.ts'
import { findOpenings, LEAD, LIST_HEADING, type Opening, REQUESTS, SHOULD_LEAD } from './openings.ts'
import { type Piece, squeeze } from './pieces.ts'
import { splitRunIn } from './run-in-lists.ts'
import { type Entry, findSeries } from './series.ts'
import { asksSomebody, findStated } from './stated.ts'

export interface Recommendation extends Range {
  /** Normal form ("2a"); null where the report prints none. */
  readonly number: string | null
  /** The paragraph of the report it repeats, where a summary list says so. */
  readonly paragraph: string | null
  /** The words of its label or heading, where it has some of its own. */
  readonly title: string | null
  readonly headings: readonly string[]
  readonly text: string
  /** The same with the pointer to its chapter, as a response may print it again; absent where it has none. */
  readonly printed?: string
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
  /** What stands before its number where that is another count's too: "afi" of "afi3". */
  readonly nounPrefix?: string
}

/** Every recommendation of the report, in its own order, conclusions of a mixed list among them. */
export function findRecommendations(
  document: DocumentText,
  printed: readonly Piece[],
  readStatements: () => readonly Statement[],
): Recommendation[] {
  const pieces = freeLedBullets(splitRunIn(printed))
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
  const two = named && isAlone ? takeTwoCounts(document, pieces, named, found) : []
  if (two.length > 0) return two
  const series = findSeries(document.text, pieces, openings).filter((one) => one.worth > 0)
  const entries = chooseEntries(series, pieces)
  if (entries.length > 0) {
    const counted = entries.map((entry) => ({
      ...toRecommendation(entry, pieces),
      ...(named && { noun: named.noun }),
    }))
    const judged = judgeMixedList(counted, entries, pieces)
    const beside = takeBesideTable(document, pieces, entries)
    return beside.length === 0 ? judged : [...judged, ...beside].sort((a, b) => a.start - b.start)
  }
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

/** Inspectors count areas for improvement beside recommendations: both from one, told apart by the first letters of the words. */
function takeTwoCounts(
  document: DocumentText,
  pieces: readonly Piece[],
  named: NamedOpenings,
  found: readonly Opening[],
): Recommendation[] {
  const prefix = initialsOf(named.noun)
  const own = named.openings.map((one) => ({ ...one, number: `${prefix}${one.number}` }))
  const series = findSeries(document.text, pieces, mergeOpenings(own, found)).filter((one) => one.worth > 0)
  const [labelled, listed] = (['label', 'marker'] as const).map((style) =>
    chooseEntries(
      series.filter((one) => one.style === style),
      pieces,
    ).filter(isWanted),
  )
  if (!labelled || !listed || labelled.length < 2 || listed.length < 2) return []
  return [
    ...labelled.map((entry) => ({
      ...toRecommendation(entry, pieces),
      noun: named.noun,
      nounPrefix: prefix,
    })),
    ...listed.map((entry) => toRecommendation(entry, pieces)),
  ].sort((a, b) => a.start - b.start)
}

const initialsOf = (noun: string) =>
  noun.includes(' ')
    ? noun
        .split(' ')
        .map((word) => word[0])
        .join('')
    : noun.slice(0, 3)

const mergeOpenings = (named: readonly Opening[], others: readonly Opening[]) =>
  [...named, ...others.filter((one) => named.every((other) => other.index !== one.index))].sort(
    (a, b) => a.index - b.index,
  )

/** "(Recommendation, Paragraph 6)" and "Paragraph 3.2" behind the last stop point to the chapter and ask nothing. */
const POINTER =
  /(?<=[.;:!?)”"’])\s*[[(]?(?:(?:recommendations?|conclusions?),?\s+)?(?:paragraphs?|paras?\.?)\s+\d[\d.,\s–-]*(?:(?:and|to)\s+\d[\d.]*)?[)\]]?\s*\.?\s*$/i

const withoutPointer = (text: string) => text.replace(POINTER, '')

function toRecommendation(entry: Entry, pieces: readonly Piece[]): Recommendation {
  const piece = pieces[entry.opening.index]
  const text = withoutPointer(entry.text)
  return {
    start: entry.extent.start,
    end: entry.extent.start + text.length,
    number: entry.opening.number,
    paragraph: parseParagraphReference(entry.text),
    title: entry.extent.title === null ? null : squeeze(entry.extent.title),
    headings: piece?.headings ?? [],
    text,
    ...(text !== entry.text && { printed: entry.text }),
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

/** What a list of its own asks for beside a table without numbers: "Areas for priority action", "Areas for improvement". */
function takeBesideTable(
  document: DocumentText,
  pieces: readonly Piece[],
  entries: readonly Entry[],
): Recommendation[] {
  const isTable = entries.every(({ opening }) => opening.style === 'cell' && opening.number === null)
  return isTable
    ? takeListed(
        document,
        pieces.filter((piece) => piece.row === null),
      )
    : []
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
      else found.push({ ...single(piece, true), ...leadOf(lead) })
    } else if (/:\s*$/.test(piece.text)) lead = piece
    else if (asksSomebody(piece.text)) found.push(single(piece, true))
  }
  return lead !== null || found.length >= 2 ? found : []
}

/** An item that opens with its verb is led in by whom it asks: the verb is read as what should be done. */
const leadOf = (lead: Piece | null) =>
  lead !== null && SHOULD_LEAD.test(lead.text) ? { lead: 'It should' } : {}

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
