/** Reports that count what they ask for by another word: "Step 1: One form", "Our third test". */
import { isAsking } from './asks.ts'
import { createNounReader, findNoun, normaliseNumber } from './labels.ts'
import type { Opening } from './openings.ts'
import type { Piece } from './pieces.ts'

/** A count of fewer is none, and so is one that asks less often than this. */
const FEWEST = { entries: 2, asking: 0.5 } as const

export interface NamedOpenings {
  readonly noun: string
  readonly openings: readonly Opening[]
}

/** The openings of the longest count from one by such a word, with the word; null where the report has none. */
export function findNamedOpenings(pieces: readonly Piece[]): NamedOpenings | null {
  const nouns = new Set(pieces.flatMap((piece) => findNoun(piece.text) ?? []))
  const counts = [...nouns].map((noun) => ({ noun, openings: readCount(pieces, noun) }))
  const best = counts.reduce<NamedOpenings | null>(
    (found, one) => (one.openings.length > (found?.openings.length ?? 0) ? one : found),
    null,
  )
  if (!best || best.openings.length < FEWEST.entries) return null
  const asking = best.openings.filter((opening) => asksAt(pieces, opening)).length
  return asking >= FEWEST.asking * best.openings.length ? best : null
}

const CODED = /^\W{0,3}(\p{Lu}{2,5}[-–]?|\p{Lu}[-–]|\p{Lu}(?=\d))\s?0*(\d{1,3})(?=[\s:.)\]|–—]|$)\W*/u
/** So few codes may be names of something else. */
const FEWEST_CODES = 3

/**
 * The openings by codes of the report's own: one count ("REC-01: …"), in whatever order, or one for each body or part
 * ("CSP1 …", "POL1 …"). Empty where it has none.
 */
export function findCodedOpenings(pieces: readonly Piece[]): Opening[] {
  const counts = new Map<string, { opening: Opening; count: number }[]>()
  pieces.forEach((piece, index) => {
    const [whole = '', prefix, count] = CODED.exec(piece.text.slice(0, 30)) ?? []
    if (prefix === undefined || piece.kind === 'cell') return
    const known = counts.get(prefix) ?? []
    if (known.some((one) => one.count === Number(count))) return
    const number = normaliseNumber(whole.replace(/[^\p{L}\p{N}–-]/gu, '').replace('–', '-'))
    known.push({ opening: { index, style: 'label', number, length: whole.length }, count: Number(count) })
    counts.set(prefix, known)
  })
  const whole = [...counts.values()]
    .filter((list) => isCount(list, pieces))
    .map((list) => list.map((one) => one.opening))
  const longest = whole.reduce<readonly Opening[]>(
    (best, list) => (list.length > best.length ? list : best),
    [],
  )
  // Several counts by short codes are one report's parts; beside a long one the others are names of something else.
  const all = whole.length > 1 && longest.length <= MOST_IN_PART ? whole.flat() : longest
  return all.length < FEWEST_CODES ? [] : [...all].sort((one, other) => one.index - other.index)
}

/** A part with more entries than this is the whole list. */
const MOST_IN_PART = 9

/** Every number from one to the last, most of which ask. */
function isCount(list: readonly { opening: Opening; count: number }[], pieces: readonly Piece[]): boolean {
  const asking = list.filter((one) => asksAt(pieces, one.opening)).length
  return Math.max(...list.map((one) => one.count)) === list.length && asking >= FEWEST.asking * list.length
}

/** Entries that count 1, 2, 3 …; what counts otherwise only points to one of them. */
function readCount(pieces: readonly Piece[], noun: string): Opening[] {
  const read = createNounReader(noun)
  const openings: Opening[] = []
  pieces.forEach((piece, index) => {
    const label = read(piece.text)
    if (label?.numbers.length !== 1 || label.numbers[0] !== String(openings.length + 1)) return
    openings.push({ index, style: 'label', number: label.numbers[0], length: label.length })
  })
  return openings
}

const asksAt = (pieces: readonly Piece[], { index, length }: Opening) =>
  isAsking(pieces[index]?.text.slice(length) ?? '') || isAsking(pieces[index + 1]?.text ?? '')
