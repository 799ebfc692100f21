import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createUnread } from './unread-answers.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** As much of a connection as is looked at: a thousand bytes were written, and none is taken yet. */
const aSocket = () => ({ bytesWritten: 1000, writableLength: 1000, destroy: vi.fn() })
const add = (unread: ReturnType<typeof createUnread>, socket: ReturnType<typeof aSocket>) => {
  const response = {} as ServerResponse // a key, and nothing else
  unread.add(response, socket as unknown as Socket)
  return response
}

it('lets go of who takes nothing of an answer for a time, and of nobody who takes some', () => {
  const unread = createUnread({ mostUnread: 10_000, longestUnreadMs: 100 })
  const [idle, slow] = [aSocket(), aSocket()]
  add(unread, idle)
  add(unread, slow)
  slow.writableLength = 900
  vi.advanceTimersByTime(100)
  expect(idle.destroy).toHaveBeenCalledOnce()
  expect(slow.destroy).not.toHaveBeenCalled()
  vi.advanceTimersByTime(100)
  expect(slow.destroy).toHaveBeenCalledOnce()
})

it('looks no more at an answer that was taken', () => {
  const unread = createUnread({ mostUnread: 10_000, longestUnreadMs: 100 })
  const socket = aSocket()
  unread.drop(add(unread, socket))
  vi.advanceTimersByTime(1000)
  expect(socket.destroy).not.toHaveBeenCalled()
  expect(vi.getTimerCount()).toBe(0)
})

it('lets go of the oldest where too much is unread', () => {
  const unread = createUnread({ mostUnread: 2500, longestUnreadMs: 100 })
  const sockets = [aSocket(), aSocket(), aSocket()]
  for (const socket of sockets) add(unread, socket)
  expect(sockets.map(({ destroy }) => destroy.mock.calls.length)).toEqual([1, 0, 0])
})
