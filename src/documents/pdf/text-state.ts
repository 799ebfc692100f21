/** The part of PDF's graphics state that text and rectangles depend on, and the words that showing text makes. */

import { IDENTITY, type Matrix } from './matrix.ts'
import type { TextStyle } from './page-content.ts'

export interface FontFace {
  readonly name: string
  readonly isBold: boolean
  readonly isItalic: boolean
  /** Text-space units per glyph-space unit (0.001 but for Type 3 fonts). */
  readonly unit: number
}

export const UNKNOWN_FACE: FontFace = { name: '', isBold: false, isItalic: false, unit: 0.001 }

export interface TextState {
  transform: Matrix
  textMatrix: Matrix
  lineX: number
  lineY: number
  x: number
  y: number
  /** Step from one line to the next in text space, downwards negative. */
  leading: number
  charSpacing: number
  wordSpacing: number
  scale: number
  rise: number
  renderingMode: number
  face: FontFace
  fontSize: number
  fill: string
  lineWidth: number
}

export function startState(transform: Matrix): TextState {
  return {
    transform,
    textMatrix: IDENTITY,
    lineX: 0,
    lineY: 0,
    x: 0,
    y: 0,
    leading: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    rise: 0,
    renderingMode: 0,
    face: UNKNOWN_FACE,
    fontSize: 0,
    fill: '#000000',
    lineWidth: 1,
  }
}

const BOLD_NAME = /bold|black|heavy|semibold|demi(?!\w*light)|\bbd\b|-bd|,b$/i
const ITALIC_NAME = /[Ii]talic|[Oo]blique|(?:[a-z]|-)It$|[Ss]lanted/

/** A face from the name that the PDF gives its font ("ABCDEF+Arial-BoldMT"). */
export function faceFromName(name: string, unit: number): FontFace {
  const plain = name.replace(/^[A-Z]{6}\+/, '')
  return { name: plain, isBold: BOLD_NAME.test(plain), isItalic: ITALIC_NAME.test(plain), unit }
}

/** Gives equal styles the same object. */
export class StyleBook {
  readonly #styles = new Map<string, TextStyle>()
  #last: { font: FontFace | null; style: TextStyle | null } = { font: null, style: null }

  find(face: FontFace, size: number, colour: string): TextStyle {
    const rounded = Math.round(size * 4) / 4
    const { font, style } = this.#last
    if (font === face && style?.size === rounded && style.colour === colour) return style
    const key = `${face.name}|${rounded}|${colour}`
    const { name, isBold, isItalic } = face
    const found = this.#styles.get(key) ?? { font: name, isBold, isItalic, size: rounded, colour }
    this.#styles.set(key, found)
    this.#last = { font: face, style: found }
    return found
  }
}
