/** A thread that looks at the files of an export and writes large ones, started by disk-thread.ts alone. */
import { parentPort } from 'node:worker_threads'
import { createDisk } from './disk.ts'
import type { Told, Wanted } from './disk-thread.ts'

const disk = createDisk()
let last: Promise<void> = Promise.resolve()

function work(wanted: Wanted): Promise<unknown> {
  if ('compare' in wanted) return disk.compare(wanted.compare)
  if ('write' in wanted) return disk.write(wanted.write)
  return 'foresee' in wanted ? disk.foresee(wanted.foresee) : disk.remember()
}

async function answer(wanted: Wanted): Promise<Told> {
  try {
    return { answer: await work(wanted) }
  } catch (error) {
    // A system error keeps its code on the way, which the folder's messages are told by.
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    return {
      error: { message, stack, ...(error instanceof Error && 'code' in error ? { code: error.code } : {}) },
    }
  }
}

parentPort?.on('message', (wanted: Wanted) => {
  last = last.then(async () => parentPort?.postMessage(await answer(wanted)))
})
