/** The newest day whose fostering rate is held: the day that costs can be told for. */
import type { Rulebook } from '../rulebook.ts'
import { FOSTERING_RATE } from './groups.ts'

/** @returns `notAfter` itself where its rate is held, or where no earlier day's is. */
export function lastHeldDay(rulebook: Rulebook, notAfter: number): number {
  const values = rulebook.parameters.get(FOSTERING_RATE)?.values ?? []
  const ends = values
    .filter(({ from, proposal }) => proposal === null && from <= notAfter)
    .map(({ to }) => Math.min(to ?? notAfter, notAfter))
  return ends.length === 0 ? notAfter : Math.max(...ends)
}
