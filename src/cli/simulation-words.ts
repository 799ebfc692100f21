/** Numbers of a simulation as a terminal shows them: each with its range, in a unit that leaves room for three columns. */
import type { Estimate, Simulation } from '../rules/population/index.ts'

/** How a number is said, without its range. */
export type Say = (value: number) => string

/** From here on children are told in thousands: no simulated count is known better than to three figures. */
const MANY = 20_000

export interface CountWords {
  readonly say: Say
  /** "children, thousands". */
  readonly unit: string
}

/** Simulated children in thousands; those of a file that is small one by one. */
export function countWords({ calibrations }: Simulation): CountWords {
  const most = Math.max(...calibrations.map(({ children }) => children))
  return most < MANY
    ? { say: sayWhole, unit: 'children' }
    : { say: (value) => sayDecimal(value / 1000), unit: 'children, thousands' }
}

export const sayWhole: Say = (value) => (Math.round(value) || 0).toLocaleString('en-GB')

/** Pounds a year: a file's own to the pound, simulated ones by the million, or the billion where that is shorter. */
export function moneyWords(most: number, isOwn: boolean): CountWords {
  if (isOwn) return { say: sayWhole, unit: '£ a year' }
  return most < 999_500_000
    ? { say: (value) => sayDecimal(value / 1e6), unit: '£ million a year' }
    : { say: (value) => fixed(value / 1e9, 2), unit: '£ billion a year' }
}

export const sayPercent: Say = (value) => `${Math.round(value)}%`

/** Of percentages: whole ones are as much as is known. */
export const sayPoints: Say = (value) => sayWhole(value)

const sayDecimal = (value: number): string => fixed(value, Math.abs(value) < 99.95 ? 1 : 0)

function fixed(value: number, digits: number): string {
  // Not "-0.0".
  const rounded = Number(value.toFixed(digits)) || 0
  return rounded.toLocaleString('en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}

/** "65.7 (55.9 to 85.7)"; the point alone where nothing was drawn, or every draw says the same; "7 few" of few families. */
export function sayEstimate(estimate: Estimate, say: Say): string {
  const said = sayRange(estimate, say)
  return estimate.isTooFew ? `${said} few` : said
}

function sayRange({ value, low, high }: Estimate, say: Say): string {
  if (low === null || high === null) return say(value)
  const [point, least, most] = [say(value), say(low), say(high)]
  return least === point && most === point ? point : `${point} (${least} to ${most})`
}

/** A difference: the point bears its sign, the range only what lies below nothing. */
export function sayDifference(estimate: Estimate, say: Say): string {
  const said = sayEstimate(estimate, say)
  return estimate.value > 0 && /[1-9]/.test(say(estimate.value)) ? `+${said}` : said
}

/** From the least end of any range to the most, over all calibrations. */
export function sayAcross(estimates: readonly Estimate[], say: Say): string {
  const least = say(Math.min(...estimates.map(({ value, low }) => low ?? value)))
  const most = say(Math.max(...estimates.map(({ value, high }) => high ?? value)))
  const said = least === most ? least : `${least} to ${most}`
  return estimates.some(({ isTooFew }) => isTooFew) ? `${said}, of too few families to rely on` : said
}
