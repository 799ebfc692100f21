/** Tells what a file is by its bytes. Names and extensions are not looked at: they are wrong too often. */
import { SourceError } from '../model/index.ts'
import { type DecodedText, decodeText } from './decode-text.ts'
import { looksLikeHtml, looksLikeMarkdown } from './detect-markup.ts'
import { describeForeignFormat, type ForeignFormat } from './foreign-formats.ts'
import { describeForeignText } from './foreign-texts.ts'
import type { SourceFile } from './source.ts'
import { listZipNames } from './zip-names.ts'

export type DetectedFormat =
  | { readonly format: 'pdf' | 'docx' }
  | { readonly format: 'html' | 'markdown' | 'plain'; readonly decoded: DecodedText }

/**
 * The format of `source`; texts come decoded. Throws SourceError: `file_empty`, `format_unsupported` for formats that
 * are recognised but not read (the message says what to do), `format_unknown` for bytes that are no text.
 */
export function detectFormat(source: SourceFile): DetectedFormat {
  const { bytes, name } = source
  if (bytes.length === 0)
    throw new SourceError('file_empty', `${name} is empty (0 bytes). Download or save it again.`)
  if (isPdf(bytes)) return { format: 'pdf' }
  if (isWordPackage(bytes)) return { format: 'docx' }
  const foreign = describeForeignFormat(bytes)
  if (foreign) throw refused(name, foreign)
  const decoded = decodeText(bytes)
  if (!isMostlyText(decoded.text))
    throw new SourceError(
      'format_unknown',
      `${name} holds bytes that are none of PDF, DOCX, HTML, Markdown or plain text. Convert the document to one of them.`,
    )
  if (!/[\p{L}\p{N}]/u.test(decoded.text))
    throw new SourceError(
      'document_without_text',
      `${name} holds ${decoded.text.trim() === '' ? 'only white space' : 'no letter of text'}. Download or save it again.`,
    )
  const foreignText = describeForeignText(decoded.text)
  if (foreignText) throw refused(name, foreignText)
  if (looksLikeHtml(decoded.text)) return { format: 'html', decoded }
  return { format: looksLikeMarkdown(decoded.text) ? 'markdown' : 'plain', decoded }
}

const refused = (name: string, { code, what, advice }: ForeignFormat) =>
  new SourceError(code, `${name} is ${what}. ${advice}`, { details: { format: what } })

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The header may come after up to 1,024 bytes of junk (ISO 32000-1, annex H); then an object must follow as well. */
export function isPdf(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, 1024 + 8)).toString('latin1')
  if (/^[\s\0\xef\xbb\xbf]*%PDF-/.test(head)) return true
  if (!/%PDF-\d/.test(head)) return false
  return /\d+ \d+ obj\b/.test(latin1(bytes.subarray(0, 16_384)).toString('latin1'))
}

/** A ZIP archive that holds the main part of a Word document; where its directory is lost, one that names such a part. */
function isWordPackage(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 3 || bytes[3] !== 4) return false
  const names = listZipNames(latin1(bytes))
  // Word on the web calls it document2.xml and the like.
  if (names) return names.some((name) => /^word\/document\d*\.xml$/i.test(name))
  return latin1(bytes).includes('word/document.xml')
}

/** Control characters that no text has are rare: one in 200 leaves room for stray ones in scraped pages. */
function isMostlyText(text: string): boolean {
  const sample = text.length > 65_536 ? text.slice(0, 65_536) : text
  let strange = 0
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i)
    if (code === 0) strange += 4
    else if ((code < 32 && (code < 9 || code > 13)) || code === 0x7f || code === 0xfffd) strange++
  }
  return strange <= Math.max(2, sample.length / 200)
}
