/** Mends a PDF whose end is lost, as far as pdf.js needs: it looks for what the trailer names. */

const CATALOG = /(\d+)\s+(\d+)\s+obj\s*<<(?:(?!endobj)[\s\S]){0,2000}?\/Type\s*\/Catalog\b/
const END_MARK = '%%EOF'
/** Bytes at the end in which the end mark stands in a whole file; some programs add a few hundred after it. */
const END_REACH = 4096

/** True where the file does not reach its end mark. */
export function isCutShort(bytes: Uint8Array): boolean {
  return !Buffer.from(bytes.subarray(-END_REACH)).includes(END_MARK)
}

/** The file with a trailer that names its catalogue; null where no catalogue is to be seen. */
export function addTrailer(bytes: Uint8Array): Uint8Array | null {
  const found = CATALOG.exec(Buffer.from(bytes).toString('latin1'))
  if (found === null) return null
  const trailer = `\nendobj\ntrailer\n<< /Root ${found[1]} ${found[2]} R >>\nstartxref\n0\n${END_MARK}\n`
  return new Uint8Array(Buffer.concat([bytes, Buffer.from(trailer, 'latin1')]))
}
