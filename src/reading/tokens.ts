/** A sentence as words with places: lower-cased, contractions taken apart ("we'll" is "we", "will"), so that cues
 * are written once for both spellings. */

import { createWordBook, NUMBER, type PrintedWord, PUNCTUATION, type WordBook } from './word-book.ts'

export { ALL_CAPITALS, CAPITALISED, INNER_CAPITAL, NUMBER, PUNCTUATION } from './word-book.ts'

/** Parallel arrays, one entry a token; offsets count in the text that was given. */
export interface Tokens {
  readonly words: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly flags: readonly number[]
  /** What any of the words hints at, in the signs of the book. */
  readonly hints: number
}

// Letters (with inner apostrophes and hyphens), numbers with their separators, money signs, or one mark. No branch
// can match what another can start with, so the scan is linear. Plain words, which most are, are read without it.
const TOKEN = /[£$€]?\p{N}[\p{N},.:/]*%?|\p{L}[\p{L}\p{N}\p{M}]*(?:[’'‐-][\p{L}\p{N}\p{M}]+)*|[^\s]/uy

/**
 * The tokens of `text` from `start` to `end`. Both halves of a contraction carry the place of the whole word. Who reads
 * many sentences of one document gives its `book`.
 */
export function tokenize(text: string, start: number, end: number, book = createWordBook()): Tokens {
  const out: Writable = { words: [], starts: [], ends: [], flags: [], hints: 0 }
  const slice = text.slice(start, end)
  const { length } = slice
  for (let at = 0; at < length; ) {
    const code = slice.charCodeAt(at)
    if (code === 32 || (code >= 9 && code <= 13)) at++
    else if (isLetter(code)) {
      const to = wordEnd(slice, at)
      if (to > 0) {
        pushWord(out, book.look(slice.slice(at, to)), start + at, start + to)
        at = to
      } else at = pushAny(out, slice, at, start, book)
    } else if (isMark(code)) {
      pushWord(out, book.look(slice.charAt(at)), start + at, start + at + 1)
      at++
    } else at = pushAny(out, slice, at, start, book)
  }
  return out
}

interface Writable {
  readonly words: string[]
  readonly starts: number[]
  readonly ends: number[]
  readonly flags: number[]
  hints: number
}

function push(out: Writable, word: string, from: number, to: number, flag: number): void {
  out.words.push(word)
  out.starts.push(from)
  out.ends.push(to)
  out.flags.push(flag)
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || isCapital(code)
const isWordCode = (code: number): boolean => isLetter(code) || (code >= 48 && code <= 57)
const isJoint = (code: number): boolean => code === 39 || code === 45 || code === 0x2019 || code === 0x2010
/** Marks that stand alone whatever follows; the signs of money may begin a number. */
const isMark = (code: number): boolean =>
  code < 127 ? code > 32 && !isWordCode(code) && code !== 36 : MARKS.has(code)
const MARKS = new Set([0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022])
// Beyond ASCII only a few marks are known to end a word; what else may be a letter, an accent or neither.
const ENDS_WORD = new Set([
  0xa0, 0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026, 0x2022, 0xa3, 0x20ac, 0x2010,
])

/** Where the plain word that begins at `at` ends; -1 where it holds, or runs into, what only the expression can tell. */
function wordEnd(slice: string, at: number): number {
  for (let to = at + 1; ; to++) {
    const code = slice.charCodeAt(to)
    if (isWordCode(code)) continue
    if (isJoint(code)) {
      const after = slice.charCodeAt(to + 1)
      if (isWordCode(after)) continue
      return after >= 128 && !ENDS_WORD.has(after) ? -1 : to
    }
    return code >= 128 && !ENDS_WORD.has(code) ? -1 : to
  }
}

function pushWord(out: Writable, printed: PrintedWord, from: number, to: number): void {
  const { word, second, flags } = printed
  out.hints |= printed.hints
  push(out, word, from, to, flags)
  if (second !== null) push(out, second, from, to, 0)
}

/** Pushes the token that the expression finds at `at`, if any begins there; the place after it. */
function pushAny(out: Writable, slice: string, at: number, start: number, book: WordBook): number {
  TOKEN.lastIndex = at
  const raw = TOKEN.exec(slice)?.[0]
  if (raw === undefined) return at + 1
  const from = start + at
  const to = from + raw.length
  const read = book.look(raw)
  const tail = read.flags & NUMBER ? (/[.,:/]+$/u.exec(read.word)?.[0] ?? '') : ''
  if (tail === '') pushWord(out, read, from, to)
  else {
    out.hints |= read.hints
    push(out, read.word.slice(0, -tail.length), from, to, read.flags)
    push(out, tail[0] ?? tail, to - tail.length, to, PUNCTUATION)
  }
  return to - start
}
