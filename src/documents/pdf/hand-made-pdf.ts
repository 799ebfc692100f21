/** Writes small PDF files by hand, for tests: whole, locked, broken and without text. */

export interface HandMade {
  /** Content streams, one a page. */
  readonly pages: readonly string[]
  /** Further entries of the trailer, with the objects they need (numbered from 90). */
  readonly trailer?: string
  readonly objects?: readonly string[]
  /** Further entries of the catalogue, and of every page. */
  readonly catalog?: string
  readonly pageEntries?: string
}

/** One line of Helvetica a page, 72 points in from the left. */
export const showLine = (text: string): string => `BT /F1 12 Tf 72 700 Td (${text}) Tj ET`

export function makePdf({
  pages,
  trailer = '',
  objects = [],
  catalog = '',
  pageEntries = '',
}: HandMade): Uint8Array {
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${4 + i * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + i * 2} 0 R ${pageEntries} >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
    ...objects,
  ]
  let file = '%PDF-1.4\n'
  const offsets = bodies.map((body, i) => {
    const offset = file.length
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const start = file.length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${rows}`
  file += `trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return new TextEncoder().encode(file)
}

/** A file that opens only with a password: the check values match none. */
export const makeLockedPdf = (): Uint8Array =>
  makePdf({
    pages: [showLine('Kept from sight')],
    objects: [`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >>`],
    trailer: '/Encrypt 6 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]',
  })
