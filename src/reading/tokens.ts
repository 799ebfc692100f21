/** A sentence as words with places: lower-cased, contractions taken apart ("we'll" is "we", "will"), so that cues
 * are written once for both spellings. */

export const CAPITALISED = 1
export const ALL_CAPITALS = 2
export const NUMBER = 4
export const PUNCTUATION = 8
/** A capital after a small letter, as only names have ("CoramBAAF", "StepChange"). */
export const INNER_CAPITAL = 16

/** Parallel arrays, one entry a token; offsets count in the text that was given. */
export interface Tokens {
  readonly words: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly flags: readonly number[]
}

// Letters (with inner apostrophes and hyphens), numbers with their separators, money signs, or one mark. No branch
// can match what another can start with, so the scan is linear. Plain words, which most are, are read without it.
const TOKEN = /[£$€]?\p{N}[\p{N},.:/]*%?|\p{L}[\p{L}\p{N}\p{M}]*(?:[’'‐-][\p{L}\p{N}\p{M}]+)*|[^\s]/uy

const CONTRACTED: Readonly<Record<string, string>> = {
  "'ll": 'will',
  "'re": 'are',
  "'ve": 'have',
  "'m": 'am',
  "'d": 'would',
  "n't": 'not',
}
const IRREGULAR: ReadonlyMap<string, readonly [string, string]> = new Map([
  ["won't", ['will', 'not']],
  ["can't", ['can', 'not']],
  ['cannot', ['can', 'not']],
  ["shan't", ['shall', 'not']],
  ["let's", ['let', 'us']],
  ...['it', 'that', 'there', 'here', 'what', 'who', 'he', 'she'].map((word): [string, [string, string]] => [
    `${word}'s`,
    [word, 'is'],
  ]),
])

function splitContraction(word: string): readonly [string, string] | null {
  const irregular = IRREGULAR.get(word)
  if (irregular) return irregular
  if (word.endsWith("n't")) return [word.slice(0, -3), 'not']
  const apostrophe = word.lastIndexOf("'")
  if (apostrophe < 1) return null
  const tail = word.slice(apostrophe)
  const expanded = CONTRACTED[tail]
  if (expanded !== undefined) return [word.slice(0, apostrophe), expanded]
  return tail === "'s" ? [word.slice(0, apostrophe), "'s"] : null
}

function flagsOf(raw: string): number {
  const first = raw.codePointAt(0) ?? 0
  if (first >= 48 && first <= 57) return NUMBER
  if (first === 163 || first === 36 || first === 8364) return raw.length > 1 ? NUMBER : PUNCTUATION
  if (raw.toLowerCase() === raw.toUpperCase()) return PUNCTUATION
  const isUpper = raw[0] !== raw[0]?.toLowerCase()
  if (!isUpper) return 0
  const letters = raw.replace(/[’'‐-].*$|s$/u, '')
  if (letters.length > 1 && letters === letters.toUpperCase()) return CAPITALISED | ALL_CAPITALS
  return /\p{Ll}\p{Lu}/u.test(letters) ? CAPITALISED | INNER_CAPITAL : CAPITALISED
}

/** The tokens of `text` from `start` to `end`. Both halves of a contraction carry the place of the whole word. */
export function tokenize(text: string, start: number, end: number): Tokens {
  const out: Writable = { words: [], starts: [], ends: [], flags: [] }
  const slice = text.slice(start, end)
  const { length } = slice
  for (let at = 0; at < length; ) {
    const code = slice.charCodeAt(at)
    if (code === 32 || (code >= 9 && code <= 13)) at++
    else if (isLetter(code)) {
      const to = wordEnd(slice, at)
      if (to > 0) {
        pushWord(out, slice.slice(at, to), start + at, isCapital(code))
        at = to
      } else at = pushAny(out, slice, at, start)
    } else at = pushAny(out, slice, at, start)
  }
  return out
}

interface Writable {
  readonly words: string[]
  readonly starts: number[]
  readonly ends: number[]
  readonly flags: number[]
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

function pushWord(out: Writable, raw: string, from: number, isUpper: boolean): void {
  const to = from + raw.length
  const word = plainOf(raw)
  const flag = isUpper ? (isSmallAfterFirst(raw) ? CAPITALISED : flagsOf(raw)) : 0
  const pair = word.includes("'") || word === 'cannot' ? splitContraction(word) : null
  if (pair) {
    push(out, pair[0], from, to, flag)
    push(out, pair[1], from, to, 0)
  } else push(out, word, from, to, flag)
}

/** "The", "Government": of a word that opens with a capital, nearly every time all that there is to know. */
function isSmallAfterFirst(raw: string): boolean {
  if (!isCapital(raw.charCodeAt(0))) return false
  for (let at = 1; at < raw.length; at++) {
    const code = raw.charCodeAt(at)
    if (code < 97 || code > 122) return false
  }
  return true
}

/** Lower-case, with plain apostrophes and hyphens. */
function plainOf(raw: string): string {
  const lower = raw.toLowerCase()
  for (let at = 0; at < lower.length; at++)
    if (lower.charCodeAt(at) > 127) return lower.replaceAll('’', "'").replaceAll('‐', '-')
  return lower
}

/** Pushes the token that the expression finds at `at`, if any begins there; the place after it. */
function pushAny(out: Writable, slice: string, at: number, start: number): number {
  TOKEN.lastIndex = at
  const raw = TOKEN.exec(slice)?.[0]
  if (raw === undefined) return at + 1
  const from = start + at
  const flag = flagsOf(raw)
  if (flag & NUMBER) {
    const word = plainOf(raw)
    const tail = /[.,:/]+$/u.exec(word)?.[0]
    push(out, tail ? word.slice(0, -tail.length) : word, from, from + raw.length, flag)
    if (tail) push(out, tail[0] ?? tail, from + raw.length - tail.length, from + raw.length, PUNCTUATION)
  } else if (flag & PUNCTUATION) push(out, plainOf(raw), from, from + raw.length, flag)
  else pushWord(out, raw, from, (flag & CAPITALISED) !== 0)
  return at + raw.length
}
