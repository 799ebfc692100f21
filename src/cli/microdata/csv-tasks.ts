/** A CSV file as blocks of whole families, read one after the other. */
import { open } from 'node:fs/promises'
import { SourceError } from '../../model/index.ts'
import {
  CellProblem,
  findCut,
  HOUSEHOLD,
  MOST_CHILDREN,
  readHeader,
} from '../../rules/population/microdata/index.ts'
import { sayOtherFormat } from './other-formats.ts'
import type { TaskSource } from './simulate-file.ts'

/** Large enough that a block is worth a message, small enough that several in flight stay small. */
const BLOCK = 1024 * 1024
/** A row longer than this is no row of families. */
const MOST_HEADER = 64 * 1024

export async function readCsvTasks(file: string, size: number): Promise<TaskSource> {
  const header = await readStart(file)
  const read = readHeader(header)
  if (read instanceof CellProblem)
    throw new SourceError('microdata_invalid', `${file}: row 1: ${read.message}`)
  const { names, end } = read
  return {
    columns: names,
    rowsAtOnce: 0,
    tasks: cutFile({ file, size, start: end, column: names.indexOf(HOUSEHOLD) }),
  }
}

async function readStart(file: string): Promise<Uint8Array> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MOST_HEADER), 0, MOST_HEADER, 0)
    const bytes = new Uint8Array(buffer.buffer, 0, bytesRead)
    const other = sayOtherFormat(bytes)
    if (other !== null) throw new SourceError('microdata_invalid', `${file} ${other}`)
    return bytes
  } finally {
    await handle.close()
  }
}

interface CutOptions {
  readonly file: string
  readonly size: number
  readonly start: number
  readonly column: number
}

async function* cutFile({ file, size, start, column }: CutOptions) {
  const handle = await open(file)
  try {
    let rest = new Uint8Array(0)
    let at = start
    while (at < size) {
      const bytes = new Uint8Array(rest.length + BLOCK)
      bytes.set(rest)
      const { bytesRead } = await handle.read(bytes, rest.length, BLOCK, at)
      if (bytesRead === 0) break // the file became shorter while it was read
      at += bytesRead
      const filled = bytes.subarray(0, rest.length + bytesRead)
      if (at >= size) {
        yield { task: { bytes: filled }, share: 1 }
        return
      }
      const cut = findCut(filled, column)
      if (cut === 0) throw noCut(file)
      rest = filled.slice(cut)
      yield { task: { bytes: filled.subarray(0, cut) }, share: at / size }
    }
    if (rest.length > 0) yield { task: { bytes: rest }, share: 1 }
  } finally {
    await handle.close()
  }
}

const noCut = (file: string) =>
  new SourceError(
    'microdata_invalid',
    `${file}, column household: a family has more than ${MOST_CHILDREN} children, or a quote is never closed. Give each family a name of its own, and look for a lone quote.`,
  )
