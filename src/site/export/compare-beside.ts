/** Looks at the files of the last export in a thread of its own, while the record is opened in this one. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { compareFiles, type Looked } from './compare-files.ts'
import { readSeen } from './seen-files.ts'
import type { Sums } from './sums.ts'

/** It can be sent to a thread. */
export interface LastExport {
  readonly folder: string
  /** The text that lists its files. */
  readonly list: string
  /** Where it is kept what they were when they were seen last; null where every file is to be read. */
  readonly memory: string | null
}

/** Where the build puts the thread's program: beside the command. */
const ENTRY = './compare-worker.js'
/** Fewer are looked at sooner than a thread starts. */
const WORTH_A_THREAD = 2000

export async function compareBeside(last: LastExport, listed: Sums): Promise<Looked> {
  const { folder, list, memory } = last
  const beside = listed.size < WORTH_A_THREAD ? null : await compareInThread(last)
  return beside ?? compareFiles(folder, listed, readSeen(memory, folder, { listed, list }))
}

/** Null where there is no thread to be had: what runs from its sources has none. */
function compareInThread(last: LastExport): Promise<Looked | null> {
  const entry = fileURLToPath(new URL(ENTRY, import.meta.url))
  if (!existsSync(entry)) return Promise.resolve(null)
  const worker = new Worker(entry, { workerData: last })
  return new Promise((resolve) => {
    worker.once('message', resolve)
    worker.once('error', () => resolve(null))
    worker.once('exit', () => resolve(null))
  })
}
