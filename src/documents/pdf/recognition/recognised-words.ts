/** From a recogniser's table of words to words as a page's text would give them, with type size and baseline. */
import type { TextStyle, Word } from '../page-content.ts'

/** A word as recognised; the box is in pixels from the picture's top left. */
export interface RecognisedWord {
  readonly text: string
  readonly line: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** 0 to 100. */
  readonly confidence: number
}

/** Columns of Tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
export function parseRecognised(tsv: string): RecognisedWord[] {
  return tsv.split('\n').flatMap((row) => {
    const [level, , block, paragraph, line, , left, top, width, height, confidence, ...text] = row.split('\t')
    const words = text.join(' ').trim()
    if (level !== '5' || words === '') return []
    return {
      text: words,
      line: `${block}/${paragraph}/${line}`,
      left: Number(left),
      top: Number(top),
      width: Number(width),
      height: Number(height),
      confidence: Number(confidence),
    }
  })
}

/** Heights above and below the baseline, in parts of the type size, as common text faces draw them. */
const ASCENDER = 0.72
const X_HEIGHT = 0.52
const DESCENDER = 0.21

const hasAscender = (text: string) => /[A-Z0-9bdfhklt£$%&()[\]{}|/\\!?"'“”‘’]/.test(text)
const hasDescender = (text: string) => /[gjpqyQ,;()[\]{}|/\\]/.test(text)

function sizeOf(word: RecognisedWord): number {
  const above = hasAscender(word.text) ? ASCENDER : X_HEIGHT
  return word.height / (above + (hasDescender(word.text) ? DESCENDER : 0))
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[sorted.length >> 1] ?? 0
}

/** A word that the recogniser is less sure of is more often a smudge or an ornament than a word. */
const LEAST_CONFIDENCE = 20

/**
 * Words in the recogniser's order, places in points. A line's words share one style and one baseline; type size is read
 * off the letters' heights, to the half point, so that equal lines compare as equal.
 */
export function wordsFromRecognised(recognised: readonly RecognisedWord[], pixelsPerPoint: number): Word[] {
  const styles = new Map<number, TextStyle>()
  const lines = new Map<string, RecognisedWord[]>()
  for (const word of recognised) {
    if (word.confidence < LEAST_CONFIDENCE) continue
    lines.set(word.line, [...(lines.get(word.line) ?? []), word])
  }
  return [...lines.values()].flatMap((line) => {
    const lettered = line.filter((word) => /[\p{L}\p{N}]/u.test(word.text))
    const measured = lettered.length > 0 ? lettered : line
    const pixels = median(measured.map(sizeOf))
    const size = Math.round((pixels / pixelsPerPoint) * 2) / 2
    const style = styles.get(size) ?? {
      font: 'recognised',
      isBold: false,
      isItalic: false,
      size,
      colour: '#000000',
    }
    styles.set(size, style)
    const bottoms = measured.map(
      (word) => word.top + word.height - (hasDescender(word.text) ? DESCENDER * pixels : 0),
    )
    const baseline = median(bottoms) / pixelsPerPoint
    return line.map((word) => ({
      text: word.text,
      x: word.left / pixelsPerPoint,
      width: word.width / pixelsPerPoint,
      baseline,
      style,
      hasSpaceBefore: true,
      turn: 0,
      tag: null,
    }))
  })
}
