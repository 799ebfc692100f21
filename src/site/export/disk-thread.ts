/** The disk's work in a thread of its own, while this one makes pages. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { askThread } from './asked-thread.ts'
import { createDisk, type Disk, type ToCompare, type ToRemember, type ToWrite } from './disk.ts'

/** Where the build puts the worker: beside the command, alone, because it is to be there at once. */
const ENTRY = './disk-worker.cjs'

/** What the worker is asked. */
export type Wanted =
  | { readonly compare: ToCompare }
  | { readonly write: ToWrite }
  | { readonly foresee: ToRemember }
  | { readonly remember: true }

/** What runs from its sources has no worker: this thread does the work then. */
export function startDisk(entry = fileURLToPath(new URL(ENTRY, import.meta.url))): Disk {
  return existsSync(entry) ? askWorker(new Worker(entry)) : createDisk()
}

function askWorker(worker: Worker): Disk {
  const { ask, close } = askThread<Wanted>(worker, 'the thread that looks at the files of the export')
  return {
    compare: (compare) => ask({ compare }),
    write: (write) => ask({ write }, ownBuffers(write.bytes)),
    foresee: (foresee) => ask({ foresee }),
    remember: () => ask({ remember: true }),
    close,
  }
}

/** Bytes that are all of their buffer go to the thread as they are: nobody reads here what is to be written there. */
function ownBuffers(bytes: string | Uint8Array): ArrayBuffer[] {
  if (typeof bytes === 'string' || !(bytes.buffer instanceof ArrayBuffer)) return []
  return bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : []
}
