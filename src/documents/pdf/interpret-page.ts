/** Follows a page's drawing operators and keeps the words and the rectangles they paint. */
import { actualWords } from './actual-words.ts'
import { type Matrix, multiply, toMatrix } from './matrix.ts'
import type { Dot, Shape, Word } from './page-content.ts'
import { dotOfPath, readSubpaths, shapesOfPath } from './path-shapes.ts'
import { type ShownText, showText, type WordCollector } from './show-text.ts'
import { type FontFace, type StyleBook, startState, type TextState, UNKNOWN_FACE } from './text-state.ts'

/** pdf.js's operator numbers by name, as far as they are followed. */
export type OperatorNumbers = Readonly<Record<string, number>>

export interface OperatorList {
  readonly fnArray: ArrayLike<number>
  readonly argsArray: ArrayLike<unknown>
}

/** More shapes than this are a map or a chart, whose rectangles say nothing about text. */
const MOST_SHAPES = 4000

/** True for a layer (OCG) that is shown, or what shows by several (OCMD), as pdf.js tells of it. */
export type IsShown = (layer: unknown) => boolean

/** Marked content that is open and does more than give a tag: what held before it, and the words that it stands for. */
interface Mark {
  /** Tags that are open around it. */
  readonly depth: number
  readonly isHidden: boolean
  /** With how many words were painted before it. */
  readonly actual: { readonly text: string; readonly from: number } | null
}

interface Interpreter extends WordCollector {
  state: TextState
  readonly stack: TextState[]
  readonly tags: (string | null)[]
  readonly marks: Mark[]
  /** True inside a mark that stands for other words: those in it stand for none. */
  isReplaced: boolean
  readonly isShown: IsShown
  readonly shapes: Shape[]
  readonly dots: Dot[]
  readonly findFace: (id: string) => FontFace
  readonly numbers: OperatorNumbers
}

/** The words, in paint order, and shapes of a page. `base` takes PDF's user space to points from the top left. */
export function interpretPage(
  list: OperatorList,
  base: Matrix,
  numbers: OperatorNumbers,
  findFace: (id: string) => FontFace,
  styles: StyleBook,
  isShown: IsShown = () => true,
): { words: Word[]; shapes: Shape[]; dots: Dot[] } {
  const at: Interpreter = {
    state: startState(base),
    stack: [],
    tags: [],
    marks: [],
    isReplaced: false,
    isShown,
    isHidden: false,
    shapes: [],
    dots: [],
    findFace,
    numbers,
    words: [],
    styles,
    tag: null,
    isSpacePending: false,
  }
  const steps = stepsByNumber(numbers)
  for (let i = 0; i < list.fnArray.length; i++) {
    const step = steps[list.fnArray[i] ?? -1]
    if (step !== undefined) step(at, list.argsArray[i])
  }
  return { words: at.words, shapes: at.shapes, dots: at.dots }
}

type Step = (at: Interpreter, args: unknown) => void

const valueAt = (args: unknown, index: number): unknown => (Array.isArray(args) ? args[index] : undefined)
const numberAt = (args: unknown, index: number): number => {
  const value = valueAt(args, index)
  return typeof value === 'number' ? value : 0
}

const save: Step = (at) => {
  at.stack.push({ ...at.state })
}
const restore: Step = (at) => {
  const before = at.stack.pop()
  if (before !== undefined) at.state = before
}
const setNumber =
  (key: 'leading' | 'charSpacing' | 'wordSpacing' | 'rise' | 'renderingMode'): Step =>
  (at, args) => {
    at.state[key] = numberAt(args, 0)
  }
const setFill: Step = (at, args) => {
  const colour = valueAt(args, 0)
  at.state.fill = typeof colour === 'string' ? colour : '#808080'
}

function moveLine({ state }: Interpreter, x: number, y: number): void {
  state.lineX += x
  state.lineY += y
  state.x = state.lineX
  state.y = state.lineY
}

function setTextMatrix({ state }: Interpreter, matrix: Matrix): void {
  state.textMatrix = matrix
  state.lineX = state.lineY = state.x = state.y = 0
}

