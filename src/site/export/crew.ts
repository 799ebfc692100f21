/** Who makes the files: this thread alone, or threads on every core that write what they made themselves. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { RecordKey } from '../../tracker/index.ts'
import { askThread } from './asked-thread.ts'
import { moveAddresses } from './live-origin.ts'
import {
  isLost,
  isUnmoved,
  type Lost,
  type Made,
  type Maker,
  type Making,
  type Task,
  type Unmoved,
} from './maker.ts'
import { stageFile } from './stage-file.ts'
import { hashOf, type Sums } from './sums.ts'

/** A file that was made and, where it is not as it was, staged. */
export interface Staged extends Omit<Made, 'bytes' | 'isMoved'> {
  /** Null where it was given to `writeLarge`. */
  readonly hash: string | null
  readonly isWritten: boolean
}

export interface Batch {
  readonly files: readonly (Staged | Unmoved | Lost)[]
  readonly parts: readonly (readonly [asked: string, records: readonly RecordKey[]])[]
}

export interface Crew {
  /** How many batches are worth having under way. */
  readonly size: number
  /** Throws what the disk says. */
  make(tasks: readonly Task[]): Promise<Batch>
  close(): Promise<void>
}

export interface Place {
  /** Folder that files are staged in. */
  readonly tree: string
  /** Knows the hashes of files that are there already. */
  readonly kept: Pick<Sums, 'get'>
}

/** So many letters or bytes are worth giving to another thread. */
export const LARGE = 1 << 18

/** Large files are given to `writeLarge` where there is one, which hashes and stages them meanwhile. */
export function createLoneCrew(
  maker: Maker,
  { tree, kept }: Place,
  writeLarge?: (file: string, bytes: string | Uint8Array, isToMove: boolean) => void,
): Crew {
  const made = new Set<string>()
  return {
    size: 1,
    async make(tasks) {
      const files: (Staged | Unmoved | Lost)[] = []
      for (const task of tasks) {
        const file = await maker.make(task)
        if (isLost(file) || isUnmoved(file)) files.push(file)
        else {
          const { bytes: given, isMoved, ...rest } = file
          const isToMove = !isMoved && typeof given === 'string'
          if (writeLarge !== undefined && given.length >= LARGE) {
            writeLarge(file.file, given, isToMove)
            files.push({ ...rest, hash: null, isWritten: false })
            continue
          }
          const bytes = isToMove ? moveAddresses(given, maker.copy.base) : given
          const hash = hashOf(bytes)
          const isWritten = kept.get(file.file) !== hash
          if (isWritten) stageFile(tree, file.file, bytes, made)
          files.push({ ...rest, hash, isWritten })
        }
      }
      return { files, parts: maker.takeParts() }
    },
    close: async () => undefined,
  }
}

/** Where the build puts the worker: beside the command. */
const ENTRY = './export-worker.js'

/** What a worker is sent first. */
export interface Start {
  readonly making: Making
  readonly place: Place & { readonly kept: Sums }
}
export interface Workers {
  /** Gives them what they need; before that they only load themselves. */
  begin(start: Start): Crew
  close(): Promise<void>
}

export interface Workforce {
  /** The threads, started at the first call; null where there are none to start. */
  start(): Workers | null
  close(): Promise<void>
}

export function createWorkforce(count: number): Workforce {
  let workers: Workers | null = null
  return {
    start() {
      workers ??= startWorkers(count)
      return workers
    },
    close: async () => workers?.close(),
  }
}

/** Null where there is none to start: one is this thread, and what runs from its sources has none. */
function startWorkers(count: number): Workers | null {
  const entry = fileURLToPath(new URL(ENTRY, import.meta.url))
  if (count < 2 || !existsSync(entry)) return null
  const workers = Array.from({ length: count }, () =>
    askThread<Start | readonly Task[]>(new Worker(entry), 'a thread that makes pages'),
  )
  const close = async () => {
    await Promise.all(workers.map((worker) => worker.close()))
  }
  return {
    close,
    begin(start) {
      const begun = Promise.all(workers.map((worker) => worker.ask<null>(start)))
      begun.catch(() => undefined) // told to who gives it work
      return {
        size: count * 2,
        async make(tasks) {
          const idlest = workers.reduce((a, b) => (b.waiting() < a.waiting() ? b : a))
          const [batch] = await Promise.all([idlest.ask<Batch>(tasks), begun])
          return batch
        },
        close,
      }
    },
  }
}
