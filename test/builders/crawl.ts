/** Every page that a site leads to, fetched in memory; and the elements of a page. */
import { type DefaultTreeAdapterTypes, parse, serializeOuter } from 'parse5'

interface Site {
  request(path: string): Response | Promise<Response>
}

export interface CrawledPage {
  readonly status: number
  readonly html: string
  readonly bytes: number
  /** Links to the site's own pages; fragment "" where there is none. */
  readonly links: readonly { readonly path: string; readonly fragment: string }[]
  /** Links to the site's own files: tables, charts, feeds, calendars, what is under /api. */
  readonly files: readonly string[]
}

const isFile = (path: string) => /\.(csv|json|svg|atom|rss|ics)(\?|$)|^\/api(\/|\?|$)/.test(path)

/**
 * The simulation's pages of each further support: a second of work each, made from the rulebook and no tracker's text.
 * src/site/reach/reach.test.ts goes through them; what crawls a tracker sees those of the weekly allowance.
 */
const isSimulated = (path: string) => /^\/who-gains.*[?&]support=/.test(path)

export async function crawl(site: Site, from = '/'): Promise<Map<string, CrawledPage>> {
  const pages = new Map<string, CrawledPage>()
  const waiting = [from]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (pages.has(path)) continue
    const response = await site.request(path)
    const html = await response.text()
    const own = elementsOf(html, 'a')
      .map(({ attributes }) => attributes.href ?? '')
      .filter((href) => /^[/#]/.test(href))
    const links = own
      .filter((href) => !isFile(href) && !isSimulated(href))
      .map((href) => {
        const [own = '', fragment = ''] = href.split('#')
        return { path: own === '' ? (path ?? '') : own, fragment }
      })
    pages.set(path, {
      status: response.status,
      html,
      bytes: Buffer.byteLength(html),
      links,
      files: own.filter((href) => isFile(href) && !isSimulated(href)),
    })
    waiting.push(...links.map((link) => link.path))
  }
  return pages
}

export interface PageElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly html: string
}

type Node = DefaultTreeAdapterTypes.Node

function* walk(node: Node): Generator<DefaultTreeAdapterTypes.Element> {
  if ('tagName' in node) yield node
  if ('childNodes' in node) for (const child of node.childNodes) yield* walk(child)
}

/** Elements in document order; all of them without a name. `html` is read only when asked for. */
export function elementsOf(html: string, name?: string): PageElement[] {
  return [...walk(parse(html))]
    .filter(({ tagName }) => name === undefined || tagName === name)
    .map((element) => ({
      name: element.tagName,
      attributes: Object.fromEntries(element.attrs.map((attribute) => [attribute.name, attribute.value])),
      get html() {
        return serializeOuter(element)
      },
    }))
}

/** The words of a piece of HTML, spaces made one. */
export function textOf(html: string): string {
  const words: string[] = []
  const read = (node: Node) => {
    if (node.nodeName === '#text' && 'value' in node) words.push(node.value)
    if ('childNodes' in node) for (const child of node.childNodes) read(child)
  }
  read(parse(html))
  return words.join('').replaceAll(/\s+/g, ' ').trim()
}
