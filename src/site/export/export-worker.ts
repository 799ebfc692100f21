/** A thread that works on an export beside the one that leads it, started by workforce.ts alone. */
import { parentPort } from 'node:worker_threads'
import { type CompareAsked, compareListed, type PackedCompared, packCompared } from './compare-files.ts'
import type { Crew } from './crew.ts'
import { parseSums, type Sums } from './sums.ts'
import type { Said, Start, Told } from './workforce.ts'

let crew: Crew | null = null
let last: Promise<void> = Promise.resolve()

let kept: Sums = new Map()

/** What it takes to make files is loaded when the files that are there are compared. */
async function begin(start: Start): Promise<Crew> {
  const { startCrew } = await import('./worker-crew.ts')
  return startCrew(start, { tree: start.tree, kept: start.kept ?? kept })
}

async function compare(asked: CompareAsked): Promise<PackedCompared> {
  const listed = parseSums(asked.list) ?? new Map<string, string>()
  const compared = await compareListed(listed, asked)
  kept = compared.kept
  return packCompared(listed, compared)
}

async function answer(told: Exclude<Told, 'prepare' | { start: Start }>): Promise<Said> {
  try {
    if ('compare' in told) return { compared: await compare(told.compare) }
    if (crew === null) throw new Error('a batch came before what it is made from')
    return { batch: await crew.make(told.tasks) }
  } catch (error) {
    // A system error keeps its code on the way, which the folder's messages are told by.
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    return {
      error: { message, stack, ...(error instanceof Error && 'code' in error ? { code: error.code } : {}) },
    }
  }
}

parentPort?.on('message', (told: Told) => {
  last = last.then(async () => {
    if (told === 'prepare') await import('./worker-crew.ts')
    else if ('start' in told) crew = await begin(told.start)
    else parentPort?.postMessage(await answer(told))
    // Nobody waits for it now, and it is needed next.
    if (told !== 'prepare' && 'compare' in told) await import('./worker-crew.ts')
  })
})
