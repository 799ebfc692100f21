/**
 * Simulations of whole days, made when a page first asks for one and kept; one at a time, giving way to other requests.
 * The families and their weights are the same for every day and support, and made once.
 */
import { setImmediate as giveWay } from 'node:timers/promises'
import {
  type Ask,
  DEFAULTS,
  type England,
  getSupport,
  heldDaysOf,
  keepDraws,
  prepareEngland,
  readEngland,
  type SimulateOptions,
  type Simulation,
  simulateInSteps,
  supportsOf,
  type Weighing,
  weighInSteps,
} from '../../rules/population/index.ts'

/** Simulations that are kept, about half a megabyte each: every support on one day, and the days that pages offer. */
const MOST_KEPT = 30

export interface Simulations {
  /** The newest day whose fostering rate is held. */
  readonly defaultDay: (today: string) => string
  /** Days on offer, newest first: the last of every year whose rate is held, and today. */
  readonly offeredDays: (today: string) => readonly string[]
  /** Every support that the rules cover. */
  readonly supports: () => readonly { readonly name: string; readonly title: string }[]
  /** @throws UsageError for a day that is none or that the rules do not cover, and for a support that is none. */
  readonly read: (on: string, support?: string) => Promise<Simulation>
}

export function createSimulations(more: Partial<Pick<Ask, 'families' | 'draws'>> = {}): Simulations {
  const kept = new Map<string, Promise<Simulation>>()
  let last: Promise<unknown> = Promise.resolve()
  let read: England | null = null
  let weighing: Promise<Weighing> | null = null
  const england = (): England => {
    read ??= readEngland()
    return read
  }
  const weighed = (options: SimulateOptions): Promise<Weighing> => {
    weighing ??= finish(weighInSteps(options)).then(keepDraws)
    return weighing
  }
  const make = async (on: string, support: string): Promise<Simulation> => {
    // Refused before it waits: what cannot be is nobody's turn.
    const options = prepareEngland(
      { ...DEFAULTS, proposals: [], calibrations: [], assumed: [], ...more, on, support },
      on,
      england(),
    )
    getSupport(england().rulebook, support)
    const made = last.then(async () => finish(simulateInSteps(options, await weighed(options))))
    last = made.catch(() => undefined) // whoever asked is told; the next one's turn comes all the same
    return made
  }
  return {
    defaultDay: (today) => heldDaysOf(england(), today)[0] ?? today,
    offeredDays: (today) => [today, ...heldDaysOf(england(), today)],
    supports: () => supportsOf(england()),
    read(on, support = DEFAULTS.support) {
      const key = `${on} ${support}`
      const known = kept.get(key)
      if (known) return known
      const made = make(on, support)
      kept.set(key, made)
      made.catch(() => kept.delete(key))
      const [oldest] = kept.keys()
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
      return made
    },
  }
}

async function finish<T>(steps: Generator<unknown, T>): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await giveWay()
  }
}
