/** The files of a copy on their way into its folder: each with its hash, and written where it is not as it was. */
import { LARGE } from './crew.ts'
import type { ExportFolder } from './folder.ts'
import { hashOf, mergeSums } from './sums.ts'

export interface CopyFiles {
  /** Large ones are written meanwhile, by another thread. */
  put(file: string, bytes: string | Uint8Array): void
  /** Stays as it was. */
  keep(file: string): void
  /** Was staged by whoever made it, or is being written where the hash is null. */
  note(file: string, hash: string | null, isWritten: boolean): void
  has(file: string): boolean
  /** Waits for the large ones. */
  settle(): Promise<Settled>
}

export interface Settled {
  /** The text that lists the files of the copy. */
  readonly list: string
  readonly count: number
  readonly written: number
  /** Files of the last export that the copy has no more. */
  readonly stale: readonly string[]
}

/** Stands for the hash of a file that is being written. */
const PENDING = ''

export function createCopyFiles(folder: ExportFolder): CopyFiles {
  const { listed, kept } = folder
  /** By line of the last list: 1 where the file stays. Nearly all do, so there is no table of them. */
  const stays = new Uint8Array(listed.files.length)
  const others = new Map<string, string>()
  let written = 0
  function keep(file: string): void {
    const line = listed.lineOf(file)
    if (line === -1) throw new Error(`${file} is not there to be kept`)
    stays[line] = 1
  }
  return {
    put(file, bytes) {
      if (bytes.length >= LARGE) {
        others.set(file, PENDING)
        folder.writeLarge(file, bytes)
        return
      }
      const hash = hashOf(bytes)
      if (kept.get(file) === hash) return keep(file)
      others.set(file, hash)
      written += 1
      folder.stage(file, bytes)
    },
    keep,
    note(file, hash, isWritten) {
      others.set(file, hash ?? PENDING)
      if (!isWritten) return
      folder.claim(file)
      written += 1
    },
    has: (file) => others.has(file) || stays[listed.lineOf(file)] === 1,
    async settle() {
      for (const { file, hash, isWritten } of await folder.largeWritten()) {
        others.set(file, hash)
        if (isWritten) written += 1
      }
      const stale = listed.files.filter((file, line) => stays[line] === 0 && !others.has(file))
      const fresh = [...others.keys()].filter((file) => listed.lineOf(file) === -1)
      return {
        list: mergeSums(listed, stays, others),
        count: listed.files.length - stale.length + fresh.length,
        written,
        stale,
      }
    },
  }
}
