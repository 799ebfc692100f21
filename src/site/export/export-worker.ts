/** A thread that makes and stages files of an export, batch after batch, started by crew.ts alone. */
import { parentPort } from 'node:worker_threads'
import { type Crew, createLoneCrew, type Said, type Start } from './crew.ts'
import { createMaker, type Task } from './maker.ts'
import { answerPlainly } from './plain-answers.ts'

answerPlainly()
let crew: Crew | null = null
let last: Promise<void> = Promise.resolve()

async function answer(tasks: readonly Task[]): Promise<Said> {
  try {
    if (crew === null) throw new Error('a batch came before what it is made from')
    return { batch: await crew.make(tasks) }
  } catch (error) {
    // A system error keeps its code on the way, which the folder's messages are told by.
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    return {
      error: { message, stack, ...(error instanceof Error && 'code' in error ? { code: error.code } : {}) },
    }
  }
}

parentPort?.on('message', (message: Start | readonly Task[]) => {
  last = last.then(async () => {
    if ('making' in message) crew = createLoneCrew(createMaker(message.making), message.place)
    else parentPort?.postMessage(await answer(message))
  })
})
