/**
 * Writes JSX as text, byte for byte as its library would, at less cost: a page has some six hundred elements, and the
 * library looks for the context of each. What this does not know is left to the library.
 */
import { Fragment, type JSXNode } from 'hono/jsx'

/** Attributes that are there or not; others with true or false in them are left to the library. */
const SWITCHES: ReadonlySet<string> = new Set([
  'open',
  'required',
  'checked',
  'hidden',
  'disabled',
  'selected',
])
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input keygen link meta param source track wbr'.split(' '),
)
/** Written as they stand. Names with other capitals (`className`) mean something to the library. */
const PLAIN_NAME = /^(?:[a-z][a-z\d:-]*|viewBox)$/

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '&quot;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
}
const TO_ESCAPE = /[&<>'"]/
const escapeText = (text: string): string =>
  TO_ESCAPE.test(text) ? text.replace(/[&<>'"]/g, (sign) => ESCAPES[sign] ?? sign) : text

/** Nothing in it may wait: a promise in it is a TypeError. */
export function writeMarkup(child: unknown): string {
  if (typeof child === 'string') return escapeText(child)
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  if (typeof child === 'number') return String(child)
  if (Array.isArray(child)) return writeAll(child)
  if (isNode(child)) return writeNode(child)
  if (child instanceof String && 'isEscaped' in child) return child.toString()
  throw new TypeError(`a page cannot be made of ${Object.prototype.toString.call(child)}`)
}

function writeAll(children: readonly unknown[]): string {
  let text = ''
  for (const child of children) text += writeMarkup(child)
  return text
}

const isNode = (child: unknown): child is JSXNode =>
  typeof child === 'object' && child !== null && 'tag' in child && 'props' in child

function writeNode(node: JSXNode): string {
  const { tag, props, children } = node
  if (tag === Fragment || tag === '') return writeAll(children)
  if (typeof tag === 'function') return writeMarkup(tag.call(null, props))
  const attributes = writeAttributes(props)
  if (attributes === null) return String(node)
  if (children.length === 0 && VOID.has(tag)) return `<${tag}${attributes}/>`
  // The library wraps what stands in a drawing, to know there that it does.
  const inner = tag === 'svg' ? writeMarkup(props.children) : writeAll(children)
  return `<${tag}${attributes}>${inner}</${tag}>`
}

/** Null where the library is to write the element. */
function writeAttributes(props: JSXNode['props']): string | null {
  let text = ''
  for (const name in props) {
    if (name === 'children') continue
    const value: unknown = props[name]
    if (value === null || value === undefined) continue
    if (!PLAIN_NAME.test(name)) return null
    if (typeof value === 'string') text += ` ${name}="${escapeText(value)}"`
    else if (typeof value === 'number') text += ` ${name}="${value}"`
    else if (typeof value === 'boolean' && SWITCHES.has(name)) text += value ? ` ${name}=""` : ''
    else return null
  }
  return text
}
