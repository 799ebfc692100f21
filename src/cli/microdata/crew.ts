/** Who judges blocks of microdata: workers on every core, or, where none can be started, this thread. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { SourceError } from '../../model/index.ts'
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

/** @param rowsAtOnce the most rows that a block holds as values at once (Parquet); 0 where blocks are bytes. */
export function createCrew(ask: RowsAsk, size = availableParallelism(), rowsAtOnce = 0): Crew {
  const entry = ENTRIES.map((path) => fileURLToPath(new URL(path, import.meta.url))).find((path) =>
    existsSync(path),
  )
  return entry === undefined ? createLoneCrew(ask) : createWorkerCrew(ask, entry, size, rowsAtOnce)
}

/** A worker that ran out of memory says so as a bug would; a file with smaller groups of rows would have fitted. */
const explain = (error: unknown, rowsAtOnce: number): unknown =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new SourceError(
        'microdata_invalid',
        rowsAtOnce > 0
          ? `A row group of ${rowsAtOnce.toLocaleString('en-GB')} rows does not fit into memory. Write the file with row groups of at most 100,000.`
          : 'A part of the file does not fit into memory. Look for a cell of many megabytes.',
        { cause: error },
      )
    : error

export function createLoneCrew(ask: RowsAsk): Crew {
  const judge = judgeTask(ask)
  return { size: 1, judge, close: async () => undefined }
}

interface Waiting {
  readonly resolve: (judged: JudgedRows) => void
  readonly reject: (error: unknown) => void
}

/** Megabytes: a block of bytes needs few; values a little more than half a kilobyte a row. */
const heapFor = (rowsAtOnce: number): number => Math.max(128, Math.ceil(64 + rowsAtOnce * 0.0007))

function createWorkerCrew(ask: RowsAsk, entry: string, size: number, rowsAtOnce: number): Crew {
  const workers = Array.from({ length: size }, () => {
    // The heap of a worker has no reason to grow beyond this: what is left lying is collected sooner.
    const worker = new Worker(entry, {
      workerData: ask,
      resourceLimits: { maxOldGenerationSizeMb: heapFor(rowsAtOnce), maxYoungGenerationSizeMb: 16 },
    })
    return { worker, waiting: [] as Waiting[] }
  })
  for (const { worker, waiting } of workers) {
    worker.on('message', (judged: JudgedRows) => waiting.shift()?.resolve(judged))
    worker.on('error', (error) => {
      for (const each of waiting.splice(0)) each.reject(explain(error, rowsAtOnce))
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
