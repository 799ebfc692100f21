/**
 * Tar as POSIX wrote it down (ustar), the part a backup needs: plain files, in order, with nothing of the machine or the
 * hour in it. Any tar unpacks it; the same content gives the same bytes.
 */

export const BLOCK = 512
/** Two empty blocks end an archive. */
export const END = Buffer.alloc(2 * BLOCK)
/** Eleven octal digits. */
const LARGEST = 8 ** 11 - 1

export interface TarFile {
  readonly name: string
  readonly size: number
}

/** Throws a RangeError for a name over 100 bytes or a file over 8 GiB, which this format cannot say. */
export function writeHeader({ name, size }: TarFile): Buffer {
  if (Buffer.byteLength(name) > 100 || size > LARGEST)
    throw new RangeError(`${name} (${size} bytes) in a tar`)
  const header = Buffer.alloc(BLOCK)
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`
  header.write(name, 0)
  header.write(octal(0o644, 8), 100)
  header.write(octal(0, 8), 108) // owner, group and time say nothing
  header.write(octal(0, 8), 116)
  header.write(octal(size, 12), 124)
  header.write(octal(0, 12), 136)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** Null for anything but what `writeHeader` writes: another program's tar is not ours to trust. */
export function parseHeader(header: Buffer): TarFile | null {
  const size = Number.parseInt(header.toString('latin1', 124, 135), 8)
  const file = { name: header.toString('utf8', 0, 100).replace(/\0.*$/s, ''), size }
  if (!(size >= 0) || Buffer.byteLength(file.name) > 100) return null
  return writeHeader(file).equals(header) ? file : null
}

/** Zero bytes that fill a file of `size` to whole blocks. */
export const padding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)

/** The sum of all bytes, the checksum's own place counted as spaces. */
function checksum(header: Buffer): number {
  let sum = 0
  for (const [at, byte] of header.entries()) sum += at >= 148 && at < 156 ? 32 : byte
  return sum
}
