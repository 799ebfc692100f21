/** Walks the tree of a page and writes its blocks, without recursion: pages nest as deep as the limit lets them. */
import type { Block } from '../../model/index.ts'
import { type BlockShape, BlockWriter } from '../block-writer.ts'
import { finishBlocks } from '../finish-blocks.ts'
import { nextItem, type OpenList, openList } from '../open-list.ts'
import { isRaisable, isRaisedMark } from '../raised-marks.ts'
import { opensParagraph, typedBulletLength } from '../typed-lines.ts'
import {
  headingLevelOf,
  isBlockElement,
  isBox,
  isComment,
  isHidden,
  isNoteMark,
  isNotes,
  noteNumberOf,
  raisedText,
} from './element-roles.ts'
import { findFrame, isFurnitureHere, type PageFrame } from './page-frame.ts'
import { OUTSIDE, type Surroundings } from './surroundings.ts'
import { isDataTable, isHeaderRow, SpannedColumns, spanOf } from './tables.ts'
import { attribute, type HtmlElement, type HtmlNode, type HtmlPage, isElement } from './tree.ts'
import { TypedItems } from './typed-items.ts'
import { isWordListMark, WordLists } from './word-lists.ts'

type Step = { readonly node: HtmlNode; readonly around: Surroundings } | { readonly leave: Surroundings }

/** The text and blocks of a page. */
export function walkPage(page: HtmlPage): { text: string; blocks: readonly Block[] } {
  const written = new PageWalk(findFrame(page)).run(page)
  // Where the whole page counts as furniture, the page uses the names differently: then nothing is.
  const hasContent = written.blocks.some((block) => block.kind !== 'navigation')
  return finishBlocks(hasContent ? written : new PageWalk(null).run(page), true)
}

class PageWalk {
  private readonly writer = new BlockWriter()
  private readonly frame: PageFrame | null
  private boxes = 0
  private isAfterBreak = false
  private readonly typedItems: TypedItems
  private readonly wordLists: WordLists

  constructor(frame: PageFrame | null) {
    this.frame = frame
    this.typedItems = new TypedItems(this.writer)
    this.wordLists = new WordLists(this.writer)
  }

  run(page: HtmlPage) {
    const start: Surroundings = { ...OUTSIDE, isNavigation: this.frame?.main !== undefined }
    const stack: Step[] = []
    pushChildren(stack, page.childNodes, start)
    for (let step = stack.pop(); step; step = stack.pop()) {
      if ('leave' in step) this.endBlock(step.leave)
      else if ('value' in step.node) this.addText(step.node.value, step.around)
      else if (isElement(step.node)) this.enter(step.node, step.around, stack)
    }
    return this.writer.finish()
  }

  private enter(element: HtmlElement, around: Surroundings, stack: Step[]): void {
    // A section that opens at a click has its heading in a button.
    const isShownButton = element.tagName === 'button' && around.heading !== undefined
    if ((isHidden(element) && !isShownButton) || isComment(element)) return
    if (isNoteMark(element) || isWordListMark(element) || this.isTypedNoteMark(element)) return
    if (element.tagName === 'br') {
      this.breakLine(around)
      return
    }
    const inside = this.look(element, around)
    if (around.isInDataTable && /^t[dh]$/.test(element.tagName) && !around.isInCell)
      this.openCell(element, around)
    else if (isBlockElement(element)) {
      this.endBlock(around)
      if (inside.isInDataTable && element.tagName === 'tr' && !around.isInCell) this.openRow(element, inside)
      stack.push({ leave: around })
    }
    pushChildren(stack, element.childNodes, inside)
  }

  /** Raised digits that lead nowhere are the mark of a note too, unless they raise what stands before them. */
  private isTypedNoteMark(element: HtmlElement): boolean {
    return (
      element.tagName === 'sup' &&
      this.writer.isOpen &&
      isRaisedMark(raisedText(element)) &&
      !isRaisable(this.writer.lastText)
    )
  }

  /** The surroundings of an element's children. Mostly those of the element, so the same object is passed down. */
  private look(element: HtmlElement, around: Surroundings): Surroundings {
    const { tagName } = element
    const changes: { -readonly [key in keyof Surroundings]?: Surroundings[key] } = {}
    if (tagName === 'b' || tagName === 'strong') changes.isBold = true
    const heading = headingLevelOf(element)
    if (heading !== undefined) changes.heading = heading
    if (!isBlockElement(element)) return Object.keys(changes).length > 0 ? { ...around, ...changes } : around
    if (this.frame && element === this.frame.main)
      Object.assign(changes, { isNavigation: false, isInContent: true })
    else if (this.frame && isFurnitureHere(element, this.frame, around.isInContent || around.isQuote))
      changes.isNavigation = true
    if (tagName === 'article' || tagName === 'section') changes.isInContent = true
    if (tagName === 'blockquote') changes.isQuote = true
    if (tagName === 'pre') changes.isPreformatted = true
    if (isNotes(element)) changes.isNote = true
    const noteNumber = noteNumberOf(element)
    if (noteNumber !== undefined) changes.noteNumber = noteNumber
    if (!around.isInCell && around.box === undefined && isBox(element)) changes.box = this.boxes++
    if (tagName === 'table') {
      changes.isInDataTable = !around.isInCell && isDataTable(element)
      if (changes.isInDataTable) changes.columns = new SpannedColumns()
    }
    if (around.isInDataTable && (tagName === 'td' || tagName === 'th')) changes.isInCell = true
    const role = attribute(element, 'role')
    if (tagName === 'ul' || tagName === 'ol' || tagName === 'dir' || role === 'list')
      Object.assign(changes, { list: this.openList(element, around), item: undefined })
    const wordLevel = around.isInCell ? undefined : this.wordLists.levelOf(element)
    if (wordLevel !== undefined) {
      this.endBlock(around)
      changes.item = { shape: this.wordLists.itemShape(element, wordLevel) }
    }
    if (tagName === 'li' || role === 'listitem') changes.item = { shape: this.itemShape(element, around) }
    return Object.keys(changes).length > 0 ? { ...around, ...changes } : around
  }

