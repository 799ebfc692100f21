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
// can match what another can start with, so the scan is linear.
const TOKEN = /[£$€]?\p{N}[\p{N},.:/]*%?|\p{L}[\p{L}\p{N}\p{M}]*(?:[’'‐-][\p{L}\p{N}\p{M}]+)*|[^\s]/gu

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
  const words: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const flags: number[] = []
  const slice = text.slice(start, end)
  const push = (word: string, from: number, to: number, flag: number): void => {
    words.push(word)
    starts.push(start + from)
    ends.push(start + to)
    flags.push(flag)
  }
  for (const match of slice.matchAll(TOKEN)) {
    const raw = match[0]
    const from = match.index
    const to = from + raw.length
    const flag = flagsOf(raw)
    const word = raw.toLowerCase().replaceAll('’', "'").replaceAll('‐', '-')
    const pair =
      flag & PUNCTUATION || (!word.includes('n') && !word.includes("'")) ? null : splitContraction(word)
    if (pair) {
      push(pair[0], from, to, flag)
      push(pair[1], from, to, 0)
    } else if (flag & NUMBER) {
      push(word.replace(/[.,:/]+$/u, ''), from, to, flag)
      const tail = /[.,:/]+$/u.exec(word)?.[0]
      if (tail) push(tail[0] ?? tail, to - tail.length, to, PUNCTUATION)
    } else {
      push(word, from, to, flag)
    }
  }
  return { words, starts, ends, flags }
}
