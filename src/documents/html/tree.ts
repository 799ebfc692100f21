/** The tree of an HTML page, as parse5 builds it, held to a depth. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { LimitError } from '../../model/index.ts'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlPage = DefaultTreeAdapterTypes.Document

/** Parses `text`. Throws LimitError where elements nest deeper than `nesting`: the time to parse grows with depth. */
export function parseTree(name: string, text: string, nesting: number): HtmlPage {
  let depth = 0
  return parse(text, {
    scriptingEnabled: true, // <noscript> then holds text, which is skipped, not elements
    treeAdapter: {
      ...defaultTreeAdapter,
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
