/** A thread that looks at the files of an export and writes large ones, started by disk-thread.ts alone. */
import { closeSync, fdatasyncSync, openSync } from 'node:fs'
import { answerAsked } from './asked-thread.ts'
import { createDisk } from './disk.ts'
import type { Wanted } from './disk-thread.ts'

/**
 * A large file goes to the disk as soon as this thread has nothing else to do: a disk that has to find room for it when it is
 * moved into its place keeps the other thread waiting, and longer where others write too.
 */
const disk = createDisk((path) => setImmediate(flush, path))

function flush(path: string): void {
  try {
    const file = openSync(path, 'r+')
    fdatasyncSync(file)
    closeSync(file)
  } catch {
    // It is moved into its place or gone already, or the disk tells who moves it.
  }
}

answerAsked((wanted: Wanted): Promise<unknown> => {
  if ('compare' in wanted) return disk.compare(wanted.compare)
  if ('write' in wanted) return disk.write(wanted.write)
  return 'foresee' in wanted ? disk.foresee(wanted.foresee) : disk.remember()
})
