import { describe, expect, it } from 'vitest'
import { oneBehind, readAhead } from './read-ahead.ts'

const pagesOf = (all: readonly (readonly number[])[], asked: (number | undefined)[]) => {
  let at = 0
  return (after: number | undefined) => {
    asked.push(after)
    return Promise.resolve(all[at++] ?? [])
  }
}

describe('pages read ahead', () => {
  it('are all given, in order, the next asked for before the last is given', async () => {
    const asked: (number | undefined)[] = []
    const seen: [readonly number[], number][] = []
    for await (const rows of readAhead(pagesOf([[1, 2], [3]], asked))) seen.push([rows, asked.length])
    expect(seen).toEqual([
      [[1, 2], 2],
      [[3], 3],
    ])
    expect(asked).toEqual([undefined, 2, 3])
  })

  it('end with what reading threw, and leave nothing under way for who stops', async () => {
    let isUnderWay = false
    const read = async (after: number | undefined) => {
      if (after === undefined) return [1]
      isUnderWay = true
      await new Promise((done) => setTimeout(done, 5))
      isUnderWay = false
      throw new Error('gone')
    }
    for await (const _rows of readAhead(read)) break
    expect(isUnderWay).toBe(false)
    const all = async () => {
      for await (const _rows of readAhead(read));
    }
    await expect(all()).rejects.toThrow('gone')
  })
})

describe('work that is one behind', () => {
  it('is done one at a time, and told of at the next or at the end', async () => {
    const checks = oneBehind()
    const done: number[] = []
    for (let at = 0; at < 3; at++) await checks.start(async () => void done.push(at))
    await checks.end()
    expect(done).toEqual([0, 1, 2])
    await checks.start(() => Promise.reject(new Error('wrong')))
    await expect(checks.end()).rejects.toThrow('wrong')
    await expect(checks.start(() => Promise.resolve())).rejects.toThrow('wrong')
  })
})
