/** The directory of a ZIP archive: what it says is inside, checked before anything is unpacked. */
import { LimitError, SourceError } from '../../model/index.ts'
import { decodeText } from '../decode-text.ts'
import type { ParseLimits, SourceFile } from '../source.ts'

export interface ZipEntry {
  readonly name: string
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number
  readonly packedSize: number
  readonly size: number
  readonly crc: number
  /** Where the packed bytes start. */
  readonly dataStart: number
}

const END_OF_DIRECTORY = 0x06054b50
const END_OF_DIRECTORY_64 = 0x06064b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const LONGEST_COMMENT = 65_535
const UNIX_LINK = 0o120000
const FOUR_BYTES_FULL = 0xffffffff

/** Deflate packs at most 1,032 to 1; Word's XML seldom goes beyond 50 to 1. Small parts may pack well by chance. */
const HIGHEST_RATIO = 200
const RATIO_FROM_BYTES = 10_000_000

/**
 * The entries of the archive in `source`, by name. Throws SourceError `document_damaged`, `document_encrypted` or
 * `document_unsafe_path`, LimitError `document_too_many_entries` or `document_unpacks_too_large`.
 */
export function readZipDirectory(
  source: SourceFile,
  limits: Pick<ParseLimits, 'entries' | 'unpackedBytes'>,
): Map<string, ZipEntry> {
  const { name, bytes } = source
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = findDirectory(name, view)
  if (directory.count > limits.entries)
    throw new LimitError(
      'document_too_many_entries',
      `${name} holds ${directory.count} parts, more than the ${limits.entries} that are allowed. Raise --max-entries to read it.`,
      { details: { entries: directory.count, limit: limits.entries } },
    )
  const entries = new Map<string, ZipEntry>()
  const places: [start: number, end: number][] = []
  let at = directory.start
  let total = 0
  for (let i = 0; i < directory.count; i++) {
    const { entry, headerStart, next } = readEntry(name, view, bytes, at)
    at = next
    total += entry.size
    checkSize(name, entry, total, limits.unpackedBytes)
    places.push([headerStart, entry.dataStart + entry.packedSize])
    const key = entry.name.toLowerCase()
    if (entries.has(key)) throw damaged(name, `it holds two parts named ${entry.name}`)
    entries.set(key, entry)
  }
  checkOverlaps(name, places)
  return entries
}

/** The end record stands last, before a comment of up to 64 KB. */
function findDirectory(name: string, view: DataView): { count: number; start: number } {
  const least = Math.max(0, view.byteLength - 22 - LONGEST_COMMENT)
  for (let at = view.byteLength - 22; at >= least; at--) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue
    const count = view.getUint16(at + 10, true)
    const start = view.getUint32(at + 16, true)
    if (start !== FOUR_BYTES_FULL && count !== 0xffff) return checkStart(name, view, count, start)
    return findDirectory64(name, view, at)
  }
  throw damaged(name, 'its end is missing, so it was not downloaded whole')
}

function findDirectory64(name: string, view: DataView, end: number): { count: number; start: number } {
  const at = end >= 20 ? Number(view.getBigUint64(end - 12, true)) : -1
  if (at < 0 || at + 56 > view.byteLength || view.getUint32(at, true) !== END_OF_DIRECTORY_64)
    throw damaged(name, 'its directory cannot be found')
  const count = Number(view.getBigUint64(at + 32, true))
  return checkStart(name, view, count, Number(view.getBigUint64(at + 48, true)))
}

function checkStart(name: string, view: DataView, count: number, start: number) {
  if (start > view.byteLength) throw damaged(name, 'its directory lies beyond its end')
  return { count, start }
}

