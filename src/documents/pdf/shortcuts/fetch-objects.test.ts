import { beforeAll, describe, expect, it } from 'vitest'
import { parsePdf } from '../index.ts'
import { loadPdfjs } from '../pdfjs-in-node.ts'

beforeAll(loadPdfjs)

const CONTENT = 'BT /F1 12 Tf 72 700 Td (The north bank.) Tj ET'
const PACKED: readonly (readonly [num: number, body: string])[] = [
  [1, '<< /Type /Catalog /Pages 2 0 R >>'],
  [2, '<< /Type /Pages /Count 1 /Kids [3 0 R] >>'],
  [9, '<< /Type /Annot /Contents (read by nobody'],
  [
    3,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
  ],
  [5, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'],
]

/** A file whose objects but for the page's content are packed into one stream; `places` says what stands where in it. */
function makePackedPdf(
  places: (offsets: readonly number[]) => readonly number[] = (offsets) => offsets,
): Uint8Array {
  let at = 0
  const offsets = PACKED.map(([, body]) => {
    const offset = at
    at += body.length + 1
    return offset
  })
  const told = places(offsets)
  const head = PACKED.map(([num], index) => `${num} ${told[index]}`).join(' ')
  const packed = `${head} ${PACKED.map(([, body]) => body).join(' ')}`
  const objects: readonly (readonly [num: number, body: string])[] = [
    [4, `<< /Length ${CONTENT.length} >>\nstream\n${CONTENT}\nendstream`],
    [
      6,
      `<< /Type /ObjStm /N ${PACKED.length} /First ${head.length + 1} /Length ${packed.length} >>\nstream\n${packed}\nendstream`,
    ],
  ]
  let file = '%PDF-1.5\n'
  const rows = new Map<number, [kind: number, place: number, index: number]>(
    PACKED.map(([num], index) => [num, [2, 6, index]]),
  )
  for (const [num, body] of objects) {
    rows.set(num, [1, file.length, 0])
    file += `${num} 0 obj\n${body}\nendobj\n`
  }
  const start = file.length
  rows.set(7, [1, start, 0])
  const table = Array.from({ length: 10 }, (_, num) => rows.get(num) ?? [0, 0, 0])
    .flatMap(([kind = 0, place = 0, index = 0]) => [kind, place >> 8, place & 255, index])
    .map((byte) => String.fromCharCode(byte))
    .join('')
  file += `7 0 obj\n<< /Type /XRef /W [1 2 1] /Size 10 /Root 1 0 R /Length ${table.length} >>\nstream\n${table}\nendstream\nendobj\n`
  return new Uint8Array(Buffer.from(`${file}startxref\n${start}\n%%EOF\n`, 'latin1'))
}

const textOf = async (bytes: Uint8Array) => (await parsePdf({ name: 'given.pdf', bytes }, { pages: 10 })).text

describe('objects packed in a stream', () => {
  it('are read, whatever stands between them', async () => {
    expect(await textOf(makePackedPdf())).toBe('The north bank.')
  })

  it('cannot be read where the stream says that they end before they begin', async () => {
    const backwards = (offsets: readonly number[]) => offsets.map((offset) => 1000 - offset)
    await expect(textOf(makePackedPdf(backwards))).rejects.toThrow(/broken|can be read|holds no text/)
  })
})
