/**
 * Bytes to characters: UTF-8, UTF-16 in either order, Windows-1252, with or without a byte order mark, and what a page
 * declares itself to be in.
 */
import type { DocumentNotice } from '../model/index.ts'
import { repairDoubled } from './repair-doubled.ts'
import { WINDOWS_1252 } from './windows-1252.ts'

export interface DecodedText {
  /** Without its byte order mark; otherwise unchanged, line ends included. */
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'mixed' | 'declared'
  /** Whether any character had to be guessed or replaced. */
  readonly notices: readonly DocumentNotice[]
}

/** The characters of `bytes`. Never throws: what is not valid in any encoding becomes U+FFFD, and a notice says so. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const decoded = decodeOnce(bytes)
  const { text, count, example } = repairDoubled(decoded.text)
  return example === null
    ? decoded
    : { ...decoded, text, notices: [...decoded.notices, repairedNotice(count, example)] }
}

function decodeOnce(bytes: Uint8Array): DecodedText {
  const [b0, b1, b2] = bytes
  if (b0 === 0xef && b1 === 0xbb && b2 === 0xbf) return decodeUtf8OrMixed(bytes.subarray(3))
  if (b0 === 0xff && b1 === 0xfe) return decodeUtf16(bytes.subarray(2), 'utf-16le')
  if (b0 === 0xfe && b1 === 0xff) return decodeUtf16(bytes.subarray(2), 'utf-16be')
  const order = guessUtf16(bytes)
  return order ? decodeUtf16(bytes, order) : decodeUtf8OrMixed(bytes)
}

/** UTF-16 without a mark shows in Western text as a zero in nearly every second byte; no other text has zeros. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 4096)
  let even = 0
  let odd = 0
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) i % 2 === 0 ? even++ : odd++
  const half = sample.length / 2
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be'
  return undefined
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  const original = isWellFormedUtf16(bytes, encoding)
  return { text, encoding, notices: original ? [] : [replacedNotice()] }
}

function isWellFormedUtf16(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { ignoreBOM: true, fatal: true }).decode(bytes)
    return true
  } catch {
    return false // a lone surrogate or an odd last byte: the lenient decoder has replaced it
  }
}

function decodeUtf8OrMixed(bytes: Uint8Array): DecodedText {
  try {
    const text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes)
    return { text, encoding: 'utf-8', notices: [] }
  } catch {
    return decodeDeclared(bytes) ?? decodeMixed(bytes) // not UTF-8 throughout: an older encoding, or a file pasted together from two
  }
}

/** Where the HTML standard has browsers look for a declaration. */
const DECLARED_WITHIN = 1024
/** What browsers take for Windows-1252, and what bytes that came as far as a declaration cannot be in. */
const NO_DECLARATION = /^(?:windows-1252|utf-8|utf-16)/

/** By the encoding that the head of a page names, as browsers do for bytes that are not UTF-8; null where none is known. */
function decodeDeclared(bytes: Uint8Array): DecodedText | null {
  const head = Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1')
  const label =
    /<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w-]{1,40})/i.exec(head)?.[1] ??
    /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w-]{1,40})["']/.exec(head)?.[1]
  if (label === undefined) return null
  try {
    const decoder = new TextDecoder(label)
    if (NO_DECLARATION.test(decoder.encoding)) return null
    const text = decoder.decode(bytes)
    return { text, encoding: 'declared', notices: text.includes('\ufffd') ? [replacedNotice()] : [] }
  } catch {
    return null // no encoding has that name
  }
}

/** Valid UTF-8 sequences as they are, every other high byte as Windows-1252. */
function decodeMixed(bytes: Uint8Array): DecodedText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  let start = 0
  let sequences = 0
  let isAmbiguous = false
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i] ?? 0
    const length = first < 0x80 ? 1 : sequenceLength(bytes, i)
    if (length > 1) sequences++
    if (length > 0) {
      i += length
      continue
    }
    parts.push(buffer.toString('utf8', start, i))
    const character = first >= 0xa0 ? String.fromCharCode(first) : (WINDOWS_1252[first - 0x80] ?? '')
    isAmbiguous ||= character >= '\x80' && character <= '\x9f'
    parts.push(character >= '\x80' && character <= '\x9f' ? '\ufffd' : character)
    i++
    start = i
  }
  parts.push(buffer.toString('utf8', start))
  const notices = isAmbiguous ? [replacedNotice()] : sequences > 0 ? [mixedNotice()] : []
  return { text: parts.join(''), encoding: sequences > 0 ? 'mixed' : 'windows-1252', notices }
}

/** Length of the valid UTF-8 sequence of two to four bytes at `i`, 0 where there is none (Unicode 15, table 3-7). */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const first = bytes[i] ?? 0
  const second = bytes[i + 1] ?? 0
  const isTail = (offset: number) => ((bytes[i + offset] ?? 0) & 0xc0) === 0x80
  if (first >= 0xc2 && first <= 0xdf) return isTail(1) ? 2 : 0
  if (first >= 0xe0 && first <= 0xef) {
    const low = first === 0xe0 ? 0xa0 : 0x80
    const high = first === 0xed ? 0x9f : 0xbf
    return second >= low && second <= high && isTail(2) ? 3 : 0
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const low = first === 0xf0 ? 0x90 : 0x80
    const high = first === 0xf4 ? 0x8f : 0xbf
    return second >= low && second <= high && isTail(2) && isTail(3) ? 4 : 0
  }
  return 0
}

const replacedNotice = (): DocumentNotice => ({
  code: 'undecodable_bytes',
  message: 'Some bytes are no character in any encoding known here; each is shown as the sign \ufffd.',
})

const repairedNotice = (count: number, [before, after]: readonly [string, string]): DocumentNotice => ({
  code: 'undecodable_bytes',
  message: `The text was once saved in a wrong encoding: ${count === 1 ? `"${before}" was read as "${after}"` : `${count} signs like "${before}" were read as what they stood for ("${after}")`}.`,
})

const mixedNotice = (): DocumentNotice => ({
  code: 'undecodable_bytes',
  message: 'The text mixes UTF-8 and Windows-1252; each character was read as what its bytes allow.',
})
