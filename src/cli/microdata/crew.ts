/** Who judges blocks of microdata: workers on every core, or, where none can be started, this thread. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { JudgedRows, RowsAsk } from '../../rules/population/microdata/index.ts'
import { judgeTask, type Task } from './task.ts'

export interface Crew {
  /** How many blocks are worth having under way. */
  readonly size: number
  /** The block's bytes are given away. */
  judge(task: Task): Promise<JudgedRows>
  close(): Promise<void>
}

/** Where the build puts the worker, beside the command or (in tests) in dist. */
const ENTRIES = ['../microdata-worker.js', './microdata-worker.js', '../../../dist/microdata-worker.js']

export function createCrew(ask: RowsAsk, size = availableParallelism()): Crew {
  const entry = ENTRIES.map((path) => fileURLToPath(new URL(path, import.meta.url))).find((path) =>
    existsSync(path),
  )
  return entry === undefined ? createLoneCrew(ask) : createWorkerCrew(ask, entry, size)
}

export function createLoneCrew(ask: RowsAsk): Crew {
  const judge = judgeTask(ask)
  return { size: 1, judge, close: async () => undefined }
}

interface Waiting {
  readonly resolve: (judged: JudgedRows) => void
  readonly reject: (error: unknown) => void
}

function createWorkerCrew(ask: RowsAsk, entry: string, size: number): Crew {
  const workers = Array.from({ length: size }, () => {
    // A block is a few megabytes; the heap of a worker has no reason to grow beyond this.
    const worker = new Worker(entry, { workerData: ask, resourceLimits: { maxOldGenerationSizeMb: 128 } })
    return { worker, waiting: [] as Waiting[] }
  })
  for (const { worker, waiting } of workers) {
    worker.on('message', (judged: JudgedRows) => waiting.shift()?.resolve(judged))
    worker.on('error', (error) => {
      for (const each of waiting.splice(0)) each.reject(error)
    })
  }
  return {
    size,
    judge: (task) =>
      new Promise((resolve, reject) => {
        const idlest = workers.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a))
        idlest.waiting.push({ resolve, reject })
        idlest.worker.postMessage(task, 'bytes' in task ? [task.bytes.buffer as ArrayBuffer] : [])
      }),
    close: async () => {
      await Promise.all(workers.map(({ worker }) => worker.terminate()))
    },
  }
}
