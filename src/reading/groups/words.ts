/** Words of a text with their places, split as fast as can be: groups are looked for in every sentence. */

export interface Word {
  readonly lower: string
  readonly start: number
  readonly end: number
  /** Printed in capitals throughout ("SGO", "SGOs"). */
  readonly isCapitals: boolean
  readonly isCapitalised: boolean
  /** Only white space, a hyphen or a quotation mark stand between it and the word before. */
  readonly isJoined: boolean
}

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu
const JOINER = /^[\s\-‐‑'’‘"“”]{1,4}$/
const CAPITALS = /^\p{Lu}{2,}s?$/u

export function splitWords(text: string): Word[] {
  const words: Word[] = []
  let last = -1
  for (const match of text.matchAll(WORD)) {
    const printed = match[0]
    const start = match.index
    const lower = printed.toLowerCase()
    const gap = start - last
    words.push({
      lower: lower.includes('’') ? lower.replaceAll('’', "'") : lower,
      start,
      end: start + printed.length,
      isCapitals: lower !== printed && CAPITALS.test(printed),
      isCapitalised: lower !== printed,
      isJoined:
        last >= 0 &&
        (gap === 1 || (gap <= 4 && JOINER.test(text.slice(last, start)))) &&
        isJoiner(text, last),
    })
    last = start + printed.length
  }
  return words
}

const isJoiner = (text: string, at: number): boolean => JOINER.test(text.charAt(at))
