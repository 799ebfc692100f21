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
import { type FileList, hashOf } from './sums.ts'

/** Three numbers for each line of a list: a file's number, size and last change; the first is NaN where nothing is known. */
export type Looks = Float64Array

/** Clocks of disks tick this often at the least: what changed just now may change again and look the same. */
const TICK = 100

const NUMBERS = 3
const LENIENT = { throwIfNoEntry: false } as const

export const noLooks = (list: FileList): Looks =>
  new Float64Array(NUMBERS * list.files.length).fill(Number.NaN)

/** Whether the file on a line still is a plain one, and as it was seen. */
export function isAsSeen(folder: string, file: string, looks: Looks, line: number): boolean {
  if (!isKnown(looks, line)) return false
  // Joined by hand: it is asked for some ten thousand files, and `file` is as we wrote it.
  const stats = lstatSync(`${folder}/${file}`, LENIENT)
  const at = NUMBERS * line
  return (
    stats?.isFile() === true &&
    stats.ino === looks[at] &&
    stats.size === looks[at + 1] &&
    stats.ctimeMs === looks[at + 2]
  )
}

const isKnown = (looks: Looks, line: number): boolean => !Number.isNaN(looks[NUMBERS * line])

export function forget(looks: Looks, line: number): void {
  looks[NUMBERS * line] = Number.NaN
}

interface Listed {
  readonly list: FileList
  /** The list as it stands. */
  readonly text: string
}

/** `memory` is the folder where it is kept, null where nothing is; nothing is known where what was seen is of another export. */
export function readSeen(memory: string | null, folder: string, { list, text }: Listed): Looks {
  if (memory === null) return noLooks(list)
  try {
    const kept = readFileSync(placeOf(memory, folder))
    const looks = new Uint8Array(kept.subarray(HASH))
    const isOfList = kept.toString('latin1', 0, HASH) === hashOf(text)
    if (isOfList && looks.byteLength === noLooks(list).byteLength) return new Float64Array(looks.buffer)
  } catch {
    // Never written, or cut short: then every file is read.
  }
  return noLooks(list)
}

/** Letters of a hash, and a place that numbers may begin at. */
const HASH = 64

export interface ToForesee extends Listed {
  /** What is known of files by an older list. */
  readonly before: { readonly list: FileList; readonly looks: Looks }
  /** Files that are about to be written: what is known of them is of no use. */
  readonly written: ReadonlySet<string>
}

/**
 * What keeps what the files of a list are then; those that are known, and are not about to be written, are not looked at
 * again. Nothing is lost where it fails.
 */
export function foreseeSeen(
  memory: string | null,
  folder: string,
  { list, text, before, written }: ToForesee,
): () => void {
  if (memory === null) return () => {}
  const looks = noLooks(list)
  const fresh: number[] = []
  // Both are in their order.
  let line = 0
  for (const [at, file] of list.files.entries()) {
    while ((before.list.files[line] ?? file) < file) line += 1
    if (before.list.files[line] === file && isKnown(before.looks, line) && !written.has(file))
      looks.set(before.looks.subarray(NUMBERS * line, NUMBERS * (line + 1)), NUMBERS * at)
    else fresh.push(at)
  }
  const hash = hashOf(text)
  return () => {
    const newest = Date.now() - TICK
    for (const at of fresh) lookSettled(join(folder, list.files[at] ?? ''), newest, looks, at)
    try {
      const place = placeOf(memory, folder)
      mkdirSync(memory, { recursive: true })
      writeFileSync(
        `${place}.${process.pid}`,
        Buffer.concat([Buffer.from(hash), new Uint8Array(looks.buffer)]),
      )
      renameSync(`${place}.${process.pid}`, place)
    } catch {
      // The next export reads every file again.
    }
  }
}

function lookSettled(path: string, newest: number, looks: Looks, line: number): void {
  const stats: Stats | undefined = lstatSync(path, LENIENT)
  if (stats?.isFile() === true && stats.ctimeMs < newest)
    looks.set([stats.ino, stats.size, stats.ctimeMs], NUMBERS * line)
}

const placeOf = (memory: string, folder: string): string =>
  join(memory, `${hashOf(realpathSync(folder)).slice(0, 24)}.seen`)
