import { describe, expect, it } from 'vitest'
import { describeForeignText } from './foreign-texts.ts'

const WORDS = 'The Board will mend the pier by May 2027.'

describe('describeForeignText', () => {
  it.each<[string, string, RegExp]>([
    ['RSS', `<?xml version="1.0"?><rss version="2.0"><channel/></rss>`, /news feed/],
    [
      'Atom without a declaration',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title></feed>`,
      /news feed/,
    ],
    [
      'Word XML',
      `<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="x"/>`,
      /Word document/,
    ],
    ['flat OpenDocument', `<?xml version="1.0"?>\n<office:document xmlns:office="x"/>`, /OpenDocument/],
    ['other XML', `<?xml version="1.0"?><!-- made --><!DOCTYPE act><act><p>${WORDS}</p></act>`, /XML.*"act"/],
    [
      'an e-mail message that names no version of MIME',
      `From: a@example.org\nSubject: The pier\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>${WORDS}</p>`,
      /e-mail/,
    ],
    [
      'an e-mail message',
      `Return-Path: <a@example.org>\r\nSubject: The pier\r\nMIME-Version: 1.0\r\nContent-Type: text/plain;\r\n charset=utf-8\r\n\r\n${WORDS}`,
      /e-mail/,
    ],
    [
      'a page in one file',
      `From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n<p>${WORDS}</p>`,
      /MHTML/,
    ],
    ['JSON', `{"recommendations": ["${WORDS}"]}\n`, /JSON/],
    ['a list of JSON', `[{"n": 1}]`, /JSON/],
    ['a calendar', `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n`, /calendar/],
    ['subtitles', `1\n00:00:01,000 --> 00:00:04,000\n${WORDS}\n`, /subtitles/],
    ['subtitles of the web', `WEBVTT\n\n00:01.000 --> 00:04.000\n${WORDS}\n`, /subtitles/],
    ['LaTeX', `% draft\n\\documentclass[a4paper]{report}\n${WORDS}`, /LaTeX/],
  ])('knows %s', (_name, text, what) => {
    expect(describeForeignText(text)).toMatchObject({
      code: 'format_unsupported',
      what: expect.stringMatching(what),
    })
  })

  it.each<[string, string]>([
    [
      'a page that declares itself XML',
      `<?xml version="1.0"?><html xmlns="x"><body><p>${WORDS}</p></body></html>`,
    ],
    ['a fragment of XHTML', `<?xml version="1.0"?><div><p>${WORDS}</p></div>`],
    ['a letter with lines above it', `From: The Board\nTo: The Chair\nDate: 3 May 2025\n\n${WORDS}`],
    ['text in brackets', `[Draft]\n\n${WORDS} [end]`],
    ['text in braces', `{not data} ${WORDS} {end}`],
    ['plain text', WORDS],
  ])('leaves %s alone', (_name, text) => {
    expect(describeForeignText(text)).toBeUndefined()
  })
})
