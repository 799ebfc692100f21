import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { riversReading } from '../../../test/builders/rivers.ts'
import type { Order, Outcome } from './work.ts'
import { BOARD_LIMITS, createWorkBoard } from './work-board.ts'

const order: Order = { task: 'read', sources: [{ name: 'a.pdf', bytes: new Uint8Array() }] }
const outcome: Outcome = { kind: 'reading', readings: [riversReading], failures: [] }
const length = riversReading.document.text.length

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const settle = () => vi.advanceTimersByTimeAsync(0)
const quick = (limits = {}) => createWorkBoard({ run: async () => outcome, onBug: () => undefined, limits })

describe('the work board', () => {
  it('gives each piece of work an id that cannot be guessed', async () => {
    const board = quick()
    const ids = [board.start(order), board.start(order)]
    expect(new Set(ids).size).toBe(2)
    for (const id of ids) expect(id).toMatch(/^[\w-]{22}$/)
  })

  it('does one piece of work after the other', async () => {
    const finish: (() => void)[] = []
    const board = createWorkBoard({
      run: () => new Promise((resolve) => finish.push(() => resolve(outcome))),
      onBug: () => undefined,
    })
    const [first, second] = [board.start(order), board.start(order)]
    await settle()
    expect(board.find(first)?.state.kind).toBe('running')
    expect(board.find(second)?.state.kind).toBe('waiting')
    finish[0]?.()
    await settle()
    expect(board.find(first)?.state.kind).toBe('done')
    expect(board.find(second)?.state.kind).toBe('running')
  })

  it('takes no more than it can hold at once', () => {
    const board = quick({ unfinished: 2 })
    board.start(order)
    board.start(order)
    expect(() => board.start(order)).toThrow('2 pieces of work are under way')
  })

  it('stops work that nobody watches, and keeps work that somebody does', async () => {
    let stopped = 0
    const board = createWorkBoard({
      run: (_order, signal) =>
        new Promise((_, reject) =>
          signal.addEventListener('abort', () => {
            stopped++
            reject(new Error('stopped'))
          }),
        ),
      onBug: () => undefined,
    })
    const id = board.start(order)
    const stopWatching = board.watch(id, () => undefined)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(stopped).toBe(0)
    stopWatching()
    await vi.advanceTimersByTimeAsync(BOARD_LIMITS.unwatchedMilliseconds)
    expect(stopped).toBe(1)
    expect(board.find(id)).toBeUndefined()
  })

  it('forgets a result half an hour after it was last looked at', async () => {
    const board = quick()
    const id = board.start(order)
    await settle()
    await vi.advanceTimersByTimeAsync(BOARD_LIMITS.keepMilliseconds - 1)
    expect(board.find(id)?.state.kind).toBe('done')
    await vi.advanceTimersByTimeAsync(BOARD_LIMITS.keepMilliseconds - 1)
    expect(board.find(id)?.state.kind).toBe('done')
    await vi.advanceTimersByTimeAsync(BOARD_LIMITS.keepMilliseconds)
    expect(board.find(id)).toBeUndefined()
  })

  it.each([
    ['by number', { entries: 2 }],
    ['by size', { characters: 2 * length }],
  ])('lets the oldest result go when there are too many %s', async (_name, limits) => {
    const board = quick(limits)
    const ids = []
    for (let index = 0; index < 3; index++) {
      ids.push(board.start(order))
      await settle()
    }
    expect(ids.map((id) => board.find(id)?.state.kind)).toEqual([undefined, 'done', 'done'])
  })

  it('keeps the newest result even when it alone is too large', async () => {
    const board = quick({ characters: 1 })
    const id = board.start(order)
    await settle()
    expect(board.find(id)?.state.kind).toBe('done')
  })

  it('tells of failures, and goes on', async () => {
    const onBug = vi.fn()
    const run = vi.fn().mockRejectedValueOnce(new Error('boom')).mockResolvedValue(outcome)
    const board = createWorkBoard({ run, onBug })
    const [first, second] = [board.start(order), board.start(order)]
    await settle()
    expect(board.find(first)?.state.kind).toBe('failed')
    expect(board.find(second)?.state.kind).toBe('done')
    expect(onBug).toHaveBeenCalledOnce()
  })

  it('lets everything go when it closes', async () => {
    const board = quick()
    const id = board.start(order)
    await settle()
    board.close()
    expect(board.find(id)).toBeUndefined()
    expect(vi.getTimerCount()).toBe(0)
  })
})
