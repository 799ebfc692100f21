/** A thread that makes and stages files of an export, batch after batch, started by crew.ts alone. */
import { answerAsked } from './asked-thread.ts'
import { type Crew, createLoneCrew, type Start } from './crew.ts'
import { createMaker, type Task } from './maker.ts'
import { answerPlainly } from './plain-answers.ts'

answerPlainly()
let crew: Crew | null = null

answerAsked(async (asked: Start | readonly Task[]) => {
  if ('making' in asked) {
    crew = createLoneCrew(createMaker(asked.making), asked.place)
    return null
  }
  if (crew === null) throw new Error('a batch came before what it is made from')
  return crew.make(asked)
})
