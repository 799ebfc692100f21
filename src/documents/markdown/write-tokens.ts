/** Writes markdown-it's tokens as blocks. */
import type { Token } from 'markdown-it'
import type { Block } from '../../model/index.ts'
import { type BlockShape, BlockWriter } from '../block-writer.ts'
import { finishBlocks } from '../finish-blocks.ts'
import { parseTree } from '../html/tree.ts'
import { walkPage } from '../html/walk-page.ts'
import { nextItem, type OpenList, openList } from '../open-list.ts'

/** The text and blocks of the tokens of a document. */
export function writeTokens(
  name: string,
  tokens: readonly Token[],
  nesting: number,
): { text: string; blocks: readonly Block[] } {
  const writer = new TokenWriter(name, nesting)
  for (const token of tokens) writer.write(token)
  return finishBlocks(writer.finish(), true)
}

class TokenWriter {
  private readonly writer = new BlockWriter()
  private readonly lists: OpenList[] = []
  private readonly name: string
  private readonly nesting: number
  private quotes = 0
  private isInHead = false
  /** The item whose first block comes next. */
  private item: BlockShape | null = null

  constructor(name: string, nesting: number) {
    this.name = name
    this.nesting = nesting
  }

  finish() {
    return this.writer.finish()
  }

  write(token: Token): void {
    const { type } = token
    if (type === 'inline') this.addInline(token.children ?? [])
    else if (type === 'heading_open') this.writer.open({ kind: 'heading', level: Number(token.tag.slice(1)) })
    else if (type === 'paragraph_open') this.openParagraph()
    else if (type === 'footnote_open') this.openNote(token.info)
    else if (type === 'blockquote_open') this.quotes++
    else if (type === 'blockquote_close') this.quotes--
    else if (/^(?:bullet|ordered)_list_/.test(type)) this.changeList(token)
    else if (type === 'list_item_open') this.item = nextItem(this.lists.at(-1))
    else if (type === 'thead_open' || type === 'thead_close') this.isInHead = type === 'thead_open'
    else if (type === 'tr_open')
      this.writer.open({ kind: 'table-row', ...(this.isInHead && { isHeaderRow: true }) })
    else if (type === 'th_open' || type === 'td_open') this.writer.openCell()
    else if (type === 'fence' || type === 'code_block') this.addCode(token.content)
    else if (type === 'html_block') this.addHtml(token.content)
    else if (type.endsWith('_close') && !/^t[dh]_/.test(type)) this.writer.close()
  }

  /** Notes may be called by words; only numbers are numbers. */
  private openNote(id: string): void {
    this.writer.open({ kind: 'footnote', ...(/^\d+$/.test(id) && { number: id }) })
  }

  private openParagraph(): void {
    this.writer.open(this.item ?? { kind: this.quotes > 0 ? 'quote' : 'paragraph' })
    this.item = null
  }

  private changeList(token: Token): void {
    this.writer.close()
    if (token.type.endsWith('_close')) {
      this.lists.pop()
      return
    }
    const start = Number(token.attrGet('start') ?? 1)
    this.lists.push(
      openList(this.writer, this.lists.at(-1), { isNumbered: token.type.startsWith('ordered'), start }),
    )
  }

  private addInline(children: readonly Token[]): void {
    let bold = 0
    for (const child of children) {
      if (child.type === 'strong_open') bold++
      else if (child.type === 'strong_close') bold--
      else if (child.type === 'softbreak') this.writer.add(' ')
      else if (child.type === 'hardbreak') this.writer.breakLine()
      else if (child.type === 'html_inline') {
        if (/^<br\b/i.test(child.content)) this.writer.breakLine()
      } else if (child.type === 'text' || child.type === 'code_inline' || child.type === 'text_special')
        this.writer.add(child.content.replace(/\[\^[^\]\s]{1,60}\]/g, ''), { isBold: bold > 0 })
    }
  }

  private addCode(content: string): void {
    this.openParagraph()
    this.writer.add(content.trimEnd(), { isPreformatted: true })
    this.writer.close()
  }

  /** Blocks of HTML inside Markdown, read as HTML is. */
  private addHtml(content: string): void {
    const page = walkPage(parseTree(this.name, content, this.nesting))
    for (const block of page.blocks) {
      const { kind, level, number } = block
      const isPlaced = kind === 'heading' || kind === 'list-item'
      this.writer.open({
        kind: kind === 'table-row' ? 'paragraph' : kind,
        ...(isPlaced && level !== undefined && { level }),
        ...(number && { number }),
      })
      this.writer.add(page.text.slice(block.start, block.end), { isPreformatted: true })
      this.writer.close()
    }
  }
}
