/**
 * A text with everything taken out that differs between two copies of the same words: white space, hyphens (at line ends
 * or not), soft hyphens, ligatures, the shape of quotes, accents written apart, case. Each folded letter knows its place.
 */
import type { Range } from '../model/index.ts'

export interface FoldedText {
  readonly text: string
  /** For each folded unit: where the character it came from starts and ends in the text. */
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** Hyphens and dashes, bullets, and characters without a shape of their own. */
const DROPPED =
  /[\p{White_Space}\p{Dash_Punctuation}\p{Default_Ignorable_Code_Point}\p{M}\u2212\u2022\u25cf\u25aa\u25e6\u2023\u0000-\u001f]/gu
const SINGLE = /[\u2018\u2019\u201a\u201b\u2032\u0060\u00b4]/g
const DOUBLE = /[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g

function foldCharacter(character: string): string {
  // Quotes first: decomposing would take the prime and the accent apart into a space and a mark.
  const plain = character.replace(SINGLE, "'").replace(DOUBLE, '"')
  return plain.normalize('NFKD').replace(DROPPED, '').toLowerCase().normalize('NFKD').replace(DROPPED, '')
}

/** One pass; the folded text may be empty, and may be longer than the text where characters stand for several. */
export function foldText(text: string): FoldedText {
  const folded = new Map<number, string>()
  const pieces: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0
    const next = at + (code > 0xffff ? 2 : 1)
    let piece = folded.get(code)
    if (piece === undefined) {
      piece = foldCharacter(text.slice(at, next))
      folded.set(code, piece)
    }
    if (piece !== '') {
      pieces.push(piece)
      for (let unit = 0; unit < piece.length; unit++) {
        starts.push(at)
        ends.push(next)
      }
    }
    at = next
  }
  return { text: pieces.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
}

/** The place in the text of a stretch of its folded units, which is not empty. */
export function unfoldRange({ starts, ends }: FoldedText, { start, end }: Range): Range {
  return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }
}

/** The first folded unit at or after a place in the text. */
export function foldedIndex({ starts }: FoldedText, offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

const WORD = /[\p{L}\p{N}]/u

/** Whether a place in the text lies within a word. */
export function isInsideWord(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  const code = text.codePointAt(offset) ?? 0
  const before = text.codePointAt(offset - 2) ?? 0
  const previous = before > 0xffff ? String.fromCodePoint(before) : text.charAt(offset - 1)
  return WORD.test(previous) && WORD.test(String.fromCodePoint(code))
}