  private openList(element: HtmlElement, around: Surroundings): OpenList {
    if (!around.isInCell) this.endBlock(around)
    const isReversed = attribute(element, 'reversed') !== undefined
    const first = isReversed ? element.childNodes.filter(({ nodeName }) => nodeName === 'li').length : 1
    const start = Number.parseInt(attribute(element, 'start') ?? '', 10)
    return openList(this.writer, around.list, {
      isNumbered: element.tagName === 'ol',
      start: Number.isFinite(start) ? start : first,
      style: attribute(element, 'type') ?? '1',
      isReversed,
    })
  }

  private itemShape(element: HtmlElement, around: Surroundings): BlockShape {
    const value = Number.parseInt(attribute(element, 'value') ?? '', 10)
    return nextItem(around.list, Number.isFinite(value) ? value : undefined)
  }

  /** A cell in its own column: empty cells stand for those that reach down from above. */
  private openCell(element: HtmlElement, around: Surroundings): void {
    const skipped = around.columns?.place(element) ?? 0
    for (let index = 0; index < skipped; index++) this.writer.openCell()
    this.writer.openCell(spanOf(element, 'rowspan'))
  }

  private openRow(element: HtmlElement, inside: Surroundings): void {
    inside.columns?.openRow()
    if (inside.isNavigation) this.writer.open({ kind: 'navigation' })
    else
      this.writer.open({
        kind: 'table-row',
        ...this.box(inside),
        ...(isHeaderRow(element) && { isHeaderRow: true }),
      })
  }

  private addText(text: string, around: Surroundings): void {
    const isBlank = !/[^ \t\n\r\f]/.test(text)
    if (isBlank && (!this.writer.isOpen || (around.isInDataTable && !around.isInCell))) return
    const words = isBlank ? text : this.openTyped(text, around)
    if (!isBlank) this.isAfterBreak = false
    if (!this.writer.isOpen) this.writer.open(this.shape(around))
    const { isBold, isPreformatted } = around
    if (isPreformatted && !around.isInCell) this.addLines(words, around)
    else this.writer.add(words, { isBold, isPreformatted })
  }

  /** Opens the item or paragraph that a line of running text begins by what is typed, and gives the text without its mark. */
  private openTyped(text: string, around: Surroundings): string {
    if (this.writer.isOpen && !this.isAfterBreak) return text
    const { heading, isInCell, isNavigation, isNote, isPreformatted, isQuote, item } = around
    if (heading || isInCell || isNavigation || isNote || isPreformatted || isQuote || item) return text
    const length = typedBulletLength(text)
    if (length > 0) this.writer.open({ ...this.typedItems.itemShape(), ...this.box(around) })
    else if (this.writer.isOpen && opensParagraph(text)) this.writer.close()
    return text.slice(length)
  }

  /** Text that keeps its lines: an empty one parts paragraphs, as it does where plain text is read. */
  private addLines(text: string, around: Surroundings): void {
    text.split(/\n[ \t]*\r?\n\s*/).forEach((part, i) => {
      if (i > 0) this.writer.close()
      if (i > 0 && part.trim() !== '') this.writer.open(this.shape(around))
      this.writer.add(part, { isBold: around.isBold, isPreformatted: true })
    })
  }

  private shape(around: Surroundings): BlockShape {
    const box = this.box(around)
    if (around.isNavigation) return { kind: 'navigation' }
    if (around.heading) return { kind: 'heading', level: around.heading, ...box }
    const item = around.item?.shape
    if (around.item) around.item.shape = null
    const note = around.noteNumber ?? item?.number
    if (around.isNote) return { kind: 'footnote', ...(note && { number: note }) }
    if (item) return { ...item, ...box }
    return { kind: around.isQuote ? 'quote' : 'paragraph', ...box }
  }

  private box(around: Surroundings): { box?: number } {
    return around.box === undefined ? {} : { box: around.box }
  }

  /** Two breaks in a row part paragraphs, as pages that know no <p> write them. */
  private breakLine(around: Surroundings): void {
    if (this.isAfterBreak && !around.isInCell && !around.isPreformatted) this.writer.close()
    else this.writer.breakLine()
    this.isAfterBreak = true
  }

  private endBlock(around: Surroundings): void {
    this.isAfterBreak = false
    if (around.isInCell) this.writer.breakLine()
    else this.writer.close()
  }
}

function pushChildren(stack: Step[], nodes: readonly HtmlNode[], around: Surroundings): void {
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i]
    if (node) stack.push({ node, around })
  }
}
