/** The words that a mark says it stands for (ActualText): the letters of a drawn ligature, the hyphen that only broke a word. */

export const ACTUAL_TEXT = '/ActualText'
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The ActualText in the source of a mark's entries (a character a byte); undefined where they have none. */
export function actualTextIn(entries: string): string | undefined {
  const at = entries.indexOf(ACTUAL_TEXT)
  if (at < 0) return undefined
  const value = entries.slice(at + ACTUAL_TEXT.length).trimStart()
  if (value.startsWith('(')) return decodeTextString(readLiteral(value))
  const hex = /^<([\s\da-f]*)>/i.exec(value)?.[1]
  return hex === undefined ? undefined : decodeTextString(readHex(hex.replace(/\s/g, '')))
}

function readLiteral(source: string): string {
  // Nearly all are a letter or two, or empty.
  const [, plain] = /^\(([^()\\]*)\)/.exec(source) ?? []
  if (plain !== undefined) return plain
  let bytes = ''
  let depth = 0
  for (const [part, escaped] of source.matchAll(/\\(\d{1,3}|\r\n|[\s\S])|[\s\S]/g)) {
    if (escaped !== undefined) bytes += readEscape(escaped)
    else if (part === ')' && --depth === 0) break
    else if (part !== '(' || depth++ > 0) bytes += part
  }
  return bytes
}

/** What stands behind a backslash: a byte in octal, a sign, or the end of a line that goes on. */
function readEscape(escaped: string): string {
  if (/^[0-7]/.test(escaped)) return String.fromCharCode(Number.parseInt(escaped, 8) & 255)
  if (/^[\r\n]/.test(escaped)) return ''
  return ESCAPES[escaped] ?? escaped
}

const readHex = (hex: string): string =>
  (hex.match(/..?/g) ?? [])
    .map((pair) => String.fromCharCode(Number.parseInt(pair.padEnd(2, '0'), 16)))
    .join('')

/** A text string of PDF, a character a byte: UTF-16 or UTF-8 behind their marks, otherwise near enough Latin. */
export function decodeTextString(bytes: string): string {
  if (ASCII.test(bytes)) return bytes
  const encoding = bytes.startsWith('\xfe\xff')
    ? 'utf-16be'
    : bytes.startsWith('\xff\xfe')
      ? 'utf-16le'
      : bytes.startsWith('\xef\xbb\xbf')
        ? 'utf-8'
        : 'windows-1252'
  return decoderOf(encoding).decode(Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)))
}

/** Printed signs that are the same in each encoding. */
const ASCII = /^[ -~]*$/

/** A decoder takes longer to make than to use; each call of one begins anew. */
const decoders = new Map<string, TextDecoder>()
function decoderOf(encoding: string): TextDecoder {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding)
  decoders.set(encoding, decoder)
  return decoder
}
