/** Takes a document from disk: regular files only, checked before a byte of them is read. */
import type { Stats } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { LimitError, SourceError, UsageError } from '../model/index.ts'
import { type ParseLimits, resolveLimits, type SourceFile } from './source.ts'

/** What is asked of the file system; tests put one in its place that changes files under the reader. */
export interface FileEffects {
  stat(path: string): Promise<Stats>
  open(path: string): Promise<Pick<FileHandle, 'stat' | 'read' | 'close'>>
}

const realFiles: FileEffects = { stat: (path) => stat(path), open: (path) => open(path, 'r') }

/**
 * The file at `path` as bytes. Throws UsageError when there is no such file or it may not be read, LimitError when it is
 * larger than `limits.bytes`, SourceError when it is empty or changes while it is read.
 */
export async function readSourceFile(
  path: string,
  limits: Partial<ParseLimits> = {},
  files: FileEffects = realFiles,
): Promise<SourceFile> {
  const { bytes: maxBytes } = resolveLimits(limits)
  try {
    // Before opening: opening a named pipe waits for its writer, perhaps for ever.
    checkStats(path, await files.stat(path), maxBytes)
    const handle = await files.open(path)
    try {
      return { name: path, bytes: await readAll(path, handle, maxBytes) }
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw explain(path, error)
  }
}

async function readAll(path: string, handle: Pick<FileHandle, 'stat' | 'read'>, maxBytes: number) {
  const before = await handle.stat()
  checkStats(path, before, maxBytes)
  const bytes = new Uint8Array(before.size)
  let length = 0
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  const after = await handle.stat()
  if (length !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs)
    throw changed(path)
  return bytes
}

function checkStats(path: string, stats: Stats, maxBytes: number): void {
  if (stats.isDirectory())
    throw new UsageError(
      'file_is_a_folder',
      `${path} is a folder. Name the documents in it instead (for example ${path}/report.pdf).`,
    )
  if (!stats.isFile())
    throw new UsageError(
      'file_not_readable',
      `${path} is not an ordinary file but a device, pipe or socket. Save the document to a file and name that.`,
    )
  if (stats.size === 0)
    throw new SourceError('file_empty', `${path} is empty (0 bytes). Download or save it again.`)
  if (stats.size > maxBytes)
    throw new LimitError(
      'document_too_large',
      `${path} has ${stats.size} bytes, more than the ${maxBytes} that are allowed. Raise --max-bytes to read it.`,
      { details: { bytes: stats.size, limit: maxBytes } },
    )
}

function changed(path: string): SourceError {
  return new SourceError(
    'file_changed_while_reading',
    `${path} changed while it was being read. Run this again once nothing writes to it.`,
  )
}

function explain(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const options = { cause: error }
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new UsageError('file_not_found', describeMissing(path), options)
  if (code === 'EACCES' || code === 'EPERM')
    return new UsageError(
      'file_not_readable',
      `${path} may not be read by this user. Change its permissions, or copy it somewhere readable.`,
      options,
    )
  if (code === 'EISDIR')
    return new UsageError(
      'file_is_a_folder',
      `${path} is a folder. Name the documents in it instead.`,
      options,
    )
  if (code === 'ESTALE' || code === 'EIO')
    return new SourceError(
      'file_changed_while_reading',
      `${path} could not be read to its end (${String(code)}). Copy it to this machine's disk and try again.`,
      options,
    )
  if (code === 'ELOOP' || code === 'ENAMETOOLONG' || code === 'ENXIO' || code === 'EMFILE')
    return new UsageError(
      'file_not_readable',
      `${path} cannot be opened (${String(code)}). Give the path of an ordinary file.`,
      options,
    )
  return error
}

function describeMissing(path: string): string {
  if (path.trim() === '')
    return 'One of the names given is empty. If it stands in a variable, look whether that is set.'
  if (path === '-')
    return 'There is no file named -, and documents are not taken from standard input. Save what comes through the pipe to a file and name that.'
  if (/^https?:\/\//i.test(path))
    return `${path} is an address on the web, and nothing is fetched from there. Download the document in a browser, and name the file.`
  return `There is no file ${path}. Check the spelling, or give the whole path.`
}
