/**
 * Reads XML as Office writes it, as a run of events. Only the five entities of XML itself and numbers exist: a document
 * type, which is where others are declared, is refused, so nothing can expand and nothing outside is ever asked for.
 */
import { LimitError } from '../../model/index.ts'
import { damaged } from './zip-directory.ts'

export type XmlAttributes = Readonly<Record<string, string>>

export interface XmlHandler {
  /** Names come as they stand, prefix included; those of Office's namespaces have the prefix that Word writes. */
  open?(name: string, attributes: XmlAttributes): void
  close?(name: string): void
  text?(text: string): void
}

export interface XmlSource {
  readonly file: string
  readonly part: string
  readonly text: string
  readonly nesting: number
}

/**
 * The prefixes that Word writes, by namespace as it stands in files of either kind (ISO/IEC 29500 transitional and strict).
 * Other programs write others, or none. Parts of the package that Word writes without one have the prefix "".
 */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/^http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main$/, 'w'],
  [/^http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006\/math$/, 'm'],
  [/^http:\/\/purl\.oclc\.org\/ooxml\/officeDocument\/math$/, 'm'],
  [/^http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006\/relationships$/, 'r'],
  [/^http:\/\/purl\.oclc\.org\/ooxml\/officeDocument\/relationships$/, 'r'],
  [/^http:\/\/schemas\.openxmlformats\.org\/markup-compatibility\/2006$/, 'mc'],
  [/^http:\/\/schemas\.openxmlformats\.org\/package\/2006\/relationships$/, ''],
]
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const NAME = /^[^\s/>=<]{1,200}/
const ATTRIBUTE = /\s+([^\s=/>]{1,200})\s*=\s*(?:"([^"]*)"|'([^']*)')/y

/** Throws SourceError `document_damaged` where the XML breaks its own rules, LimitError where it nests too deep. */
export function readXml(source: XmlSource, handler: XmlHandler): void {
  new XmlReader(source, handler).run()
}

class XmlReader {
  private readonly source: XmlSource
  private readonly handler: XmlHandler
  private readonly openNames: string[] = []
  private at = 0
  /** The prefixes of the part that mean one of Word's under another name. */
  private readonly renamed = new Map<string, string>()

  constructor(source: XmlSource, handler: XmlHandler) {
    this.source = source
    this.handler = handler
  }

  run(): void {
    const { text } = this.source
    while (this.at < text.length) {
      const mark = text.indexOf('<', this.at)
      this.addText(text.slice(this.at, mark < 0 ? text.length : mark))
      if (mark < 0) break
      this.at = mark
      this.readMark(text)
    }
    if (this.openNames.length > 0) throw this.broken('it breaks off')
  }

  private readMark(text: string): void {
    if (text.startsWith('<!--', this.at)) this.skipTo('-->')
    else if (text.startsWith('<![CDATA[', this.at)) {
      const start = this.at + 9
      this.skipTo(']]>')
      this.handler.text?.(text.slice(start, this.at - 3))
    } else if (text.startsWith('<?', this.at)) this.skipTo('?>')
    else if (text.startsWith('<!', this.at))
      throw this.broken('it declares a document type, which no Word document needs')
    else if (text[this.at + 1] === '/') this.readClosingTag(text)
    else this.readOpeningTag(text)
  }

  private readOpeningTag(text: string): void {
    const name = NAME.exec(text.slice(this.at + 1, this.at + 202))?.[0]
    if (!name) throw this.broken('a tag has no name')
    const attributes: Record<string, string> = {}
    ATTRIBUTE.lastIndex = this.at + 1 + name.length
    let end = ATTRIBUTE.lastIndex
    for (let found = ATTRIBUTE.exec(text); found; found = ATTRIBUTE.exec(text)) {
      attributes[found[1] ?? ''] = this.decode(found[2] ?? found[3] ?? '')
      end = ATTRIBUTE.lastIndex
    }
    const close = /^\s*(\/?)>/.exec(text.slice(end, end + 1000))
    if (!close) throw this.broken(`the tag ${name} is not closed`)
    this.at = end + close[0].length
    if (this.openNames.length === 0) this.findPrefixes(attributes)
    const known = this.known(name)
    this.handler.open?.(known, this.knownAttributes(attributes))
    if (close[1]) this.handler.close?.(known)
    else this.push(name)
  }

  private readClosingTag(text: string): void {
    const end = text.indexOf('>', this.at)
    const name = text.slice(this.at + 2, end).trim()
    if (end < 0 || this.openNames.pop() !== name) throw this.broken('its tags do not match')
    this.at = end + 1
    this.handler.close?.(this.known(name))
  }

  private push(name: string): void {
    this.openNames.push(name)
    const { file, nesting } = this.source
    if (this.openNames.length > nesting)
      throw new LimitError(
        'document_nested_too_deeply',
        `${file} nests elements more than ${nesting} deep. Raise --max-nesting to read it, or save it as PDF.`,
        { details: { limit: nesting } },
      )
  }

  private addText(text: string): void {
    if (text !== '') this.handler.text?.(this.decode(text))
  }

  private decode(text: string): string {
    if (!text.includes('&')) return text
    return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,20}));?/gi, (all, hex, decimal, name) => {
      if (name !== undefined) {
        const character = ENTITIES[String(name)]
        if (character === undefined) throw this.broken(`it uses an entity that XML does not know (${all})`)
        return character
      }
      const code = Number.parseInt(hex ?? decimal, hex ? 16 : 10)
      const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      return isCharacter ? String.fromCodePoint(code) : '\ufffd'
    })
  }

  private findPrefixes(attributes: XmlAttributes): void {
    for (const [key, value] of Object.entries(attributes)) {
      const prefix = key === 'xmlns' ? '' : key.startsWith('xmlns:') ? key.slice(6) : undefined
      const known = PREFIXES.find(([namespace]) => namespace.test(value))?.[1]
      if (prefix !== undefined && known !== undefined && known !== prefix) this.renamed.set(prefix, known)
    }
  }

  private known(name: string): string {
    if (this.renamed.size === 0) return name
    const colon = name.indexOf(':')
    const prefix = this.renamed.get(colon < 0 ? '' : name.slice(0, colon))
    if (prefix === undefined) return name
    return prefix === '' ? name.slice(colon + 1) : `${prefix}:${name.slice(colon + 1)}`
  }

  /** An attribute without a prefix is in no namespace, whatever the elements around it are in. */
  private knownAttributes(attributes: XmlAttributes): XmlAttributes {
    if (this.renamed.size === 0) return attributes
    const known = Object.entries(attributes).map(([key, value]) => [
      key.includes(':') ? this.known(key) : key,
      value,
    ])
    return Object.fromEntries(known)
  }

  private skipTo(mark: string): void {
    const end = this.source.text.indexOf(mark, this.at)
    if (end < 0) throw this.broken('it breaks off')
    this.at = end + mark.length
  }

  private broken(why: string) {
    return damaged(this.source.file, `in its part ${this.source.part}, ${why}`)
  }
}
