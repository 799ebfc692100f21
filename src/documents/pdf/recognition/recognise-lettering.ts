/** Reads a page of drawn letters line by line: by learnt shapes where all are known, by the recogniser elsewhere. */
import type { TextStyle, Word } from '../page-content.ts'
import { alignLetters } from './align-letters.ts'
import { coverageOf, LetterShapes, settleStrokes } from './letter-shapes.ts'
import { gatherLines, type Mark, type MarkLine } from './marks.ts'
import type { Outline } from './outlines.ts'
import { paintOutlines } from './raster.ts'
import { RECOGNITION_SCALE, type Recogniser } from './recogniser.ts'
import { measureType } from './type-size.ts'

/** In parts of the line's mark height: gaps between letters are narrower than these, gaps between words wider. */
const NARROWEST_BLANK = 0.3
const WIDEST_LETTER_GAP = 0.5
/** Digits stand on equal widths, so that a narrow 1 leaves a gap that looks like a blank, in parts of a digit's height. */
const DIGIT_GAP = 0.5
/** White around a line's picture, in points: the recogniser misses letters at an edge. */
const MARGIN = 8
/** Fill of a disc in its box, at least: a bullet. */
const DISC = 0.7

/** The gap that parts words in this line: the middle of the emptiest stretch between letter gaps and blanks. */
function findBlank(gaps: readonly number[]): number {
  const between = gaps.filter((gap) => gap > NARROWEST_BLANK && gap < WIDEST_LETTER_GAP)
  const edges = [NARROWEST_BLANK, ...between.sort((one, other) => one - other), WIDEST_LETTER_GAP]
  let [blank, widest] = [0, 0]
  for (let at = 1; at < edges.length; at++) {
    const [from = 0, to = 0] = [edges[at - 1], edges[at]]
    if (to - from > widest) {
      widest = to - from
      blank = (from + to) / 2
    }
  }
  return blank
}

/** Marks parted where a blank stands; a sign that opens or closes stays with its word. */
function splitWords(line: MarkLine): Mark[][] {
  const gaps = line.marks.slice(1).map((mark, at) => (mark.left - (line.marks[at]?.right ?? 0)) / line.height)
  const blank = findBlank(gaps)
  const words: Mark[][] = [[]]
  line.marks.forEach((mark, at) => {
    if (at > 0 && (gaps[at - 1] ?? 0) > blank) words.push([])
    words.at(-1)?.push(mark)
  })
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

/** A sign that hangs above the middle of the small letters can be no comma, point or bracket. */
const isHigh = (mark: Mark, line: MarkLine) => line.baseline - mark.bottom > 0.35 * line.height

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
  if (letters.length !== marks.length) {
    const known = marks.map((mark) => shapes.letterOf(mark, line.baseline))
    for (const [at, letter] of alignLetters(known, letters).entries()) {
      const mark = marks[at]
      if (mark && letter !== null) shapes.learn(mark, line.baseline, letter)
    }
    return read.split(/\s+/).filter(Boolean)
  }
  for (const [at, mark] of marks.entries()) {
    if (isHigh(mark, line) && /[),.'`]/.test(letters[at] ?? '')) letters[at] = '’'
    shapes.learn(mark, line.baseline, letters[at] ?? '')
  }
  let from = 0
  return words.map((word) => {
    const text = letters.slice(from, from + word.length).join('')
    from += word.length
    return text
  })
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface ReadLine {
  readonly texts: readonly string[]
  readonly boxes: readonly Box[]
}

const around = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map((box) => box.left)),
  right: Math.max(...boxes.map((box) => box.right)),
  top: Math.min(...boxes.map((box) => box.top)),
  bottom: Math.max(...boxes.map((box) => box.bottom)),
})

/** Where the recogniser parted the words otherwise than the gaps do, the line is one box and its words share it. */
function placeTexts(texts: readonly string[], words: readonly (readonly Mark[])[]): ReadLine {
  if (texts.length === words.length) return { texts, boxes: words.map(around) }
  const whole = around(words.flat())
  const total = texts.join(' ').length || 1
  let from = 0
  const boxes = texts.map((text) => {
    const left = whole.left + (from / total) * (whole.right - whole.left)
    from += text.length + 1
    return { ...whole, left, right: whole.left + ((from - 1) / total) * (whole.right - whole.left) }
  })
  return { texts, boxes }
}

/**
 * “ or ( alone is the start of the next word, ” or ) alone the end of the last: some faces set them with a gap. A lone
 * ) that closes nothing is an apostrophe.
 */
function joinSigns({ texts, boxes }: ReadLine): ReadLine {
  const joined: { texts: string[]; boxes: Box[] } = { texts: [], boxes: [] }
  let isOpen = false
  texts.forEach((read, at) => {
    const box = boxes[at]
    if (!box) return
    const text = read === ')' && !joined.texts.some((before) => before.includes('(')) ? '’' : read
    const last = joined.texts.length - 1
    const lastBox = joined.boxes[last]
    const isNumberApart =
      lastBox !== undefined &&
      /\d$/.test(joined.texts[last] ?? '') &&
      /^\d/.test(text) &&
      box.left - lastBox.right < DIGIT_GAP * (box.bottom - box.top)
    if (lastBox && (isOpen || isNumberApart || /^[”’")\]}.,;:!?]+$/.test(text))) {
      joined.texts[last] += text
      joined.boxes[last] = around([lastBox, box])
    } else {
      joined.texts.push(text)
      joined.boxes.push(box)
    }
    isOpen = /^[“‘([{]+$/.test(text) || (text === '’' && texts[at + 1] === 's')
  })
  return joined
}

function readLine(line: MarkLine, recogniser: Recogniser, shapes: LetterShapes): ReadLine {
  const words = splitWords(line)
  const [first, ...rest] = words
  if (first && rest.length > 0 && isBullet(first, line.height)) {
    const after = readLine({ ...line, marks: rest.flat() }, recogniser, shapes)
    return { texts: ['•', ...after.texts], boxes: [around(first), ...after.boxes] }
  }
  const texts = readByShapes(words, line.baseline, shapes) ?? readByPicture(line, words, recogniser, shapes)
  return joinSigns(placeTexts(texts, words))
}

/** Sizes closer than this part of each other are one size, measured on different letters. */
const SAME_SIZE = 0.07

/** What a document's pages share: its letter shapes and the type sizes met so far. */
export class Lettering {
  readonly #shapes = new LetterShapes()
  readonly #styles: TextStyle[] = []
  readonly #recogniser: Recogniser

  constructor(recogniser: Recogniser) {
    this.#recogniser = recogniser
  }

  #styleOf(size: number): TextStyle {
    const known = this.#styles.find((style) => Math.abs(style.size - size) <= SAME_SIZE * size)
    if (known) return known
    const style = { font: 'recognised', isBold: false, isItalic: false, size, colour: '#000000' }
    this.#styles.push(style)
    return style
  }

  /** The words of a page's drawn letters; lines of one size share a style. */
  recognise(outlines: readonly Outline[]): Word[] {
    return gatherLines(outlines).flatMap((line) => {
      const { texts, boxes } = readLine(line, this.#recogniser, this.#shapes)
      const { size, baseline } = measureType(texts, boxes)
      const style = this.#styleOf(size)
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
}
