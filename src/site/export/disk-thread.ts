/** The disk's work in a thread of its own, while this one makes pages. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { createDisk, type Disk, type ToCompare, type ToRemember, type ToWrite } from './disk.ts'

/** Where the build puts the worker: beside the command, alone, because it is to be there at once. */
const ENTRY = './disk-worker.cjs'

/** What the worker is asked; it answers in the order that it was asked. */
export type Wanted =
  | { readonly compare: ToCompare }
  | { readonly write: ToWrite }
  | { readonly foresee: ToRemember }
  | { readonly remember: true }

export type Told =
  | { readonly answer: unknown }
  | { readonly error: { readonly message: string; readonly stack: string; readonly code?: unknown } }

/** What runs from its sources has no worker: this thread does the work then. */
export function startDisk(entry = fileURLToPath(new URL(ENTRY, import.meta.url))): Disk {
  return existsSync(entry) ? askWorker(new Worker(entry)) : createDisk()
}

function askWorker(worker: Worker): Disk {
  const waiting: { resolve: (answer: never) => void; reject: (error: unknown) => void }[] = []
  worker.on('message', (told: Told) => {
    const first = waiting.shift()
    if ('answer' in told)
      first?.resolve(told.answer as never) // of the call that was made first
    else first?.reject(Object.assign(new Error(told.error.message), told.error))
  })
  /** Why it answers no more. */
  let lost: unknown = null
  const lose = (error: unknown) => {
    lost ??= error
    for (const each of waiting.splice(0)) each.reject(lost)
  }
  worker.on('error', lose)
  worker.on('exit', () => lose(new Error('the thread that looks at the files of the export has ended')))
  const ask = <Answer>(wanted: Wanted): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (lost !== null) return reject(lost)
      waiting.push({ resolve, reject })
      worker.postMessage(wanted)
    })
  return {
    compare: (compare) => ask({ compare }),
    write: (write) => ask({ write }),
    foresee: (foresee) => ask({ foresee }),
    remember: () => ask({ remember: true }),
    close: async () => void (await worker.terminate()),
  }
}
