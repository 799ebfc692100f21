/** Turns shown glyphs into words with places, following PDF's text state. */
import { applyX, applyY, lengthOf, multiply } from './matrix.ts'
import type { Word } from './page-content.ts'
import { inPaintedOrder } from './reading-order.ts'
import type { StyleBook, TextState } from './text-state.ts'

/** A glyph as pdf.js lists it: its meaning, its width in glyph space, and whether the font's word spacing applies. */
export interface Glyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
}

export type ShownText = readonly (Glyph | number | null)[]

/**
 * A gap inside shown text, in ems, from which on it parts words. Kerning stays under 0.12; the narrowest word space of
 * justified type is about 0.2 (TeX stretches down to 0.22).
 */
const WORD_GAP = 0.16

const BLANK = /^[\s\u00a0\u2000-\u200b\u202f\u205f\u3000]*$/

/** Nearly all blanks are plain spaces, and nearly all else is plain letters. */
const isBlank = (text: string): boolean =>
  text === ' ' || text === '' || ((text.charCodeAt(0) < 33 || text.charCodeAt(0) > 159) && BLANK.test(text))

/** What shown text needs beside the state, and carries from one operator to the next. */
export interface WordCollector {
  readonly words: Word[]
  readonly styles: StyleBook
  tag: string | null
  /** What is painted stands in a layer that is not shown. */
  isHidden: boolean
  /** A blank was painted since the last word. */
  isSpacePending: boolean
}

/** Adds the words of one shown text to `collector` and moves the state's pen. */
export function showText(text: ShownText, state: TextState, collector: WordCollector): void {
  const { fontSize, face, scale } = state
  const matrix = multiply(state.transform, state.textMatrix)
  const along = lengthOf(matrix[0], matrix[1])
  const size = Math.abs(fontSize) * lengthOf(matrix[2], matrix[3])
  const turn = turnOf(matrix[0] * Math.sign(fontSize || 1), matrix[1] * Math.sign(fontSize || 1))
  let pen = 0
  let wordStart = 0
  let letters = ''
  const flush = (end: number) => {
    if (letters === '') return
    const x = state.x + wordStart * scale
    const y = state.y + state.rise
    if (!collector.isHidden && isVisible(state, size)) {
      collector.words.push({
        text: letters,
        x: applyX(matrix, x, y),
        baseline: applyY(matrix, x, y),
        width: Math.abs(end - wordStart) * scale * along,
        style: collector.styles.find(face, size, state.fill),
        hasSpaceBefore: collector.isSpacePending,
        turn,
        tag: collector.tag,
      })
      collector.isSpacePending = false
    }
    letters = ''
  }
  let lastInk = 0
  // By index: an iterator makes an object for each of a page's thousands of letters.
  for (let i = 0; i < text.length; i++) {
    const item = text[i] ?? null
    if (item === null) continue
    if (typeof item === 'number') {
      pen -= (item / 1000) * fontSize
      continue
    }
    const advance =
      item.width * fontSize * face.unit + state.charSpacing + (item.isSpace ? state.wordSpacing : 0)
    if (isBlank(item.unicode)) {
      flush(lastInk)
      collector.isSpacePending = true
    } else {
      if (letters !== '' && (pen - lastInk) * Math.sign(fontSize) > WORD_GAP * Math.abs(fontSize)) {
        flush(lastInk)
        collector.isSpacePending = true
      }
      if (letters === '') wordStart = pen
      letters += item.unicode.length > 1 ? inPaintedOrder(item.unicode) : item.unicode
      lastInk = pen + advance
    }
    pen += advance
  }
  flush(lastInk)
  state.x += pen * scale
}

/** Mode 7 only clips, and type this small cannot be read. Mode 3 paints nothing but is how a scan carries its text. */
const isVisible = (state: TextState, size: number): boolean => size > 1 && state.renderingMode !== 7

function turnOf(a: number, b: number): number {
  if (b === 0 && a > 0) return 0
  const degrees = (Math.atan2(b, a) * 180) / Math.PI
  const nearest = Math.round(degrees / 90) * 90
  return Math.abs(degrees - nearest) > 3 ? -1 : (nearest + 360) % 360
}
