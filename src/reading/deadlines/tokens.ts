/** Words, numbers and single signs of a text with their places: what the grammar of times is written over. */

export interface Token {
  /** Lower case; curly apostrophes made straight, every dash made '-'. */
  readonly word: string
  readonly start: number
  readonly end: number
  readonly isCapitalised: boolean
}

// A word may hold inner apostrophes ("King's"); digits and letters split ("5pm" is "5", "pm"; "FY23" is "fy", "23").
const TOKEN = /\p{L}+(?:['’]\p{L}+)*|\d+|[^\s\p{L}\d]/gu
const DASH = /^[‐‑‒–—−-]$/u

export function tokenise(text: string, start: number, end: number): Token[] {
  const tokens: Token[] = []
  for (const match of text.slice(start, end).matchAll(TOKEN)) {
    const printed = match[0]
    const lower = printed.toLowerCase()
    const at = start + match.index
    tokens.push({
      word: DASH.test(lower) ? '-' : lower.replaceAll('’', "'"),
      start: at,
      end: at + printed.length,
      isCapitalised: lower !== printed,
    })
  }
  return tokens
}
