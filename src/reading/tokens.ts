/** A sentence as words with places: lower-cased, contractions taken apart ("we'll" is "we", "will"), so that cues
 * are written once for both spellings. */

import { NO_BOOK, NUMBER, type PrintedWord, PUNCTUATION, type WordBook } from './word-book.ts'

export { ALL_CAPITALS, CAPITALISED, INNER_CAPITAL, NUMBER, PUNCTUATION } from './word-book.ts'

/** Parallel arrays, one entry a token. */
export interface Tokens {
  readonly words: readonly string[]
  readonly flags: readonly number[]
  /** What any of the words hints at, in the signs of the book. */
  readonly hints: number
}

// Letters (with inner apostrophes and hyphens), numbers with their separators, money signs, or one mark. No branch
// can match what another can start with, so the scan is linear. Plain words, which most are, are read without it.
const TOKEN = /[£$€]?\p{N}[\p{N},.:/]*%?|\p{L}[\p{L}\p{N}\p{M}]*(?:[’'‐-][\p{L}\p{N}\p{M}]+)*|[^\s]/uy

/** Where tokens begin and end, one entry a token; offsets count in the text that was given. */
export interface TokenPlaces {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** The tokens of `text` from `start` to `end`. Who reads many sentences of one document gives its `book`. */
export function tokenize(text: string, start: number, end: number, book = NO_BOOK): Tokens {
  const { words, flags } = book.sheet ?? { words: [], flags: [] }
  const { count, hints } = scan({ words, flags, count: 0, hints: 0, places: null }, text, start, end, book)
  // Copies, no longer than they need be: those of a whole document are kept at once.
  return { words: words.slice(0, count), flags: flags.slice(0, count), hints }
}

/**
 * The places of those tokens; both halves of a contraction carry that of the whole word. Few sentences are asked for them,
 * so they are found by reading again.
 */
export function placesOfTokens(text: string, start: number, end: number): TokenPlaces {
  const places = { starts: [], ends: [] }
  scan({ words: [], flags: [], count: 0, hints: 0, places }, text, start, end, NO_BOOK)
  return places
}

function scan(out: Writable, text: string, start: number, end: number, book: WordBook): Writable {
  const slice = text.slice(start, end)
  const { length } = slice
  for (let at = 0; at < length; ) {
    const code = slice.charCodeAt(at)
    if (code === 32 || (code >= 9 && code <= 13)) at++
    else if (isLetter(code)) {
      const to = wordEnd(slice, at)
      if (to > 0) {
        pushWord(out, book.look(slice, at, to), start + at, start + to)
        at = to
      } else at = pushAny(out, slice, at, start, book)
    } else if (isMark(code)) {
      pushWord(out, book.look(slice, at, at + 1), start + at, start + at + 1)
      at++
    } else at = pushAny(out, slice, at, start, book)
  }
  return out
}

interface Writable {
  readonly words: string[]
  readonly flags: number[]
  /** How many are written; what stands after them is of an earlier sentence. */
  count: number
  hints: number
  readonly places: { readonly starts: number[]; readonly ends: number[] } | null
}

function push(out: Writable, word: string, from: number, to: number, flag: number): void {
  out.words[out.count] = word
  out.flags[out.count++] = flag
  out.places?.starts.push(from)
  out.places?.ends.push(to)
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
  const read = book.look(slice, at, at + raw.length)
  const tail = read.flags & NUMBER ? (/[.,:/]+$/u.exec(read.word)?.[0] ?? '') : ''
  if (tail === '') pushWord(out, read, from, to)
  else {
    out.hints |= read.hints
    push(out, read.word.slice(0, -tail.length), from, to, read.flags)
    push(out, tail[0] ?? tail, to - tail.length, to, PUNCTUATION)
  }
  return to - start
}
