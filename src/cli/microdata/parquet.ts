/** Families from a Parquet file: a stretch of rows at a time, families that go on from one to the next kept whole. */
import { open } from 'node:fs/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetRead } from 'hyparquet'
import { SourceError } from '../../model/index.ts'
import {
  HOUSEHOLD,
  MOST_CHILDREN,
  type ParquetRows,
  readCellRows,
} from '../../rules/population/microdata/index.ts'
import type { TaskSource } from './simulate-file.ts'

/** The bytes of a row group are held as a whole, on every core; common writers make groups of up to 1,048,576 rows. */
const MOST_GROUP = 1_100_000
// Rows held as values at once. Fewer would read the bytes of a large group more often: a page that ends before the stretch
// is passed over unread, but every stretch begins at its group's first.
const STRETCH = 50_000
const compressors = {
  GZIP: (bytes: Uint8Array) => new Uint8Array(gunzipSync(bytes)),
  BROTLI: (bytes: Uint8Array) => new Uint8Array(brotliDecompressSync(bytes)),
}

export async function readParquetTasks(file: string): Promise<TaskSource> {
  const { metadata, columns } = await readShape(file)
  const rows = Number(metadata.num_rows)
  const groups = metadata.row_groups.map(({ num_rows: count }) => Number(count))
  const largest = Math.max(0, ...groups)
  if (largest > MOST_GROUP)
    throw new SourceError(
      'microdata_invalid',
      `${file} has a row group of ${largest.toLocaleString('en-GB')} rows. Write it with row groups of at most ${MOST_GROUP.toLocaleString('en-GB')}.`,
    )
  return { columns, rowsAtOnce: largest, tasks: tasksOf(file, groups, rows) }
}

async function* tasksOf(file: string, groups: readonly number[], rows: number) {
  let from = 0
  for (const count of groups) {
    const end = from + count
    while (from < end) {
      const to = Math.min(end, from + STRETCH)
      yield { task: { file, from, to }, share: to / rows }
      from = to
    }
  }
}

async function readShape(file: string): Promise<{ metadata: FileMetaData; columns: string[] }> {
  return withFile(file, async (buffer) => {
    const metadata = await parquetMetadataAsync(buffer)
    const nested = metadata.schema.slice(1).find(({ num_children: count }) => count)
    if (nested) throw new Error(`the column "${nested.name}" holds lists or parts`)
    return { metadata, columns: metadata.schema.slice(1).map(({ name }) => name) }
  })
}

interface Stretch {
  readonly file: string
  readonly from: number
  readonly to: number
}

/** The rows of a stretch that begin a family in it, and those of the next that belong to its last family. */
export async function readParquetRows(stretch: Stretch, judge: ParquetRows, on: number) {
  const { file, from, to } = stretch
  return withFile(file, async (buffer) => {
    const metadata = await parquetMetadataAsync(buffer)
    const total = Number(metadata.num_rows)
    const read = (rowStart: number, rowEnd: number, columns?: string[]) =>
      readColumns({ buffer, metadata, rowStart, rowEnd, columns })
    const names = async (start: number, end: number) =>
      (await read(Math.max(0, start), Math.min(total, end), [HOUSEHOLD])).get(HOUSEHOLD) ?? []
    const [before] = from === 0 ? [undefined] : (await names(from - 1, from)).map(String)
    const own = await read(from, to)
    const ownNames = (own.get(HOUSEHOLD) ?? []).map(String)
    const after = to === total ? [] : (await names(to, to + MOST_CHILDREN)).map(String)
    const skipped = before === undefined ? 0 : countWhile(ownNames, (name) => name === before)
    const last = ownNames.at(-1)
    const added = skipped === ownNames.length ? 0 : countWhile(after, (name) => name === last)
    const more = added === 0 ? new Map<string, unknown[]>() : await read(to, to + added)
    const columns = new Map(
      [...own].map(([name, cells]) => [name, [...cells.slice(skipped), ...(more.get(name) ?? [])]]),
    )
    return readCellRows(columns, ownNames.length - skipped + added, judge, on)
  })
}

function countWhile<T>(list: readonly T[], test: (one: T) => boolean): number {
  const at = list.findIndex((one) => !test(one))
  return at < 0 ? list.length : at
}

interface ReadOptions {
  readonly buffer: AsyncBuffer
  readonly metadata: FileMetaData
  readonly rowStart: number
  readonly rowEnd: number
  readonly columns: string[] | undefined
}

async function readColumns({
  buffer,
  metadata,
  rowStart,
  rowEnd,
  columns,
}: ReadOptions): Promise<Map<string, unknown[]>> {
  const found = new Map<string, unknown[]>()
  await parquetRead({
    file: buffer,
    metadata,
    rowStart,
    rowEnd,
    compressors,
    ...(columns ? { columns } : {}),
    onChunk({ columnName, columnData, rowStart: first }) {
      const own = found.get(columnName) ?? []
      found.set(columnName, own)
      // Chunks come as they are ready, those of a later group before an earlier one's: each goes to its own rows.
      for (let at = 0; at < columnData.length; at++) {
        const row = first + at
        if (row >= rowStart && row < rowEnd) own[row - rowStart] = columnData[at]
      }
    },
  })
  return found
}

/** The library's own errors as ones to act on: it throws plain ones for whatever it cannot read. */
async function withFile<T>(file: string, use: (buffer: AsyncBuffer) => Promise<T>): Promise<T> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    return await use({
      byteLength: size,
      async slice(start, end = size) {
        const bytes = new Uint8Array(Math.max(0, end - start))
        await handle.read(bytes, 0, bytes.length, start)
        return bytes.buffer
      },
    })
  } catch (error) {
    if (error instanceof SourceError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new SourceError(
      'microdata_invalid',
      `${file} cannot be read as Parquet (${reason}). The file may be cut off; write it again, with snappy, gzip or no compression and plain columns.`,
      { cause: error },
    )
  } finally {
    await handle.close()
  }
}
