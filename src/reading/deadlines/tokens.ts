/** Words, numbers and single signs of a text with their places: what the grammar of times is written over. */

export interface Token {
  /** Lower case; curly apostrophes made straight, every dash made '-'. */
  readonly word: string
  readonly start: number
  readonly end: number
  readonly isCapitalised: boolean
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Letters of any alphabet, told fast and a little widely: beyond ASCII all but the blocks of signs count as letters. */
function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba
  return (
    !(code >= 0x2000 && code <= 0x2bff) &&
    !(code >= 0x3000 && code <= 0x303f) &&
    code !== 0xd7 &&
    code !== 0xf7
  )
}

const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x3000 ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0xfeff

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019
const isDash = (code: number): boolean => code === 45 || (code >= 0x2010 && code <= 0x2015) || code === 0x2212

/** End of the run of letters; apostrophes inside it belong to it ("King's"). */
function wordEnd(text: string, start: number): number {
  let end = start + 1
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end)
    if (isLetter(code)) continue
    if (isApostrophe(code) && end + 1 < text.length && isLetter(text.charCodeAt(end + 1))) continue
    break
  }
  return end
}

function numberEnd(text: string, start: number): number {
  let end = start + 1
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1
  return end
}

function makeWord(text: string, start: number, end: number): Token {
  const printed = text.slice(start, end)
  const lower = printed.toLowerCase()
  const word = lower.includes('’') ? lower.replaceAll('’', "'") : lower
  return { word, start, end, isCapitalised: lower !== printed }
}

/** Digits and letters part ("5pm" is "5", "pm"; "FY23" is "fy", "23"); every other sign stands alone. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (isSpace(code)) {
      at += 1
      continue
    }
    let end = at + 1
    if (isLetter(code)) {
      end = wordEnd(text, at)
      tokens.push(makeWord(text, at, end))
    } else {
      if (isDigit(code)) end = numberEnd(text, at)
      const word = isDash(code) ? '-' : text.slice(at, end)
      tokens.push({ word, start: at, end, isCapitalised: false })
    }
    at = end
  }
  return tokens
}
