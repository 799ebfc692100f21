/** Threads that are asked one thing after the other and answer in that order: both ends of it. */
import { parentPort, type Worker } from 'node:worker_threads'

type Told =
  | { readonly answer: unknown }
  | { readonly error: { readonly message: string; readonly stack: string; readonly code?: unknown } }

export interface AskedThread<Wanted> {
  /** Throws what the thread threw, system errors with their code; and where it has ended, why. What is `given` away is gone here. */
  ask<Answer>(wanted: Wanted, given?: readonly ArrayBuffer[]): Promise<Answer>
  /** How many answers are not there yet. */
  waiting(): number
  close(): Promise<void>
}

/** `worker` runs `answerAsked`; `name` tells it in errors. */
export function askThread<Wanted>(worker: Worker, name: string): AskedThread<Wanted> {
  const waiting: { resolve: (answer: never) => void; reject: (error: unknown) => void }[] = []
  worker.on('message', (told: Told) => {
    const first = waiting.shift()
    // The answer is of the call that was made first.
    if ('answer' in told) first?.resolve(told.answer as never)
    else first?.reject(Object.assign(new Error(told.error.message), told.error))
  })
  /** Why it answers no more. */
  let lost: unknown = null
  const lose = (error: unknown) => {
    lost ??= error
    for (const each of waiting.splice(0)) each.reject(lost)
  }
  worker.on('error', lose)
  worker.on('exit', () => lose(new Error(`${name} has ended`)))
  return {
    ask: (wanted, given = []) =>
      new Promise((resolve, reject) => {
        if (lost !== null) return reject(lost)
        waiting.push({ resolve, reject })
        worker.postMessage(wanted, given)
      }),
    waiting: () => waiting.length,
    close: async () => void (await worker.terminate()),
  }
}

/** In the thread itself: what is asked next waits for what was asked before. */
export function answerAsked<Wanted>(answer: (wanted: Wanted) => Promise<unknown>): void {
  let last: Promise<void> = Promise.resolve()
  parentPort?.on('message', (wanted: Wanted) => {
    last = last.then(async () => parentPort?.postMessage(await tell(() => answer(wanted))))
  })
}

async function tell(answer: () => Promise<unknown>): Promise<Told> {
  try {
    return { answer: await answer() }
  } catch (error) {
    // A system error keeps its code on the way, which the folder's messages are told by.
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    return {
      error: { message, stack, ...(error instanceof Error && 'code' in error ? { code: error.code } : {}) },
    }
  }
}
