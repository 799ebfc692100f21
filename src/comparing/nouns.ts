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

const CODED = /^\W{0,3}(\p{Lu}{2,5}[-–]?|\p{Lu}[-–])\s?0*(\d{1,3})(?=[\s:.)\]|–—]|$)\W*/u
/** So few codes may be names of something else. */
const FEWEST_CODES = 3

/** The openings of the longest count by a code of the report's own ("REC-01: …", "SW1 …"); empty where it has none. */
export function findCodedOpenings(pieces: readonly Piece[]): Opening[] {
  const counts = new Map<string, Opening[]>()
  pieces.forEach((piece, index) => {
    const [whole = '', prefix, count] = CODED.exec(piece.text.slice(0, 30)) ?? []
    if (prefix === undefined || piece.kind === 'cell') return
    const known = counts.get(prefix) ?? []
    if (Number(count) !== known.length + 1) return
    const number = normaliseNumber(whole.replace(/[^\p{L}\p{N}–-]/gu, '').replace('–', '-'))
    counts.set(prefix, [...known, { index, style: 'label', number, length: whole.length }])
  })
  const [longest = []] = [...counts.values()].sort((a, b) => b.length - a.length)
  const asking = longest.filter((opening) => asksAt(pieces, opening)).length
  return longest.length >= FEWEST_CODES && asking >= FEWEST.asking * longest.length ? longest : []
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
