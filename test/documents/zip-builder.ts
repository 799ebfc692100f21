/** Builds ZIP archives for tests, honest ones and ones that lie in the way a test asks for. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  readonly name: string
  readonly data: string | Uint8Array
  /** What the directory says instead of the truth. */
  readonly lies?: {
    readonly size?: number
    readonly crc?: number
    readonly flags?: number
    readonly method?: number
  }
  /** Unix mode, as archives made on Unix carry it. */
  readonly mode?: number
  /** Index of the part whose bytes this one points at, instead of bringing its own. */
  readonly sharesBytesOf?: number
}

export function buildZip(parts: readonly ZipPart[]): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  const places: number[] = []
  let offset = 0
  for (const part of parts) {
    const data = Buffer.from(part.data)
    const packed = deflateRawSync(data)
    const name = Buffer.from(part.name)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(part.lies?.flags ?? 0, 2)
    head.writeUInt16LE(part.lies?.method ?? 8, 4)
    head.writeUInt32LE(part.lies?.crc ?? crc32(data), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(part.lies?.size ?? data.length, 18)
    head.writeUInt16LE(name.length, 22)
    const place = part.sharesBytesOf === undefined ? offset : (places[part.sharesBytesOf] ?? 0)
    places.push(place)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(((part.mode ? 3 : 0) << 8) | 20, 4)
    head.copy(entry, 6, 0, 24)
    entry.writeUInt32LE(((part.mode ?? 0) << 16) >>> 0, 38)
    entry.writeUInt32LE(place, 42)
    directory.push(entry, name)
    if (part.sharesBytesOf !== undefined) continue
    const signature = Buffer.from([0x50, 0x4b, 3, 4])
    files.push(signature, head, name, packed)
    offset += 30 + name.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 8)
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...files, list, end]))
}
