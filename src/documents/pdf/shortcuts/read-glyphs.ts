/** Puts the quick reading of shown letters in the place of pdf.js's own: from codes to glyphs without strings between. */
import { ShownCodes } from './shown-codes.ts'

/** A glyph as pdf.js makes it, once for each code of a font. */
type Glyph = object

/** pdf.js's fonts, as far as they are used. */
interface Font {
  readonly cMap?: { readonly codespaceRanges: readonly (readonly number[])[] } | undefined
  _charToGlyph(code: number, isSpace: boolean): Glyph
  charsToGlyphs(text: string): readonly Glyph[]
}

export interface EvaluatorClass {
  readonly prototype: {
    handleText(shown: unknown, state: { readonly font: Font }): readonly (Glyph | number)[]
  }
  buildFontPaths(): void
}

/** The glyphs of a font that were shown, by their codes, and how many bytes a code has; 0 where that differs. */
interface KnownGlyphs {
  readonly glyphs: Map<number, Glyph>
  readonly bytes: 0 | 1 | 2
}

/** Makes `Evaluator` read shown letters quickly, and never draw them. */
export function readGlyphsQuickly(Evaluator: EvaluatorClass): void {
  const fonts = new WeakMap<Font, KnownGlyphs>()
  const knownOf = (font: Font): KnownGlyphs => {
    const known = fonts.get(font) ?? { glyphs: new Map(), bytes: bytesOf(font) }
    fonts.set(font, known)
    return known
  }
  Evaluator.prototype.handleText = (shown, { font }) =>
    shown instanceof ShownCodes
      ? glyphsOf(shown, font, knownOf(font))
      : // What pdf.js read itself it gives as a string.
        font.charsToGlyphs(shown as string)
  // Letters are drawn as shapes where they cut out a picture, for a page never shown.
  Evaluator.buildFontPaths = () => {}
}

function bytesOf({ cMap, _charToGlyph }: Font): 0 | 1 | 2 {
  // What stands in for a font that is broken knows no glyphs.
  if (typeof _charToGlyph !== 'function') return 0
  if (!cMap) return 1
  const [one, two, three, four] = cMap.codespaceRanges
  const isPair = two?.length === 2 && two[0] === 0 && two[1] === 0xffff
  return isPair && one?.length === 0 && three?.length === 0 && four?.length === 0 ? 2 : 0
}

function glyphsOf(shown: ShownCodes, font: Font, { glyphs, bytes }: KnownGlyphs): (Glyph | number)[] {
  const { codes, ends, moves, pieces } = shown
  const list: (Glyph | number)[] = []
  let at = 0
  for (let piece = 0; piece < pieces; piece++) {
    const end = ends[piece] ?? 0
    if (at === end) {
      list.push(moves[piece] ?? 0)
      continue
    }
    if (bytes === 0) {
      for (const glyph of font.charsToGlyphs(textOf(codes, at, end))) list.push(glyph)
      at = end
    }
    for (; at < end; at += bytes) {
      const code = bytes === 1 ? (codes[at] ?? 0) : pairAt(codes, at, end)
      let glyph = glyphs.get(code)
      if (glyph === undefined) {
        glyph = font._charToGlyph(code, bytes === 1 && code === 32)
        glyphs.set(code, glyph)
      }
      list.push(glyph)
    }
    at = end
  }
  return list
}

const textOf = (codes: Uint8Array, start: number, end: number): string =>
  Array.from(codes.subarray(start, end), (code) => String.fromCharCode(code)).join('')

/** Two codes as one; the second is 0 where a string ends after the first. */
const pairAt = (codes: Uint8Array, at: number, end: number): number =>
  ((codes[at] ?? 0) << 8) | (at + 1 < end ? (codes[at + 1] ?? 0) : 0)
