/**
 * The Merkle tree of a log cut into small files that never change once they are full: 256 hashes a tile, laid out as
 * C2SP's tlog-tiles names them, so that anyone can fetch the few that a proof needs from a plain file server.
 */
import { bytesOf, type Hash } from './hash.ts'
import { hashNode } from './merkle.ts'

/** Hashes in a full tile, and entries in a full file of entries. */
export const TILE_WIDTH = 256

export interface LogFile {
  /** Below the log's folder. */
  readonly path: string
  /** Number of the last entry that it tells of: in any longer log that has these entries it is the same file. */
  readonly last: number
  /** Made each time it is asked for. */
  readonly bytes: Uint8Array
}

/** A file whose bytes are made only where somebody asks for them. */
export const logFile = (path: string, last: number, make: () => Uint8Array): LogFile => ({
  path,
  last,
  get bytes() {
    return make()
  },
})

/** "x001/x234/067" for 1234067: three digits a folder, so that no folder grows large. */
export function tileName(index: number): string {
  const digits = String(index)
  const parts = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? []
  return parts.map((part, at) => (at < parts.length - 1 ? `x${part}` : part)).join('/')
}

/** The tiles of a tree with these leaves. A tile that is not full yet says in its name how many hashes it holds. */
export function hashTiles(leaves: readonly Hash[]): LogFile[] {
  const files: LogFile[] = []
  const rows: (readonly Hash[])[] = [leaves]
  const rowOf = (level: number): readonly Hash[] => {
    rows[level] ??= climb(rowOf(level - 1))
    return rows[level]
  }
  let entries = 1
  for (let [level, count] = [0, leaves.length]; count > 0; level += 1) {
    for (let from = 0; from < count; from += TILE_WIDTH) {
      const held = Math.min(TILE_WIDTH, count - from)
      const width = held === TILE_WIDTH ? '' : `.p/${held}`
      const path = `tile/${level}/${tileName(from / TILE_WIDTH)}${width}`
      const make = () =>
        Buffer.concat(
          rowOf(level)
            .slice(from, from + held)
            .map(bytesOf),
        )
      files.push(logFile(path, (from + held) * entries, make))
    }
    count = Math.floor(count / TILE_WIDTH)
    entries *= TILE_WIDTH
  }
  return files
}

/** One hash for each full tile: the level above. */
function climb(hashes: readonly Hash[]): Hash[] {
  const above: Hash[] = []
  for (let from = 0; from + TILE_WIDTH <= hashes.length; from += TILE_WIDTH) {
    let row = hashes.slice(from, from + TILE_WIDTH)
    while (row.length > 1)
      row = Array.from({ length: row.length / 2 }, (_, at) => hashNode(row[2 * at]!, row[2 * at + 1]!)) // an even row
    above.push(row[0]!) // 256 halves to one
  }
  return above
}

/** The file of entries with this number, from 0, below the log's folder. */
export const entryFileName = (index: number): string => `entries/${tileName(index)}.jsonl`

/** The entries themselves, one a line; the last file grows until it is full. */
export function entryFiles(texts: readonly string[]): LogFile[] {
  const files: LogFile[] = []
  for (let from = 0; from < texts.length; from += TILE_WIDTH) {
    const last = Math.min(from + TILE_WIDTH, texts.length)
    const make = () => bytesOfLines(texts.slice(from, last))
    files.push(logFile(entryFileName(from / TILE_WIDTH), last, make))
  }
  return files
}

export const bytesOfLines = (lines: readonly string[]): Uint8Array =>
  Buffer.from(lines.map((line) => `${line}\n`).join(''))
