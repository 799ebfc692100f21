/** Openings that count up together: a report's list of recommendations, its chapters' boxes, a quoted older list. */
import { isAsking } from './asks.ts'
import { type Extent, findExtent, MOST_CHARACTERS, tidyExtent } from './extents.ts'
import { CONCLUDES, isNextInCount, normaliseNumber, parseMarker } from './labels.ts'
import { LIST_HEADING, listKind, type Opening, type OpeningStyle } from './openings.ts'
import type { Piece } from './pieces.ts'
import { parseRoman } from './romans.ts'

export interface Entry {
  readonly opening: Opening
  readonly extent: Extent
  readonly text: string
  readonly isAsk: boolean
  /** True where nothing but recommendations stands between this entry and the next. */
  readonly isTight: boolean
}

export interface Series {
  readonly style: OpeningStyle
  readonly entries: readonly Entry[]
  /** How much the series looks like the report's own list: higher is better. */
  readonly worth: number
}

/** The series of a report, in reading order. */
export function findSeries(text: string, pieces: readonly Piece[], openings: readonly Opening[]): Series[] {
  const runs = splitRuns(openings, pieces)
  return runs.map((run) => {
    const entries = markListed(takeEntries(text, pieces, openings, run), pieces)
    return { style: run[0]?.style ?? 'marker', entries, worth: worthOf(entries, pieces) }
  })
}

/** In a list of nothing but recommendations, what opens with a verb of its own ("Recruit …") asks as well. */
const FEWEST_ASKING = 0.4

function markListed(entries: Entry[], pieces: readonly Piece[]): Entry[] {
  const kinds = entries.map(({ opening }) =>
    opening.isLedIn ? 'led' : listKind(pieces[opening.index]?.headings ?? []),
  )
  if (kinds.includes('mixed')) return entries
  const asking = entries.filter(
    (entry, place) => kinds[place] !== 'recommendations' || entry.isAsk || /^\W*that\b/i.test(entry.text),
  )
  const isWhole = asking.length >= FEWEST_ASKING * entries.length
  return isWhole
    ? entries.map((entry) => ({ ...entry, isAsk: entry.isAsk || !CONCLUDES.test(entry.text) }))
    : entries
}

/** So many entries of one paragraph each make a pattern. */
const FEWEST_SINGLE = 3
const isOfOnePiece = ({ extent }: Entry) => extent.first === extent.last

function takeEntries(
  text: string,
  pieces: readonly Piece[],
  openings: readonly Opening[],
  run: readonly Opening[],
): Entry[] {
  const entries: Entry[] = []
  const conclusions = findConclusions(pieces, run)
  run.forEach((opening, place) => {
    const following = run[place + 1] ?? null
    const next = Math.min(nextStop(openings, opening, pieces.length), conclusions[place + 1] ?? pieces.length)
    const isLast = following === null
    // The last of a tight list has no label after it: it reaches as far as its neighbours let expect.
    const isTight = isLast ? (entries.at(-1)?.isTight ?? false) : isTightGap(pieces, opening, following)
    const longest = Math.max(0, ...entries.map((entry) => entry.text.length))
    const most = isLast && entries.length > 0 ? 1.5 * longest + 600 : MOST_CHARACTERS
    // Where all before it were of one piece, what follows the last is the report's own again.
    const isSingle = isLast && entries.length >= FEWEST_SINGLE && entries.every(isOfOnePiece)
    const end = isSingle && opening.style === 'marker' ? Math.min(next, opening.index + 1) : next
    const extent = findExtent(pieces, opening, end, isTight, most)
    if (!extent) return
    const tidy = tidyExtent(text, extent)
    const body = text.slice(tidy.start, tidy.end)
    entries.push({
      opening,
      extent: tidy,
      text: body,
      isAsk: isAsking(body) && !CONCLUDES.test(body),
      isTight,
    })
  })
  return entries
}

/** As far before the first recommendation its conclusion may open. */
const FAR = 6

/**
 * Where each recommendation is told after the conclusion that has its number ("2. The agency is losing …" before
 * "Recommendation 2"), the index of the piece that opens that: it is no part of the recommendation before. Empty where
 * any recommendation has none, for then the numbers count something else.
 */
function findConclusions(pieces: readonly Piece[], run: readonly Opening[]): readonly number[] {
  if (run.length < 2 || run.some(({ style }) => style !== 'label')) return []
  const found = run.map(({ index, number }, place) => {
    const from = run[place - 1]?.index ?? Math.max(-1, index - FAR)
    for (let at = index - 1; at > from; at--) {
      const piece = pieces[at]
      if (piece && number !== null && printsNumber(piece, number) && !isAsking(piece.text)) return at
    }
    return null
  })
  const places = found.filter((at) => at !== null)
  return places.length === run.length ? places : []
}

const printsNumber = ({ kind, number, text }: Piece, wanted: string): boolean =>
  kind !== 'cell' && (parseMarker(text)?.numbers[0] ?? normaliseNumber(number ?? '')) === wanted

/** The next opening of the same style ends a recommendation, whichever run it counts in. */
function nextStop(openings: readonly Opening[], opening: Opening, end: number): number {
  return (
    openings.find(
      (other) =>
        other.index > opening.index &&
        (other.style === opening.style || other.style !== 'marker' || opening.style === 'bare-label'),
    )?.index ?? end
  )
}

