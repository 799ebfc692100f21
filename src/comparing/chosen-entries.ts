/** Which of a report's counted series are its recommendations, and of several prints of one the fullest. */
import { LIST_HEADING } from './openings.ts'
import { type Piece, squeeze } from './pieces.ts'
import type { Entry, Series } from './series.ts'
import { runsOf, splitWords } from './words.ts'

/** The best series, and what other series of its style add to it; the same recommendation is taken once. */
export function chooseEntries(series: readonly Series[], pieces: readonly Piece[]): Entry[] {
  const [best, ...others] = [...series].sort((a, b) => b.worth - a.worth)
  if (!best || (best.entries.length < 2 && best.style !== 'label')) return []
  const chosen = [...best.entries]
  const further = others.filter((other) => isFurther(other, best, pieces))
  for (const other of further) {
    // What one list prints twice it means twice.
    const others = [...chosen]
    if (isTwin(best, other)) continue
    for (const entry of other.entries)
      if (isWanted(entry) && !others.some((known) => isSame(known, entry, pieces))) chosen.push(entry)
  }
  // In the order of the list, wherever the fullest words of each stand.
  const inOrder = chosen.sort((a, b) => a.extent.start - b.extent.start)
  return inOrder.map((entry) => (best.entries.includes(entry) ? fullest(entry, others, pieces) : entry))
}

/** What a list of its own asks, or labels. */
export const isWanted = (entry: Entry) => entry.isAsk || entry.opening.style === 'label'

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
  const numbered = others.flatMap((other) => other.entries).filter((one) => isNumberedAs(entry, one))
  const same = numbered.filter((other) => likeness(entry.text, other.text) >= 0.6)
  const reworded =
    numbered.length === 1
      ? numbered.find((other) => isReworded(entry, other) && isBounded(other, pieces))
      : null
  if (same.length === 0 && reworded) return reworded
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

/** A list at the front or end may put each in a line of other words: "Restore the bursary" for two full sentences. */
const REWORDED = { longer: 1.3, share: 0.4, fewest: 2 } as const

function isReworded(entry: Entry, other: Entry): boolean {
  if (other.opening.style !== 'label' || !other.isAsk) return false
  if (other.text.length < REWORDED.longer * entry.text.length) return false
  const [short, full] = [entry, other].map((one) => new Set(splitWords(one.text).filter(isLong)))
  const shared = [...(short ?? [])].filter((word) => full?.has(word)).length
  return shared >= REWORDED.fewest && shared >= REWORDED.share * (short?.size ?? 0)
}

const isLong = (word: string) => word.length > 3

const isNumberedAs = (one: Entry, other: Entry) =>
  one.opening.number !== null && one.opening.number === other.opening.number

/** The same numbers, and for most of them the same words or a line in place of them: one list printed twice. */
function isTwin(best: Series, other: Series): boolean {
  if (best.style !== 'label' || best.entries.length !== other.entries.length) return false
  const pairs = best.entries.flatMap((one) => {
    const twin = other.entries.find((entry) => isNumberedAs(one, entry))
    return twin ? [{ one, twin }] : []
  })
  const alike = pairs.filter(({ one, twin }) => isReworded(one, twin) || isReworded(twin, one))
  return pairs.length === best.entries.length && alike.length > TWIN * pairs.length
}
const TWIN = 0.5

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
