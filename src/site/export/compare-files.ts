/** Which files of the last export still are as it wrote them: one that was seen so is looked at, any other is read and its hash compared. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { lookAt, readSeen, type SeenFiles } from './seen-files.ts'
import { hashOf, type Sums } from './sums.ts'

export interface Compared {
  readonly kept: Sums
  /** Of those kept, what was seen and still is so. */
  readonly seen: SeenFiles
  /** Files that somebody changed since; those that are gone are neither. */
  readonly changed: ReadonlySet<string>
  /** Folders that are links now, or lie below one. */
  readonly links: ReadonlySet<string>
}

/** What one thread asks of another. */
export interface CompareAsked {
  readonly folder: string
  /** The text that lists the files. */
  readonly list: string
  /** Folder that keeps what was seen; null where nothing is kept. */
  readonly memory: string | null
  /** Whether every file is read, although it is as it was seen. */
  readonly isAllRead: boolean
}

export function compareListed(
  listed: Sums,
  { folder, list, memory, isAllRead }: CompareAsked,
): Promise<Compared> {
  const before = isAllRead ? new Map<string, string>() : readSeen(memory, folder, { listed, list })
  return compareFiles(folder, listed, before)
}

/** The same in a form that goes from thread to thread at little cost. */
export interface PackedCompared {
  /** A letter for each file of the list: "s" as it was seen, "k" kept, "c" changed, "-" gone. */
  readonly found: string
  /** Of those seen, a line each. */
  readonly looks: string
  readonly links: readonly string[]
}

export function packCompared(listed: Sums, { kept, seen, changed, links }: Compared): PackedCompared {
  let found = ''
  for (const file of listed.keys())
    found += seen.has(file) ? 's' : kept.has(file) ? 'k' : changed.has(file) ? 'c' : '-'
  return { found, looks: [...seen.values()].join('\n'), links: [...links] }
}

export function unpackCompared(listed: Sums, { found, looks, links }: PackedCompared): Compared {
  const kept = new Map<string, string>()
  const seen = new Map<string, string>()
  const changed = new Set<string>()
  const lines = looks.split('\n').values()
  let at = 0
  for (const [file, hash] of listed) {
    const how = found[at]
    at += 1
    if (how === 's' || how === 'k') kept.set(file, hash)
    if (how === 's') seen.set(file, lines.next().value ?? '')
    if (how === 'c') changed.add(file)
  }
  return { kept, seen, changed, links: new Set(links) }
}

/** Others get their turn after so many files: the record is opened meanwhile. */
const AT_ONCE = 100

/** One call at a time, into one buffer: a third of the time that reading file by file through the thread pool takes. */
export async function compareFiles(folder: string, listed: Sums, before: SeenFiles): Promise<Compared> {
  const kept = new Map<string, string>()
  const seen = new Map<string, string>()
  const changed = new Set<string>()
  const places = new Map<string, boolean>([['.', true]])
  const isOurs = (place: string): boolean => {
    const known = places.get(place)
    if (known !== undefined) return known
    const isFolder = lstatSync(join(folder, place), { throwIfNoEntry: false })?.isSymbolicLink() !== true
    const found = isOurs(dirname(place)) && isFolder
    places.set(place, found)
    return found
  }
  const read = createReading()
  let count = 0
  for (const [file, hash] of listed) {
    count += 1
    if (count % AT_ONCE === 0) await breathe()
    const look = before.get(file)
    if (look !== undefined && isOurs(dirname(file)) && lookAt(folder, file) === look) {
      kept.set(file, hash)
      seen.set(file, look)
      continue
    }
    const bytes = isOurs(dirname(file)) ? read(join(folder, file)) : 'foreign'
    if (bytes === null) continue // gone: it is written again
    if (bytes !== 'foreign' && hashOf(bytes) === hash) kept.set(file, hash)
    else changed.add(file)
  }
  return {
    kept,
    seen,
    changed,
    links: new Set([...places].filter(([, ours]) => !ours).map(([place]) => place)),
  }
}

/** The bytes, good until the next call; null where there is no file, and `foreign` where there is no plain one. */
function createReading(): (path: string) => Uint8Array | 'foreign' | null {
  let buffer = Buffer.allocUnsafeSlow(1 << 20)
  return (path) => {
    let file: number
    try {
      file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? null : 'foreign'
    }
    try {
      let filled = readSync(file, buffer, 0, buffer.length, 0)
      if (filled === buffer.length) {
        buffer = Buffer.allocUnsafeSlow(fstatSync(file).size + 1)
        for (let more = 1, at = 0; more > 0; at += more) {
          more = readSync(file, buffer, at, buffer.length - at, at)
          filled = at + more
        }
      }
      return buffer.subarray(0, filled)
    } catch {
      return 'foreign' // a folder, or what cannot be read: it is not as we wrote it
    } finally {
      closeSync(file)
    }
  }
}
