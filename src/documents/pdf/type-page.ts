/** Sets pages of type by hand, for tests: words half an em wide a letter, so that places are easy to reckon. */

import type { ParsedText } from '../source.ts'
import { buildDocument } from './build-document.ts'
import type { PageContent, Shape, TextStyle, Word } from './page-content.ts'

export interface SetLine {
  readonly text: string
  readonly x?: number
  readonly y: number
  readonly size?: number
  readonly isBold?: boolean
  readonly isItalic?: boolean
  readonly colour?: string
  readonly tag?: string
  /** How far the baseline stands above `y`. */
  readonly rise?: number
}

export const LETTER_WIDTH = 0.5

const styles = (line: SetLine): TextStyle => ({
  font: 'Test',
  isBold: line.isBold ?? false,
  isItalic: line.isItalic ?? false,
  size: line.size ?? 10,
  colour: line.colour ?? '#000000',
})

/** The words of lines, each starting at its `x` (60 unless told) with blanks half an em wide. */
export function setWords(lines: readonly SetLine[]): Word[] {
  const book = new Map<string, TextStyle>()
  return lines.flatMap((line) => {
    const own = styles(line)
    const style = book.get(JSON.stringify(own)) ?? own
    book.set(JSON.stringify(own), style)
    let x = line.x ?? 60
    return line.text.split(' ').map((text, index) => {
      const width = text.length * style.size * LETTER_WIDTH
      const word: Word = {
        text,
        x,
        width,
        baseline: line.y - (line.rise ?? 0),
        style,
        hasSpaceBefore: index > 0,
        turn: 0,
        tag: line.tag ?? null,
      }
      x += width + style.size * LETTER_WIDTH
      return word
    })
  })
}

/** A4 in points, upright. */
export function setPage(
  number: number,
  lines: readonly SetLine[],
  shapes: readonly Shape[] = [],
): PageContent {
  return { number, width: 595, height: 842, label: null, words: setWords(lines), shapes, dots: [] }
}

/** Lines of running text from `y` down, 12 points apart. */
export const setText = (
  texts: readonly string[],
  y: number,
  rest: Omit<SetLine, 'text' | 'y'> = {},
): SetLine[] => texts.map((text, index) => ({ ...rest, text, y: y + index * 12 }))

export const NO_FACTS = { metadata: { title: null, author: null }, outline: new Map<string, number>() }

export const readPages = (...pages: readonly PageContent[]): ParsedText => buildDocument(pages, NO_FACTS, [])

/** Blocks as one line each: kind, level, number, marks and words. */
export function showBlocks({ text, blocks }: ParsedText): string[] {
  return blocks.map((block) => {
    const cells = block.cells?.map((cell) => text.slice(cell.start, cell.end)).join(' | ')
    const marks = [
      block.isHeaderRow && 'header',
      block.isEmphasised && 'stressed',
      block.box !== undefined && `box ${block.box}`,
      block.leadIn !== undefined && `under ${block.leadIn}`,
    ].filter((mark) => typeof mark === 'string')
    const name = `${block.kind}${block.level ?? ''}${block.number === undefined ? '' : ` (${block.number})`}`
    const tail = marks.length === 0 ? '' : ` [${marks.join(', ')}]`
    return `${name}${tail}: ${cells ?? text.slice(block.start, block.end)}`
  })
}
