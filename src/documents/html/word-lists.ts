/** Lists of pages that Word saved: paragraphs that look like items, each with its mark typed into it. */
import type { BlockShape, BlockWriter } from '../block-writer.ts'
import { nextItem, type OpenList, openList } from '../open-list.ts'
import { parseMarker } from '../plain/markers.ts'
import { attribute, elementsOf, type HtmlElement, textOf } from './tree.ts'

/** The mark of an item ("·", "2."), which Word sets apart for its own reading. */
export const isWordListMark = (element: HtmlElement): boolean =>
  element.tagName === 'span' && /mso-list\s*:\s*Ignore/i.test(attribute(element, 'style') ?? '')

export class WordLists {
  private readonly writer: BlockWriter
  private open: OpenList[] = []

  constructor(writer: BlockWriter) {
    this.writer = writer
  }

  /** The level of the paragraph in its list, from 1; undefined for what is no such paragraph. */
  levelOf(element: HtmlElement): number | undefined {
    if (element.tagName !== 'p') return undefined
    const level = /\bmso-list\s*:\s*l\d+ level([1-9])/i.exec(attribute(element, 'style') ?? '')?.[1]
    return level === undefined ? undefined : Number(level)
  }

  /** The shape of the item that the paragraph is, once what stands before it is written. */
  itemShape(element: HtmlElement, level: number): BlockShape {
    if (this.writer.blocks.at(-1)?.kind !== 'list-item') this.open = []
    this.open.length = Math.min(this.open.length, level)
    while (this.open.length < level)
      this.open.push(openList(this.writer, this.open.at(-1), { isNumbered: false }))
    const number = numberOf(element)
    return { ...nextItem(this.open.at(-1)), ...(number !== undefined && { number }) }
  }
}

function numberOf(element: HtmlElement): string | undefined {
  for (const inside of elementsOf(element))
    if (isWordListMark(inside)) return parseMarker(`${textOf(inside)} x`)?.number
  return undefined
}