function readEntry(file: string, view: DataView, bytes: Uint8Array, at: number) {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY)
    throw damaged(file, 'its directory breaks off')
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  if (next > view.byteLength) throw damaged(file, 'its directory breaks off')
  const name = decodeText(bytes.subarray(at + 46, at + 46 + nameLength)).text.replaceAll('\\', '/')
  checkName(file, name)
  if (view.getUint16(at + 8, true) & 1)
    throw new SourceError('document_encrypted', `${file} asks for a password. Save a copy without one.`)
  const isUnix = view.getUint16(at + 4, true) >> 8 === 3
  if (isUnix && ((view.getUint32(at + 38, true) >>> 16) & 0o170000) === UNIX_LINK)
    throw unsafe(file, name, 'is a link to another file')
  const sizes = readSizes(view, at, at + 46 + nameLength, extraLength)
  const { headerStart, packedSize } = sizes
  if (headerStart + 30 > view.byteLength || view.getUint32(headerStart, true) !== LOCAL_HEADER)
    throw damaged(file, `its part ${name} is not where the directory says`)
  const dataStart =
    headerStart + 30 + view.getUint16(headerStart + 26, true) + view.getUint16(headerStart + 28, true)
  if (dataStart + packedSize > view.byteLength) throw damaged(file, `its part ${name} breaks off`)
  const entry: ZipEntry = {
    name,
    method: view.getUint16(at + 10, true),
    packedSize,
    size: sizes.size,
    crc: view.getUint32(at + 16, true),
    dataStart,
  }
  return { entry, headerStart, next }
}

/** Sizes and place; what does not fit 32 bits stands in the extra field 1 (ZIP64), in this order. */
function readSizes(view: DataView, at: number, extraStart: number, extraLength: number) {
  let packedSize = view.getUint32(at + 20, true)
  let size = view.getUint32(at + 24, true)
  let headerStart = view.getUint32(at + 42, true)
  for (let extra = extraStart; extra + 4 <= extraStart + extraLength; ) {
    const length = view.getUint16(extra + 2, true)
    let value = extra + 4
    const end = Math.min(value + length, extraStart + extraLength)
    const take = (current: number) => {
      if (current !== FOUR_BYTES_FULL || value + 8 > end) return current
      value += 8
      return Number(view.getBigUint64(value - 8, true))
    }
    if (view.getUint16(extra, true) === 1) {
      size = take(size)
      packedSize = take(packedSize)
      headerStart = take(headerStart)
    }
    extra += 4 + length
  }
  return { packedSize, size, headerStart }
}

function checkName(file: string, name: string): void {
  if (/^\/|^[a-z]:|\0/i.test(name) || name.split('/').includes('..'))
    throw unsafe(file, name, 'points outside the document')
}

function checkSize(file: string, entry: ZipEntry, total: number, limit: number): void {
  const isBomb = entry.size > RATIO_FROM_BYTES && entry.size > entry.packedSize * HIGHEST_RATIO
  if (total <= limit && !isBomb) return
  throw new LimitError(
    'document_unpacks_too_large',
    isBomb
      ? `${file} holds a part (${entry.name}) that unpacks to ${Math.round(entry.size / entry.packedSize)} times its size: an archive bomb. Do not trust where it came from.`
      : `${file} unpacks to more than the ${limit} bytes that are allowed. Raise --max-unpacked-bytes if you trust it.`,
    { details: { limit, part: entry.name } },
  )
}

/** Entries that share bytes let a small file unpack to a huge one (Fifield 2019, "A better zip bomb"). */
function checkOverlaps(file: string, places: [number, number][]): void {
  places.sort((a, b) => a[0] - b[0])
  for (let i = 1; i < places.length; i++)
    if ((places[i]?.[0] ?? 0) < (places[i - 1]?.[1] ?? 0))
      throw damaged(file, 'parts of it share the same bytes, as only archive bombs do')
}

export function damaged(file: string, why: string, cause?: unknown): SourceError {
  return new SourceError(
    'document_damaged',
    `${file} is damaged: ${why}. Download it again or save a new copy.`,
    cause === undefined ? {} : { cause },
  )
}

function unsafe(file: string, part: string, why: string): SourceError {
  return new SourceError(
    'document_unsafe_path',
    `${file} holds a part that ${why} (${JSON.stringify(part.slice(0, 200))}). It is refused; do not trust where it came from.`,
    { details: { part: part.slice(0, 200) } },
  )
}
