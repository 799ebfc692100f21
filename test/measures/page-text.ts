// The words that a page shows, block by block: what stands in its main part, without tables and what is hidden.
import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node

const BLOCKS = new Set([
  'p',
  'li',
  'h1',
  'h2',
  'h3',
  'dt',
  'dd',
  'legend',
  'label',
  'summary',
  'button',
  'option',
  'caption',
])
/** Not prose: names of things in cells, choices without a sentence, and what is not shown. */
const LEFT_OUT = new Set(['script', 'style', 'template', 'table', 'select', 'svg', 'nav'])

/** @param skip classes and ids of parts that are left out as well: quotes of sources, links to documents */
export function readBlocks(html: string, skip: readonly string[] = []): string[] {
  const blocks: string[] = []
  let open = ''
  const close = () => {
    const text = open.replace(/\s+/g, ' ').trim()
    if (text !== '') blocks.push(text)
    open = ''
  }
  const visit = (node: Node, isInMain: boolean) => {
    if ('value' in node && node.nodeName === '#text') {
      if (isInMain) open += node.value
      return
    }
    if (!('childNodes' in node)) return
    const attributes = 'attrs' in node ? node.attrs : []
    const names = attributes.flatMap(({ name, value }) =>
      name === 'class' || name === 'id' ? value.split(' ') : [],
    )
    if (LEFT_OUT.has(node.nodeName) || names.some((name) => skip.includes(name))) return
    const isBlock = BLOCKS.has(node.nodeName)
    if (isBlock) close()
    for (const child of node.childNodes) visit(child, isInMain || node.nodeName === 'main')
    if (isBlock) close()
  }
  visit(parse(html), false)
  close()
  return blocks
}
