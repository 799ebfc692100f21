/** What a kernel reads of a plan: whole numbers that are the same for every row. */
import type { KernelNumber } from './kernels.ts'
import type { NumberedPlan } from './program.ts'

const MOST = 2 ** 31 - 1

export function numberOf(number: KernelNumber, { versions, amounts, cells }: NumberedPlan): number {
  switch (number.kind) {
    case 'version':
      return versions[number.rule] ?? 0
    case 'rate':
      return amounts[number.place] ?? -1
    case 'code':
      return (amounts[number.place] ?? -1) < 0 ? number.notHeld : number.held
    case 'bound':
      return boundOf(cells[number.cell] ?? 0, number.times, number.isUpTo)
  }
}

/**
 * The least whole number that, so many times, is not below the cell; where `isUpTo`, that is above it. What a comparison
 * of any number with the cell comes to is then one of whole numbers.
 */
export function boundOf(cell: number, times: number, isUpTo: boolean): number {
  const isPast = (value: number) => (isUpTo ? value * times > cell : value * times >= cell)
  let bound = Math.max(-MOST, Math.min(MOST, Math.floor(cell / times)))
  // A quotient that was rounded can be one off.
  while (bound > -MOST && isPast(bound - 1)) bound--
  while (bound < MOST && !isPast(bound)) bound++
  return bound
}
