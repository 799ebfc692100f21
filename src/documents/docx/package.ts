/** A Word document as a package of parts: unpacked one by one as they are asked for, never to disk. */
import { crc32, inflateRawSync } from 'node:zlib'
import { LimitError } from '../../model/index.ts'
import { decodeText } from '../decode-text.ts'
import type { ParseLimits, SourceFile } from '../source.ts'
import { readXml, type XmlHandler } from './xml.ts'
import { damaged, readZipDirectory, type ZipEntry } from './zip-directory.ts'

export interface Relationship {
  /** The last word of its type ("footnotes", "hyperlink", "attachedTemplate"). */
  readonly type: string
  /** Inside the package: the part's name. Outside: where it points. */
  readonly target: string
  readonly isExternal: boolean
}

export class DocxPackage {
  private readonly source: SourceFile
  private readonly limits: ParseLimits
  private readonly entries: ReadonlyMap<string, ZipEntry>
  private unpacked = 0

  constructor(source: SourceFile, limits: ParseLimits) {
    this.source = source
    this.limits = limits
    this.entries = readZipDirectory(source, limits)
  }

  /** Reads a part as XML into `handler`; false where there is no such part. */
  read(part: string, handler: XmlHandler): boolean {
    const entry = this.entries.get(part.toLowerCase())
    if (!entry) return false
    const { text } = decodeText(this.unpack(entry))
    readXml({ file: this.source.name, part: entry.name, text, nesting: this.limits.nesting }, handler)
    return true
  }

  /** What a part refers to, by id. */
  relationships(part: string): Map<string, Relationship> {
    const folder = part.slice(0, part.lastIndexOf('/') + 1)
    const found = new Map<string, Relationship>()
    this.read(`${folder}_rels/${part.slice(folder.length)}.rels`, {
      open: (name, attributes) => {
        if (name !== 'Relationship') return
        const isExternal = attributes.TargetMode === 'External'
        const target = attributes.Target ?? ''
        found.set(attributes.Id ?? '', {
          type: (attributes.Type ?? '').split('/').at(-1) ?? '',
          target: isExternal ? target : resolvePart(folder, target),
          isExternal,
        })
      },
    })
    return found
  }

  /** All external references of the package's parts that are more than links to follow. */
  externalTargets(): string[] {
    const parts = [...this.entries.values()].filter(({ name }) => name.endsWith('.rels'))
    return parts.flatMap(({ name }) => {
      const part = name.replace(/_rels\/([^/]*)\.rels$/, '$1')
      const all = [...this.relationships(part).values()]
      return all
        .filter(({ type, isExternal }) => isExternal && type !== 'hyperlink')
        .map(({ target }) => target)
    })
  }

  private unpack(entry: ZipEntry): Uint8Array {
    const { name: file, bytes } = this.source
    const packed = bytes.subarray(entry.dataStart, entry.dataStart + entry.packedSize)
    const left = this.limits.unpackedBytes - this.unpacked
    const unpacked = entry.method === 0 ? packed : inflate(file, entry, packed, left)
    this.unpacked += unpacked.length
    if (unpacked.length !== entry.size || crc32(unpacked) !== entry.crc)
      throw damaged(file, `its part ${entry.name} is not what its directory says`)
    return unpacked
  }
}

function inflate(file: string, entry: ZipEntry, packed: Uint8Array, left: number): Uint8Array {
  if (entry.method !== 8)
    throw damaged(file, `its part ${entry.name} is packed in a way that Word does not use`)
  try {
    // One byte more than declared shows a part that lies about its size, without unpacking the rest of it.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(entry.size + 1, left)) })
  } catch (error) {
    if (!(error instanceof RangeError))
      throw damaged(file, `its part ${entry.name} cannot be unpacked`, error)
    throw new LimitError(
      'document_unpacks_too_large',
      `${file} holds a part (${entry.name}) that unpacks to more than it says, or than is allowed: an archive bomb? Do not trust where it came from.`,
      { cause: error, details: { part: entry.name, limit: left } },
    )
  }
}

/** A target as a part's name: relative to the folder of the part that names it, or from the package's root. */
function resolvePart(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `/${folder}${target}`
  return new URL(path, 'package:///').pathname.slice(1)
}
