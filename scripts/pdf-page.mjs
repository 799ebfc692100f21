// A page of PDF as most are made: packed streams, fonts with widths and a table to Unicode, tagged text, a ruling line.
import { deflateSync } from 'node:zlib'

const stream = (text, entries = '') => {
  const bytes = deflateSync(Buffer.from(text, 'latin1')).toString('latin1')
  return `<< ${entries} /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n${bytes}\nendstream`
}

const line = (tag, font, size, x, y, text) =>
  `/${tag} <</MCID 0>> BDC BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm [(${text}) -250 (and on)] TJ ET EMC`

const CONTENT = `q 0.2 0.3 0.4 rg 60 690 400 0.8 re f Q q 1 0 0 RG 0.5 w 60 400 m 300 400 l S 60 300 200 80 re S Q
/Artifact BMC BT /F1 8 Tf 0 Tc 72 30 Td (Page 1) Tj ET EMC
${line('H1', 'F2', 18, 72, 720, '1. A plan for the library')}
${[660, 646, 632, 618].map((y) => line('P', 'F1', 11, 72, y, 'The council should publish its plan by March, and say whom it is for')).join('\n')}
${[590, 576].map((y) => line('LI', 'F1', 11, 90, y, '\\225 a reading room for children,')).join('\n')}
BT /F1 11 Tf 14 TL 72 540 Td (It closed in spring.) Tj T* 3 Ts (1) Tj 0 Ts ET`

const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7E> <0020> endbfrange
1 beginbfchar <95> <2022> endbfchar endcmap end end`

const font = (name) =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 /Widths [${'500 '.repeat(95)}] /ToUnicode 6 0 R >>`

const OBJECTS = [
  '<< /Type /Catalog /Pages 2 0 R /Outlines 8 0 R /PageLabels << /Nums [0 << /S /D >>] >> >>',
  '<< /Type /Pages /Count 2 /Kids [3 0 R 10 0 R] >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R /F2 7 0 R >> >> /Contents 4 0 R >>',
  stream(CONTENT),
  font('Helvetica'),
  stream(TO_UNICODE),
  font('Helvetica-Bold'),
  '<< /Type /Outlines /First 9 0 R /Last 9 0 R /Count 1 >>',
  '<< /Title (A plan for the library) /Parent 8 0 R /Dest [3 0 R /Fit] >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R /F2 7 0 R >> >> /Contents 4 0 R >>',
  '<< /Title (A plan) /Author (The council) >>',
]

/** The bytes of a whole file; its table of places is a packed stream, as newer files have it. */
export function makePdfPage() {
  let file = '%PDF-1.7\n'
  const places = OBJECTS.map((body, index) => {
    const place = file.length
    file += `${index + 1} 0 obj\n${body}\nendobj\n`
    return place
  })
  const start = file.length
  const rows = [0, ...places, start].map((place, index) =>
    String.fromCharCode(index === 0 ? 0 : 1, (place >> 16) & 255, (place >> 8) & 255, place & 255),
  )
  const entries = `/Type /XRef /W [1 3 0] /Size ${rows.length} /Root 1 0 R /Info 11 0 R`
  file += `${rows.length - 1} 0 obj\n${stream(rows.join(''), entries)}\nendobj\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
