/** Puts the words that a mark says it stands for in the place of those it paints. */
import type { Word } from './page-content.ts'

const SOFT_HYPHEN = '\u00ad'
/** Shown as any other; only programs that break lines ask for it. */
const STIFF_HYPHEN = /\u2011/g
const HYPHENS = /^[-\u2010\u00ad]$/
/** Share of a letter's width that a blank between words takes. */
const BLANK = 0.5
/** Room that a blank at either end takes, in ems. */
const ROOM = 0.3

/**
 * `painted`, in paint order, with the words of `actual`: one for one where they are as many, otherwise shared out by
 * their letters. A hyphen that stands for nothing only broke its word.
 */
export function actualWords(painted: readonly Word[], actual: string): Word[] {
  const [only, ...others] = painted
  if (only === undefined) return []
  const words = actual
    .replace(STIFF_HYPHEN, '-')
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0)
    return others.length === 0 && HYPHENS.test(only.text) ? [{ ...only, text: SOFT_HYPHEN }] : []
  const shares = shareOut(painted, words)
  const placed = painted.flatMap((word, index) => place(word, shares[index] ?? []))
  return placed.map((word, index) => {
    const before = index === 0 && /^\s/.test(actual) ? ROOM * word.style.size : 0
    const behind = index === placed.length - 1 && /\s$/.test(actual) ? ROOM * word.style.size : 0
    const hasSpaceBefore = word.hasSpaceBefore || before > 0
    return { ...word, x: word.x + before, width: Math.max(0, word.width - before - behind), hasSpaceBefore }
  })
}

/** The words that stand where each painted one stood. */
function shareOut(painted: readonly Word[], words: readonly string[]): string[][] {
  const shares: string[][] = painted.map(() => [])
  if (painted.length === words.length) return words.map((word) => [word])
  const letters = painted.reduce((sum, word) => sum + word.text.length, 0)
  const all = words.join('').length
  let at = 0
  let end = painted[0]?.text.length ?? 0
  let done = 0
  for (const word of words) {
    while (at + 1 < painted.length && done / all >= end / letters) end += painted[++at]?.text.length ?? 0
    shares[at]?.push(word)
    done += word.length
  }
  return shares
}

/** `words` side by side where `painted` stood. */
function place(painted: Word, words: readonly string[]): Word[] {
  const letters = words.join('').length + BLANK * (words.length - 1)
  let x = painted.x
  return words.map((text, index) => {
    const width = (painted.width * text.length) / letters
    const word = { ...painted, text, x, width, hasSpaceBefore: index > 0 || painted.hasSpaceBefore }
    x += width + (painted.width * BLANK) / letters
    return word
  })
}
