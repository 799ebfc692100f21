/** What somebody asks of England's simulated families, in words; checked, and completed with what they left open. */
import { UsageError } from '../../model/index.ts'
import { readEnglandRulebook } from '../england.ts'
import { englandProgram } from '../england-program.ts'
import { formatDay, parseDay } from '../plain-date.ts'
import type { Rulebook } from '../rulebook.ts'
import { type PopulationContent, readEnglandPopulation } from './content.ts'
import { heldDays, lastHeldDay } from './last-held-day.ts'
import type { SimulateOptions } from './simulate.ts'
import { parseAssumed } from './values.ts'

export interface Ask {
  /** ISO day; null for the newest whose fostering rate is held. */
  readonly on: string | null
  /** Each a stack joined with "+"; empty for the law of the day and every proposal. */
  readonly proposals: readonly string[]
  readonly support: string
  readonly calibrations: readonly string[]
  readonly families: number
  readonly draws: number
  readonly seed: number
  /** `NAME=VALUE` each. */
  readonly assumed: readonly string[]
}

/** Five thousand families hold every group of any size; of 24 draws the second from either end bounds the middle nine tenths. */
export const DEFAULTS = {
  support: 'weekly-allowance',
  families: 5000,
  draws: 24,
  seed: 2022,
} as const

/** Rules and figures of England, read once by whoever asks often. */
export interface England {
  readonly rulebook: Rulebook
  readonly content: PopulationContent
}

export const readEngland = (): England => ({
  rulebook: readEnglandRulebook(),
  content: readEnglandPopulation(),
})

/** Every support that the rules cover, in their order. */
export const supportsOf = ({ rulebook }: England): { name: string; title: string }[] =>
  [...rulebook.supports.values()].map(({ name, title }) => ({ name, title }))

/** The last days whose fostering rate is held, newest first; ISO. */
export const heldDaysOf = ({ rulebook }: England, today: string): string[] =>
  heldDays(rulebook, parseDay(today) ?? 0).map(formatDay)

/**
 * @param today ISO day of the clock, for when no day is asked for.
 * @throws UsageError for a day or an assumption that cannot be.
 */
export function prepareEngland(ask: Ask, today: string, england: England = readEngland()): SimulateOptions {
  const { rulebook, content } = england
  const day = parseDay(ask.on ?? today)
  if (day === null)
    throw new UsageError('option_invalid', `"${ask.on}" is not a day. Write it as 2026-04-05.`)
  const all = [[], ...[...rulebook.proposals.keys()].map((name) => [name])]
  return {
    content,
    rulebook,
    program: englandProgram,
    on: ask.on === null ? lastHeldDay(rulebook, day) : day,
    support: ask.support,
    stacks:
      ask.proposals.length === 0
        ? all
        : ask.proposals.map((stack) => stack.split('+').map((name) => name.trim())),
    calibrations: ask.calibrations,
    families: ask.families,
    draws: ask.draws,
    seed: ask.seed,
    assumed: parseAssumed(ask.assumed, content),
  }
}
