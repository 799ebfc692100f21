/**
 * Where sentences begin, by the rules of Unicode (UAX #29, SB6 to SB11), for text in the signs that nearly all English
 * uses. Making an `Intl.Segmenter` takes a tenth of a start, and each of its segments is an object.
 */

// Classes of signs, by what the rules ask of them. What the table does not know is left to the segmenter.
const UNKNOWN = 0
const OTHER = 1
const LOWER = 2
const UPPER = 3
const NUMERIC = 4
const SPACE = 5
const CLOSE = 6
const CONTINUE = 7
const SEMICOLON = 8
/** Stops that a small letter after them shows to end nothing. */
const STOP = 9
const TERMINATOR = 10

const TABLE = makeTable()

function makeTable(): Uint8Array {
  const table = new Uint8Array(0x2123)
  const put = (signs: string, kind: number): void => {
    for (const sign of signs) table[sign.charCodeAt(0)] = kind
  }
  for (let code = 0x20; code < 0x100; code++)
    if (code !== 0x7f && (code < 0x80 || code >= 0xa0)) table[code] = OTHER
  for (let code = 0; code < 26; code++) put(String.fromCharCode(97 + code), LOWER)
  for (let code = 0; code < 26; code++) put(String.fromCharCode(65 + code), UPPER)
  for (let code = 0xc0; code < 0x100; code++)
    if (code !== 0xd7 && code !== 0xf7) table[code] = code < 0xdf ? UPPER : LOWER
  put('ªµº', LOWER)
  put('0123456789', NUMERIC)
  put(' \u00a0', SPACE)
  put('()[]{}"\'«»\u2018\u2019\u201a\u201c\u201d\u201e\u2039\u203a', CLOSE)
  put(',-:\u2013\u2014', CONTINUE)
  put('\u2010\u2011\u2012\u2015\u2020\u2021\u2022\u2026\u2030\u2032\u2033\u20ac\u2122', OTHER)
  put('.', STOP)
  put('?!', TERMINATOR)
  put(';', SEMICOLON)
  // A soft hyphen is passed over by every rule.
  put('\u00ad', UNKNOWN)
  return table
}

/**
 * The places in `text` where a new sentence begins, but for its start; null where it holds signs that only the segmenter
 * knows. Line breaks count as such signs.
 */
export function findBreaks(text: string): number[] | null {
  const breaks: number[] = []
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at)
    if (kind === UNKNOWN) return null
    at++
    if (kind < STOP) continue
    const next = kindAt(text, at)
    if (kind === STOP && (next === NUMERIC || (next === UPPER && isLetter(text, at - 2)))) continue
    while (kindAt(text, at) === CLOSE) at++
    while (kindAt(text, at) === SPACE) at++
    // After a stop, a semicolon went on with the sentence from one version of Unicode on.
    if (kindAt(text, at) === SEMICOLON) return null
    if (at < text.length && isBreak(text, at, kind)) breaks.push(at)
  }
  return breaks
}

const kindAt = (text: string, at: number): number => TABLE[text.charCodeAt(at)] ?? UNKNOWN

const isLetter = (text: string, at: number): boolean => {
  const kind = kindAt(text, at)
  return kind === LOWER || kind === UPPER
}

/** Whether a sentence begins at `at`, after a sign of `kind` with what closes it and the white space after. */
function isBreak(text: string, at: number, kind: number): boolean {
  const here = kindAt(text, at)
  if (here === CONTINUE || here >= STOP) return false
  if (kind !== STOP) return true
  for (let to = at; to < text.length; to++) {
    const ahead = kindAt(text, to)
    if (ahead === LOWER) return false
    if (ahead === UPPER || ahead >= STOP) return true
  }
  return true
}
