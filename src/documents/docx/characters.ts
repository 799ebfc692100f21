/** Elements of a Word document that stand for a character. */
import type { XmlAttributes } from './xml.ts'

/** Undefined for elements that stand for none. */
export function characterOf(name: string, attributes: XmlAttributes): string | undefined {
  return CHARACTERS[name] ?? (name === 'w:sym' ? symbolOf(attributes) : undefined)
}

const CHARACTERS: Readonly<Record<string, string>> = {
  'w:tab': ' ',
  'w:ptab': ' ',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
  // Between what stands over and under the line of a fraction: a half is not "12".
  'm:den': '/',
}

/** What the fonts of symbols that people fill in forms and write lists with have in place of letters. */
const SYMBOLS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    111: '☐',
    113: '☐',
    114: '☐',
    168: '☐',
    223: '←',
    224: '→',
    251: '✗',
    252: '✓',
    253: '☒',
    254: '☑',
  },
  'wingdings 2': { 42: '☐', 79: '✗', 80: '✓', 81: '☒', 82: '☑', 83: '☒', 84: '☒', 163: '☐' },
  symbol: { 163: '≤', 174: '→', 176: '°', 177: '±', 179: '≥', 180: '×', 183: '•' },
}

/** Word writes their codes from F000 up. Symbols that are not known have no character of their own. */
function symbolOf(attributes: XmlAttributes): string {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16)
  const symbols = SYMBOLS[(attributes['w:font'] ?? '').toLowerCase()]
  if (symbols) return symbols[code & 0xfff] ?? ''
  return code > 32 && code < 0xd800 ? String.fromCodePoint(code) : ''
}
