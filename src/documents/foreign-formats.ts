/** Formats that are recognised so that the message can say what to do, and that are not read. */

import { listZipNames } from './zip-names.ts'

export interface ForeignFormat {
  readonly code: 'format_unsupported' | 'document_encrypted'
  /** Fits "report.xls is …". */
  readonly what: string
  readonly advice: string
}

const PICTURE = 'Run it through text recognition (OCR) and give the PDF or text that comes out.'
const PROGRAM = 'Give the document itself as PDF, DOCX, HTML, Markdown or plain text.'
const PACKED = 'Unpack it and give the document inside.'
const SAVE_AS = 'Save it as PDF or DOCX and give that.'
const SOUND = 'Give a written transcript as PDF, DOCX, HTML, Markdown or plain text.'

/** First bytes as Latin-1, what they mean, and what to do about it. */
const SIGNATURES: readonly (readonly [RegExp, string, string])[] = [
  [/^\x89PNG\r\n/, 'a picture (PNG)', PICTURE],
  [/^\xff\xd8\xff/, 'a picture (JPEG)', PICTURE],
  [/^GIF8[79]a/, 'a picture (GIF)', PICTURE],
  [/^(II\*\0|MM\0\*)/, 'a picture (TIFF)', PICTURE],
  [/^BM[\s\S]{4}\0\0\0\0/, 'a picture (BMP)', PICTURE],
  [/^RIFF[\s\S]{4}WEBP/, 'a picture (WebP)', PICTURE],
  [/^[\s\S]{4}ftyp(heic|heix|mif1|avif)/, 'a picture (HEIC or AVIF)', PICTURE],
  [
    /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i,
    'a picture (SVG)',
    PICTURE,
  ],
  [/^[\s\S]{4}ftyp/, 'a film (MP4)', SOUND],
  [/^(ID3|\xff[\xfb\xf3\xf2]|OggS|fLaC|RIFF[\s\S]{4}WAVE)/, 'a sound recording', SOUND],
  [/^\x1a\x45\xdf\xa3/, 'a film (Matroska)', SOUND],
  [/^(?:\xef\xbb\xbf|\s)*\{\\rtf/, 'a Rich Text (RTF) document', SAVE_AS],
  [/^%!PS/, 'a PostScript file', 'Convert it to PDF and give that.'],
  [/^\x1f\x8b/, 'a gzip archive', PACKED],
  [/^BZh[1-9]/, 'a bzip2 archive', PACKED],
  [/^\xfd7zXZ\0/, 'an xz archive', PACKED],
  [/^\x28\xb5\x2f\xfd/, 'a Zstandard archive', PACKED],
  [/^7z\xbc\xaf\x27\x1c/, 'a 7-Zip archive', PACKED],
  [/^Rar!\x1a\x07/, 'a RAR archive', PACKED],
  [/^[\s\S]{257}ustar/, 'a tar archive', PACKED],
  [/^\x7fELF/, 'a program (ELF)', PROGRAM],
  [/^MZ[\s\S]{58,1000}PE\0\0/, 'a program (Windows)', PROGRAM],
  [/^(\xcf\xfa\xed\xfe|\xfe\xed\xfa[\xce\xcf]|\xca\xfe\xba\xbe)/, 'a program', PROGRAM],
  [/^SQLite format 3\0/, 'a database (SQLite)', PROGRAM],
  [/^wOF[F2]|^\0\x01\0\0\0/, 'a font', PROGRAM],
]

/** What an archive made by hand holds; one level of folders. */
const DOCUMENT_NAME = /^(?:[^/]{1,100}\/)?[^/]{1,150}\.(?:docx|docm|dotx|doc|pdf|html?|md|txt|odt|rtf)$/i

/** Names of parts, or the kind that an archive is said to be in its first bytes. */
const ZIP_CONTENTS: readonly (readonly [string, string, string])[] = [
  [
    'xl/workbook',
    'a spreadsheet (Excel)',
    'Save the sheet as PDF, or its text as plain text, and give that.',
  ],
  ['ppt/presentation', 'a presentation (PowerPoint)', 'Save it as PDF and give that.'],
  [
    'Index/Document.iwa',
    'a document of Pages, Numbers or Keynote',
    'Export it as PDF or Word and give that.',
  ],
  ['application/vnd.oasis.opendocument.text', 'an OpenDocument text', SAVE_AS],
  [
    'application/vnd.oasis.opendocument.spreadsheet',
    'a spreadsheet (OpenDocument)',
    'Save it as PDF and give that.',
  ],
  ['application/vnd.oasis.opendocument', 'an OpenDocument file', 'Save it as PDF and give that.'],
  ['application/epub+zip', 'an e-book (EPUB)', 'Convert it to PDF or HTML and give that.'],
]

/** What `bytes` are, when they are of a known format that is not read; otherwise undefined. */
export function describeForeignFormat(bytes: Uint8Array): ForeignFormat | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = buffer.toString('latin1', 0, 1100)
  if (/^PK(\x03\x04|\x05\x06|\x07\x08)/.test(head)) return describeZip(buffer)
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return describeCompound(buffer)
  const found = SIGNATURES.find(([pattern]) => pattern.test(head))
  return found && { code: 'format_unsupported', what: found[1], advice: found[2] }
}

function describeZip(buffer: Buffer): ForeignFormat {
  const names = listZipNames(buffer)
  const kind = buffer.toString('latin1', 0, 200)
  const found = ZIP_CONTENTS.find(
    ([part]) =>
      kind.includes(part) || (names ? names.some((name) => name.startsWith(part)) : buffer.includes(part)),
  )
  if (found) return { code: 'format_unsupported', what: found[1], advice: found[2] }
  const inside = (names ?? []).filter((name) => DOCUMENT_NAME.test(name))
  const more = inside.length > 2 ? ` and ${inside.length - 2} more` : ''
  return {
    code: 'format_unsupported',
    what:
      inside.length > 0
        ? `a ZIP archive with documents inside (${inside.slice(0, 2).join(', ')}${more})`
        : 'a ZIP archive without a Word document inside',
    advice: inside.length > 0 ? 'Unpack it and give the documents themselves.' : PACKED,
  }
}

/** The container of Office before 2007, which is also what a DOCX with a password is wrapped in. */
function describeCompound(buffer: Buffer): ForeignFormat {
  const has = (stream: string) => buffer.includes(Buffer.from(stream, 'utf16le'))
  if (has('EncryptedPackage'))
    return {
      code: 'document_encrypted',
      what: 'an Office document with a password',
      advice: 'Open it with the password and save a copy without one.',
    }
  if (has('__properties_version1.0'))
    return {
      code: 'format_unsupported',
      what: 'an Outlook message (.msg)',
      advice: 'Print it to PDF, or save its words as plain text, and give that.',
    }
  const what = has('WordDocument')
    ? 'an old Word document (.doc)'
    : has('Workbook') || has('Book')
      ? 'an old spreadsheet (.xls)'
      : has('PowerPoint Document')
        ? 'an old presentation (.ppt)'
        : 'an old Office file'
  return { code: 'format_unsupported', what, advice: SAVE_AS }
}
