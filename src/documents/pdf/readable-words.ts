/** Cleans a page's words: no shadows, no odd glyphs; the text a reader would copy by hand. */
import type { Dot, PageContent, Word } from './page-content.ts'

/** Letters drawn twice for a shadow or a fake bold lie this close, in ems. */
const SHADOW = 0.22
/** And so much of their own width apart at most: the second of two narrow letters set one by one ("ll") lies a whole width on. */
const SHADOW_WIDTH = 0.6

/** The words of an upright page with clean text, and its drawn bullets; words outside the page are left out. */
export function readableWords(page: PageContent): Word[] {
  const words: Word[] = []
  for (const word of page.words) {
    const text = cleanText(word.text)
    if (text === '') continue
    if (isOnPage(word, page)) words.push(text === word.text ? word : { ...word, text })
  }
  const clean = dropShadows(words)
  return [...clean, ...drawnBullets(page.dots, clean)]
}

const isOnPage = (word: Word, { width, height }: PageContent): boolean =>
  word.x + word.width > 0 && word.x < width && word.baseline > 0 && word.baseline < height + word.style.size

function dropShadows(words: readonly Word[]): Word[] {
  const byText = new Map<string, Word[]>()
  return words.filter((word) => {
    const same = byText.get(word.text)
    if (same === undefined) {
      byText.set(word.text, [word])
      return true
    }
    const reach = word.style.size * SHADOW
    const across = Math.min(reach, word.width * SHADOW_WIDTH)
    const isShadow = same.some(
      (other) => Math.abs(other.x - word.x) <= across && Math.abs(other.baseline - word.baseline) < reach,
    )
    if (!isShadow) same.push(word)
    return !isShadow
  })
}

/** A bullet stands this far, in type sizes, before the words of its item at most. */
const BULLET_GAP = 3.5

/** Words for the bullets that are drawn instead of set: marks at mid height before the first word of a line. */
function drawnBullets(dots: readonly Dot[], words: readonly Word[]): Word[] {
  return dots.flatMap((dot) => {
    const line = words.filter(
      (word) =>
        dot.y < word.baseline &&
        dot.y > word.baseline - word.style.size * 0.75 &&
        dot.size < word.style.size * 0.7,
    )
    const next = line.filter((word) => word.x > dot.x).sort((a, b) => a.x - b.x)[0]
    if (
      next === undefined ||
      next.x - dot.x > next.style.size * BULLET_GAP ||
      !/[\p{L}\p{N}]/u.test(next.text)
    )
      return []
    const isFirst = !line.some(
      (word) => word.x < dot.x && word.x + word.width > dot.x - next.style.size * BULLET_GAP,
    )
    if (!isFirst) return []
    return [{ ...next, text: '•', x: dot.x - dot.size / 2, width: dot.size, hasSpaceBefore: true }]
  })
}

/** Glyphs by their private-use code points, as what they show: of symbol fonts those that lists use. */
const SYMBOLS: Readonly<Record<string, string>> = {
  // Where Windows' own text fonts keep their ligatures; fonts of symbols begin at F020.
  '\uf001': 'fi',
  '\uf002': 'fl',
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf0a8': '▫',
  '\uf06e': '■',
  '\uf06f': '□',
  '\uf0d8': '➢',
  '\uf0fc': '✓',
  '\uf0fb': '✗',
  '\uf0e0': '→',
  '\uf0de': '⇒',
  '\uf02d': '-',
  '\uf0be': '—',
  '\uf0ad': '•',
}
const LIGATURE = /[\ufb00-\ufb06\u0132\u0133\u01c4-\u01cc]/g
const PRIVATE = /[\ue000-\uf8ff]/g
/** A soft hyphen at the end of a word shows where it was broken; any other shows nothing. */
const INNER_SOFT_HYPHEN = /\u00ad(?=.)/gu
/** Control characters, zero-width marks and byte order marks; the soft hyphen stays for the joining of lines. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]/g
const PLAIN = /^[\x21-\x7e]*$/

/** `text` with ligatures spelled out, symbol glyphs named, unseen characters dropped, composed (NFC). */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .replace(UNSEEN, '')
    .replace(INNER_SOFT_HYPHEN, '')
    .replace(LIGATURE, (ligature) => ligature.normalize('NFKC'))
    .replace(PRIVATE, (glyph) => SYMBOLS[glyph] ?? (text.length === 1 ? '•' : ''))
    .normalize('NFC')
}
