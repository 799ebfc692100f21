/** Gathers a page's words into lines: words on one baseline, with the small raised ones that belong to it. */
import type { TextStyle, Word } from './page-content.ts'
import { inReadingOrder } from './reading-order.ts'

/** A line, or the part of one that stands in its own column or cell. */
export interface Line {
  readonly page: number
  /** Left to right. */
  readonly words: readonly Word[]
  readonly x: number
  readonly right: number
  readonly baseline: number
  /** The style that most of its letters are set in. */
  readonly style: TextStyle
  readonly text: string
}

/** Baselines closer than this share of the type size are one line. */
const SAME_BASELINE = 0.22
/** Type this much smaller than its line's is a superscript or subscript when it stands beside it: browsers set five sixths. */
const SMALL = 0.84
/** More letters than this in a row are no raised mark but a line of text beside larger type. */
const MOST_RAISED = 16
/** Words this many ems apart belong to other marks. */
const RAISED_GAP = 0.8
/** A gap between words, in ems, that reads as a blank; kerned fragments of a word stand closer. */
const BLANK_GAP = 0.16

/** Where a blank was painted a narrower gap will do; blanks painted aside and over letters leave none. */
const SPACE_GAP = 0.05

export const topOf = (line: Line): number => line.baseline - line.style.size * 0.8
export const bottomOf = (line: Line): number => line.baseline + line.style.size * 0.22

/** The lines of one page's upright words, from top to bottom. */
export function buildLines(words: readonly Word[], page: number): Line[] {
  const rows = attachSmallRows(clusterRows(words))
  return rows.map((row) => lineOf(row, page)).sort((a, b) => a.baseline - b.baseline || a.x - b.x)
}

/** A line of the given words, which are put from left to right. */
export function lineOf(words: readonly Word[], page: number): Line {
  const sorted = inOrder(words, (word) => word.x)
  const first = sorted[0]
  let right = Number.NEGATIVE_INFINITY
  let isEven = first !== undefined
  for (const word of sorted) {
    right = Math.max(right, word.x + word.width)
    if (word.style !== first?.style || word.baseline !== first.baseline) isEven = false
  }
  const style = isEven && first !== undefined ? first.style : dominantStyle(sorted)
  return {
    page,
    words: sorted,
    x: first?.x ?? Number.POSITIVE_INFINITY,
    right,
    baseline: isEven && first !== undefined ? first.baseline : usualBaseline(sorted, style),
    style,
    text: textOfWords(sorted),
  }
}

/** The words by what `placeOf` gives, equals as they came. Nearly always they came in that order. */
function inOrder(words: readonly Word[], placeOf: (word: Word) => number): Word[] {
  const sorted = [...words]
  let before = Number.NEGATIVE_INFINITY
  for (const word of sorted) {
    const place = placeOf(word)
    if (place < before) return sorted.sort((a, b) => placeOf(a) - placeOf(b))
    before = place
  }
  return sorted
}

/** Where most words stand that are not set small beside the others. */
function usualBaseline(words: readonly Word[], style: TextStyle): number {
  const first = words[0]?.baseline
  if (first !== undefined && words.every((word) => word.baseline === first)) return first
  const main = words.filter((word) => word.style.size >= style.size * SMALL)
  return median((main.length > 0 ? main : words).map((word) => word.baseline))
}

/** The words' text as it is read, with single blanks where the page shows a gap. */
export function textOfWords(words: readonly Word[]): string {
  let text = ''
  let before: Word | undefined
  for (const word of words) {
    if (before !== undefined && isApart(before, word)) text += ' '
    text += word.text
    before = word
  }
  return inReadingOrder(text)
}

/** True when a blank shows between two neighbours of a line. */
export function isApart(before: Word, word: Word): boolean {
  const gap = word.x - (before.x + before.width)
  const size = Math.min(before.style.size, word.style.size)
  return gap > (word.hasSpaceBefore ? SPACE_GAP : BLANK_GAP) * size
}

/** Words grouped by baseline, from top to bottom. */
export function clusterRows(words: readonly Word[]): Word[][] {
  const sorted = inOrder(words, (word) => word.baseline)
  const rows: Word[][] = []
  let row: Word[] = []
  let baseline = Number.NEGATIVE_INFINITY
  for (const word of sorted) {
    if (word.baseline - baseline > SAME_BASELINE * word.style.size) {
      row = []
      rows.push(row)
      baseline = word.baseline
    }
    row.push(word)
  }
  return rows
}

