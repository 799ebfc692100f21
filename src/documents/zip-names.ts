/** The names in a ZIP archive, looked up to tell what it is; what reads Word documents checks the directory itself. */

const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1')
const DIRECTORY_ENTRY = 0x02014b50
/** The end record with the longest comment. */
const END_WITHIN = 22 + 65_535
/** Enough to know an archive by. */
const MOST_NAMES = 10_000

/** With "/" between folders, as programs that write "\\" mean it. Undefined where the directory is not found. */
export function listZipNames(archive: Buffer): string[] | undefined {
  const end = archive.lastIndexOf(END_OF_DIRECTORY)
  if (end < 0 || end < archive.length - END_WITHIN || end + 22 > archive.length) return undefined
  const names: string[] = []
  let at = archive.readUInt32LE(end + 16)
  while (names.length < MOST_NAMES && at + 46 <= end && archive.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const length = archive.readUInt16LE(at + 28)
    names.push(archive.toString('utf8', at + 46, at + 46 + length).replaceAll('\\', '/'))
    at += 46 + length + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return names.length > 0 ? names : undefined
}
