/** Simulations of whole days, made when a page first asks for one and kept; one at a time, giving way to other requests. */
import { setImmediate as giveWay } from 'node:timers/promises'
import {
  type Ask,
  DEFAULTS,
  type England,
  heldDaysOf,
  prepareEngland,
  readEngland,
  type Simulation,
  simulateInSteps,
} from '../../rules/population/index.ts'

/** Days that are kept: the choices that pages offer, and as many again that somebody asked for. */
const MOST_KEPT = 12

export interface Simulations {
  /** The newest day whose fostering rate is held. */
  readonly defaultDay: (today: string) => string
  /** Days on offer, newest first: the last of every year whose rate is held, and today. */
  readonly offeredDays: (today: string) => readonly string[]
  /** @throws UsageError for a day that is none, or that the rules do not cover. */
  readonly read: (on: string) => Promise<Simulation>
}

export function createSimulations(more: Partial<Pick<Ask, 'families' | 'draws'>> = {}): Simulations {
  const kept = new Map<string, Promise<Simulation>>()
  let last: Promise<unknown> = Promise.resolve()
  let read: England | null = null
  const england = (): England => {
    read ??= readEngland()
    return read
  }
  const make = (on: string): Promise<Simulation> => {
    // Refused before it waits: a day that cannot be is nobody's turn.
    const options = prepareEngland(
      { ...DEFAULTS, proposals: [], calibrations: [], assumed: [], ...more, on },
      on,
      england(),
    )
    const made = last.then(() => finish(simulateInSteps(options)))
    last = made.catch(() => undefined) // whoever asked is told; the next one's turn comes all the same
    return made
  }
  return {
    defaultDay: (today) => heldDaysOf(england(), today)[0] ?? today,
    offeredDays: (today) => [today, ...heldDaysOf(england(), today)],
    read(on) {
      const known = kept.get(on)
      if (known) return known
      const made = make(on)
      kept.set(on, made)
      made.catch(() => kept.delete(on))
      const [oldest] = kept.keys()
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
      return made
    },
  }
}

async function finish(steps: Generator<unknown, Simulation>): Promise<Simulation> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await giveWay()
  }
}
