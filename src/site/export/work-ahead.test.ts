import { describe, expect, it } from 'vitest'
import type { Crew, Staged } from './crew.ts'
import type { Lost, Task } from './maker.ts'
import { batchesOf, workAhead } from './work-ahead.ts'

const aTask = (target: string, days: readonly string[] = []): Task => ({ target, days })
const staged = ({ target, days }: Task): Staged => ({
  target,
  file: `${target.slice(1)}/index.html`,
  hash: days.join(),
  reads: [],
  links: [],
  ids: [],
  isWritten: true,
})

/** Says what it was asked to make; `/gone` is no page. */
function aCrew(size = 1) {
  const asked: string[][] = []
  const crew: Crew = {
    size,
    async make(tasks) {
      asked.push(tasks.map(({ target }) => target))
      await new Promise((done) => setTimeout(done, 1))
      return {
        files: tasks.map((task): Staged | Lost =>
          task.target === '/gone' ? { target: '/gone', status: 404 } : staged(task),
        ),
        parts: tasks.map(({ target }) => [`of ${target}`, []]),
      }
    },
  }
  return { crew, asked }
}

function anAhead(tasks: readonly Task[], mate: Crew | null = null) {
  const own = aCrew()
  const learnt: string[] = []
  const unstaged: string[] = []
  const ahead = workAhead(
    batchesOf(tasks, () => 1),
    { own: own.crew, mate },
    {
      learn: (parts) => learnt.push(...parts.map(([asked]) => asked)),
      unstage: (file) => unstaged.push(file),
    },
  )
  return { ahead, own, learnt, unstaged }
}

describe('pages that are made ahead', () => {
  it('are made once, and given to who asks for them', async () => {
    const { ahead, own, learnt, unstaged } = anAhead([aTask('/a'), aTask('/b'), aTask('/gone')])
    const { files } = await ahead.crew.make([aTask('/b'), aTask('/c'), aTask('/gone'), aTask('/a')])
    expect(files.map(({ target }) => target).sort()).toEqual(['/a', '/b', '/c', '/gone'])
    await ahead.finish()
    expect(own.asked.flat().sort()).toEqual(['/a', '/b', '/c', '/gone'])
    expect(learnt.sort()).toEqual(['of /a', 'of /b', 'of /gone'])
    expect(unstaged).toEqual([])
  })

  it('are shared between threads, each page made by one', async () => {
    const mate = aCrew(2)
    const tasks = Array.from({ length: 60 }, (_, at) => aTask(`/${at % 3}/${at}`))
    const { ahead, own } = anAhead(tasks, mate.crew)
    const { files } = await ahead.crew.make(tasks)
    expect(files.map(({ target }) => target)).toEqual(tasks.map(({ target }) => target))
    expect(own.asked.length).toBeGreaterThan(0)
    expect(mate.asked.length).toBeGreaterThan(0)
    expect([...own.asked, ...mate.asked].flat().sort()).toEqual(tasks.map(({ target }) => target).sort())
  })

  it('are taken away where nobody asks for them', async () => {
    const { ahead, unstaged } = anAhead([aTask('/a'), aTask('/b'), aTask('/gone')])
    await ahead.crew.make([aTask('/a')])
    await ahead.finish()
    expect(unstaged).toEqual(['b/index.html'])
  })

  it('are taken away and made again where the page was there on other days', async () => {
    const { ahead, unstaged } = anAhead([aTask('/a', ['2024-12-31'])])
    const { files } = await ahead.crew.make([aTask('/a', ['2024-12-31', '2025-12-31'])])
    expect(files).toMatchObject([{ hash: '2024-12-31,2025-12-31' }])
    await ahead.finish()
    expect(unstaged).toEqual(['a/index.html'])
  })

  it('tell of what went wrong to whoever asks for them', async () => {
    const broken: Crew = { size: 1, make: () => Promise.reject(new Error('no room')) }
    const ahead = workAhead([[aTask('/a')]], { own: broken, mate: null }, NOTHING)
    await expect(ahead.crew.make([aTask('/a')])).rejects.toThrow('no room')
    await ahead.stop()
  })

  it('are left alone from the moment they are not wanted any more', async () => {
    const { ahead, own } = anAhead(Array.from({ length: 9 }, (_, at) => aTask(`/${at}`)))
    ahead.join()
    await ahead.stop()
    const made = own.asked.length
    expect(made).toBeLessThan(9)
    await new Promise((done) => setTimeout(done, 20))
    expect(own.asked.length).toBe(made)
  })
})

const NOTHING = { learn: () => undefined, unstage: () => undefined }

describe('batches', () => {
  it('hold one part of the site each, the widest first, and no more than a thread makes without a break', () => {
    const tasks = [
      aTask('/'),
      aTask('/data.csv'),
      ...Array.from({ length: 30 }, (_, at) => aTask(`/b/${at}`)),
    ]
    const batches = batchesOf(tasks, ({ target }) => (target === '/' ? 100 : 1))
    expect(batches[0]).toEqual([aTask('/')])
    expect(batches.map(({ length }) => length).sort((one, other) => other - one)).toEqual([24, 6, 1, 1])
    expect(batches.flat()).toHaveLength(32)
  })
})
