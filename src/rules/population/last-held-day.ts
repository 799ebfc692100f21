/** The newest day whose fostering rate is held: the day that costs can be told for. */
import type { Rulebook } from '../rulebook.ts'
import { FOSTERING_RATE } from './groups.ts'

/** @returns `notAfter` itself where no day's rate is held. */
export const lastHeldDay = (rulebook: Rulebook, notAfter: number): number =>
  heldDays(rulebook, notAfter)[0] ?? notAfter

/** The last day of every stretch whose fostering rate is held, newest first, as far as the rules go back. */
export function heldDays(rulebook: Rulebook, notAfter: number): number[] {
  const values = rulebook.parameters.get(FOSTERING_RATE)?.values ?? []
  const ends = values
    .filter(({ from, proposal }) => proposal === null && from <= notAfter)
    .map(({ to }) => Math.min(to ?? notAfter, notAfter))
    .filter((end) => end >= rulebook.from)
  return [...new Set(ends)].sort((a, b) => b - a)
}
