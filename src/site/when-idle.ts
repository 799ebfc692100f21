/** Work that someone will ask for, done once while nobody asks for anything. */
import { performance } from 'node:perf_hooks'

interface IdleEffects {
  /** Share of the time since it was last asked in which this process had something to do, from 0 to 1. */
  readonly busy: () => number
}

/** How long it must have been quiet: a server that was just started is asked for pages, or measured, first. */
const QUIET_MS = 20_000
/** Timers alone are a twentieth of this; two pages made in the stretch are more. */
const MOST_BUSY = 0.01

/** Runs `work` at the end of the first quiet stretch, and never again; call what it returns to have it never run. */
export function whenIdle(
  work: () => Promise<unknown>,
  { busy }: IdleEffects = { busy: readBusy() },
): () => void {
  const timer = setInterval(() => {
    if (busy() > MOST_BUSY) return
    clearInterval(timer)
    // Whoever asks for it later is told what is wrong.
    work().catch(() => undefined)
  }, QUIET_MS)
  timer.unref()
  return () => clearInterval(timer)
}

function readBusy(): () => number {
  let last = performance.eventLoopUtilization()
  return () => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, last)
    last = now
    return utilization
  }
}
