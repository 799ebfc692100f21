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
  /** Lower-case, with plain apostrophes and hyphens. */
  readonly word: string
  /** The second word of a contraction ("will" of "we'll"); it has no flags. */
  readonly second: string | null
  readonly flags: number
  /** What the word hints at, in the signs of who made the book. */
  readonly hints: number
}

export interface WordBook {
  /** The word as printed, looked at now or before. */
  readonly look: (printed: string) => PrintedWord
}

// Who asks for no hints learns nothing: every word may hint at everything.
const ANYTHING = -1

/**
 * A book for one document: it grows with the words that are met, so it must go when the document does. `hintsOf` is asked
 * once about each.
 */
export function createWordBook(hintsOf: (printed: string) => number = () => ANYTHING): WordBook {
  const known = new Map<string, PrintedWord>()
  return {
    look: (printed) => {
      const before = known.get(printed)
      if (before !== undefined) return before
      const made = readWord(printed, hintsOf(printed))
      known.set(printed, made)
      return made
    },
  }
}

function readWord(printed: string, hints: number): PrintedWord {
  const word = plainOf(printed)
  const flags = flagsOf(printed)
  if ((flags & (NUMBER | PUNCTUATION)) !== 0) return { word, second: null, flags, hints }
  const pair = splitContraction(word)
  return { word: pair?.[0] ?? word, second: pair?.[1] ?? null, flags, hints }
}

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