function splitRuns(openings: readonly Opening[], pieces: readonly Piece[]): Opening[][] {
  const runs: Opening[][] = []
  const open = new Map<string, Opening[]>()
  for (const opening of openings) {
    const key = parseRoman(opening.number ?? '') === null ? opening.style : 'roman'
    const run = open.get(key)
    if (run && follows(run.at(-1), opening, pieces)) run.push(opening)
    else if (opening.style === 'marker' && run && isNested(run.at(-1), opening, pieces)) continue
    else {
      const fresh = [opening]
      runs.push(fresh)
      open.set(key, fresh)
    }
  }
  return runs
}

function follows(last: Opening | undefined, next: Opening, pieces: readonly Piece[]): boolean {
  if (!last) return false
  if (last.number === null || next.number === null)
    return last.number === next.number || next.style === 'cell'
  const [from, to] = [splitNumber(last.number), splitNumber(next.number)]
  if (!from || !to) return last.number !== next.number
  if (from.stem === to.stem && to.letter > from.letter) return true
  if (next.style !== 'marker') return compareStems(to.stem, from.stem) > 0
  if (depthOf(pieces, next) !== depthOf(pieces, last)) return false
  const [code, codeNext] = [CODE.exec(from.stem), CODE.exec(to.stem)]
  if (code && codeNext) return followsCode(code, codeNext)
  return isNextInCount(Number(from.stem), Number(to.stem))
}

const CODE = /^([a-z])(\d{1,2})$/

/** "A3" is followed by "A4" or "B1". */
const followsCode = ([, letter = '', count]: RegExpExecArray, [, next = '', to]: RegExpExecArray) =>
  letter === next
    ? Number(to) === Number(count) + 1
    : Number(to) === 1 && next.charCodeAt(0) === letter.charCodeAt(0) + 1

/** A small list inside a list item starts again at one, deeper in. */
function isNested(last: Opening | undefined, next: Opening, pieces: readonly Piece[]): boolean {
  return last !== undefined && depthOf(pieces, next) > depthOf(pieces, last)
}

/** A long numbered paragraph stands as deep in its list as a short item does. */
const depthOf = (pieces: readonly Piece[], opening: Opening) => Math.max(1, pieces[opening.index]?.level ?? 0)

function splitNumber(number: string): { stem: string; letter: string } | null {
  const roman = parseRoman(number)
  if (roman !== null) return { stem: String(roman), letter: '' }
  const match = /^([a-z]?\d+(?:\.\d+)*)([a-z]*)$/.exec(number)
  return match ? { stem: match[1] ?? '', letter: match[2] ?? '' } : null
}

function compareStems(left: string, right: string): number {
  // "b2" follows "a7": the letter counts before the number.
  const [a, b] = [left, right].map((stem) => [
    /^[a-z]/.test(stem) ? stem.charCodeAt(0) : 0,
    ...stem
      .replace(/^[a-z]/, '')
      .split('.')
      .map(Number),
  ])
  for (let index = 0; index < Math.max(a?.length ?? 0, b?.length ?? 0); index++) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Text between two labels that is longer, or holds a heading or a chapter's paragraph number, is not all recommendation. */
const TIGHT_PIECES = 22
function isTightGap(pieces: readonly Piece[], opening: Opening, following: Opening | null): boolean {
  if (!following || following.index - opening.index > TIGHT_PIECES) return false
  const label = pieces[opening.index]
  // Chapters run on after a labelled sentence; only a list of recommendations gives a label several paragraphs.
  const isInline = opening.style !== 'marker' && (label?.text.length ?? 0) - opening.length > 60
  const isListed = label?.headings.some((heading) => LIST_HEADING.test(heading)) ?? false
  if (isInline && !isListed && following.index > opening.index + 1) return false
  return pieces.slice(opening.index + 1, following.index).every((piece) => {
    if (piece.kind === 'heading') return false
    return (
      !/^\s*\d{1,3}\.\d{1,3}\.?\s/.test(piece.text) &&
      !/^\d+\.\d+/.test(piece.number ?? '') &&
      piece.box === (label?.box ?? piece.box)
    )
  })
}

function worthOf(entries: readonly Entry[], pieces: readonly Piece[]): number {
  const asking = entries.filter((entry) => entry.isAsk).length
  const tight = entries.filter((entry) => entry.isTight).length
  const isListed = entries.some((entry) =>
    pieces[entry.opening.index]?.headings.some((heading) => LIST_HEADING.test(heading)),
  )
  const share = entries.length === 0 ? 0 : asking / entries.length
  if (entries[0]?.opening.style === 'conclusion') return 0
  // A list in which hardly anything is asked is a list of something else.
  if (share < 0.25 && entries[0]?.opening.style === 'marker') return 0
  // Numbered conclusions may each hold a "Recommendation:" of their own, which says what is recommended more closely.
  const closeness = entries[0]?.opening.style === 'bare-label' ? 1.3 : 1
  // "Recommendation 1: that the matter be referred" is one by its label.
  const labelled = entries[0]?.opening.style === 'label' ? 0.5 * (entries.length - asking) : 0
  return (
    closeness * (asking + labelled) * (1 + 0.5 * (tight / Math.max(1, entries.length))) + (isListed ? 1.5 : 0)
  )
}
