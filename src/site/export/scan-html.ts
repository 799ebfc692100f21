/**
 * Finds the tags of a page and their attributes, fast: an export reads every page it writes. It reads what our own
 * renderer writes (attributes in quotes, `<` in text escaped) and leaves everything else as it is.
 */

export interface Tag {
  /** Lower case. */
  readonly name: string
  readonly isEnd: boolean
  /** Place of the whole tag, "<" to ">". */
  readonly start: number
  readonly end: number
  /** What stands between the name and ">". */
  readonly inside: string
}

const TAG = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][^\s/>]*)([^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*)>/g
/** Elements whose content is no markup. */
const RAW = new Set(['script', 'style'])

export function* scanTags(html: string): Generator<Tag> {
  const pattern = new RegExp(TAG)
  for (let found = pattern.exec(html); found !== null; found = pattern.exec(html)) {
    const [all, slash, name, inside] = found
    if (name === undefined) continue
    const tag = {
      name: name.toLowerCase(),
      isEnd: slash === '/',
      start: found.index,
      end: found.index + all.length,
      inside: inside ?? '',
    }
    yield tag
    if (!tag.isEnd && RAW.has(tag.name)) {
      const end = html.toLowerCase().indexOf(`</${tag.name}`, tag.end)
      pattern.lastIndex = end === -1 ? html.length : end
    }
  }
}

const ATTRIBUTE = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

/** Attributes in order, names in lower case, values decoded; "" for one without a value. */
export function attributesOf({ inside }: Tag): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single, bare] of inside.matchAll(ATTRIBUTE))
    attributes.set(name.toLowerCase(), decodeEntities(double ?? single ?? bare ?? ''))
  return attributes
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
}

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, decimal, hexadecimal, name) => {
    if (name !== undefined) return NAMED[name] ?? all
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}

export const encodeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