interface Row {
  readonly words: Word[]
  readonly size: number
  readonly baseline: number
}

/** Moves each small word to the taller row that it stands beside, if there is one. */
function attachSmallRows(groups: Word[][]): Word[][] {
  const rows: Row[] = groups.map((words) => ({
    words,
    size: largestType(words),
    baseline: words[0]?.baseline ?? 0,
  }))
  rows.forEach((row, index) => {
    const [above, below] = [rows[index - 1], rows[index + 1]]
    const largest = Math.max(0, above?.size ?? 0, below?.size ?? 0)
    // Where no row beside it is larger, only signs can move.
    if (row.words.every((word) => word.style.size >= largest * SMALL && !isSign(word))) return
    const hosts = [above, below].filter((host) => host !== undefined)
    for (const word of [...row.words]) {
      if (word.style.size >= largest * SMALL && !isSign(word)) continue
      const near = hosts.filter((other) => isBeside(word, other))
      const host = near.sort((a, b) => distance(word, a) - distance(word, b))[0]
      if (host === undefined || (!isSign(word) && lettersAround(word, row.words) > MOST_RAISED)) continue
      host.words.push(word)
      row.words.splice(row.words.indexOf(word), 1)
    }
  })
  return rows.filter((row) => row.words.length > 0).map((row) => row.words)
}

/** The letters of the words that follow each other without a gap around `word`, which is one of `row`. */
function lettersAround(word: Word, row: readonly Word[]): number {
  const sorted = [...row].sort((a, b) => a.x - b.x)
  let letters = 0
  let end = Number.NEGATIVE_INFINITY
  for (const { text, x, width, style } of sorted) {
    if (x - end > style.size * RAISED_GAP) {
      if (x > word.x) break
      letters = 0
    }
    letters += text.length
    end = Math.max(end, x + width)
  }
  return letters
}

/** True for a bullet or the like: a short word of signs that are no punctuation. */
const isSign = ({ text }: Word): boolean =>
  text.length <= 2 && !isPlainLetter(text.charCodeAt(0)) && /^[^\p{L}\p{N},.;:()'"“”‘’%£&/?!]+$/u.test(text)

/** A to z and digits, which nearly all short words begin with. */
const isPlainLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)

function largestType(words: readonly Word[]): number {
  let largest = 0
  for (const word of words) if (word.style.size > largest && !isSign(word)) largest = word.style.size
  return largest
}

const distance = (word: Word, host: Row): number => Math.abs(host.baseline - host.size * 0.2 - word.baseline)

/** A bullet may be set larger than its words and off their baseline, but stands before them. */
function isBulletOf(word: Word, host: Row, rise: number): boolean {
  if (host.size === 0 || Math.abs(rise) > host.size * 0.45) return false
  return host.words.some((next) => next.x > word.x && next.x - (word.x + word.width) < host.size * 3.5)
}

function isBeside(word: Word, host: Row): boolean {
  const rise = host.baseline - word.baseline
  if (isSign(word)) return isBulletOf(word, host, rise)
  if (word.style.size >= host.size * SMALL) return false
  if (rise > host.size * 0.65 || rise < -host.size * 0.35) return false
  return host.words.some((neighbour) => {
    const behind = word.x - (neighbour.x + neighbour.width)
    const ahead = neighbour.x - (word.x + word.width)
    return Math.max(behind, ahead) > -host.size * 0.3 && Math.max(behind, ahead) < host.size * 0.6
  })
}

function dominantStyle(words: readonly Word[]): TextStyle {
  const first = words[0]?.style
  if (first !== undefined && words.every((word) => word.style === first)) return first
  const letters = new Map<TextStyle, number>()
  for (const word of words) letters.set(word.style, (letters.get(word.style) ?? 0) + word.text.length)
  let best: TextStyle | undefined
  for (const [style, count] of letters)
    if (best === undefined || count > (letters.get(best) ?? 0)) best = style
  return best ?? { font: '', isBold: false, isItalic: false, size: 10, colour: '#000000' }
}

/** The words of all lines, one line after another. */
export function wordsOf(lines: readonly Line[]): Word[] {
  // Array.flatMap takes several times as long.
  const all: Word[] = []
  for (const { words } of lines) for (const word of words) all.push(word)
  return all
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
