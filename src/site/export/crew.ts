/** Who makes the files: this thread alone, or threads on every core that write what they made themselves. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { RecordKey } from '../../tracker/index.ts'
import { isLost, type Lost, type Made, type Maker, type Making, type Task } from './maker.ts'
import { stageFile } from './stage-file.ts'
import type { Sums } from './sums.ts'

/** A file that was made and, where it is not as it was, staged. */
export interface Staged extends Omit<Made, 'bytes'> {
  readonly isWritten: boolean
}

export interface Batch {
  readonly files: readonly (Staged | Lost)[]
  readonly parts: readonly (readonly [asked: string, records: readonly RecordKey[]])[]
}

export interface Crew {
  /** How many batches are worth having under way. */
  readonly size: number
  /** Throws what the disk says. */
  make(tasks: readonly Task[]): Promise<Batch>
  /** Does this in this thread, while it makes no page. */
  between<Result>(work: () => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

export interface Place {
  /** Folder that files are staged in. */
  readonly tree: string
  /** Files that are there already, with their hashes. */
  readonly kept: Sums
}

export function createLoneCrew(maker: Maker, { tree, kept }: Place): Crew {
  const made = new Set<string>()
  // What is read meanwhile is noted for the page that is made, so one thing is done after the other.
  let last: Promise<unknown> = Promise.resolve()
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = last.then(work)
    last = result.catch(() => undefined) // told to who asked for it
    return result
  }
  async function makeBatch(tasks: readonly Task[]): Promise<Batch> {
    const files: (Staged | Lost)[] = []
    for (const task of tasks) {
      const file = await maker.make(task)
      if (isLost(file)) files.push(file)
      else {
        const { bytes, ...rest } = file
        const isWritten = kept.get(file.file) !== file.hash
        if (isWritten) stageFile(tree, file.file, bytes, made)
        files.push({ ...rest, isWritten })
      }
    }
    return { files, parts: maker.takeParts() }
  }
  return {
    size: 1,
    make: (tasks) => inTurn(() => makeBatch(tasks)),
    between: inTurn,
    close: async () => undefined,
  }
}

/** This thread and one beside it, which makes what `isForIt`. */
export function pairCrews(own: Crew, beside: Crew, isForIt: (task: Task) => boolean): Crew {
  return {
    // All that is known is handed out at once: the other thread begins while this one has much to do.
    size: Number.POSITIVE_INFINITY,
    async make(tasks) {
      const theirs = tasks.filter(isForIt)
      const there = theirs.length === 0 ? null : beside.make(theirs)
      there?.catch(() => undefined) // told below
      const here = await own.make(tasks.filter((task) => !isForIt(task)))
      const batches = there === null ? [here] : [here, await there]
      return { files: batches.flatMap(({ files }) => files), parts: batches.flatMap(({ parts }) => parts) }
    },
    between: own.between,
    close: beside.close,
  }
}

/** Where the build puts the worker: beside the command. */
const ENTRY = './export-worker.js'

/** What a worker is sent first. */
export interface Start {
  readonly making: Making
  readonly place: Place
}
/** What it says to each batch. */
export type Said =
  | { readonly batch: Batch }
  | { readonly error: { readonly message: string; readonly stack?: string; readonly code?: unknown } }

export interface Workers {
  /** Gives them what they need; before that they only load themselves. */
  begin(start: Start): Crew
  close(): Promise<void>
}

export interface Workforce {
  /** The threads: at least `wanted` of them, all if it does not say; null where there are none to start. */
  start(wanted?: number): Workers | null
  close(): Promise<void>
}

/** What runs from its sources has none, and one is this thread. */
export function createWorkforce(count: number): Workforce {
  const entry = fileURLToPath(new URL(ENTRY, import.meta.url))
  const isThere = count > 1 && existsSync(entry)
  const links: ReturnType<typeof createLink>[] = []
  const close = async () => {
    await Promise.all(links.map(({ worker }) => worker.terminate()))
  }
  function begin(start: Start): Crew {
    for (const { worker } of links) worker.postMessage(start)
    return {
      size: links.length * 2,
      make: (tasks) => links.reduce((a, b) => (b.waiting() < a.waiting() ? b : a)).send(tasks),
      between: (work) => work(),
      close,
    }
  }
  return {
    close,
    start(wanted = count) {
      while (isThere && links.length < wanted) links.push(createLink(new Worker(entry)))
      return isThere ? { begin, close } : null
    },
  }
}

function createLink(worker: Worker) {
  const waiting: { resolve: (batch: Batch) => void; reject: (error: unknown) => void }[] = []
  worker.on('message', (said: Said) => {
    const first = waiting.shift()
    if ('batch' in said) first?.resolve(said.batch)
    else first?.reject(Object.assign(new Error(said.error.message), said.error))
  })
  worker.on('error', (error) => {
    for (const each of waiting.splice(0)) each.reject(error)
  })
  return {
    worker,
    waiting: () => waiting.length,
    send: (tasks: readonly Task[]) =>
      new Promise<Batch>((resolve, reject) => {
        waiting.push({ resolve, reject })
        worker.postMessage(tasks)
      }),
  }
}
