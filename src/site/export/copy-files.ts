/** The files of a copy on their way into its folder: each with its hash, and written where it is not as it was. */
import { LARGE } from './crew.ts'
import type { ExportFolder } from './folder.ts'
import { hashOf, type Sums } from './sums.ts'

export interface CopyFiles {
  /** Large ones are written meanwhile, by another thread. */
  put(file: string, bytes: string | Uint8Array): void
  /** Stays as it was. */
  keep(file: string): void
  /** Was staged by whoever made it, or is being written where the hash is null. */
  note(file: string, hash: string | null, isWritten: boolean): void
  has(file: string): boolean
  /** Waits for the large ones. */
  settle(): Promise<{ readonly sums: Sums; readonly written: number }>
}

/** Stands for the hash of a file that is being written. */
const PENDING = ''

export function createCopyFiles(folder: ExportFolder): CopyFiles {
  const sums = new Map<string, string>()
  let written = 0
  return {
    put(file, bytes) {
      if (bytes.length >= LARGE) {
        sums.set(file, PENDING)
        folder.writeLarge(file, bytes)
        return
      }
      const hash = hashOf(bytes)
      sums.set(file, hash)
      if (folder.kept.get(file) === hash) return
      written += 1
      folder.stage(file, bytes)
    },
    keep(file) {
      const hash = folder.kept.get(file)
      if (hash === undefined) throw new Error(`${file} is not there to be kept`)
      sums.set(file, hash)
    },
    note(file, hash, isWritten) {
      sums.set(file, hash ?? PENDING)
      if (!isWritten) return
      folder.claim(file)
      written += 1
    },
    has: (file) => sums.has(file),
    async settle() {
      for (const { file, hash, isWritten } of await folder.largeWritten()) {
        sums.set(file, hash)
        if (isWritten) written += 1
      }
      return { sums, written }
    },
  }
}
