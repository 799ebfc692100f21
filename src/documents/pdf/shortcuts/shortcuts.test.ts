import { beforeAll, describe, expect, it } from 'vitest'
import { makePdf } from '../hand-made-pdf.ts'
import { parsePdf } from '../index.ts'
import { loadPdfjs } from '../pdfjs-in-node.ts'

beforeAll(loadPdfjs)

const parse = (bytes: Uint8Array) => parsePdf({ name: 'given.pdf', bytes }, { pages: 10 })
const text = (content: string): string => `BT /F1 12 Tf 72 700 Td ${content} ET`

const stream = (content: string, entries = ''): string =>
  `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`

describe('a page read quickly', () => {
  const pages: [what: string, content: string, text: string][] = [
    ['one string', text('(The north bank.) Tj'), 'The north bank.'],
    ['strings with moves', text('[(Th)20(e n)-10<6f727468>(  b)(ank)] TJ'), 'The north bank'],
    [
      'text moved and spaced',
      text('14 TL (one) Tj T* (two) \' 1 2 (three) " 2 Ts (4) Tj'),
      'one\n\ntwo three4',
    ],
    [
      'marks',
      `/P <</MCID 0>> BDC ${text('(The bank.) Tj')} EMC /Artifact BMC BT /F1 9 Tf 72 30 Td (Page 1) Tj ET EMC`,
      'The bank.',
    ],
    [
      'marks that stand for other words',
      `BT /F1 12 Tf 72 700 Td (The o) Tj /Span << /ActualText (f\\146i) >> BDC (#) Tj EMC (ce) Tj /Span <</ActualText<FEFF 0020 0062 0061 006E 006B>>> BDC (????) Tj EMC ET`,
      'The office bank',
    ],
    [
      'a hyphen that stands for nothing',
      `BT /F1 12 Tf 14 TL 72 700 Td (the bro) Tj /Span <</ActualText ()>> BDC (-) Tj EMC T* (ken bank) Tj ET`,
      'the broken bank',
    ],
    [
      'a paragraph that stands for another, a mark for none in it',
      `/P <</ActualText (The bridge \\(north\\) is lit)>> BDC BT /F1 12 Tf 14 TL 72 700 Td (Xli fvmhki) Tj T* /Span <</ActualText (no)>> BDC (riixj mw pmx) Tj EMC ET EMC`,
      'The bridge (north) is lit',
    ],
    ['layers', `/OC /L1 BDC ${text('(The bank.) Tj')} EMC`, 'The bank.'],
    [
      'lines and fills',
      `1 0 0 RG [2 1] 0 d 2 J 72 690 200 0.8 re f 72 600 m 300 600 l S W n ${text('(The bank.) Tj')}`,
      'The bank.',
    ],
    [
      'a picture among operations',
      `${text('(north) Tj')} q BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q BT /F1 12 Tf 110 700 Td (bank) Tj ET`,
      'north bank',
    ],
    ['an operator without its blank', `${text('(north) Tj')} 0 0 m100 0 l S`, 'north'],
    ['letters in three digits', text('(\\101\\777) Tj'), 'Aǿ'],
    [
      'letters that cut out a picture',
      `BT 7 Tr ET q ${text('0 Tr (north) Tj 5 Tr (bank) Tj')} Q`,
      'northbank',
    ],
    ['an end in the midst', `${text('(north) Tj')} BT (ba`, 'north'],
  ]
  it.each(pages)('holds what pdf.js itself reads of it: %s', async (_what, content, expected) => {
    const quick = await parse(makePdf({ pages: [content] }))
    // Before a comment pdf.js takes over.
    const slow = await parse(makePdf({ pages: [`%\n${content}`] }))
    expect(quick.text).toBe(expected)
    expect({ ...quick, sha256: '' }).toEqual({ ...slow, sha256: '' })
  })
})

describe('a page in several streams', () => {
  const parts = (first: string, second: string) =>
    makePdf({ pages: [first], pageEntries: '/Contents [5 0 R 6 0 R]', objects: [stream(second)] })
  it.each([
    ['read quickly', ''],
    ['handed back in the second', ' q BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q'],
  ])('is read as one: %s', async (_what, between) => {
    const second = `BT /F1 12 Tf 120 700 Td${between} (bank) Tj ET`
    expect((await parse(parts(text('(north) Tj'), second))).text).toBe('north bank')
  })

  it('goes on in the midst of an operation', async () => {
    const second = '[(north)-300 (bank)] TJ ET'
    expect((await parse(parts('BT /F1 12 Tf 72', `700 Td ${second}`))).text).toBe('north bank')
  })
})

const TO_UNICODE = stream(
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def ' +
    '1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0100> <0119> <0061> endbfrange ' +
    '1 beginbfchar <0003> <0020> endbfchar endcmap end end',
)

/** A page in a font with two bytes a letter, 0100 for "a", and the font's file; `codes` name its table of letters. */
function makeWideText(content: string, file: Uint8Array, codes = '/Identity-H'): Uint8Array {
  const fontFile = Buffer.from(file).toString('latin1')
  const bytes = makePdf({
    pages: [content],
    pageEntries: '/Resources << /Font << /F1 6 0 R >> >>',
    objects: [
      `<< /Type /Font /Subtype /Type0 /BaseFont /North /Encoding ${codes} /ToUnicode 7 0 R /DescendantFonts [8 0 R] >>`,
      TO_UNICODE,
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /North /DW 500 /FontDescriptor 9 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
      '<< /Type /FontDescriptor /FontName /North /Flags 4 /FontFile2 10 0 R >>',
      stream(fontFile),
    ],
  })
  return bytes
}

/** A TrueType font whose tables are there and hold nothing that can be shown. */
function makeFont(tags: readonly string[]): Uint8Array {
  const font = Buffer.alloc(12 + tags.length * 16 + 64, 1)
  font.writeUInt32BE(0x00010000, 0)
  font.writeUInt16BE(tags.length, 4)
  tags.forEach((tag, index) => {
    const at = 12 + index * 16
    font.write(tag, at, 'latin1')
    font.writeUInt32BE(12 + tags.length * 16, at + 8)
    font.writeUInt32BE(64, at + 12)
  })
  return font
}

describe('letters of two bytes', () => {
  const whole = makeFont(['glyf', 'head', 'hhea', 'loca', 'maxp'])
  it.each([
    ['in a whole font', whole],
    ['in a font without its letters', makeFont(['head', 'hhea', 'maxp'])],
    ['in a font that is none', new TextEncoder().encode('nothing of the kind')],
  ])('are read %s', async (_what, file) => {
    const content = text('<010D010E01110113010700030101> Tj [<0100>20<010D010A>] TJ')
    expect((await parse(makeWideText(content, file))).text).toBe('north bank')
    expect((await parse(makeWideText(`%\n${content}`, file))).text).toBe('north bank')
  })

  it('end with half a letter as pdf.js ends them', async () => {
    const content = text('<0101010001> Tj')
    const [quick, slow] = [
      await parse(makeWideText(content, whole)),
      await parse(makeWideText(`%\n${content}`, whole)),
    ]
    expect(quick.text).toBe('baa')
    expect(slow.text).toBe(quick.text)
  })
})
