/**
 * What the JSX of pages compiles to: each element is written as text the moment it is made, and everything that is not
 * markup is escaped. The library whose types these are keeps a tree and walks it for contexts, which no page of ours
 * has; a page of six hundred elements took twice as long that way (docs/adr/0010).
 */
import type { JSX as LibraryJSX } from 'hono/jsx/jsx-runtime'
import { escapeToBuffer } from 'hono/utils/html'

type Properties = Readonly<Record<string, unknown>>
type Component = (properties: Properties) => unknown

/** Text that is markup already. */
class Markup {
  /** As the library marks what its `raw` makes, so that either takes what the other made. */
  readonly isEscaped = true
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

/** The library, too, gives an object under this type. */
const asElement = (markup: Markup): LibraryJSX.Element => markup as unknown as LibraryJSX.Element

/** Attributes that are there or not; true and false in others are written as words. */
const SWITCHES: ReadonlySet<string> = new Set(
  'async checked default defer disabled hidden inert itemscope multiple novalidate open readonly required reversed selected'.split(
    ' ',
  ),
)
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input keygen link meta param source track wbr'.split(' '),
)

/** No page may hold these: what a form or an address sends is shown with a mark in their place. Looking for those from U+007F on too would take half as long again. */
const CONTROLS = '\\u0000-\\u0008\\u000B\\u000E-\\u001F'
const CONTROL = new RegExp(`[${CONTROLS}]`, 'g')
/** What the library escapes, and these. Most texts have none of it, and to find that out is quicker than to have them escaped. */
const SIGNS = new RegExp(`[&<>'"${CONTROLS}]`)

/** By the library that escapes; ours only puts the escaped pieces together. */
function escapeText(text: string): string {
  if (!SIGNS.test(text)) return text
  const buffer: [string] = ['']
  escapeToBuffer(text.replaceAll(CONTROL, '\uFFFD'), buffer)
  return buffer[0]
}

/** Markup that was written before, or by hand: nothing in it is escaped. */
export const raw = (text: string): LibraryJSX.Element => asElement(new Markup(text))

/** A child as text. Nothing in it may have to be waited for: a promise in it is a TypeError. */
export function writeMarkup(child: unknown): string {
  if (typeof child === 'string') return escapeText(child)
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  if (child instanceof Markup) return child.text
  if (typeof child === 'number') return String(child)
  if (Array.isArray(child)) return writeAll(child)
  throw new TypeError(`a page cannot be made of ${Object.prototype.toString.call(child)}`)
}

function writeAll(children: readonly unknown[]): string {
  let text = ''
  for (const child of children) text += writeMarkup(child)
  return text
}

/** One element, its children already made. */
export function jsx(tag: string | Component, properties: Properties): LibraryJSX.Element {
  if (typeof tag === 'function') return componentOf(tag, properties)
  let opening = `<${tag}`
  let inner = ''
  let hasChildren = false
  for (const name in properties) {
    const value = properties[name]
    if (value === null || value === undefined) continue
    if (name === 'children') {
      hasChildren = true
      inner = writeMarkup(value)
    } else opening += writeAttribute(name, value)
  }
  return asElement(
    new Markup(!hasChildren && VOID.has(tag) ? `${opening}/>` : `${opening}>${inner}</${tag}>`),
  )
}

/** Names stand in our own sources and are written as they are there. */
function writeAttribute(name: string, value: unknown): string {
  if (typeof value === 'string') return ` ${name}="${escapeText(value)}"`
  if (typeof value === 'number') return ` ${name}="${value}"`
  if (typeof value !== 'boolean') throw new TypeError(`the attribute ${name} cannot be an object`)
  if (!SWITCHES.has(name)) return ` ${name}="${value}"`
  return value ? ` ${name}=""` : ''
}

function componentOf(component: Component, properties: Properties): LibraryJSX.Element {
  const made = component(properties)
  return made instanceof Markup ? asElement(made) : asElement(new Markup(writeMarkup(made)))
}

export const Fragment = ({ children }: { readonly children?: unknown }): LibraryJSX.Element =>
  children instanceof Markup ? asElement(children) : asElement(new Markup(writeMarkup(children)))

export type { Child } from 'hono/jsx'

/** The names and attributes of HTML and SVG are the library's. */
export type { JSX } from 'hono/jsx/jsx-runtime'
export { jsx as jsxDEV, jsx as jsxs }
