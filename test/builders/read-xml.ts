/**
 * A strict reader of XML 1.0 for tests: one root, tags that match, attributes once, only the five entities of XML itself
 * and numbers, no character that XML cannot hold. Anything else throws. No document types.
 */

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Its own text and that of all elements in it. */
  text: string
  readonly depth: number
  /** Names of the elements around it, outermost first. */
  readonly within: readonly string[]
}

const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?'
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const OPENING = new RegExp(`<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'y')
const CLOSING = new RegExp(`</(${NAME})\\s*>`, 'y')

function decode(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text))
    throw new Error(`an entity that is none: ${text.slice(0, 60)}`)
  return text.replaceAll(
    /&(?:(\w+)|#(\d+)|#x([\da-f]+));/gi,
    (_, named: string, decimal: string, hex: string) =>
      named
        ? (ENTITIES[named] ?? '')
        : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  )
}

/** All elements in the order they open. */
export function readXml(xml: string): XmlElement[] {
  if (/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(xml))
    throw new Error('a character that XML cannot hold')
  const elements: XmlElement[] = []
  const open: XmlElement[] = []
  let at = /^<\?xml version="1\.0" encoding="(?:UTF|utf)-8"\?>/.exec(xml)?.[0].length ?? 0
  const addText = (text: string) => {
    if (open.length === 0 && text.trim() !== '') throw new Error('text outside the root')
    for (const element of open) element.text += text
  }
  while (at < xml.length) {
    if (xml.startsWith('<!--', at)) at = endOf(xml, '-->', at)
    else if (xml.startsWith('<![CDATA[', at)) {
      const end = endOf(xml, ']]>', at)
      addText(xml.slice(at + 9, end - 3))
      at = end
    } else if (xml.startsWith('</', at)) {
      CLOSING.lastIndex = at
      const name = CLOSING.exec(xml)?.[1]
      if (name === undefined || open.pop()?.name !== name)
        throw new Error(`a closing tag that matches none at ${at}`)
      at = CLOSING.lastIndex
    } else if (xml[at] === '<') {
      OPENING.lastIndex = at
      const match = OPENING.exec(xml)
      if (match === null) throw new Error(`no tag at ${at}: ${xml.slice(at, at + 60)}`)
      if (open.length === 0 && elements.length > 0) throw new Error('a second root')
      const element = {
        name: match[1] ?? '',
        attributes: attributesOf(match[2] ?? ''),
        text: '',
        depth: open.length,
        within: open.map(({ name }) => name),
      }
      elements.push(element)
      if (match[3] === '') open.push(element)
      at = OPENING.lastIndex
    } else {
      const end = xml.indexOf('<', at)
      const text = xml.slice(at, end < 0 ? xml.length : end)
      if (text.includes(']]>')) throw new Error(']]> in text')
      addText(decode(text))
      at += text.length
    }
  }
  if (open.length > 0 || elements.length === 0) throw new Error('it breaks off')
  return elements
}

function endOf(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from)
  if (end < 0) throw new Error(`no ${mark}`)
  return end + mark.length
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name = '', value = ''] of text.matchAll(/([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    if (Object.hasOwn(attributes, name)) throw new Error(`the attribute ${name} twice`)
    attributes[name] = decode(value.slice(1, -1))
  }
  return attributes
}