const STEPS: Readonly<Record<string, Step>> = {
  save,
  restore,
  beginGroup: save,
  endGroup: restore,
  transform: (at, args) => {
    at.state.transform = multiply(at.state.transform, toMatrix(args))
  },
  paintFormXObjectBegin: (at, args) => {
    save(at, args)
    at.state.transform = multiply(at.state.transform, toMatrix(valueAt(args, 0)))
  },
  paintFormXObjectEnd: restore,
  setLineWidth: (at, args) => {
    at.state.lineWidth = numberAt(args, 0)
  },
  beginText: (at) => setTextMatrix(at, toMatrix(null)),
  setTextMatrix: (at, args) => setTextMatrix(at, toMatrix(valueAt(args, 0))),
  moveText: (at, args) => moveLine(at, numberAt(args, 0), numberAt(args, 1)),
  setLeadingMoveText: (at, args) => {
    at.state.leading = numberAt(args, 1)
    moveLine(at, numberAt(args, 0), numberAt(args, 1))
  },
  nextLine: (at) => moveLine(at, 0, at.state.leading),
  setLeading: (at, args) => {
    at.state.leading = -numberAt(args, 0)
  },
  setCharSpacing: setNumber('charSpacing'),
  setWordSpacing: setNumber('wordSpacing'),
  setTextRise: setNumber('rise'),
  setTextRenderingMode: setNumber('renderingMode'),
  setHScale: (at, args) => {
    at.state.scale = numberAt(args, 0) / 100
  },
  setFont: (at, args) => {
    const id = valueAt(args, 0)
    at.state.face = typeof id === 'string' ? at.findFace(id) : UNKNOWN_FACE
    at.state.fontSize = numberAt(args, 1)
  },
  setFillRGBColor: setFill,
  setFillColorN: setFill,
  showText: (at, args) => {
    const text = valueAt(args, 0)
    // pdf.js documents showText's argument as glyphs and numbers.
    if (Array.isArray(text)) showText(text as ShownText, at.state, at)
  },
  beginMarkedContent: openMark,
  beginMarkedContentProps: openMark,
  endMarkedContent: closeMark,
  constructPath: (at, args) => addPath(at, args),
}

/** An artifact stays one whatever is marked inside it; so does anything else until a tag of its own is given. */
function openMark(at: Interpreter, args: unknown): void {
  const [given, detail] = [valueAt(args, 0), valueAt(args, 1)]
  // pdf.js gives the tag as a string, or as the name object it read.
  const tag: unknown = typeof given === 'object' && given !== null ? Reflect.get(given, 'name') : given
  const isReplacing = typeof detail === 'string' && !at.isReplaced
  if (isReplacing || tag === 'OC') {
    const actual = isReplacing ? { text: detail, from: at.words.length } : null
    at.marks.push({ depth: at.tags.length, isHidden: at.isHidden, actual })
    at.isReplaced ||= isReplacing
  }
  at.tags.push(at.tag)
  if (tag === 'OC') at.isHidden ||= !at.isShown(detail)
  else if (typeof tag === 'string' && at.tag !== 'Artifact') at.tag = tag
}

function closeMark(at: Interpreter): void {
  at.tag = at.tags.pop() ?? null
  if (at.marks.length === 0 || at.marks.at(-1)?.depth !== at.tags.length) return
  const mark = at.marks.pop()
  at.isHidden = mark?.isHidden ?? false
  if (!mark?.actual) return
  const { text, from } = mark.actual
  at.isReplaced = false
  at.words.push(...actualWords(at.words.splice(from), text))
  if (/\s$/.test(text)) at.isSpacePending = true
}

function addPath(at: Interpreter, args: unknown): void {
  if (at.isHidden || at.shapes.length >= MOST_SHAPES || at.dots.length >= MOST_SHAPES) return
  const { numbers } = at
  const paint = numberAt(args, 0)
  const path = valueAt(valueAt(args, 1), 0)
  if (!(path instanceof Float32Array)) return
  const isFilled = [numbers.fill, numbers.eoFill, numbers.fillStroke, numbers.eoFillStroke].includes(paint)
  const isClosedFill = [numbers.closeFillStroke, numbers.closeEOFillStroke].includes(paint)
  const isStroke = [numbers.stroke, numbers.closeStroke].includes(paint)
  if (!isFilled && !isClosedFill && !isStroke) return
  const subpaths = readSubpaths(path, at.state.transform)
  const dot = dotOfPath(subpaths)
  if (dot !== null) {
    at.dots.push(dot)
    return
  }
  const isStroked = isStroke || isClosedFill || paint === numbers.fillStroke || paint === numbers.eoFillStroke
  const lineWidth = at.state.lineWidth * Math.hypot(at.state.transform[0], at.state.transform[1])
  const fill = isStroke ? null : at.state.fill
  at.shapes.push(...shapesOfPath(subpaths, { fill, isStroked, lineWidth }))
}

function stepsByNumber(numbers: OperatorNumbers): (Step | undefined)[] {
  const steps: (Step | undefined)[] = []
  for (const [name, step] of Object.entries(STEPS)) {
    const number = numbers[name]
    if (number !== undefined) steps[number] = step
  }
  return steps
}
