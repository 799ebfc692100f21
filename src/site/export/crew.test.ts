import { expect, it } from 'vitest'
import { type Batch, type Crew, pairCrews } from './crew.ts'
import type { Task } from './maker.ts'

const task = (target: string): Task => ({ target, days: [] })

function fakeCrew(name: string, ready: Promise<void> = Promise.resolve()) {
  const asked: string[][] = []
  const crew: Crew = {
    size: 1,
    async make(tasks): Promise<Batch> {
      asked.push(tasks.map(({ target }) => target))
      await ready
      return {
        files: tasks.map(({ target }) => ({ target, status: 404 })),
        parts: tasks.map(({ target }) => [`${name} ${target}`, []]),
      }
    },
    between: (work) => work(),
    close: async () => undefined,
  }
  return { crew, asked }
}

function whenTold() {
  let finish = (): void => undefined
  const promise = new Promise<void>((resolve) => {
    finish = resolve
  })
  return { promise, finish: () => finish() }
}

const isTable = ({ target }: Task) => target.endsWith('.csv')

it('gives a thread beside this one what is for it, and gathers what both made', async () => {
  const [own, beside] = [fakeCrew('own'), fakeCrew('beside')]
  const crew = pairCrews(own.crew, beside.crew, isTable)
  const { files, parts } = await crew.make([task('/a'), task('/a.csv'), task('/b')])
  expect([own.asked, beside.asked]).toEqual([[['/a', '/b']], [['/a.csv']]])
  expect(files).toHaveLength(3)
  expect(parts.map(([asked]) => asked)).toEqual(['own /a', 'own /b', 'beside /a.csv'])
})

it('does not wake the thread beside for what this one makes, and waits for it where it was given anything', async () => {
  const { promise, finish } = whenTold()
  const [own, beside] = [fakeCrew('own'), fakeCrew('beside', promise)]
  const crew = pairCrews(own.crew, beside.crew, isTable)
  await crew.make([task('/a')])
  expect(beside.asked).toEqual([])
  let isDone = false
  const both = crew.make([task('/a'), task('/a.csv')]).then(() => {
    isDone = true
  })
  await new Promise(setImmediate)
  expect(isDone).toBe(false)
  finish()
  await both
})

it('tells what the thread beside could not do', async () => {
  const beside: Crew = { ...fakeCrew('beside').crew, make: () => Promise.reject(new Error('full')) }
  const crew = pairCrews(fakeCrew('own').crew, beside, isTable)
  await expect(crew.make([task('/a.csv')])).rejects.toThrow('full')
})
