/** Where a page's content stands: its main element, and the elements that must not be taken for furniture. */
import { hasToken, isBox, isFurniture, isHidden } from './element-roles.ts'
import {
  attribute,
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  type HtmlPage,
  isElement,
  textOf,
} from './tree.ts'

export interface PageFrame {
  /** What stands outside it is furniture. Undefined where no element is marked as main, or too little stands in it. */
  readonly main: HtmlElement | undefined
  /** The elements around the content. */
  readonly around: ReadonlySet<HtmlElement>
}

/** A main element with less than this share of the page's text is a mistake of the page's. */
const LEAST_SHARE = 0.2

export function findFrame(page: HtmlPage): PageFrame {
  let main: HtmlElement | undefined
  let title: HtmlElement | undefined
  for (const element of elementsOf(page)) {
    if (!main && (element.tagName === 'main' || attribute(element, 'role') === 'main') && !isHidden(element))
      main = element
    if (!title && element.tagName === 'h1') title = element
  }
  if (main && textLength(main) < textLength(page) * LEAST_SHARE) main = undefined
  return { main, around: new Set([...ancestors(main), ...ancestors(title)]) }
}

/** Whether an element is furniture where it stands. `isInContent`: inside an article or section, or a quote. */
export function isFurnitureHere(element: HtmlElement, frame: PageFrame, isInContent: boolean): boolean {
  if (frame.around.has(element) || element === frame.main) return false
  if (element.tagName === 'header' || element.tagName === 'footer')
    return !isInContent || isFurniture(element)
  if (element.tagName === 'nav' && holdsProse(element)) return false
  return (isFurniture(element) && !isBox(element)) || isReadersComments(element)
}

const COMMENTS_TITLE =
  /^(?:\d+|no|leave|post|add|join)\b.{0,30}\b(?:comments?|conversation|discussion|repl(?:y|ies)|responses?|thoughts?)\b/i
const COMMENT_PARTS = /^comment-?(?:author|body|content|form|list|meta|metadata|reply|text)$/i

/** What readers wrote under a page: named so, with a count or an invitation as its title, a form, or the parts of comments. */
function isReadersComments(element: HtmlElement): boolean {
  if (!hasToken(element, /^comments?(?:-?(?:area|section|thread|wrapper))?$|^commentlist$|^disqus_thread$/i))
    return false
  let left = LOOKED_AT
  for (const inner of elementsOf(element)) {
    if (--left < 0) break
    if (inner.tagName === 'textarea' || hasToken(inner, COMMENT_PARTS)) return true
    if (/^h[1-6]$|^legend$/.test(inner.tagName) && COMMENTS_TITLE.test(textOf(inner))) return true
  }
  return false
}

/** A menu holds links and their names; what goes on for sentences beside its links is the text of the page in the wrong element. */
const PROSE = { letters: 120, sentences: 2, share: 0.7 }
/** Nodes looked at, so that menus inside each other cost no more than they hold. */
const LOOKED_AT = 500

function holdsProse(menu: HtmlElement): boolean {
  const letters = { outside: 0, inLinks: 0 }
  let sentences = 0
  const stack: { node: HtmlNode; isInLink: boolean }[] = [{ node: menu, isInLink: false }]
  for (let left = LOOKED_AT; left > 0; left--) {
    const step = stack.pop()
    if (!step) break
    const { node, isInLink } = step
    if ('value' in node) {
      letters[isInLink ? 'inLinks' : 'outside'] += node.value.trim().length
      if (!isInLink) sentences += node.value.match(/[a-z\d][.!?](?=\s|$)/g)?.length ?? 0
    } else if (isElement(node) && !isHidden(node))
      for (const child of node.childNodes)
        stack.push({ node: child, isInLink: isInLink || /^(?:a|button)$/.test(node.tagName) })
  }
  const all = letters.outside + letters.inLinks
  return (
    letters.outside >= PROSE.letters && letters.outside >= all * PROSE.share && sentences >= PROSE.sentences
  )
}

function* ancestors(element: HtmlElement | undefined): Generator<HtmlElement> {
  for (let node = element?.parentNode; node && 'tagName' in node; node = node.parentNode) yield node
}

/** Letters under a node, hidden ones left out. */
function textLength(root: HtmlElement | HtmlPage): number {
  let length = 0
  const stack: HtmlNode[] = [...root.childNodes]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('value' in node) length += node.value.trim().length
    else if (isElement(node) && !isHidden(node)) for (const child of node.childNodes) stack.push(child)
  }
  return length
}
