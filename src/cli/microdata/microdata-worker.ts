/** A worker that judges blocks of microdata one after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import type { RowsAsk } from '../../rules/population/microdata/index.ts'
import { judgeTask, type Task } from './task.ts'

// Started with what is asked, by crew.ts alone.
const judge = judgeTask(workerData as RowsAsk)
let last: Promise<void> = Promise.resolve()
parentPort?.on('message', (task: Task) => {
  last = last.then(async () => parentPort?.postMessage(await judge(task)))
})
