/** Where a result goes: standard output, or a file that appears whole or not at all. */
import { randomBytes } from 'node:crypto'
import { access, constants, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { MachineError, UsageError } from '../model/index.ts'
import type { Terminal, TerminalStream } from './terminal.ts'

const STANDARD_OUTPUT = 'standard output'

/** Writes all of `text`, which may come in pieces. A reader that has gone away (`| head`) is no error: the rest is simply not wanted. */
export async function writeResult(
  text: string | Iterable<string>,
  output: string | null,
  terminal: Terminal,
): Promise<void> {
  if (output === null) await writePieces(text, terminal)
  else if (await isDevice(output)) await writeHere(text, output)
  else await writeFileWhole(text, output, terminal.signal)
}

const piecesOf = (text: string | Iterable<string>): Iterable<string> =>
  typeof text === 'string' ? [text] : text

async function writePieces(text: string | Iterable<string>, { stdout, signal }: Terminal): Promise<void> {
  for (const piece of piecesOf(text)) {
    if (signal.aborted) throw new MachineError('interrupted', 'Stopped before the end.')
    await writeStream(piece, stdout)
  }
}

function writeStream(text: string, stream: TerminalStream): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (!error || codeOf(error) === 'EPIPE') resolve()
      else reject(explainOutput(error, STANDARD_OUTPUT))
    })
  })
}

/** Refuses an output that cannot be written, or would take the place of one of the `inputs`, before any long work. */
export async function checkOutput(output: string, inputs: readonly (string | null)[] = []): Promise<void> {
  const there = await stat(output).catch(() => undefined)
  if (there?.isDirectory())
    throw new UsageError('option_invalid', `--output ${output} is a folder. Name a file in it.`)
  if (there && !there.isFile()) return // a device or pipe
  await checkFolder(output)
  for (const input of there ? inputs : []) {
    const given = input === null ? undefined : await stat(input).catch(() => undefined)
    if (given?.ino === there?.ino && given?.dev === there?.dev)
      throw new UsageError(
        'option_invalid',
        `--output ${output} would replace ${input}, which is to be read. Give the result another name.`,
      )
  }
}

async function checkFolder(output: string): Promise<void> {
  const folder = dirname(output)
  const stats = await stat(folder).catch(() => undefined)
  if (stats === undefined || !stats.isDirectory())
    throw new MachineError(
      'output_not_writable',
      `${output} cannot be written: there is no folder ${folder}. Make it, or choose another place.`,
    )
  await access(folder, constants.W_OK).catch((error: unknown) => {
    throw explainOutput(error, output)
  })
}

/** A device or pipe cannot be replaced by renaming a file over it. */
async function isDevice(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined)
  return stats !== undefined && !stats.isFile() && !stats.isDirectory()
}

async function writeHere(text: string | Iterable<string>, path: string): Promise<void> {
  try {
    const handle = await open(path, 'w')
    try {
      for (const piece of piecesOf(text)) await handle.writeFile(piece)
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (codeOf(error) !== 'EPIPE') throw explainOutput(error, path)
  }
}

/** Beside its place under a name of its own, flushed, then renamed over it; what is half done is taken away again. */
async function writeFileWhole(
  text: string | Iterable<string>,
  path: string,
  signal: AbortSignal,
): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`)
  try {
    const handle = await open(draft, 'wx')
    try {
      for (const piece of piecesOf(text)) await handle.writeFile(piece, { signal })
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined) // the first error is the one to tell
    if (signal.aborted) throw new MachineError('interrupted', 'Stopped before the end. Nothing was written.')
    throw explainOutput(error, path)
  }
}

/** A failed write as an error to act on; anything else as it is. `place` is the file, or "standard output". */
export function explainOutput(error: unknown, place: string): unknown {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return new MachineError(
      'output_disk_full',
      `${place} cannot take the result: the disk is full. Make room and run this again${place === STANDARD_OUTPUT ? '' : '; no half-written file is left'}.`,
      { cause: error },
    )
  if (code !== undefined)
    return new MachineError(
      'output_not_writable',
      `${place} cannot be written (${code}). Choose another place with --output.`,
      { cause: error },
    )
  return error
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
