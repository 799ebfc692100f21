import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { whenIdle } from './when-idle.ts'

describe('work for a quiet time', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const watch = (shares: number[]) => {
    const work = vi.fn(() => Promise.resolve())
    const stop = whenIdle(work, { busy: () => shares.shift() ?? 0 })
    return { work, stop }
  }

  it('is done once, after the first stretch in which nothing was asked for', () => {
    const { work } = watch([0.9, 0.02, 0])
    vi.advanceTimersByTime(59_000)
    expect(work).not.toHaveBeenCalled()
    vi.advanceTimersByTime(600_000)
    expect(work).toHaveBeenCalledTimes(1)
  })

  it('is left undone where it was stopped', () => {
    const { work, stop } = watch([])
    stop()
    vi.advanceTimersByTime(600_000)
    expect(work).not.toHaveBeenCalled()
  })

  it('may fail without ending the process', async () => {
    whenIdle(() => Promise.reject(new Error('no')), { busy: () => 0 })
    await vi.advanceTimersByTimeAsync(60_000)
  })
})
