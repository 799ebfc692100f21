/** Files that are neither CSV in UTF-8 nor Parquet, told by their first bytes, each with what to do about it. */

const KNOWN: readonly (readonly [readonly number[], string])[] = [
  [[0x1f, 0x8b], 'is packed with gzip. Unpack it first: gunzip -k FILE'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'is packed with zstd. Unpack it first: zstd -d FILE'],
  [[0x50, 0x4b, 0x03, 0x04], 'is a ZIP file, as workbooks are. Unpack it, or save the sheet as CSV'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'is an old workbook. Save the sheet as CSV'],
  [[0xff, 0xfe], 'is written in UTF-16. Save it as CSV in UTF-8'],
  [[0xfe, 0xff], 'is written in UTF-16. Save it as CSV in UTF-8'],
  [[0x7b], 'begins as JSON does. Write it as CSV, one row a child'],
]
const [NEWLINE, RETURN] = [10, 13]

/** @returns what to say after the file's name; null for what can be CSV. */
export function sayOtherFormat(bytes: Uint8Array): string | null {
  const known = KNOWN.find(([start]) => start.every((byte, at) => bytes[at] === byte))
  if (known) return `${known[1]}.`
  if (bytes.includes(0)) return 'is neither CSV nor Parquet: it holds bytes that no text has.'
  if (bytes.includes(RETURN) && !bytes.includes(NEWLINE))
    return 'ends its rows with carriage returns alone, as old machines did. Save it with line feeds.'
  return null
}
