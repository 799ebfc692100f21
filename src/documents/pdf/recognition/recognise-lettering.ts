/** Reads a page of drawn letters line by line: by learnt shapes where all are known, by the recogniser elsewhere. */
import type { TextStyle, Word } from '../page-content.ts'
import { coverageOf, type LetterShapes, settleStrokes } from './letter-shapes.ts'
import { gatherLines, type Mark, type MarkLine } from './marks.ts'
import type { Outline } from './outlines.ts'
import { paintOutlines } from './raster.ts'
import { RECOGNITION_SCALE, type Recogniser } from './recogniser.ts'
import { measureType } from './type-size.ts'

/** A blank between words is wider than this part of the line's mark height; between letters it is narrower. */
const WORD_GAP = 0.32
/** White around a line's picture, in points: the recogniser misses letters at an edge. */
const MARGIN = 8
/** Fill of a disc in its box, at least: a bullet. */
const DISC = 0.7

/** Marks parted where a blank stands, with the gaps' measure taken from the line itself. */
function splitWords(line: MarkLine): Mark[][] {
  const words: Mark[][] = []
  let end = -Infinity
  for (const mark of line.marks) {
    if (mark.left - end > WORD_GAP * line.height) words.push([])
    words.at(-1)?.push(mark)
    end = Math.max(end, mark.right)
  }
  return words
}

/** A disc that stands alone before the line's first word. */
function isBullet(word: readonly Mark[], height: number): boolean {
  const [mark] = word
  if (!mark || word.length !== 1) return false
  const [width, tall] = [mark.right - mark.left, mark.bottom - mark.top]
  return (
    Math.abs(width - tall) < 0.25 * tall &&
    tall > 0.15 * height &&
    tall < 0.9 * height &&
    coverageOf(mark) > DISC
  )
}

/** The line's text by learnt shapes, a string a word; null when a shape is not trusted yet. */
function readByShapes(
  words: readonly (readonly Mark[])[],
  baseline: number,
  shapes: LetterShapes,
): string[] | null {
  const texts: string[] = []
  for (const word of words) {
    let text = ''
    for (const mark of word) {
      const letter = shapes.letterOf(mark, baseline)
      if (letter === null) return null
      text += letter
    }
    texts.push(settleStrokes(text))
  }
  return texts
}

function paintLine(line: readonly Mark[], scale: number) {
  const left = Math.min(...line.map((mark) => mark.left)) - MARGIN
  const top = Math.min(...line.map((mark) => mark.top)) - MARGIN
  const width = Math.max(...line.map((mark) => mark.right)) + MARGIN - left
  const height = Math.max(...line.map((mark) => mark.bottom)) + MARGIN - top
  const moved = line.map(({ outline }) => ({
    ...outline,
    rings: outline.rings.map((ring) => ring.map((value, index) => value - (index % 2 === 0 ? left : top))),
  }))
  return paintOutlines(moved, width, height, scale)
}

/** Reads the line with the recogniser, and learns its shapes where letters and marks can be told one to one. */
function readByPicture(
  line: MarkLine,
  words: readonly (readonly Mark[])[],
  recogniser: Recogniser,
  shapes: LetterShapes,
): string[] {
  const marks = words.flat()
  const read = recogniser.recogniseLine(paintLine(marks, RECOGNITION_SCALE))
  const letters = [...read.replace(/\s+/g, '')]
  if (letters.length !== marks.length) return read.split(/\s+/).filter(Boolean)
  marks.forEach((mark, at) => shapes.learn(mark, line.baseline, letters[at] ?? ''))
  let from = 0
  return words.map((word) => letters.slice(from, (from += word.length)).join(''))
}

interface ReadLine {
  readonly texts: readonly string[]
  readonly boxes: readonly { left: number; right: number; top: number; bottom: number }[]
}

const boxOf = (marks: readonly Mark[]) => ({
  left: Math.min(...marks.map((mark) => mark.left)),
  right: Math.max(...marks.map((mark) => mark.right)),
  top: Math.min(...marks.map((mark) => mark.top)),
  bottom: Math.max(...marks.map((mark) => mark.bottom)),
})

/** Where the recogniser parted the words otherwise than the gaps do, the line is one box and its words share it. */
function placeTexts(texts: readonly string[], words: readonly (readonly Mark[])[]): ReadLine {
  if (texts.length === words.length) return { texts, boxes: words.map(boxOf) }
  const whole = boxOf(words.flat())
  const total = texts.join(' ').length || 1
  let from = 0
  const boxes = texts.map((text) => {
    const left = whole.left + (from / total) * (whole.right - whole.left)
    from += text.length + 1
    return { ...whole, left, right: whole.left + ((from - 1) / total) * (whole.right - whole.left) }
  })
  return { texts, boxes }
}

function readLine(line: MarkLine, recogniser: Recogniser, shapes: LetterShapes): ReadLine {
  const words = splitWords(line)
  const [first, ...rest] = words
  if (first && rest.length > 0 && isBullet(first, line.height)) {
    const after = readLine({ ...line, marks: rest.flat() }, recogniser, shapes)
    return { texts: ['•', ...after.texts], boxes: [boxOf(first), ...after.boxes] }
  }
  const texts = readByShapes(words, line.baseline, shapes) ?? readByPicture(line, words, recogniser, shapes)
  return placeTexts(texts, words)
}

/** The words of a page's drawn letters; lines of one size share a style. */
export function recogniseLettering(
  outlines: readonly Outline[],
  recogniser: Recogniser,
  shapes: LetterShapes,
): Word[] {
  const styles = new Map<number, TextStyle>()
  return gatherLines(outlines).flatMap((line) => {
    const { texts, boxes } = readLine(line, recogniser, shapes)
    const { size, baseline } = measureType(texts, boxes)
    const style = styles.get(size) ?? {
      font: 'recognised',
      isBold: false,
      isItalic: false,
      size,
      colour: '#000000',
    }
    styles.set(size, style)
    return texts.map((text, at) => ({
      text,
      x: boxes[at]?.left ?? 0,
      width: (boxes[at]?.right ?? 0) - (boxes[at]?.left ?? 0),
      baseline,
      style,
      hasSpaceBefore: true,
      turn: 0,
      tag: null,
    }))
  })
}
