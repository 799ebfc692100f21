/** Threads beside this one: they compare the files of an earlier export, and make and write files of the new one. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import {
  type CompareAsked,
  type Compared,
  compareListed,
  type PackedCompared,
  unpackCompared,
} from './compare-files.ts'
import type { Batch, Crew, Place } from './crew.ts'
import type { Making, Task } from './maker.ts'
import type { Sums } from './sums.ts'

/** Where the build puts the worker: beside the command. */
const ENTRY = './export-worker.js'

/** What a worker is given to make files from: what happened as lines, which go from thread to thread at little cost. */
export interface Start {
  readonly making: Omit<Making, 'events'> & { readonly lines: string }
  readonly tree: Place['tree']
  /** Null for those that it compared itself. */
  readonly kept: Sums | null
}

/** What is said to a worker: it answers in turn what is compared and what is made. */
export type Told =
  | 'prepare'
  | { readonly compare: CompareAsked }
  | { readonly start: Start }
  | { readonly tasks: readonly Task[] }

/** What it says to each. */
export type Said =
  | { readonly batch: Batch }
  | { readonly compared: PackedCompared }
  | { readonly error: { readonly message: string; readonly stack?: string; readonly code?: unknown } }

export interface Workforce {
  /** In another thread, where there is one. */
  compare(listed: Sums, asked: CompareAsked): Promise<Compared>
  /** Has every thread load what it needs to make files, before it is known what they are made from. */
  prepare(): void
  /** A crew of all threads; null where there is none beside this one. */
  begin(start: Start): Crew | null
  /** The same of the one that compared, for who works beside it. */
  beginOne(start: Omit<Start, 'kept'>): Crew | null
  close(): Promise<void>
}

/** `count` threads; none where that is one, or where this runs from its sources, which have none. The first starts now. */
export function createWorkforce(count: number): Workforce {
  const entry = fileURLToPath(new URL(ENTRY, import.meta.url))
  const links: Link[] = []
  const most = count < 2 || !existsSync(entry) ? 0 : count
  const hire = (wanted: number) => {
    while (links.length < Math.min(wanted, most)) links.push(createLink(entry))
  }
  const crewOf = (members: readonly Link[], start: Start): Crew | null => {
    if (members.length === 0) return null
    for (const { tell } of members) tell({ start })
    return {
      size: members.length * 2,
      async make(tasks) {
        const said = await members.reduce((a, b) => (b.waiting() < a.waiting() ? b : a)).ask({ tasks })
        if (!('batch' in said)) throw new Error('a worker answered something else')
        return said.batch
      },
    }
  }
  hire(1)
  return {
    async compare(listed, asked) {
      const [first] = links
      if (first === undefined || listed.size === 0) return compareListed(listed, asked)
      const said = await first.ask({ compare: asked })
      if (!('compared' in said)) throw new Error('a worker answered something else')
      return unpackCompared(listed, said.compared)
    },
    prepare() {
      hire(most)
      for (const { tell } of links) tell('prepare')
    },
    begin(start) {
      hire(most)
      return crewOf(links, start)
    },
    beginOne: (start) => crewOf(links.slice(0, 1), { ...start, kept: null }),
    async close() {
      await Promise.all(links.map(({ worker }) => worker.terminate()))
    },
  }
}

type Link = ReturnType<typeof createLink>

function createLink(entry: string) {
  const worker = new Worker(entry)
  const waiting: { resolve: (said: Said) => void; reject: (error: unknown) => void }[] = []
  worker.on('message', (said: Said) => {
    const first = waiting.shift()
    if ('error' in said) first?.reject(Object.assign(new Error(said.error.message), said.error))
    else first?.resolve(said)
  })
  let hasEnded = false
  worker.on('error', (error) => {
    hasEnded = true
    for (const each of waiting.splice(0)) each.reject(error)
  })
  return {
    worker,
    waiting: () => waiting.length,
    tell: (told: Told) => worker.postMessage(told),
    ask: (told: Told) =>
      new Promise<Said>((resolve, reject) => {
        if (hasEnded) throw new Error('the thread that was to make pages has ended')
        waiting.push({ resolve, reject })
        worker.postMessage(told)
      }),
  }
}
