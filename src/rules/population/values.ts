/** The numbers that one calibration works with: as published and assumed, as somebody set them, or as drawn. */
import { UsageError } from '../../model/index.ts'
import { findNearest } from '../nearest-name.ts'
import { type CalibrationContent, type PopulationContent, type Spread, spreadOf } from './content.ts'
import { drawTriangle, type Random } from './random.ts'

/** A figure's or assumption's number by its name. */
export type ReadValue = (name: string) => number

/** Assumptions set by whoever asks, by name. */
export type Assumed = ReadonlyMap<string, number>

/** What each name can be under a calibration: its own reading of an assumption goes first. */
export function spreadsOf(
  content: PopulationContent,
  calibration: CalibrationContent,
  assumed: Assumed,
): Map<string, Spread> {
  const spreads = new Map<string, Spread>()
  for (const [name, figure] of content.figures) spreads.set(name, spreadOf(figure))
  for (const [name, { value, low, high }] of content.assumptions) spreads.set(name, { value, low, high })
  for (const [name, { value, low, high }] of Object.entries(calibration.assumptions))
    spreads.set(name, { value, low, high })
  // Whoever sets a value means it: draws no longer move it.
  for (const [name, value] of assumed) spreads.set(name, { value, low: value, high: value })
  return spreads
}

export const pointValues =
  (spreads: ReadonlyMap<string, Spread>): ReadValue =>
  (name) => {
    const spread = spreads.get(name)
    if (!spread) throw new Error(`no figure or assumption ${name}`)
    return spread.value
  }

export function drawValues(spreads: ReadonlyMap<string, Spread>, random: Random): ReadValue {
  const drawn = new Map([...spreads].map(([name, spread]) => [name, drawTriangle(random, spread)]))
  return (name) => {
    const value = drawn.get(name)
    if (value === undefined) throw new Error(`no figure or assumption ${name}`)
    return value
  }
}

/**
 * @param texts `NAME=VALUE` each.
 * @throws UsageError for a name that is no assumption, or a value outside what it can mean.
 */
export function parseAssumed(texts: readonly string[], content: PopulationContent): Map<string, number> {
  return new Map(
    texts.map((text) => {
      const [name = '', value = ''] = text.split('=').map((part) => part.trim())
      const assumption = content.assumptions.get(name)
      if (!assumption) throw unknownAssumption(name, content)
      const number = Number(value)
      const isShare = /share|standing/.test(name)
      if (value === '' || !Number.isFinite(number) || number < 0 || (isShare && number > 1))
        throw new UsageError(
          'option_invalid',
          `--assume ${name}=${value}: write ${isShare ? 'a share from 0 to 1' : 'a number of 0 or more'}. It stands at ${assumption.value}, with ${assumption.low} to ${assumption.high} thought possible.`,
        )
      return [name, number]
    }),
  )
}

function unknownAssumption(name: string, content: PopulationContent): UsageError {
  const known = [...content.assumptions.keys()]
  const near = findNearest(name, known)
  return new UsageError(
    'option_invalid',
    `--assume ${name}: there is no such assumption.${near ? ` Did you mean "${near}"?` : ''} There are: ${known.join(', ')}.`,
  )
}
