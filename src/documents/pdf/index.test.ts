import { describe, expect, it } from 'vitest'
import { HoldfastError } from '../../model/index.ts'
import { makeLockedPdf, makePdf, showLine } from './hand-made-pdf.ts'
import { parsePdf } from './index.ts'

const parse = (bytes: Uint8Array, pages = 100, onProgress = () => {}) =>
  parsePdf({ name: 'given.pdf', bytes }, { pages }, onProgress)

const errorOf = async (bytes: Uint8Array, pages = 100): Promise<HoldfastError> => {
  const error: unknown = await parse(bytes, pages).then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof HoldfastError) return error
  throw new Error(`expected a HoldfastError, got ${String(error)}`)
}

describe('parsePdf', () => {
  it('reads the text of each page', async () => {
    const document = await parse(
      makePdf({ pages: [showLine('The north bank.'), showLine('The south bank.')] }),
    )
    expect(document.text).toBe('The north bank.\n\nThe south bank.')
    expect(document.pages?.map((page) => document.text.slice(page.start, page.end).trim())).toEqual([
      'The north bank.',
      'The south bank.',
    ])
  })

  it('gives the same document for the same bytes, and leaves the bytes as they were', async () => {
    const bytes = makePdf({ pages: [showLine('The north bank.')] })
    const before = bytes.slice()
    expect(await parse(bytes)).toEqual(await parse(bytes))
    expect(bytes).toEqual(before)
  })

  it('says which page holds no text', async () => {
    const document = await parse(makePdf({ pages: [showLine('One.'), '', showLine('Three.')] }))
    expect(document.notices).toEqual([
      { code: 'page_without_text', message: 'Page 2 holds no text: a picture or a scan?' },
    ])
    expect(document.pages).toHaveLength(3)
  })

  it('follows text moved, spaced, scaled and nested in other marks', async () => {
    const page = [
      'q 2 0 0 2 0 0 cm BT /F1 6 Tf 30 300 Td 8 TL (first line) Tj T* (second ) Tj [(li) -20 (ne)] TJ ET Q',
      '/Artifact BMC BT /F1 12 Tf 1 0 0 1 72 800 Tm (head of page) Tj ET EMC',
      'BT /F1 12 Tf 1 0 0 1 72 400 Tm [(wide) -600 (gap)] TJ ET',
    ].join('\n')
    const { text } = await parse(makePdf({ pages: [page] }))
    expect(text).toBe('first line second line\n\nwide gap')
  })

  const failures: [string, () => Uint8Array, string, RegExp][] = [
    ['a locked file', makeLockedPdf, 'document_encrypted', /given\.pdf is locked/],
    ['no text on any page', () => makePdf({ pages: ['', ''] }), 'document_without_text', /2 pages/],
    [
      'a head without a body',
      () => new TextEncoder().encode('%PDF-1.7\nnothing of the kind'),
      'document_damaged',
      /given\.pdf/,
    ],
    ['nothing at all', () => new Uint8Array(0), 'document_damaged', /given\.pdf/],
    ['no pages', () => makePdf({ pages: [] }), 'document_without_text', /no pages.*portfolio/],
    [
      'a file cut short before its first word',
      () => makePdf({ pages: [showLine('Kept.')] }).slice(0, 330),
      'document_damaged',
      /breaks off.*Download it again/,
    ],
    [
      'a form that only its own program draws',
      () =>
        makePdf({ pages: [showLine('Please wait... If this message is not eventually replaced, wait.')] }),
      'document_without_text',
      /only Adobe Reader.*print it to a new PDF/,
    ],
    [
      'a portfolio',
      () => makePdf({ pages: [showLine('For the best experience, open this PDF portfolio in a reader.')] }),
      'document_without_text',
      /portfolio.*documents inside/,
    ],
  ]
  it.each(failures)('says so: %s', async (_, make, code, words) => {
    const error = await errorOf(make())
    expect(error.code).toBe(code)
    expect(error.message).toMatch(words)
  })

  it('leaves out layers that are not shown', async () => {
    const layer = (name: string, text: string, y: number) =>
      `/OC /${name} BDC BT /F1 12 Tf 72 ${y} Td (${text}) Tj ET EMC`
    const layered = makePdf({
      pages: [
        [
          showLine('The quay is lit.'),
          layer('L1', 'An old draft.', 680),
          layer('L2', 'A new note.', 660),
        ].join(' '),
      ],
      objects: ['<< /Type /OCG /Name (Old) >>', '<< /Type /OCG /Name (New) >>'],
      catalog: '/OCProperties << /OCGs [6 0 R 7 0 R] /D << /OFF [6 0 R] >> >>',
      pageEntries: '/Resources << /Font << /F1 3 0 R >> /Properties << /L1 6 0 R /L2 7 0 R >> >>',
    })
    const { text } = await parse(layered)
    expect(text).not.toContain('An old draft.')
    expect(text).toContain('A new note.')
  })

  it('reads what was filled into a form', async () => {
    const field = (id: number, value: string, rect: string) =>
      `<< /Type /Annot /Subtype /Widget /FT /Tx /T (f${id}) /V (${value}) /Rect [${rect}] /P 4 0 R >>`
    const form = makePdf({
      pages: [`${showLine('Do you accept it?')} BT /F1 12 Tf 72 600 Td (Signed by the Board.) Tj ET`],
      objects: [
        field(1, 'Yes, we will light the quay by 2027.', '72 640 400 664'),
        field(2, '', '72 560 400 584'),
      ],
      catalog: '/AcroForm << /Fields [6 0 R 7 0 R] >>',
      pageEntries: '/Annots [6 0 R 7 0 R]',
    })
    const { text } = await parse(form)
    expect(text).toBe('Do you accept it?\n\nYes, we will light the quay by 2027.\n\nSigned by the Board.')
  })

  it('shows which boxes of a form were ticked', async () => {
    const widget = (entries: string, own: string, left: number) =>
      `<< /Type /Annot /Subtype /Widget ${entries} /AP << /N << /${own} 11 0 R /Off 11 0 R >> >> /Rect [${left} 698 ${left + 12} 710] /P 4 0 R >>`
    const form = makePdf({
      pages: ['BT /F1 12 Tf 90 700 Td (Yes) Tj 100 0 Td (No) Tj 100 0 Td (Grant) Tj 100 0 Td (Loan) Tj ET'],
      objects: [
        widget('/FT /Btn /T (yes) /V /On /AS /On', 'On', 72),
        widget('/FT /Btn /T (no) /V /Off /AS /Off', 'On', 172),
        '<< /FT /Btn /Ff 49152 /T (how) /V /B /Kids [9 0 R 10 0 R] >>',
        widget('/Parent 8 0 R /AS /Off', 'A', 272),
        widget('/Parent 8 0 R /AS /B', 'B', 372),
        '<< /Type /XObject /Subtype /Form /BBox [0 0 12 12] /Length 0 >>\nstream\n\nendstream',
      ],
      catalog: '/AcroForm << /Fields [6 0 R 7 0 R 8 0 R] >>',
      pageEntries: '/Annots [6 0 R 7 0 R 9 0 R 10 0 R]',
    })
    expect((await parse(form)).text).toBe('☒ Yes ☐ No ☐ Grant ☒ Loan')
  })

  it('stops before reading more pages than it may', async () => {
    const bytes = makePdf({ pages: Array.from({ length: 5 }, () => showLine('Again.')) })
    const error = await errorOf(bytes, 4)
    expect([error.code, error.details]).toEqual(['document_too_many_pages', { pages: 5, limit: 4 }])
  })

  it('reads what is left of a file cut short, and says so', async () => {
    const bytes = makePdf({ pages: [showLine('The north bank.'), showLine('The south bank.')] })
    const cut = bytes.slice(0, bytes.length - 420)
    const document = await parse(cut)
    expect(document.text).toContain('The north bank.')
    expect(document.notices.map((notice) => notice.code)).toContain('damaged')
  })

  it('tells how far it has come', async () => {
    const seen: number[] = []
    await parsePdf(
      { name: 'given.pdf', bytes: makePdf({ pages: Array.from({ length: 12 }, () => showLine('Again.')) }) },
      { pages: 100 },
      ({ done, total }) => seen.push(done, total ?? -1),
    )
    expect(seen).toEqual([10, 12, 12, 12])
  })
})
