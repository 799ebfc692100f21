/** Reads a document in this process: tells its format and hands it to that format's parser. */
import { createHash } from 'node:crypto'
import type { DocumentText } from '../model/index.ts'
import { LimitError, SourceError } from '../model/index.ts'
import { detectFormat } from './detect-format.ts'
import { noticesOfName } from './name-notice.ts'
import {
  type ParsedText,
  type ParseLimits,
  type ParseOptions,
  type ParseProgress,
  resolveLimits,
  type SourceFile,
} from './source.ts'

/**
 * The text of `source` with its places. Holds every limit but memory and time, which only a process of its own can be
 * held to (see parseDocument). Throws SourceError and LimitError.
 */
export async function parseDocumentHere(
  source: SourceFile,
  options: ParseOptions = {},
): Promise<DocumentText> {
  const limits = resolveLimits(options.limits)
  if (source.bytes.length > limits.bytes)
    throw new LimitError(
      'document_too_large',
      `${source.name} has ${source.bytes.length} bytes, more than the ${limits.bytes} that are allowed. Raise --max-bytes to read it.`,
      { details: { bytes: source.bytes.length, limit: limits.bytes } },
    )
  const sha256 = createHash('sha256').update(source.bytes).digest('hex')
  const parsed = await parseByFormat(source, limits, options.onProgress ?? (() => {}))
  if (parsed.text === '') throw withoutText(source.name, parsed)
  const notices = [...noticesOfName(source.name, parsed.mediaType), ...parsed.notices]
  return { ...parsed, notices, sha256 }
}

/** A result without a word would look as if the document asked and promised nothing. */
function withoutText(name: string, { mediaType, notices }: ParsedText): SourceError {
  const leftOut = notices.find(({ code }) => code === 'part_left_out')
  const why = leftOut?.message ?? defaultReason(mediaType)
  return new SourceError('document_without_text', `${name} holds no text. ${why}`)
}

const defaultReason = (mediaType: ParsedText['mediaType']) =>
  mediaType === 'text/html'
    ? 'Its words may be put there by scripts, or stand in frames: open it in a browser, save it as PDF and give that.'
    : 'If it shows pictures of pages, run them through text recognition (OCR) first.'

/** Each parser is loaded when its format turns up, so that a page of plain text does not pay for a PDF engine. */
async function parseByFormat(
  source: SourceFile,
  limits: ParseLimits,
  onProgress: (progress: ParseProgress) => void,
): Promise<ParsedText> {
  const detected = detectFormat(source)
  switch (detected.format) {
    case 'pdf':
      return (await import('./pdf/index.ts')).parsePdf(source, limits, onProgress)
    case 'plain':
      return (await import('./plain/index.ts')).parsePlain(detected.decoded)
    case 'html':
      return (await import('./html/index.ts')).parseHtml(source.name, detected.decoded, limits)
    case 'markdown':
      return (await import('./markdown/index.ts')).parseMarkdown(source.name, detected.decoded, limits)
    case 'docx':
      return (await import('./docx/index.ts')).parseDocx(source, limits)
  }
}
