/** Finds the raised digits that refer to footnotes, so that running text can be given without them. */
import type { Line } from './lines.ts'
import type { Word } from './page-content.ts'

/**
 * Type up to this share of its line's size can be a reference: browsers set five sixths. Small capitals are about 0.8 and
 * not raised.
 */
const REFERENCE_SIZE = 0.84
/** A reference stands at least this share of the line's size above the baseline. */
const RISE = 0.12
const REFERENCE_TEXT = /^[[(]?(?:\d{1,3}|[*†‡§¶]{1,3})(?:[,–-]\s?\d{1,3})*,?[\])]?[,.;:”’"')]*$/
const RAISED_DIGITS = /(?<=[\p{L}\p{P}])[¹²³⁰⁴-⁹]+$/u
/** Units and formulas whose raised digit is part of the word. */
const POWER = /(?:^|[\d\s])(?:[kcm]?m|ft|in|mi|yd)$|^10$|CO$/

/** True where `word` is a raised note reference in `line`. */
export function isNoteReference(word: Word, before: Word | undefined, line: Line): boolean {
  if (word.style.size > line.style.size * REFERENCE_SIZE) return false
  if (line.baseline - word.baseline < line.style.size * RISE) return false
  if (!REFERENCE_TEXT.test(word.text)) return false
  return before !== undefined && !POWER.test(before.text)
}

/** False for the many lines of one size of type without raised digits, which need no closer look. */
const mayRefer = (line: Line): boolean =>
  line.words.some((word) => word.style.size <= line.style.size * REFERENCE_SIZE) ||
  /[¹²³⁰⁴-⁹]/.test(line.text)

/** `line`'s words without note references; punctuation printed raised with a reference is kept. */
export function withoutReferences(line: Line): readonly Word[] {
  if (!mayRefer(line)) return line.words
  const kept: Word[] = []
  let before: Word | undefined
  let isSpaceOwed = false
  let isRemoved = false
  for (const word of line.words) {
    if (isNoteReference(word, before, line)) {
      const trail = /[,.;:”’"')]+$/.exec(word.text.replace(/^[^,.;:]*\d,$/, ''))?.[0]
      if (trail !== undefined && !/\)$/.test(trail))
        kept.push({ ...word, text: trail, hasSpaceBefore: false })
      isSpaceOwed ||= word.hasSpaceBefore
      isRemoved = true
      continue
    }
    const text = word.text.replace(RAISED_DIGITS, (digits, at: number) =>
      POWER.test(word.text.slice(0, at)) ? digits : '',
    )
    const isClosing = /^[.,;:!?)\]’”]/.test(text)
    const owed = isSpaceOwed || word.hasSpaceBefore
    const tail = kept.at(-1)
    const isTight = isRemoved && isClosing && tail !== undefined
    kept.push({ ...word, text, hasSpaceBefore: owed, x: isTight ? tail.x + tail.width : word.x })
    isRemoved = false
    isSpaceOwed = false
    before = word
  }
  return kept
}
