/** A backup as its parts: where each file of the archive stands, and its bytes when they are asked for. */
import type { FileHandle } from 'node:fs/promises'
import { SourceError } from '../../model/index.ts'
import { MANIFEST, type Manifest, SCHEMA } from './layout.ts'
import { BLOCK, END, padding, parseHeader } from './tar.ts'

export interface ArchiveFile {
  readonly name: string
  readonly size: number
  /** Of its first byte in the archive. */
  readonly start: number
}

const PART_SIZE = 1 << 20

export const invalid = (message: string): SourceError =>
  new SourceError(
    'backup_invalid',
    `The backup cannot be restored: ${message} Nothing was written. Use another copy.`,
  )

/** The files of an archive in order. Throws `backup_invalid` where it breaks off or is no archive. */
export async function listArchive(handle: FileHandle): Promise<ArchiveFile[]> {
  const { size: length } = await handle.stat()
  const files: ArchiveFile[] = []
  for (let at = 0; ; ) {
    const block = await readExactly(handle, at, BLOCK, length)
    if (isEmpty(block)) {
      await checkEnd(handle, at, length)
      return files
    }
    const file = parseHeader(block)
    if (file === null) throw invalid(`it is damaged at byte ${at}, or is no archive of Holdfast.`)
    files.push({ ...file, start: at + BLOCK })
    at += BLOCK + file.size
    const filled = padding(file.size).length
    if (!isEmpty(await readExactly(handle, at, filled, length)))
      throw invalid(`it is damaged after byte ${at}.`)
    at += filled
  }
}

const isEmpty = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0)

async function checkEnd(handle: FileHandle, at: number, length: number): Promise<void> {
  const end = await readExactly(handle, at, END.length, length)
  if (!isEmpty(end) || length !== at + END.length) throw invalid(`it goes on after its end at byte ${at}.`)
}

async function readExactly(handle: FileHandle, at: number, size: number, length: number): Promise<Buffer> {
  if (at + size > length) throw invalid(`it breaks off at byte ${length}.`)
  const { buffer } = await handle.read(Buffer.alloc(size), 0, size, at)
  return buffer
}

/** The bytes of a file of the archive, in parts. */
export async function* readParts(handle: FileHandle, file: ArchiveFile): AsyncGenerator<Buffer> {
  for (let at = 0; at < file.size; at += PART_SIZE) {
    const wanted = Math.min(PART_SIZE, file.size - at)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(wanted), 0, wanted, file.start + at)
    if (bytesRead !== wanted) throw invalid(`${file.name} breaks off.`)
    yield buffer
  }
}

/** The lines of a file of the archive, without their ends. */
export async function* readLines(handle: FileHandle, file: ArchiveFile): AsyncGenerator<string> {
  let rest = Buffer.alloc(0)
  for await (const part of readParts(handle, file)) {
    const all = Buffer.concat([rest, part])
    let start = 0
    for (let end = all.indexOf(10); end !== -1; end = all.indexOf(10, start)) {
      yield all.toString('utf8', start, end)
      start = end + 1
    }
    rest = all.subarray(start)
  }
  if (rest.length > 0) throw invalid(`the last line of ${file.name} has no end.`)
}

export async function readManifest(handle: FileHandle, files: readonly ArchiveFile[]): Promise<Manifest> {
  const file = files[0]
  if (file?.name !== MANIFEST || file.size > PART_SIZE) throw invalid(`it does not begin with ${MANIFEST}.`)
  const parts: Buffer[] = []
  for await (const part of readParts(handle, file)) parts.push(part)
  const told = readJson(Buffer.concat(parts).toString('utf8'), MANIFEST)
  const { schema, size, root, documents } = { schema: null, size: null, root: null, documents: null, ...told }
  if (schema !== SCHEMA)
    throw invalid(
      `it is of another kind (${String(schema)}), and this Holdfast reads ${SCHEMA}; a newer one may read it.`,
    )
  if (typeof size !== 'number' || typeof root !== 'string' || typeof documents !== 'number')
    throw invalid(`${MANIFEST} is not complete.`)
  return { schema, size, root, documents }
}

/** An object; throws `backup_invalid` for anything else. */
export function readJson(text: string, place: string): object {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // told below, as any other value that is no object
  }
  throw invalid(`${place} is not as Holdfast writes it.`)
}
