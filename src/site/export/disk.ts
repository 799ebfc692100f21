/**
 * What an export asks of the disk: to look at the thousands of files of the last one, and to write the few that are large.
 * It is one thing after the other and waits for nobody, so a thread of its own does it (disk-thread.ts).
 */
import { type Compared, compareFiles } from './compare-files.ts'
import { moveAddresses } from './live-origin.ts'
import { foreseeSeen, noLooks, readSeen } from './seen-files.ts'
import { stageFile } from './stage-file.ts'
import { hashOf, NO_FILES, parseSums } from './sums.ts'

export interface ToCompare {
  readonly folder: string
  /** The text that lists the files of the last export. */
  readonly list: string
  /** Folder that keeps what files were when an export ended; null where there is none. */
  readonly memory: string | null
  /** Whether every file is read, although it is as it was seen. */
  readonly isAllRead: boolean
}

export interface ToWrite {
  /** Folder that files are staged in. */
  readonly tree: string
  readonly file: string
  readonly bytes: string | Uint8Array
  /** Where whole addresses in a text are to lead; without it they stay as they are. */
  readonly moveTo?: { readonly base: string | null }
  /** The hash of the file that stands at its place in the last export. */
  readonly kept: string | null
}

export interface Written {
  readonly file: string
  readonly hash: string
  /** False where the same stands there already. */
  readonly isWritten: boolean
}

export interface ToRemember {
  /** The text that lists the files now. */
  readonly list: string
  /** Of those, files that are about to be written. */
  readonly written: readonly string[]
}

export interface Disk {
  /** Asked first, and once. */
  compare(asked: ToCompare): Promise<Compared>
  /** Throws what the disk says. */
  write(asked: ToWrite): Promise<Written>
  /** Told before the files are moved into their place: most are as they were, and are not looked at again. */
  foresee(asked: ToRemember): Promise<void>
  /** Keeps what the files are now, for the next export. */
  remember(): Promise<void>
  close(): Promise<void>
}

/** In this thread. `written` is told each file that was staged, when who asked has the answer. */
export function createDisk(written: (path: string) => void = () => undefined): Disk {
  let memory: string | null = null
  let folder = ''
  let before = { list: NO_FILES, looks: noLooks(NO_FILES) }
  let writeSeen = () => {}
  const made = new Set<string>()
  return {
    async compare({ list: text, isAllRead, ...asked }) {
      ;({ folder, memory } = asked)
      const list = parseSums(text) ?? NO_FILES
      before = { list, looks: isAllRead ? noLooks(list) : readSeen(memory, folder, { list, text }) }
      return compareFiles(folder, list, before.looks)
    },
    async write({ tree, file, bytes: given, moveTo, kept }) {
      const bytes = moveTo && typeof given === 'string' ? moveAddresses(given, moveTo.base) : given
      const hash = hashOf(bytes)
      const isWritten = hash !== kept
      if (isWritten) written(stageFile(tree, file, bytes, made))
      return { file, hash, isWritten }
    },
    async foresee({ list: text, written }) {
      const list = parseSums(text) ?? NO_FILES
      writeSeen = foreseeSeen(memory, folder, { list, text, before, written: new Set(written) })
    },
    async remember() {
      writeSeen()
    },
    close: async () => undefined,
  }
}
