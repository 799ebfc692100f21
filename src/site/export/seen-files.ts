/**
 * What the files of an export were when it ended: number, size and the time that the disk says they were last touched.
 * Who finds a file so finds its bytes as they were, and need not read them. It is kept beside the record and not in the
 * export, which is the same byte for byte wherever it is made. A file's own date can be set by anyone and says nothing;
 * the time of its last change is set by the system alone, also where it was moved, renamed or copied here.
 */
import {
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  type Stats,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { filesIn, hashOf, type Sums } from './sums.ts'

/** By file: its number, size and last change. */
export type SeenFiles = ReadonlyMap<string, string>

/** Clocks of disks tick this often at the least: what changed just now may change again and look the same. */
const TICK = 100

const looksOf = ({ ino, size, ctimeMs }: Stats): string => `${ino} ${size} ${ctimeMs}`

const LENIENT = { throwIfNoEntry: false } as const

/** Null where there is no plain file. */
export function lookAt(folder: string, file: string): string | null {
  // Joined by hand: it is asked for some ten thousand files, and `file` is as we wrote it.
  const stats = lstatSync(`${folder}/${file}`, LENIENT)
  return stats?.isFile() === true ? looksOf(stats) : null
}

/** `memory` is the folder where it is kept, null where nothing is; empty where what was seen is of another export. */
export function readSeen(
  memory: string | null,
  folder: string,
  { listed, list }: { readonly listed: Sums; readonly list: string },
): SeenFiles {
  if (memory === null) return new Map()
  try {
    const kept: unknown = JSON.parse(readFileSync(placeOf(memory, folder), 'utf8'))
    const { list: of, looks } = kept as { list: string; looks: (string | null)[] } // the list's hash is tested next
    if (of !== hashOf(list) || looks.length !== listed.size) return new Map()
    const seen = new Map<string, string>()
    let at = 0
    for (const file of listed.keys()) {
      const look = looks[at]
      if (look) seen.set(file, look)
      at += 1
    }
    return seen
  } catch {
    return new Map() // never written, or cut short: then every file is read
  }
}

/**
 * What keeps what the files that `list` tells of are then; those that `before` knows were looked at already. Nothing is
 * lost where it fails.
 */
export function foreseeSeen(
  memory: string | null,
  folder: string,
  list: string,
  before: (file: string) => string | undefined,
): () => void {
  if (memory === null) return () => {}
  const looks: (string | null)[] = []
  /** By their place among the looks. */
  const fresh = new Map<number, string>()
  for (const file of filesIn(list)) {
    const look = before(file)
    if (look === undefined) fresh.set(looks.length, file)
    looks.push(look ?? null)
  }
  const hash = hashOf(list)
  return () => {
    const newest = Date.now() - TICK
    for (const [at, file] of fresh) looks[at] = lookSettled(folder, file, newest)
    try {
      const place = placeOf(memory, folder)
      mkdirSync(memory, { recursive: true })
      writeFileSync(`${place}.${process.pid}`, JSON.stringify({ list: hash, looks }))
      renameSync(`${place}.${process.pid}`, place)
    } catch {
      // The next export reads every file again.
    }
  }
}

function lookSettled(folder: string, file: string, newest: number): string | null {
  const stats = lstatSync(join(folder, file), { throwIfNoEntry: false })
  return stats === undefined || !stats.isFile() || stats.ctimeMs >= newest ? null : looksOf(stats)
}

const placeOf = (memory: string, folder: string): string =>
  join(memory, `${hashOf(realpathSync(folder)).slice(0, 24)}.json`)
