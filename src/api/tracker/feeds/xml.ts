/** Elements of XML as text: everything in them is cleaned and escaped here, and nowhere else. */
import { cleanXml } from '../clean-text.ts'

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Fit for text and for attributes, of XML and of HTML. */
export const escapeMarkup = (text: string): string =>
  cleanXml(text).replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? character)

export type Xml = readonly string[]

/** An element with its attributes and, as text or as elements, what is in it. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: string | Xml = [],
): string {
  const named = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeMarkup(value)}"`)
  const inner = typeof content === 'string' ? escapeMarkup(content) : content.join('')
  return inner === '' ? `<${name}${named.join('')}/>` : `<${name}${named.join('')}>${inner}</${name}>`
}

export const xmlFile = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
