/** Cleans a page's words: one direction, no shadows, no odd glyphs; the text a reader would copy by hand. */
import type { Dot, PageContent, Word } from './page-content.ts'

/** Letters drawn twice for a shadow or a fake bold lie this close, in ems. */
const SHADOW = 0.22
/** And so much of their own width apart at most: the second of two narrow letters set one by one ("ll") lies a whole width on. */
const SHADOW_WIDTH = 0.6

/**
 * The page's words that run in its main direction, turned upright, with clean text. Words in other directions (names of
 * axes, marks in the margin) and words outside the page are left out.
 */
export function readableWords(page: PageContent): {
  words: Word[]
  width: number
  height: number
  turn: number
} {
  const turn = mainTurn(page.words)
  const width = turn === 90 || turn === 270 ? page.height : page.width
  const height = turn === 90 || turn === 270 ? page.width : page.height
  const words: Word[] = []
  for (const word of page.words) {
    if (word.turn !== turn) continue
    const text = cleanText(word.text)
    if (text === '') continue
    const isAsItIs = turn === 0 && text === word.text
    const upright = isAsItIs ? word : { ...word, ...uprightPlace(word, turn, page), text }
    if (isOnPage(upright, width, height)) words.push(upright)
  }
  const clean = dropShadows(words)
  return { words: turn === 0 ? [...clean, ...drawnBullets(page.dots, clean)] : clean, width, height, turn }
}

function mainTurn(words: readonly Word[]): number {
  const letters = new Map<number, number>()
  for (const word of words) letters.set(word.turn, (letters.get(word.turn) ?? 0) + word.text.length)
  let best = 0
  for (const [turn, count] of letters) if (turn >= 0 && count > (letters.get(best) ?? 0)) best = turn
  return best
}

function uprightPlace(word: Word, turn: number, page: PageContent): { x: number; baseline: number } {
  if (turn === 90) return { x: word.baseline, baseline: page.width - word.x }
  if (turn === 270) return { x: page.height - word.baseline, baseline: word.x }
  if (turn === 180) return { x: page.width - word.x, baseline: page.height - word.baseline }
  return { x: word.x, baseline: word.baseline }
}

const isOnPage = (word: Word, width: number, height: number): boolean =>
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
