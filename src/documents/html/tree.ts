/** The tree of an HTML page, as parse5 builds it, held to a depth. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { LimitError } from '../../model/index.ts'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlPage = DefaultTreeAdapterTypes.Document

/** Parses `text`. Throws LimitError where elements nest deeper than `nesting`: the time to parse grows with depth. */
export function parseTree(name: string, text: string, nesting: number): HtmlPage {
  let depth = 0
  const texts = new TextCollector()
  const page = parse(text, {
    scriptingEnabled: true, // <noscript> then holds text, which is skipped, not elements
    treeAdapter: {
      ...defaultTreeAdapter,
      insertText: (parent, words) => texts.insert(parent, words),
      insertTextBefore: (parent, words, before) => {
        texts.flush()
        defaultTreeAdapter.insertTextBefore(parent, words, before)
      },
      onItemPush: () => {
        if (++depth > nesting)
          throw new LimitError(
            'document_nested_too_deeply',
            `${name} nests elements more than ${nesting} deep. Raise --max-nesting to read it, or save it as plain text.`,
            { details: { limit: nesting } },
          )
      },
      onItemPop: () => {
        depth--
      },
    },
  })
  texts.flush()
  return page
}

/**
 * Puts the text of a node together once, at its end. parse5 hands it over word by word, and a string grown word by word
 * takes ten times its length in memory until something reads it: 400 MB for 50 MB of HTML.
 */
class TextCollector {
  private node: DefaultTreeAdapterTypes.TextNode | null = null
  private pieces: string[] = []

  insert(parent: DefaultTreeAdapterTypes.ParentNode, words: string): void {
    const last = parent.childNodes.at(-1)
    if (last && last === this.node) {
      this.pieces.push(words)
      return
    }
    this.flush()
    defaultTreeAdapter.insertText(parent, words)
    const node = parent.childNodes.at(-1)
    if (!node || !('value' in node)) return
    this.node = node
    this.pieces = [node.value]
  }

  flush(): void {
    if (this.node) this.node.value = this.pieces.join('')
    this.node = null
    this.pieces = []
  }
}

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node

/** The value of an attribute, or undefined. */
export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value
}

/** All elements under `root` in document order, without recursion. */
export function* elementsOf(root: HtmlPage | HtmlElement): Generator<HtmlElement> {
  const stack: HtmlNode[] = root.childNodes.toReversed()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue
    yield node
    for (let i = node.childNodes.length - 1; i >= 0; i--) {
      const child = node.childNodes[i]
      if (child) stack.push(child)
    }
  }
}

/** All text under `element`, white space collapsed. */
export function textOf(element: HtmlElement): string {
  const parts: string[] = []
  const stack: HtmlNode[] = [element]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('value' in node) parts.push(node.value)
    else if (isElement(node)) for (const child of node.childNodes.toReversed()) stack.push(child)
  }
  return parts.join('').replace(/\s+/g, ' ').trim()
}
