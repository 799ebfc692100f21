/** The words of one document as it prints them: each is lower-cased, taken apart and flagged the first time it is met,
 * so that a word costs one look-up wherever it stands again. */

export const CAPITALISED = 1
export const ALL_CAPITALS = 2
export const NUMBER = 4
export const PUNCTUATION = 8
/** A capital after a small letter, as only names have ("CoramBAAF", "StepChange"). */
export const INNER_CAPITAL = 16

/** What a run of printed signs says. A contraction is two words, each other run one. */
export interface PrintedWord {
  readonly printed: string
  /** Lower-case, with plain apostrophes and hyphens. */
  readonly word: string
  /** The second word of a contraction ("will" of "we'll"); it has no flags. */
  readonly second: string | null
  readonly flags: number
  /** What the word hints at, in the signs of who made the book. */
  readonly hints: number
}

export interface WordBook {
  /** The word that the text prints from `from` to `to`, looked at now or before. */
  readonly look: (text: string, from: number, to: number) => PrintedWord
  /** Where the words of one sentence are put together, over those of the one before; null where each has its own. */
  readonly sheet: { readonly words: string[]; readonly flags: number[] } | null
}

// Who asks for no hints learns nothing: every word may hint at everything.
const ANYTHING = -1

/** For a line or two that are read by themselves: each word is looked at where it stands, and nothing kept. */
export const NO_BOOK: WordBook = {
  look: (text, from, to) => readWord(text.slice(from, to), ANYTHING),
  sheet: null,
}

/**
 * A book for one document: it grows with the words that are met, so it must go when the document does. `hintsOf` is asked
 * once about each.
 */
export function createWordBook(hintsOf: (printed: string) => number = () => ANYTHING): WordBook {
  const known = new Map<string, PrintedWord>()
  // The last word met of each signature: nearly always the one asked for, found without cutting it out of the text.
  const latest: (PrintedWord | undefined)[] = new Array<undefined>(SIGNATURES).fill(undefined)
  return {
    look: (text, from, to) => {
      const signature = signatureOf(text, from, to)
      const last = latest[signature]
      if (last !== undefined && isPrintedAt(text, from, to, last.printed)) return last
      const printed = text.slice(from, to)
      let found = known.get(printed)
      if (found === undefined) {
        found = readWord(printed, hintsOf(printed))
        known.set(printed, found)
      }
      latest[signature] = found
      return found
    },
    sheet: { words: [], flags: [] },
  }
}

// Of 258,000 words met again in six reports, 15,000 shared theirs with another word met since.
const SIGNATURES = 8192

/** A small number from a word's first sign, that in its middle, its last and its length. */
function signatureOf(text: string, from: number, to: number): number {
  const ends = text.charCodeAt(from) * 31 + text.charCodeAt(to - 1)
  return ((ends * 31 + text.charCodeAt((from + to) >> 1)) * 31 + to - from) & (SIGNATURES - 1)
}

function isPrintedAt(text: string, from: number, to: number, printed: string): boolean {
  if (printed.length !== to - from) return false
  for (let at = from; at < to; at++) if (text.charCodeAt(at) !== printed.charCodeAt(at - from)) return false
  return true
}

function readWord(printed: string, hints: number): PrintedWord {
  // Nearly all words of a text: their own lower case, no contraction, and of a form that tells nothing.
  if (SMALL_LETTERS.test(printed) && printed !== 'cannot')
    return { printed, word: printed, second: null, flags: 0, hints }
  const word = plainOf(printed)
  const flags = flagsOf(printed)
  if ((flags & (NUMBER | PUNCTUATION)) !== 0) return { printed, word, second: null, flags, hints }
  const pair = splitContraction(word)
  return { printed, word: pair?.[0] ?? word, second: pair?.[1] ?? null, flags, hints }
}

const SMALL_LETTERS = /^[a-z]+$/

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

/** What the form of a word tells: how it is capitalised, or that it is a number or a sign. */
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

/** Lower-case, with plain apostrophes and hyphens. */
function plainOf(raw: string): string {
  const lower = raw.toLowerCase()
  for (let at = 0; at < lower.length; at++)
    if (lower.charCodeAt(at) > 127) return lower.replaceAll('’', "'").replaceAll('‐', '-')
  return lower
}
