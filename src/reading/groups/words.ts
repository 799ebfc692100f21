/** Words of a text with their places, split as fast as can be: groups are looked for in every sentence. */

/** Words as parallel columns: one array each, so that a sentence costs no object per word. */
export interface Words {
  readonly text: string
  /** The text in lower case with straight apostrophes, of the same length. */
  readonly lower: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Letters and digits of any alphabet; beyond ASCII all but the blocks of signs count as letters. */
function isWordSign(code: number): boolean {
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
  return (
    code >= 0xc0 &&
    !(code >= 0x2000 && code <= 0x2bff) &&
    !(code >= 0x3000 && code <= 0x303f) &&
    code !== 0xd7 &&
    code !== 0xf7
  )
}

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019

/** Lower case without moving any place: a few letters grow in lower case, and are then left as they are. */
function lowerInPlace(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower.includes('’') ? lower.replaceAll('’', "'") : lower
  return Array.from(text, (sign) =>
    sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign,
  ).join('')
}

export function splitWords(text: string): Words {
  const starts: number[] = []
  const ends: number[] = []
  for (let at = 0; at < text.length; ) {
    if (!isWordSign(text.charCodeAt(at))) {
      at += 1
      continue
    }
    starts.push(at)
    do at += 1
    while (at < text.length && (isWordSign(text.charCodeAt(at)) || joinsLetters(text, at)))
    ends.push(at)
  }
  return { text, lower: lowerInPlace(text), starts, ends }
}

const joinsLetters = (text: string, at: number): boolean =>
  isApostrophe(text.charCodeAt(at)) && at + 1 < text.length && isWordSign(text.charCodeAt(at + 1))

/** The word in lower case; empty beyond either end. */
export function wordAt(words: Words, index: number): string {
  const start = words.starts[index]
  return start === undefined ? '' : words.lower.slice(start, words.ends[index])
}

export function printedAt(words: Words, index: number): string {
  const start = words.starts[index]
  return start === undefined ? '' : words.text.slice(start, words.ends[index])
}

const JOINER = /^[\s\-‐‑'’‘"“”]{1,4}$/

/** True where only white space, a hyphen or quotation marks stand between the word and the one before. */
export function isJoined(words: Words, index: number): boolean {
  const before = words.ends[index - 1]
  const start = words.starts[index]
  if (before === undefined || start === undefined || start - before > 4) return false
  if (start - before === 1 && words.text.charCodeAt(before) === 32) return true
  return JOINER.test(words.text.slice(before, start))
}

const isCapital = (sign: string): boolean => sign !== sign.toLowerCase()

export const isCapitalised = (words: Words, index: number): boolean =>
  isCapital(printedAt(words, index).charAt(0))

const CAPITALS = /^\p{Lu}{2,}s?$/u
/** Printed in capitals throughout, but for a plural's s ("SGO", "SGOs"). */
export function isInCapitals(words: Words, index: number): boolean {
  const second = words.text.charCodeAt((words.starts[index] ?? 0) + 1)
  // A small second letter settles nearly every word without looking at the rest.
  return !(second >= 97 && second <= 122) && CAPITALS.test(printedAt(words, index))
}
