import { describe, expect, it } from 'vitest'
import { buildDocx, paragraph } from '../../test/documents/docx-builder.ts'
import { buildZip } from '../../test/documents/zip-builder.ts'
import { detectFormat } from './detect-format.ts'

const bytes = (text: string, encoding: BufferEncoding = 'latin1') =>
  new Uint8Array(Buffer.from(text, encoding))
const detect = (input: Uint8Array, name = 'file') => detectFormat({ name, bytes: input }).format
const COMPOUND = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
const compound = (stream: string) =>
  new Uint8Array(
    Buffer.concat([Buffer.from(COMPOUND, 'latin1'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]),
  )
const zip = (name: string, data = 'x') => buildZip([{ name, data }])
/** As archives hold files that do not get smaller: with the names of their parts to be seen. */
const stored = `${'PK'}word/document.xml`
const random = (size: number) => {
  let state = 42
  return Uint8Array.from({ length: size }, () => {
    state = (state * 48_271) % 2_147_483_647
    return state & 255
  })
}

describe('detectFormat', () => {
  it.each<[string, Uint8Array, string]>([
    ['a PDF', bytes('%PDF-1.7\n1 0 obj'), 'pdf'],
    ['a PDF after junk', bytes(`${'junk\n'.repeat(90)}%PDF-1.4\n1 0 obj\n`), 'pdf'],
    [
      'a text about PDF',
      bytes('Each file begins with %PDF-1.7 and goes on from there, says the standard.'),
      'plain',
    ],
    ['a Word document', buildDocx({ body: paragraph('x') }), 'docx'],
    ['one whose main part has a number', buildZip([{ name: 'word/document22.xml', data: '<x/>' }]), 'docx'],
    ['one with backslashes for folders', buildZip([{ name: 'word\\document.xml', data: '<x/>' }]), 'docx'],
    ['HTML', bytes('<!DOCTYPE html><title>x</title>'), 'html'],
    ['HTML after comments and white space', bytes('\n<!-- saved --> <html lang="en"><p>x'), 'html'],
    ['XHTML', bytes('<?xml version="1.0"?>\n<html xmlns="x"><body/></html>'), 'html'],
    ['HTML without html or body', bytes('<h1>Plan</h1><p>We will act.</p>'), 'html'],
    ['HTML that begins with words', bytes('Plan<br><p>We <b>will</b> act.</p><ul><li>x</li></ul>'), 'html'],
    ['elements nested without end', bytes(`x${'<div>'.repeat(50)}`.slice(1)), 'html'],
    ['HTML in UTF-16', new Uint8Array(Buffer.from('\ufeff<html><p>x</p></html>', 'utf16le')), 'html'],
    ['Markdown', bytes('# Plan\n\nWe **will** act, see [here](https://elm.example).\n'), 'markdown'],
    ['Markdown with headings alone', bytes('# Plan\n\nWe will act.\n\n- A map by May.\n'), 'markdown'],
    [
      'Markdown that opens without one',
      bytes('We will act.\n\n## Next\n\nA map by May.\n\n## Then\n\nA lock.\n'),
      'markdown',
    ],
    ['Markdown with front matter', bytes('---\ntitle: Plan\n---\n\nWe will act.\n'), 'markdown'],
    [
      'Markdown with some HTML in it',
      bytes('# A\n\n## B\n\n**bold** and [x](http://y.z)\n\n<br><br><p>x</p>\n'),
      'markdown',
    ],
    ['plain text', bytes('We will act.\n'), 'plain'],
    ['plain text with bullets', bytes('Plan\n\n- one\n- two\n* three\n1. four\n'), 'plain'],
    [
      'plain text with underlined headings and a quote',
      bytes('Plan\n====\n\n> We will act.\n\nNext\n----\n\nx\n'),
      'plain',
    ],
    ['plain text with hashtags', bytes('#OurWin campaign\n\n#OurWin again\n\n#OurWin\n\nWe act.'), 'plain'],
    [
      'plain text about tags',
      bytes(`The <b> tag is not a heading; use <h1>. ${'Words go on. '.repeat(50)}`),
      'plain',
    ],
    ['plain text with formulas', bytes('If a < b and b > c then <x> holds. 2 * 3 * 4 = 24'), 'plain'],
    ['UTF-16 text', new Uint8Array(Buffer.from('\ufeffWe will act.', 'utf16le')), 'plain'],
    ['Windows-1252 text', bytes('We will act \x96 by May.\xa33m'), 'plain'],
  ])('tells %s', (_name, input, format) => {
    expect(detect(input)).toBe(format)
  })

  it('does not look at the name', () => {
    expect(detect(bytes('We will act.'), 'plan.pdf')).toBe('plain')
    expect(detect(bytes('%PDF-1.4'), 'plan.txt')).toBe('pdf')
  })

  it.each<[string, Uint8Array, string, RegExp]>([
    ['nothing', bytes(''), 'file_empty', /Download or save it again/],
    ['white space', bytes(' \n\t\n'), 'document_without_text', /only white space/],
    ['a few bytes of nothing', bytes('\xff\xfe\xfd'), 'document_without_text', /no letter of text/],
    ['a PNG', bytes('\x89PNG\r\n\x1a\n'), 'format_unsupported', /picture.*OCR/],
    ['a JPEG', bytes('\xff\xd8\xff\xe0'), 'format_unsupported', /picture.*OCR/],
    ['an SVG', bytes('<?xml version="1.0"?><svg xmlns="x"/>'), 'format_unsupported', /picture/],
    ['an old Word document', compound('WordDocument'), 'format_unsupported', /\.doc\).*PDF or DOCX/],
    ['an Outlook message', compound('__properties_version1.0'), 'format_unsupported', /Outlook.*Print it/],
    ['an old spreadsheet', compound('Workbook'), 'format_unsupported', /spreadsheet/],
    ['a DOCX with a password', compound('EncryptedPackage'), 'document_encrypted', /password/],
    ['a spreadsheet', zip('xl/workbook.xml'), 'format_unsupported', /spreadsheet/],
    ['a document of Pages', zip('Index/Document.iwa'), 'format_unsupported', /Pages.*Export/],
    ['a presentation', zip('ppt/presentation.xml'), 'format_unsupported', /presentation/],
    [
      'an OpenDocument text',
      // Its first part is stored, not packed, so that anyone can see what it is.
      bytes(`PK\x03\x04${'\0'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.textPK`),
      'format_unsupported',
      /OpenDocument.*PDF or DOCX/,
    ],
    [
      'an archive of Word documents',
      buildZip(['report.docx', 'folder/response.docx', 'c.pdf'].map((name) => ({ name, data: stored }))),
      'format_unsupported',
      /documents inside \(report\.docx, folder\/response\.docx and 1 more\)\. Unpack/,
    ],
    ['an archive', zip('a.dat'), 'format_unsupported', /ZIP.*Unpack/],
    ['an empty archive', bytes(`PK\x05\x06${'\0'.repeat(18)}`), 'format_unsupported', /ZIP/],
    ['gzip', bytes('\x1f\x8b\x08'), 'format_unsupported', /gzip.*Unpack/],
    ['a program of Linux', bytes('\x7fELF\x02\x01'), 'format_unsupported', /program/],
    ['a program of Windows', bytes(`MZ${'\0'.repeat(80)}PE\0\0`), 'format_unsupported', /program/],
    ['RTF after a byte order mark', bytes('\xef\xbb\xbf{\\rtf1 x}'), 'format_unsupported', /RTF/],
    ['RTF', bytes('{\\rtf1\\ansi x}'), 'format_unsupported', /RTF.*Save it/],
    ['a film', bytes('\0\0\0\x18ftypmp42'), 'format_unsupported', /transcript/],
    ['noise', random(5000), 'format_unknown', /none of PDF/],
    ['zeros', new Uint8Array(5000), 'format_unknown', /none of PDF/],
  ])('refuses %s', (_name, input, code, message) => {
    expect(() => detect(input, 'the-file')).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    )
    expect(() => detect(input, 'the-file')).toThrow(/^the-file/)
  })
})
