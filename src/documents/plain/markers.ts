/** The marks that list items, numbered headings and numbered paragraphs begin with. */

export interface Marker {
  readonly kind: 'bullet' | 'number'
  /** Length of the mark and the white space after it. */
  readonly length: number
  /** Numbers and letters without their punctuation ("2.1", "a", "iii"). */
  readonly number?: string
  /** What its neighbours in the same list share: the bullet, or the way of numbering ("1.", "(a)"). */
  readonly style: string
}

const BULLET = /^([•●▪■□◦○‣⁃∙·➢➤►✓✔\uf0b7\uf0a7*+–—-])[ \t\u00a0]+(?=\S)/
/** What Word's second bullet is in plain text; no line of English goes on with this word. */
const WORD_BULLET = /^(o)[ \t\u00a0]+(?=\S)/
const NUMBER =
  /^(\(?)(?:(\d{1,3}(?:\.\d{1,3}){0,4})|([a-zA-Z])|([ivxlc]{1,7}|[IVXLC]{1,7}))([.):]?\)?)[ \t\u00a0]+(?=\S)/
const ROMAN = /^(?=.)(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/i

/** The mark that `text` begins with, or undefined. */
export function parseMarker(text: string): Marker | undefined {
  const head = text.slice(0, 40)
  const bullet = BULLET.exec(head) ?? WORD_BULLET.exec(head)
  if (bullet) return { kind: 'bullet', length: bullet[0].length, style: bullet[1] ?? '•' }
  return parseNumber(head)
}

function parseNumber(head: string): Marker | undefined {
  const [all, open = '', digits, letter, roman, close = ''] = NUMBER.exec(head) ?? []
  const number = digits ?? letter ?? roman
  if (all === undefined || number === undefined) return undefined
  // Without punctuation only "2.1 Title" is a number; "4 people" and "A test" are words of the line.
  if (close === '' && !(digits?.includes('.') && open === '')) return undefined
  if (open === '(' && !close.includes(')')) return undefined
  if (letter !== undefined && close === '.' && /^[A-Z]$/.test(letter) && isInitial(head.slice(all.length)))
    return undefined
  if (roman !== undefined && !ROMAN.test(roman)) return undefined
  const sort = digits
    ? `1${'.1'.repeat(number.split('.').length - 1)}`
    : letter
      ? sortOf(number)
      : sortOf(number)
  return { kind: 'number', length: all.length, number, style: `${open}${sort}${close}` }
}

/** "J. Smith", "A. B. Jones": a name, not an item. */
const isInitial = (rest: string) => /^[A-Z]\.\s|^[A-Z][a-z]+(,|$|\s+(?:and|&)\s)/.test(rest)

const sortOf = (number: string) => (number === number.toLowerCase() ? 'a' : 'A')

/** Whether a line begins a list item, so that it does not go on with the paragraph above. */
export function startsListItem(text: string): boolean {
  const marker = parseMarker(text)
  return marker !== undefined && !/^[–—]$/.test(marker.style)
}
