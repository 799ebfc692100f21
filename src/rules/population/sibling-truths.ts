/** Conditions that look at the other children of a family: is one of them so, or one who is older. */
import type { Columns } from '../program.ts'
import { NO, UNKNOWN, YES } from '../truth.ts'

/** For every child, whether any child of the family is so. @param of the truth of each child. */
export function someChild({ start, households, household }: Columns, of: Uint8Array): Uint8Array {
  const families = new Uint8Array(households)
  for (let family = 0; family < households; family++)
    for (let row = start[family] ?? 0; row < (start[family + 1] ?? 0); row++)
      families[family] = (families[family] ?? NO) | (of[row] ?? UNKNOWN)
  return Uint8Array.from(household, (family) => families[family] ?? UNKNOWN)
}

/** The same of older ones alone; of two born on one day the one named first is the older. */
export function someOlderChild(columns: Columns, of: Uint8Array): Uint8Array {
  const { start, household, several, data } = columns
  const least = data['child.born']
  const most = data['child.born:high'] ?? least
  if (!least || !most) throw new Error('no column child.born')
  const born = (row: number) => ({ low: least[row] ?? 0, high: most[row] ?? 0 })
  const truths = new Uint8Array(household.length)
  for (const family of several) {
    const [from, to] = [start[family] ?? 0, start[family + 1] ?? 0]
    for (let row = from; row < to; row++)
      for (let other = from; other < to; other++)
        if (other !== row)
          truths[row] =
            (truths[row] ?? NO) | (isOlder(born(other), born(row), other < row) & (of[other] ?? UNKNOWN))
  }
  return truths
}

interface Born {
  readonly low: number
  readonly high: number
}

function isOlder(one: Born, other: Born, isNamedFirst: boolean): number {
  if (one.high < other.low) return YES
  if (one.low > other.high) return NO
  const areKnown = one.low === one.high && other.low === other.high
  return areKnown ? (isNamedFirst ? YES : NO) : UNKNOWN
}
